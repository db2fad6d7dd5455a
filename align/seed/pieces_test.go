package seed_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/seed"
	"github.com/bitext-go/bitext/internal/papers"
	"github.com/bitext-go/bitext/segment"
)

// A long document is cut at sentences that translate each other, also where one text lacks some,
// and its pieces give nearly the units of the whole.
func TestPiecesOfALongDocument(t *testing.T) {
	const n = 1500
	langs := []language.Tag{language.English, language.French, language.Spanish}
	var texts []*segment.Text
	for l, lang := range langs {
		var body strings.Builder
		for i := range n / 10 {
			if l != 1 || i%40 != 17 {
				body.WriteString(papers.Varied(i, l, 10))
			}
		}
		texts = append(texts, segment.New(body.String(), lang))
	}
	m := &seed.Method{PieceSentences: 200}
	pieces, err := m.Pieces(texts)
	require.NoError(t, err)
	assert.InDelta(t, n/200, len(pieces), 2)
	whole := &seed.Method{PieceSentences: n}
	one, err := whole.Pieces(texts)
	require.NoError(t, err)
	require.Len(t, one, 1)
	want, err := whole.Align(t.Context(), texts, nil, 2)
	require.NoError(t, err)
	got, err := m.Align(t.Context(), texts, nil, 2)
	require.NoError(t, err)
	wordings := func(a *seed.Alignment) (all []string) {
		for _, u := range a.Units {
			text := ""
			for _, s := range u.Sides {
				text += s.Text + "|" + s.Lines + "|" + s.Paragraph + "|"
			}
			all = append(all, text)
		}
		return all
	}
	same, all := 0, wordings(want)
	for _, w := range wordings(got) {
		if slices.Contains(all, w) {
			same++
		}
	}
	assert.GreaterOrEqual(t, float64(same), 0.995*float64(len(all)), "%d of %d", same, len(all))
	assert.Equal(t, want.Texts[0].Sentences, got.Texts[0].Sentences)

	// Each piece begins where the last one ends.
	at := make([]int, 3)
	for _, p := range pieces {
		for i, r := range p {
			require.Equal(t, at[i], r.Lo)
			at[i] = r.Hi
		}
	}
	for i, x := range texts {
		assert.Equal(t, len(x.Sentences), at[i])
	}
}

// Texts without anything in common are one piece.
func TestOnePiece(t *testing.T) {
	src := segment.FromSentences(slices.Repeat([]string{"Aaa."}, 500), language.English)
	tgt := segment.FromSentences(slices.Repeat([]string{"Bbb."}, 500), language.French)
	for _, texts := range [][]*segment.Text{{src, tgt}, {src, segment.FromSentences(nil, language.French)}} {
		pieces, err := (&seed.Method{PieceSentences: 10}).Pieces(texts)
		require.NoError(t, err)
		assert.Len(t, pieces, 1)
	}
}
