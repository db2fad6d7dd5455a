package review

import (
	"fmt"
	"strings"

	"github.com/bitext-go/bitext/examples/bitext/page/face"
	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
)

// The JSON that the page receives.

type stateView struct {
	Version int            `json:"version"`
	Checked string         `json:"checked"` // see Review.mark
	Open    int            `json:"open"`    // rows that are not checked yet
	Aligned int32          `json:"aligned"`
	Rows    int            `json:"rows"`
	Counts  map[string]int `json:"counts"`
	Undo    string         `json:"undo"`
	Redo    string         `json:"redo"`
	Unsaved string         `json:"unsaved,omitempty"` // why nothing can be saved any longer
}

type rowView struct {
	ID          int            `json:"id"`
	Number      int            `json:"n"`    // in the document, from 1
	Place       int            `json:"at"`   // in the list, from 0
	Left        int            `json:"left"` // how many rows of the document are left out above
	Context     bool           `json:"context,omitempty"`
	State       string         `json:"state,omitempty"`
	Note        string         `json:"note,omitempty"`
	Hand        bool           `json:"hand,omitempty"`
	Alone       bool           `json:"alone,omitempty"`
	Doubtful    bool           `json:"doubtful,omitempty"`
	Moved       bool           `json:"moved,omitempty"`  // with text that is out of the order of its document
	Begins      bool           `json:"begins,omitempty"` // a paragraph begins in every column that has text
	Boundary    int            `json:"cut"`              // in percent; -1 if unknown
	Translation int            `json:"translation"`
	Reasons     []sheet.Reason `json:"reasons,omitempty"`
	Findings    []Finding      `json:"findings,omitempty"`
	Remarks     []string       `json:"remarks,omitempty"` // notes of the memory
	Cells       []cell         `json:"cells"`
}

type cell struct {
	Pieces []pieceView `json:"pieces"`
	Edit   string      `json:"edit,omitempty"` // the text to edit, if it differs from the text of the pieces
}

type pieceView struct {
	Parts  []part  `json:"parts"`
	Begins bool    `json:"begins,omitempty"`
	Part   bool    `json:"part,omitempty"` // a part of a sentence
	Where  *where  `json:"where,omitempty"`
	Was    *string `json:"was,omitempty"` // the text in the document if it was corrected; "" if it was not there
}

// where is the place of a piece in its document.
type where struct {
	Paragraph int    `json:"paragraph,omitempty"` // from 1
	Lines     string `json:"lines,omitempty"`     // "9" or "9-11"
}

// A part is text, a hidden character or a code. Exactly one field is set.
type part struct {
	Text   string `json:"t,omitempty"`
	Hidden string `json:"h,omitempty"`
	Code   string `json:"c,omitempty"` // its XML
	Mark   string `json:"m,omitempty"` // why it is marked: kinds of findings, "search"
}

func (r *Review) state() stateView {
	counts, open := r.counts()
	v := stateView{Version: r.version, Checked: r.mark(), Open: open, Aligned: r.aligned.Load(),
		Rows:   len(r.sheet.Rows),
		Counts: counts, Undo: r.sheet.NextUndo(), Redo: r.sheet.NextRedo()}
	if err := r.log.Replaced(); err != nil {
		v.Unsaved = r.unsaved(err).Error()
	}
	return v
}

// mark identifies the state that the page shows: the version, and the progress of checks and of an
// alignment.
func (r *Review) mark() string {
	mark := fmt.Sprintf("%d.%d.%d", r.version, r.rechecked, r.aligned.Load())
	if r.log.Replaced() != nil {
		mark += ".unsaved"
	}
	return mark
}

// rows returns items [from, to) of a list.
func (r *Review) rows(items []Item, from, to int, search string) []rowView {
	folded := fold(strings.TrimSpace(search))
	out := make([]rowView, 0, to-from)
	for k := from; k < to; k++ {
		item := items[k]
		v := r.view(item.Index, folded)
		v.Place, v.Context, v.Left = k, item.Context, item.Index
		if k > 0 {
			v.Left = item.Index - items[k-1].Index - 1
		}
		out = append(out, v)
	}
	return out
}

// partView is a part of a list.
type partView struct {
	Version int       `json:"version"`
	Total   int       `json:"total"` // rows of the list, with context
	Found   int       `json:"found"` // rows of the list, without context
	After   int       `json:"after"` // rows of the document that are left out after the last one
	Rows    []rowView `json:"rows"`
}

// part returns up to count rows of a list.
func (r *Review) part(q Query, from, count int) partView {
	items := r.list(q)
	p := partView{Version: r.version, Total: len(items)}
	for _, i := range items {
		if !i.Context {
			p.Found++
		}
	}
	from = min(from, len(items))
	to := min(from+count, len(items))
	if to == len(items) && to > 0 {
		p.After = len(r.sheet.Rows) - 1 - items[to-1].Index
	}
	p.Rows = r.rows(items, from, to, q.Search)
	return p
}

func (r *Review) view(i int, folded string) rowView {
	row := r.sheet.Rows[i]
	t := r.checkedTraits(row)
	v := rowView{
		ID:          row.ID,
		Number:      i + 1,
		State:       string(row.State),
		Note:        row.Note,
		Hand:        row.Hand,
		Alone:       row.Alone(),
		Doubtful:    t.doubtful,
		Moved:       r.moved(row),
		Begins:      true,
		Boundary:    hundredths(row.Boundary),
		Translation: hundredths(t.translation),
	}
	for _, f := range r.findings(row) {
		f.Text, f.Wording = shown(f.Text), shown(f.Wording)
		v.Findings = append(v.Findings, f)
	}
	for _, s := range row.Reasons {
		s.Text, s.Only = shown(s.Text), shown(s.Only)
		v.Reasons = append(v.Reasons, s)
	}
	for _, u := range row.Units {
		for _, n := range r.sheet.Units[u].Notes {
			v.Remarks = append(v.Remarks, shown(n.Text))
		}
	}
	marks := r.marksOf(row, folded)
	for c, pieces := range row.Cells {
		if len(pieces) > 0 && !pieces[0].Begins {
			v.Begins = false
		}
		v.Cells = append(v.Cells, r.cell(c, pieces, marks))
	}
	return v
}

func (r *Review) cell(column int, pieces []*sheet.Piece, marks []markSpan) cell {
	out := cell{Pieces: make([]pieceView, len(pieces))}
	var typed, plain []string
	first, at := 1, 0
	for k, p := range pieces {
		if k > 0 {
			at += len(p.Gap)
		}
		v := pieceView{Part: p.End > 0, Parts: parts(p, pieceMarks(marks, column, at, len(p.Text))), Begins: p.Begins,
			Where: whereIs(p)}
		if was, changed := r.sheet.Was(column, p); changed {
			was = shown(was)
			v.Was = &was
		}
		out.Pieces[k] = v
		typed, plain = append(typed, toTyped(p, first)), append(plain, p.Text)
		first, at = first+len(p.Codes), at+len(p.Text)
	}
	if edit := strings.Join(typed, "\n"); edit != strings.Join(plain, "\n") {
		out.Edit = edit
	}
	return out
}

// whereIs returns where a piece is in its document, or nil if that is not known.
func whereIs(p *sheet.Piece) *where {
	w := &where{Paragraph: p.Paragraph}
	if p.First > 0 {
		w.Lines = sheet.FormatRange(p.First, p.Last)
	}
	if *w == (where{}) {
		return nil
	}
	return w
}

// shown returns a text with hidden characters replaced by their names. FSI and PDI stay, because
// they only keep words of another direction together.
func shown(s string) string {
	var b strings.Builder
	for _, p := range face.Runs(s) {
		switch {
		case p.Hidden == "FSI":
			b.WriteRune('\u2068')
		case p.Hidden == "PDI":
			b.WriteRune('\u2069')
		case p.Hidden != "":
			b.WriteString(openMark + p.Hidden + closeMark)
		default:
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

// hundredths rounds down, so that no figure looks better than the threshold that it is below.
func hundredths(p float64) int {
	if p < 0 {
		return -1
	}
	return int(100 * p)
}
