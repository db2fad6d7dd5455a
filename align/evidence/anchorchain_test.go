package evidence

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestLongestChainIsBruteForce tries all subsets of small lists.
func TestLongestChainIsBruteForce(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 1))
	for range 300 {
		var list []Anchor
		for i := range r.IntN(9) {
			list = append(list, Anchor{I: i, J: r.IntN(8), Vote: float64(1 + r.IntN(20))})
		}
		best := 0.0
		for subset := range 1 << len(list) {
			sum, last, rising := 0.0, -1, true
			for k, a := range list {
				if subset>>k&1 == 1 {
					rising = rising && a.J > last
					sum, last = sum+a.Vote, a.J
				}
			}
			if rising {
				best = max(best, sum)
			}
		}
		sum := 0.0
		chain := longestChain(list)
		for k, a := range chain {
			sum += a.Vote
			require.True(t, k == 0 || chain[k-1].I < a.I && chain[k-1].J < a.J, "%v rises in both texts", chain)
		}
		require.InDelta(t, best, sum, 1e-9, "%v", list)
	}
}

func TestPlausibleDropsOutliers(t *testing.T) {
	var chain []Anchor
	for i := range 20 {
		chain = append(chain, Anchor{I: 10 * i, J: 10*i + i%3})
	}
	assert.Equal(t, chain, plausible(chain))
	with := slices.Insert(slices.Clone(chain), 10, Anchor{I: 95, J: 99}, Anchor{I: 96, J: 60})
	with[11].J = 160 // far off the line
	assert.NotContains(t, plausible(with), with[11])
	assert.Contains(t, plausible(with), with[10])
	assert.Empty(t, plausible(nil))
}
