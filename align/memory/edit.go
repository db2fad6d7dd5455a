package memory

import (
	"context"
	"slices"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/segment"
)

// An edit is the change that a text makes to a document.
type edit struct {
	adder    *Adder
	document *document
	profile  *profile
	text     *segment.Text
	report   *Report

	search    *search
	sentences []sentence
	found     map[heldVariant]bool // the variants that the text has, or that it has set
	ranges    map[*unit]segment.Range
	unpaired  map[*item][]*item // new unpaired sentences after an item; nil is the beginning
	fresh     map[*item][]*item // new units after an item
}

// A sentence is what is known of a sentence of the text.
type sentence struct {
	item  *item // that has it, or nil
	kept  bool  // the item is unpaired and may still find a counterpart
	named bool  // it is in the report
}

// A heldVariant is a variant of a unit.
type heldVariant struct {
	unit  *unit
	index int
}

func newEdit(a *Adder, d *document, s *search, report *Report) *edit {
	return &edit{
		adder: a, document: d, profile: d.profile(s.text.Lang), text: s.text, report: report,
		search:    s,
		sentences: make([]sentence, len(s.text.Sentences)),
		found:     map[heldVariant]bool{},
		ranges:    map[*unit]segment.Range{},
		unpaired:  map[*item][]*item{},
		fresh:     map[*item][]*item{},
	}
}

// run gives each sentence of the text a place. Sentences that the memory has stay where they are.
// Only if there are others, the text is aligned: so adding a text again changes nothing.
func (e *edit) run(ctx context.Context) error {
	for _, m := range e.find() {
		e.keep(m)
	}
	if e.isIncomplete() {
		if err := e.align(ctx); err != nil {
			return err
		}
		// A text that is in the memory as a whole is not only similar, however it came there.
		e.report.Comparable = e.report.Comparable && e.isIncomplete()
	}
	e.nameKept()
	e.extendJoint()
	if !e.report.Comparable && e.text.Name != "" {
		e.markRemoved()
	}
	e.arrange()
	slices.SortStableFunc(e.report.Unplaced, func(a, b Unplaced) int { return a.First - b.First })
	return nil
}

// isIncomplete reports whether a sentence has no place yet. Those that XML cannot hold need none.
func (e *edit) isIncomplete() bool {
	for j, s := range e.sentences {
		if s.item == nil && e.variant(segment.Range{Lo: j, Hi: j + 1}).Text != "" {
			return true
		}
	}
	return false
}

// align places the sentences that the memory does not have, and those that it keeps unpaired.
func (e *edit) align(ctx context.Context) error {
	rows := e.profile.rows
	placed, order, err := e.profile.place(ctx, &e.adder.Aligner, e.text)
	if err != nil {
		return err
	}
	proposals := e.profile.propose(placed, e.text)
	if e.report.Comparable = judge(proposals, e.adder.Sure); !e.report.Comparable {
		e.document.reorder(rows, order)
	}
	if !e.adder.Same {
		e.profile.leaveOutCopies(proposals, e.text)
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
		if x.copied {
			for _, r := range free {
				e.report.Copied += r.Len()
				e.name(r, x.reason, e.unitOf(x))
				e.report.Unplaced[len(e.report.Unplaced)-1].Copied = true
			}
			continue // the sentences would be the same as those that the memory has
		}
		if len(free) == 0 || e.variant(x.own).Text == "" {
			continue
		}
		if len(free) == 1 && free[0] == x.own {
			if x.reason == "" && e.isTorn(x.rows) {
				x.reason = "it covers units that are far apart in the document"
			}
			if x.reason == "" {
				x.reason = e.place(x)
			}
			if x.reason != "" {
				e.leave(x, after)
			}
			continue
		}
		// Some of the sentences are elsewhere, so the confidences say nothing about the others.
		for _, r := range free {
			x.own, x.reason = r, nothingLike
			if r.Lo > 0 && e.sentences[r.Lo-1].item != nil {
				after = e.sentences[r.Lo-1].item
			}
			e.leave(x, after)
		}
	}
	return nil
}

// isTorn reports whether units that were not read are between some rows.
func (e *edit) isTorn(rows segment.Range) bool {
	for _, it := range e.profile.rows[rows.Lo:rows.Hi] {
		if it.stretch != e.profile.rows[rows.Lo].stretch {
			return true
		}
	}
	return false
}

// free returns the parts of a range whose sentences have no place yet, or are kept unpaired.
func (e *edit) free(r segment.Range) []segment.Range {
	var out []segment.Range
	for j := r.Lo; j < r.Hi; j++ {
		if s := e.sentences[j]; s.item != nil && !s.kept {
			continue
		}
		if n := len(out); n > 0 && out[n-1].Hi == j {
			out[n-1].Hi++
			continue
		}
		out = append(out, segment.Range{Lo: j, Hi: j + 1})
	}
	return out
}

// take notes that an item has sentences of the text.
func (e *edit) take(own segment.Range, it *item) {
	for j := own.Lo; j < own.Hi; j++ {
		s := &e.sentences[j]
		if s.kept && s.item != it {
			s.item.used = true
		}
		s.item, s.kept = it, it.unpaired != nil
	}
}

// leave reports sentences without a place and, in a translation, keeps them for later languages.
func (e *edit) leave(x proposal, after *item) {
	e.name(x.own, x.reason, e.unitOf(x))
	if e.report.Comparable {
		return
	}
	for j := x.own.Lo; j < x.own.Hi; j++ {
		s := unpairedOf(e.variant(segment.Range{Lo: j, Hi: j + 1}))
		if e.sentences[j].item != nil || s.Text == "" {
			continue
		}
		it := &item{unpaired: &s}
		if after == nil && e.document.begins > 0 {
			after = e.document.items[0] // it is not the first of the document
		}
		if after != nil {
			it.stretch = after.stretch
		}
		e.unpaired[after] = append(e.unpaired[after], it)
		e.take(segment.Range{Lo: j, Hi: j + 1}, it)
	}
}

// unitOf returns the id of the unit that a proposal is about, or "".
func (e *edit) unitOf(x proposal) string {
	if x.rows.Len() > 0 && e.profile.rows[x.rows.Lo].unit != nil {
		return e.profile.rows[x.rows.Lo].unit.ID
	}
	return ""
}

// nameKept adds to the report the sentences that the memory kept unpaired before and still does.
func (e *edit) nameKept() {
	for j, s := range e.sentences {
		if s.kept && !s.named {
			e.name(segment.Range{Lo: j, Hi: j + 1}, keptForLater, "")
		}
	}
}

// name adds sentences to the report.
func (e *edit) name(own segment.Range, reason, unit string) {
	for j := own.Lo; j < own.Hi; j++ {
		e.sentences[j].named = true
	}
	first, last := e.text.LinesOf(own)
	e.report.Unplaced = append(e.report.Unplaced,
		Unplaced{First: first, Last: last, Text: e.variant(own).Text, Reason: reason, Unit: unit})
}

// variant returns the variant of sentences of the text.
func (e *edit) variant(r segment.Range) tmx.Variant { return e.search.variant(r) }
