package review

import (
	"slices"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/check"
	"github.com/bitext-go/bitext/align/memory"
	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
	"github.com/bitext-go/bitext/internal/quote"
	"github.com/bitext-go/bitext/segment"
)

// copiedCells are the cells that are not translated: their text is the same as the original's. They
// are valid for one version of the text.
type copiedCells struct {
	text    int           // Review.text
	columns map[int][]int // by the ID of the row
}

// copiedIn returns the columns of a row that are not translated, and that an export leaves out
// unless a person has settled the row. Units of a memory are always whole.
func (r *Review) copiedIn(row *sheet.Row) []int {
	if r.options.Same || len(r.sheet.Units) > 0 || row.Settled() {
		return nil
	}
	if r.copied == nil || r.copied.text != r.text {
		r.copied = &copiedCells{r.text, map[int][]int{}}
		for _, c := range memory.Copies(beadsOf(r.sheet.Rows), r.sheet.Texts()...) {
			id := r.sheet.Rows[c.Bead].ID
			r.copied.columns[id] = append(r.copied.columns[id], c.Text)
		}
	}
	return r.copied.columns[row.ID]
}

// copies returns a finding for each cell of a row that is not translated, unless the row has one by
// itself.
func (r *Review) copies(row *sheet.Row) (out []Finding) {
	for _, c := range r.copiedIn(row) {
		isKnown := func(f Finding) bool { return f.What == check.Untranslated }
		if slices.ContainsFunc(r.traitsOf(row).findings, isKnown) {
			continue
		}
		text := sheet.Joined(row.Cells[c])
		message := quote.Isolate(text) + " is not translated"
		out = append(out, Finding{Kind: Other, Text: message, What: check.Untranslated, Wording: text,
			Column: c, marks: []markSpan{{c, 0, len(text), string(Other)}}})
	}
	return out
}

// beadsOf returns the beads of rows and of the texts that [sheet.Sheet.TextsOf] returns for them.
func beadsOf(rows []*sheet.Row) []align.Bead {
	beads := make([]align.Bead, len(rows))
	var at []int
	for i, row := range rows {
		if at == nil {
			at = make([]int, len(row.Cells))
		}
		beads[i] = align.Bead{Boundary: row.Boundary, Translation: row.Translation}
		for c, cell := range row.Cells {
			beads[i].Ranges = append(beads[i].Ranges, segment.Range{Lo: at[c], Hi: at[c] + len(cell)})
			at[c] += len(cell)
		}
	}
	return beads
}

// translated returns a row without the cells that are not translated. It is alone if no translation
// remains.
func (r *Review) translated(row *sheet.Row) *sheet.Row {
	columns := r.copiedIn(row)
	if len(columns) == 0 {
		return row
	}
	out := *row
	out.Cells = slices.Clone(row.Cells)
	for _, c := range columns {
		out.Cells[c] = nil
	}
	return &out
}

// Untranslated returns how many rows an export of all rows leaves out, or has only in part, because
// they are not translated.
func (r *Review) Untranslated() (n int) {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	for _, row := range r.sheet.Rows {
		if len(r.copiedIn(row)) > 0 {
			n++
		}
	}
	return n
}
