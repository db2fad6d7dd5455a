package review

import (
	"context"

	"github.com/bitext-go/bitext/align/check"
	"github.com/bitext-go/bitext/examples/bitext/page/face"
	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
)

// judgedUnits is how many units are judged at a time. Each is held against the others.
const judgedUnits = 2000

// fewUnits is how many units are judged together at least, if the memory has that many.
const fewUnits = 200

// judge sets the confidence of translation of a row, and whether the row is doubtful.
func (t *traits) judge(row *sheet.Row, translation float64) {
	t.translation, t.judged = translation, true
	t.doubtful = !row.Hand && !row.Alone() &&
		(row.Boundary >= 0 && row.Boundary < face.Doubtful || translation >= 0 && translation < Translated)
}

// judgeable reports whether a row is a unit of a memory whose confidence of translation is unknown.
func (r *Review) judgeable(row *sheet.Row) bool {
	return r.options.Judge != nil && len(row.Units) > 0 && row.Translation < 0 && !row.Hand && !row.Alone()
}

// judgeSome gives up to judgedUnits units of a memory their confidence of translation, and reports
// whether more may remain. If that fails, units stay without one.
func (r *Review) judgeSome(ctx context.Context) (more bool) {
	rows, wanted := r.unjudged()
	if wanted == 0 {
		return false
	}
	units := make([][]check.Side, len(rows))
	for i, row := range rows { // rows are immutable, so no lock is needed
		for c, cell := range row.Cells {
			units[i] = append(units[i], check.Side{Lang: r.sheet.Columns[c].Lang, Text: sheet.Joined(cell)})
		}
	}
	confidences, err := r.options.Judge(ctx, units)
	if ctx.Err() != nil {
		return false
	}
	r.mutex.Lock()
	defer r.mutex.Unlock()
	for i := range wanted {
		confidence := -1.
		if err == nil {
			confidence = confidences[i]
		}
		r.traitsOf(rows[i]).judge(rows[i], confidence)
	}
	r.rechecked++
	r.lists = nil
	return true
}

// unjudged returns the next rows to judge, and how many they are. If they are few, others follow,
// because a unit is held against the rest.
func (r *Review) unjudged() (rows []*sheet.Row, wanted int) {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	var others []*sheet.Row
	for _, row := range r.sheet.Rows {
		switch {
		case !r.traitsOf(row).judged:
			rows = append(rows, row)
		case len(others) < fewUnits && r.judgeable(row):
			others = append(others, row)
		}
		if len(rows) == judgedUnits {
			break
		}
	}
	wanted = len(rows)
	return append(rows, others[:min(len(others), max(0, fewUnits-wanted))]...), wanted
}
