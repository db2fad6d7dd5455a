package review_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/examples/bitext/review"
	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
	"github.com/bitext-go/bitext/segment"
)

// Rows that are not translated need attention, headings among them too, and no export has them
// before a person approves them.
func TestUntranslatedRows(t *testing.T) {
	o := options(t)
	o.Make = func() (*sheet.Sheet, error) {
		en := segment.FromSentences([]string{"The ferry leaves at nine.", "Anna Holm", "The crew lives on the island.",
			"Tickets", "You can buy your ticket on board.", "It costs the same as a cup of coffee."}, language.English)
		da := segment.FromSentences([]string{"Færgen sejler klokken ni.", "Anna Holm", "Besætningen bor på øen.",
			"Tickets", "You can buy your ticket on board.", "It costs the same as a cup of coffee."}, language.Danish)
		var beads []align.Bead
		for i := range en.Sentences {
			r := segment.Range{Lo: i, Hi: i + 1}
			beads = append(beads, align.Bead{Boundary: .99, Translation: .99, Ranges: []segment.Range{r, r}})
		}
		return sheet.FromTexts(beads, en, da), nil
	}
	for _, same := range []bool{false, true} {
		o.Journal += "x"
		o.Same = same
		r := open(t, o)
		for what, want := range map[string]int{"all": 3, "approved": 0} {
			if same && what == "all" {
				want = 6
			}
			var b bytes.Buffer
			units, err := r.Export(&b, what, "tmx")
			require.NoError(t, err)
			assert.Equal(t, want, units, what)
		}
		if same {
			assert.Zero(t, r.Untranslated())
			continue
		}
		assert.Equal(t, 3, r.Untranslated())
		act(t, r, review.Action{Do: "approve", Row: 4})
		var b bytes.Buffer
		units, err := r.Export(&b, "approved", "tmx")
		require.NoError(t, err)
		assert.Equal(t, 1, units)
		assert.Contains(t, b.String(), "<seg>Tickets</seg>")
		assert.Equal(t, 2, r.Untranslated())
	}
}
