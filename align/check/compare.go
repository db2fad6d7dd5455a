package check

import (
	"cmp"
	"slices"

	"github.com/bitext-go/bitext/internal/quote"
	"github.com/bitext-go/bitext/segment"
)

// compareAll compares every side of a unit with the first that has text.
func compareAll(sides []Side, subjects []*subject, with checks) []Finding {
	first := slices.IndexFunc(sides, func(s Side) bool { return s.Text != "" })
	if first < 0 {
		return nil
	}
	all := unpaired(sides, first)
	for i := first + 1; i < len(sides); i++ {
		if sides[i].Text == "" {
			continue
		}
		for _, d := range compare(subjects[first], subjects[i], with) {
			d.side, d.other = first, i
			if d.second {
				d.side, d.other = i, first
			}
			all = append(all, d)
		}
	}
	return findings(all, sides, first)
}

// unpaired reports a unit that has nothing in some of its languages.
func unpaired(sides []Side, first int) []difference {
	var has, lacks []int
	for i, s := range sides {
		if s.Text == "" {
			lacks = append(lacks, i)
		} else {
			has = append(has, i)
		}
	}
	if len(lacks) == 0 {
		return nil
	}
	return []difference{{kind: Unpaired, side: first, span: segment.Span{End: len(sides[first].Text)},
		message: quote.Isolate(excerpt(sides[first].Text)) + " " + where(has, lacks, sides)}}
}

// A comparison looks for findings of some kinds in two sides.
type comparison struct {
	run   func(a, b *subject) []difference
	kinds []Kind // that it finds, or that other comparisons find thanks to it
}

// checks are comparisons in the order in which they run.
type checks struct {
	// oneSided look for something of a that is wrong beside b. Each runs in both directions, and
	// their order matters: listNumbers and dates mark the digits that belong to a list number or a
	// date as reported, and numbers, which comes after them, skips those.
	oneSided []comparison
	// ofTarget look for something of b, the translation, that is wrong beside a.
	ofTarget []comparison
}

var (
	contentChecks = checks{
		oneSided: []comparison{
			{listNumbers, []Kind{ListNumber, Number, Year}},
			{dates, []Kind{Date, Number, Year}},
			{numbers, []Kind{Number, Year}},
			{names, []Kind{Country, Language}},
			{addresses, []Kind{Address}},
			{quotations, []Kind{Quotation}},
		},
		ofTarget: []comparison{{lengths, []Kind{Length}}},
	}
	formChecks = checks{
		oneSided: []comparison{
			{marks, []Kind{Placeholder, InlineCode}},
			{unpairedBrackets, []Kind{Bracket}},
			{unpairedQuotes, []Kind{QuoteMark}},
			{spacing, []Kind{Space}},
			{doubledWords, []Kind{DoubledWord}},
			{mixedScripts, []Kind{MixedScript}},
			{wrongLanguage, []Kind{WrongLanguage}},
		},
		ofTarget: []comparison{
			{endMarks, []Kind{EndMark}},
			{capitals, []Kind{Capital, AllCaps}},
		},
	}
	factChecks = contentChecks.only(Kind.Fact)
	allChecks  = checks{
		oneSided: slices.Concat(contentChecks.oneSided, formChecks.oneSided),
		ofTarget: slices.Concat(contentChecks.ofTarget, formChecks.ofTarget),
	}
)

// only returns the checks that find something that is wanted.
func (c checks) only(wants func(Kind) bool) checks {
	unwanted := func(x comparison) bool { return !slices.ContainsFunc(x.kinds, wants) }
	return checks{
		oneSided: slices.DeleteFunc(slices.Clone(c.oneSided), unwanted),
		ofTarget: slices.DeleteFunc(slices.Clone(c.ofTarget), unwanted),
	}
}

// compare returns everything that one of two subjects has and the other lacks. If text was not
// translated, that is the only difference: other findings would say the same again.
func compare(a, b *subject, with checks) []difference {
	if out := untranslated(a, b); len(out) > 0 {
		return out
	}
	a.clearReported()
	b.clearReported()
	var out []difference
	for _, check := range with.oneSided {
		out = append(out, check.run(a, b)...)
		for _, d := range check.run(b, a) {
			d.second = true
			out = append(out, d)
		}
	}
	for _, check := range with.ofTarget {
		out = append(out, check.run(a, b)...)
	}
	return out
}

// A difference is a finding of one comparison, before it is put into words.
type difference struct {
	kind        Kind
	span        segment.Span
	what        string // the thing, as in "number 884"
	key         string // equal for the same thing in another language, or ""
	message     string // the whole message, if the thing alone does not say it
	second      bool   // it is on the second side of the comparison
	side, other int    // the side that has it and the one that lacks it
}

// A finding that several comparisons share has one of these keys: the same place of the first side,
// or the same thing on several of the others.
type sharedKey struct {
	kind  Kind
	span  segment.Span // of the first side
	thing string       // of another side
}

// findings puts differences into words. What the first side has and several lack, or several have
// and the first lacks, is one finding.
func findings(all []difference, sides []Side, first int) []Finding {
	type group struct {
		difference
		has, lacks []int
	}
	var groups []*group
	shared := map[sharedKey]*group{}
	for _, d := range all {
		key := sharedKey{kind: d.kind}
		mergeable := d.message == ""
		if d.side == first {
			key.span = d.span
		} else {
			key.thing = d.key
			mergeable = mergeable && d.key != ""
		}
		g := shared[key]
		if g == nil || !mergeable {
			g = &group{difference: d}
			groups = append(groups, g)
			if mergeable {
				shared[key] = g
			}
		}
		// Comparisons come in the order of the sides, so that a repetition is the last entry.
		g.has, g.lacks = appendOnce(g.has, d.side), appendOnce(g.lacks, d.other)
	}
	var out []Finding
	for _, g := range groups {
		f := Finding{Kind: g.kind, Side: g.side, Span: g.span,
			Wording: sides[g.side].Text[g.span.Start:g.span.End], Message: g.message}
		if f.Message == "" {
			f.Message = g.what + " " + where(g.has, g.lacks, sides)
		}
		out = append(out, f)
	}
	slices.SortStableFunc(out, func(a, b Finding) int {
		return cmp.Or(a.Side-b.Side, a.Span.Start-b.Span.Start)
	})
	return out
}

// appendOnce appends n unless it is the last element already.
func appendOnce(list []int, n int) []int {
	if len(list) > 0 && list[len(list)-1] == n {
		return list
	}
	return append(list, n)
}
