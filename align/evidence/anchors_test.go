package evidence

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/workers"
	"github.com/bitext-go/bitext/segment"
)

// inventories returns two texts of n sentences with numbers, and the sentence of the second that
// translates each of the first.
func inventories(n int) (src, tgt *segment.Text, where []int) {
	r := rand.New(rand.NewPCG(3, 4))
	var a, b []string
	for range n {
		var s []string
		for range 6 {
			s = append(s, fmt.Sprint(100+r.IntN(4*n)))
		}
		if r.IntN(10) == 0 {
			b = append(b, "Inventaire de la maison.")
		}
		a, where = append(a, "Lot "+strings.Join(s, " ")), append(where, len(b))
		b = append(b, "Lot "+strings.Join(s, " "))
	}
	return segment.FromSentences(a, language.English), segment.FromSentences(b, language.French), where
}

func TestWorkersFindTheSameAnchors(t *testing.T) {
	src, tgt, where := inventories(3 * boxRows)
	fitted, err := Numbers{}.Fit(t.Context(), src, tgt)
	require.NoError(t, err)
	m := fitted.(*wordModel)
	first, err := m.Anchors(workers.Limit(t.Context(), 1))
	require.NoError(t, err)
	assert.Greater(t, len(first), len(where)*9/10)
	for _, a := range first {
		assert.Equal(t, where[a.I], a.J)
	}
	for n := 2; n <= 4; n++ {
		anchors, err := m.Anchors(workers.Limit(t.Context(), n))
		require.NoError(t, err)
		assert.Equal(t, first, anchors, "%d goroutines", n)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = m.Anchors(ctx)
	assert.ErrorIs(t, err, context.Canceled)
}

// TestBallotsAddUp counts random votes in one ballot, and in two that are added.
func TestBallotsAddUp(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 2))
	for range 200 {
		var all, before, after ballot
		to := segment.Range{Lo: 7, Hi: 11}
		for _, x := range []*ballot{&all, &before, &after} {
			x.reset(to)
		}
		for i := range 6 {
			part := &before
			if i > 2 {
				part = &after
			}
			for j := range to.Len() {
				vote := float64(r.IntN(4)) // often the same
				for _, x := range []*ballot{&all, part} {
					if x.votes[j] = vote; vote > 0 {
						x.touched = append(x.touched, int32(j))
					}
				}
			}
			all.count(i)
			part.count(i)
		}
		before.add(&after)
		assert.Equal(t, all.tops, before.tops)
		assert.Equal(t, all.backBest, before.backBest)
		assert.Equal(t, all.backSecond, before.backSecond)
	}
}
