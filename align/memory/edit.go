package memory

import (
	"slices"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/segment"
)

// An edit is the change that a text makes to a document.
type edit struct {
	adder    *Adder
	document *document
	profile  *profile
	text     *segment.Text
	report   *Report

	placedSentences []bool            // the sentences of the text that have a place
	placed          []placement       // in the order of the text
	unpaired        map[*item][]*item // new unpaired sentences after an item; nil is the beginning
	fresh           map[*item][]*item // new units after an item
}

// A placement is the unit that sentences of the text are in.
type placement struct {
	unit *unit
	own  segment.Range
}

// run places the text: first the sentences that the memory has, then the proposals of the
// alignment.
func (e *edit) run(proposals []proposal) {
	e.unpaired, e.fresh = map[*item][]*item{}, map[*item][]*item{}
	filledUnits := map[*unit]bool{}
	for _, s := range e.unchanged() {
		e.keep(s)
		filledUnits[s.unit] = true
	}
	var after *item // the last item before the sentences
	for _, x := range proposals {
		if x.rows.Lo > 0 {
			after = e.profile.rows[x.rows.Lo-1]
		}
		if x.rows.Len() > 0 {
			after = e.profile.rows[x.rows.Hi-1]
		}
		free := e.free(x.own)
		if free.Len() == 0 {
			continue
		}
		if free != x.own {
			x.own, x.reason = free, "the memory has nothing like it"
		}
		for r := x.rows.Lo; r < x.rows.Hi && x.reason == ""; r++ {
			if u := e.profile.rows[r].unit; u != nil && x.rows.Len() == 1 && filledUnits[u] {
				x.reason = "its unit has another sentence of the text"
			}
		}
		if x.reason == "" {
			x.reason = e.place(x, filledUnits)
		}
		if x.reason != "" {
			e.leave(x, after)
		}
		for j := x.own.Lo; j < x.own.Hi; j++ {
			e.placedSentences[j] = true
		}
	}
	e.extendJoint()
	e.markRemoved(filledUnits)
	e.arrange()
	slices.SortStableFunc(e.report.Unplaced, func(a, b Unplaced) int { return a.First - b.First })
}

// free returns the part of a range before the first sentence that already has a place.
func (e *edit) free(r segment.Range) segment.Range {
	for r.Lo < r.Hi && e.placedSentences[r.Lo] {
		r.Lo++
	}
	for j := r.Lo; j < r.Hi; j++ {
		if e.placedSentences[j] {
			r.Hi = j
		}
	}
	return r
}

// leave reports sentences without a place and, in a translation, keeps them for later languages.
func (e *edit) leave(x proposal, after *item) {
	first, last := e.text.LinesOf(x.own)
	v := tmx.NewVariant(e.text, x.own)
	u := Unplaced{First: first, Last: last, Text: v.Text, Reason: x.reason}
	if x.rows.Len() > 0 && e.profile.rows[x.rows.Lo].unit != nil {
		u.Unit = e.profile.rows[x.rows.Lo].unit.ID
	}
	e.report.Unplaced = append(e.report.Unplaced, u)
	if e.report.Comparable {
		return
	}
	for j := x.own.Lo; j < x.own.Hi; j++ {
		s := unpairedOf(tmx.NewVariant(e.text, segment.Range{Lo: j, Hi: j + 1}))
		e.unpaired[after] = append(e.unpaired[after], &item{unpaired: &s})
	}
}

// arrange inserts the new items and removes the unpaired sentences of the text's older version.
func (e *edit) arrange() {
	var out []*item
	put := func(after *item) {
		out = append(out, e.fresh[after]...)
		out = append(out, e.unpaired[after]...)
	}
	put(nil)
	for _, it := range e.document.items {
		if it.unit != nil || e.keeps(it) {
			out = append(out, it)
		}
		put(it)
	}
	e.document.items = out
}

// keeps reports whether an unpaired sentence stays: it is in no unit now, and not of an older
// version of the text.
func (e *edit) keeps(it *item) bool {
	s := it.unpaired
	return !it.used && (e.report.Comparable || !langtag.SameInMemory(s.Lang, e.text.Lang) || s.Document != e.text.Name)
}
