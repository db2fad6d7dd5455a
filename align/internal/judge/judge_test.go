package judge_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/align/internal/judge"
)

// beads returns n beads whose scores lead before those of rivals by about lead deviations.
func beads(r *rand.Rand, n int, lead float64) []judge.Bead {
	out := make([]judge.Bead, n)
	for i := range out {
		score := func(mean float64) float64 { return mean - 4 + 1.3*r.NormFloat64() }
		b := judge.Bead{Chars: 150, Score: score(1.3 * lead)}
		for side := range b.Rivals {
			for range 16 {
				b.Rivals[side] = append(b.Rivals[side], score(0))
			}
		}
		out[i] = b
	}
	return out
}

func verdict(t *testing.T, list []judge.Bead) judge.Verdict {
	t.Helper()
	v, err := judge.Judge(t.Context(), list)
	require.NoError(t, err)
	return v
}

func mean(p []float64) (sum float64) {
	for _, x := range p {
		sum += x / float64(len(p))
	}
	return sum
}

func TestTranslationsLeadBeforeChance(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 13))
	good, bad := beads(r, 100, 9), beads(r, 100, 0)
	v := verdict(t, append(good, bad...))
	assert.Greater(t, mean(v.Translation[:100]), 0.98)
	assert.Less(t, mean(v.Translation[100:]), 0.02)
	assert.InDelta(t, 9, v.Lead, 1.5)
	assert.Less(t, mean(verdict(t, bad).Translation), 0.02, "texts without any translation")
	assert.Greater(t, mean(verdict(t, good).Translation), 0.99)
}

func TestTheTextsSayHowLikelyATranslationIs(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	doubtful := beads(r, 1, 2)
	among := func(others []judge.Bead) float64 {
		list := append(append(append([]judge.Bead(nil), others[:20]...), doubtful...), others[20:]...)
		return verdict(t, list).Translation[20]
	}
	translations, strangers := beads(r, 40, 9), beads(r, 40, 0)
	assert.Greater(t, among(translations), among(strangers)+0.1)
	gaps := make([]judge.Bead, 40)
	for i := range gaps {
		gaps[i].Null = true
	}
	assert.Less(t, among(gaps), among(translations), "sentences without counterparts are no translations")
}

// A search finds beads in long unrelated texts that all lead a little before chance.
func TestLongUnrelatedTexts(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 8))
	assert.Less(t, mean(verdict(t, beads(r, 1500, 1)).Translation), 0.2)
	assert.Greater(t, mean(verdict(t, beads(r, 1500, 3.8)).Translation), 0.9, "novels without a lexicon")
}

func TestNothingIsKnown(t *testing.T) {
	assert.Empty(t, verdict(t, nil).Translation)
	for _, list := range [][]judge.Bead{{{}}, {{Null: true}}, make([]judge.Bead, 50)} {
		for _, p := range verdict(t, list).Translation {
			assert.True(t, p >= 0 && p <= 1, "%v", p)
		}
	}
}

// Beads that lead far before what rivals are like elsewhere need none of their own.
func TestClearBeadsNeedNoRivals(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	list := append(append(beads(r, 100, 9), beads(r, 30, 0)...), beads(r, 100, 9)...)
	doubtful, weak := beads(r, 1, 3)[0], beads(r, 1, 5)[0]
	list = append(list[:50:50], append([]judge.Bead{doubtful}, list[50:]...)...)
	list[160] = weak
	unmeasured := append([]judge.Bead(nil), list...)
	for i := range unmeasured {
		if i%2 == 0 {
			unmeasured[i].Rivals, unmeasured[i].Unmeasured = [2][]float64{}, true
		}
	}
	open, err := judge.Open(t.Context(), unmeasured)
	require.NoError(t, err)
	assert.Contains(t, open, 50)
	assert.Contains(t, open, 160, "half of its lead would be little")
	for i := 102; i < 130; i += 2 {
		assert.Contains(t, open, i, "strangers are looked at")
	}
	assert.Less(t, len(open), 40, "most translations are not")
	for _, i := range open {
		unmeasured[i] = list[i]
		unmeasured[i].Open = true
	}
	want, got := verdict(t, list), verdict(t, unmeasured)
	assert.InDelta(t, want.Lead, got.Lead, 0.5)
	for i := range list {
		assert.InDelta(t, want.Translation[i], got.Translation[i], 0.05, "%d", i)
	}
}

func TestNothingIsOpen(t *testing.T) {
	for _, list := range [][]judge.Bead{nil, {{Null: true}}, {{Null: true, Unmeasured: true}}, make([]judge.Bead, 5)} {
		open, err := judge.Open(t.Context(), list)
		require.NoError(t, err)
		assert.Empty(t, open)
	}
	open, err := judge.Open(t.Context(), []judge.Bead{{Unmeasured: true}, {Null: true}})
	require.NoError(t, err)
	assert.Equal(t, []int{0}, open, "nothing is measured yet")
}

// What beads say together grows with their number and their lead, and of strangers it is about
// nothing.
func TestProof(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 9))
	assert.Zero(t, judge.Proof(nil))
	assert.Zero(t, judge.Proof([]judge.Bead{{Null: true}}))
	assert.Less(t, judge.Proof(beads(r, 20, 0)), 4.0)
	assert.Less(t, judge.Proof(beads(r, 20, -3)), -10.0)
	few, more := judge.Proof(beads(r, 5, 4)), judge.Proof(beads(r, 20, 4))
	assert.Greater(t, few, 15.0)
	assert.Greater(t, more, 2*few)
	alone := judge.Bead{Score: 3, Chars: 100} // without rivals, what they are like in general counts
	assert.Greater(t, judge.Proof([]judge.Bead{alone}), 2.0)
	assert.InDelta(t, judge.Proof([]judge.Bead{alone}), judge.Proof([]judge.Bead{{Null: true}, alone}), 1e-12)
}
