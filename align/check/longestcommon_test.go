package check

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestLongestCommon(t *testing.T) {
	for _, c := range []struct {
		x, y    string
		i, j, n int
	}{
		{"a b c d", "x a b c d y", 0, 1, 4},
		{"a b c x a b c", "a b c y a b c", 0, 4, 3}, // first in x, last in y
		{"a b", "a b", 0, 0, 0},
		{"", "a b c", 0, 0, 0},
		{"a b c", "c b a", 0, 0, 0},
	} {
		i, j, n := longestCommon(strings.Fields(c.x), strings.Fields(c.y))
		assert.Equal(t, [3]int{c.i, c.j, c.n}, [3]int{i, j, n}, "%s | %s", c.x, c.y)
	}
}

// Whatever the words, the run is the one that comparing all of them finds.
func TestLongestCommonIsTheLongest(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	words := func() []string {
		out := make([]string, random.IntN(20))
		for i := range out {
			out[i] = string(rune('a' + random.IntN(3)))
		}
		return out
	}
	for range 2000 {
		x, y := words(), words()
		var want [3]int
		for i := range x {
			for j := range y {
				n := 0
				for i+n < len(x) && j+n < len(y) && x[i+n] == y[j+n] {
					n++
				}
				if n >= minWhole && (n > want[2] || n == want[2] && i == want[0]) {
					want = [3]int{i, j, n}
				}
			}
		}
		i, j, n := longestCommon(x, y)
		assert.Equal(t, want, [3]int{i, j, n}, "%v | %v", x, y)
	}
}
