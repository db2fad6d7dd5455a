package verdict

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/segment"
)

// text returns a text of n sentences of equal length.
func textOf(name string, n int, lang language.Tag) *segment.Text {
	t := segment.FromSentences(strings.Split(strings.TrimSuffix(strings.Repeat("Aaaa.\n", n), "\n"), "\n"), lang)
	t.Name = name
	return t
}

// beads returns beads 1-1 with confidences, and the rest of two texts without counterparts.
func beadsOf(n, m int, translation ...float64) (all []align.Bead) {
	for i, p := range translation {
		one := segment.Range{Lo: i, Hi: i + 1}
		all = append(all, align.Bead{Ranges: []segment.Range{one, one}, Translation: p, Boundary: .9})
	}
	k := len(translation)
	all = append(all, align.Bead{Ranges: []segment.Range{{Lo: k, Hi: n}, {Lo: k, Hi: k}}})
	return append(all, align.Bead{Ranges: []segment.Range{{Lo: n, Hi: n}, {Lo: k, Hi: m}}})
}

func TestVerdicts(t *testing.T) {
	for _, c := range []struct {
		n, m        int
		translation []float64
		want        string
	}{
		{25, 25, []float64{1}, "Only 4 % of b.txt has a counterpart in a.txt: are these the right files?"},
		{25, 25, []float64{.4, .35}, "Only 3 % of b.txt has a counterpart in a.txt: are these the right files?"},
		{25, 25, nil, "Nothing of b.txt has a counterpart in a.txt: are these the right files?"},
		{10, 100, []float64{1, 1, 1, 1}, ""}, // an abstract of a report
		{100, 10, []float64{1, 1, 1, 1}, ""},
		{1, 25, []float64{.1}, ""}, // too short to tell
		{2, 2, []float64{.1, .09}, "Only 10 % of b.txt has a counterpart in a.txt: are these the right files?"},
		{10, 10, []float64{1, 1}, ""},
		{10, 10, slices.Repeat([]float64{.49}, 10),
			"No sentence of b.txt is likely a translation of one of a.txt: are these the right files?"},
		{10, 10, append(slices.Repeat([]float64{.3}, 9), .5), ""},
	} {
		a, b := textOf("a.txt", c.n, language.English), textOf("b.txt", c.m, language.French)
		v := Of(beadsOf(c.n, c.m, c.translation...), a, b)
		assert.Equal(t, c.want, v.Unrelated())
	}
	a, b := textOf("r.txt", 25, language.English), textOf("r.txt", 50, language.French)
	v := Of(beadsOf(25, 50, 1, 1), a, b)
	assert.Equal(t,
		"Only 8 % of the French text of r.txt has a counterpart in the English one: are these the right files?",
		v.Unrelated())
	assert.InDelta(t, .08, v.Share(0), 1e-9)
	assert.InDelta(t, .04, v.Share(1), 1e-9)
	assert.Equal(t, "", Of(nil, textOf("a.txt", 0, language.English), textOf("b.txt", 0, language.French)).Unrelated())
}

// Of three texts, the one that has nothing to do with the others is named.
func TestTheTextThatDoesNotBelongIsNamed(t *testing.T) {
	var beads []align.Bead
	for i := range 10 {
		one := segment.Range{Lo: i, Hi: i + 1}
		beads = append(beads, align.Bead{Ranges: []segment.Range{one, {Lo: 0, Hi: 0}, one}, Translation: .9})
	}
	v := Of(append(beads, align.Bead{Ranges: []segment.Range{{Lo: 10, Hi: 10}, {Lo: 0, Hi: 10}, {Lo: 10, Hi: 10}}}),
		textOf("a.txt", 10, language.English), textOf("b.txt", 10, language.French),
		textOf("c.txt", 10, language.German))
	assert.Equal(t, "Nothing of b.txt has a counterpart in the others: are these the right files?", v.Unrelated())
}

// Every sentence stays, once and in order, and only beads below the floor lose their counterpart.
func TestFloor(t *testing.T) {
	beads := []align.Bead{
		{Ranges: []segment.Range{{Lo: 0, Hi: 2}, {Lo: 0, Hi: 1}, {Lo: 0, Hi: 1}}, Translation: .9},
		{Ranges: []segment.Range{{Lo: 2, Hi: 3}, {Lo: 1, Hi: 1}, {Lo: 1, Hi: 3}}, Translation: .49},
		{Ranges: []segment.Range{{Lo: 3, Hi: 3}, {Lo: 1, Hi: 2}, {Lo: 3, Hi: 3}}},
		{Ranges: []segment.Range{{Lo: 3, Hi: 4}, {Lo: 2, Hi: 3}, {Lo: 3, Hi: 4}}, Translation: .5},
	}
	kept, below := Floor(beads, .5)
	assert.Equal(t, 1, below)
	assert.Len(t, kept, 5)
	next := []int{0, 0, 0}
	units := 0
	for _, b := range kept {
		for i, r := range b.Ranges {
			assert.Equal(t, next[i], r.Lo)
			next[i] = r.Hi
		}
		if !b.Null() {
			units++
		}
	}
	assert.Equal(t, []int{4, 3, 4}, next)
	assert.Equal(t, 2, units)
	same, none := Floor(beads, 0)
	assert.Zero(t, none)
	assert.Equal(t, beads, same)
}
