package layout

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAHyphenAtTheEndOfALine(t *testing.T) {
	known := func(words ...string) map[string]bool {
		out := map[string]bool{}
		for _, w := range words {
			out[w] = true
		}
		return out
	}
	for _, c := range []struct {
		reason        string
		words         map[string]bool
		before, after string
		cut           int // the hyphen's bytes if it only divides the word
	}{
		{"a word that nothing is known of", known(), "the ware-", "houses of", 1},
		{"one half is a word", known("ware"), "the ware-", "houses of", 1},
		{"the other half is a word", known("houses"), "the ware-", "houses of", 1},
		{"both halves are words", known("well", "known"), "a well-", "known town", 0},
		{"the whole is a word, and both halves", known("over", "head", "overhead"), "the over-", "head wire", 1},
		{"the document has it with a hyphen", known("ware-houses", "warehouses"), "the ware-", "houses of", 0},
		{"a capital after it", known(), "with Jean-", "Paul today", 0},
		{"capitals on both sides", known(), "THE WARE-", "HOUSES OF", 1},
		{"a capital before it only", known(), "the US-", "led talks", 1},
		{"another hyphen", known(), "a state-of-the-", "art mill", 0},
		{"a soft hyphen", known("well", "known"), "a well\u00AD", "known town", 2},
	} {
		s := joiner{words: c.words}
		sep, cut := s.between(c.before, c.after)
		assert.Empty(t, sep, c.reason)
		assert.Equal(t, c.cut, cut, c.reason)
	}
}

// TestLinesWiderThanTheMeasure has six full lines for four that are wider. At that rate lines were
// not wrapped; the same four in the width of the others were.
func TestLinesWiderThanTheMeasure(t *testing.T) {
	word := func(width int) string { return strings.Repeat("lorem ", width/6-1) + "ipsumo" }
	text := func(wide int) string {
		var b strings.Builder
		for i := range 11 {
			width := 60
			if i%5 == 1 || i%5 == 3 {
				width = wide
			}
			b.WriteString(word(width) + "\n")
		}
		return b.String()
	}
	measure, gain := wrap(scanLines(text(60)), 0, inChars)
	assert.Equal(t, 60, measure)
	assert.Equal(t, 10, gain)
	measure, _ = wrap(scanLines(text(78)), 0, inChars)
	assert.Zero(t, measure)
}

func TestLinesNextToFurniture(t *testing.T) {
	// Three lines of class b: two of them are next to furniture of class a. Class c has one of two.
	keys := []string{"a", "b", "", "a", "b", "", "b", "", "a", "c", "", "c"}
	groups := []group{
		{lo: 0, hi: 2, alone: true}, {lo: 3, hi: 5, alone: true}, {lo: 6, hi: 7, alone: true},
		{lo: 8, hi: 10, alone: true}, {lo: 11, hi: 12, alone: true},
	}
	classes := map[string]*lineClass{}
	for i, k := range keys {
		if k != "" {
			if classes[k] == nil {
				classes[k] = &lineClass{}
			}
			classes[k].lines = append(classes[k].lines, i)
		}
	}
	drop := make([]NoteKind, len(keys))
	for i, k := range keys {
		if k == "a" {
			drop[i] = Furniture
		}
	}
	dropBeside(groups, keys, classes, drop)
	for i, k := range keys {
		assert.Equal(t, k == "a" || k == "b", drop[i] == Furniture, "line %d of class %q", i, k)
	}
}
