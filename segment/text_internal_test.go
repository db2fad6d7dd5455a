package segment

import (
	"math/rand/v2"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
)

func TestCharactersAreCountedWithoutWhiteSpace(t *testing.T) {
	pieces := []string{"a", " ", "\t", "\n", "é", "م", "\u0085", "\u00a0", "\u1680", "\u2003", "\u2028", "\u202f",
		"\u3000", "汉", "ก", "𝒳", "\u0300", "-", "word", "\x00", "\x1f", "\v", "£", "ß", "–", "。", "é́"}
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		s := ""
		for range r.IntN(20) {
			s += pieces[r.IntN(len(pieces))]
		}
		want := 0
		for _, c := range s {
			if !unicode.IsSpace(c) {
				want++
			}
		}
		assert.Equal(t, want, charsIn(s), "%q", s)
	}
}
