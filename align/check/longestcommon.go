package check

import (
	"iter"
	"slices"

	"github.com/bitext-go/bitext/internal/words"
)

// longestCommon returns the longest run of words that two texts share: x[i:i+n] and y[j:j+n]. Among
// several, i is the least possible and then j the greatest. Runs shorter than minWhole are not
// looked for, and n is 0 if there is no other.
//
// It compares hashes of runs of one length, and finds the greatest length by bisection, since a
// shared run contains a shared run of each smaller length: n log n steps for n words. Most texts
// share no run of minWhole words, and cost one comparison.
func longestCommon(x, y []string) (i, j, n int) {
	if len(x) < minWhole || len(y) < minWhole {
		return 0, 0, 0
	}
	hx, hy := hashesOf(x, y)
	i, j, ok := commonRun(x, y, hx, hy, minWhole)
	if !ok {
		return 0, 0, 0
	}
	low, high := minWhole, min(len(x), len(y)) // a run of low words is shared, one of high+1 is not
	for low < high {
		middle := (low + high + 1) / 2
		if p, q, ok := commonRun(x, y, hx, hy, middle); ok {
			i, j, low = p, q, middle
		} else {
			high = middle - 1
		}
	}
	return i, j, low
}

// commonRun returns the first run of n words of x that y has, and where y has it last.
func commonRun(x, y []string, hx, hy []uint64, n int) (i, j int, ok bool) {
	last := make(map[uint64]int, len(y)-n+1) // where y has each run last
	for q, h := range runHashes(hy, n) {
		last[h] = q
	}
	for p, h := range runHashes(hx, n) {
		if q, found := last[h]; found && slices.Equal(x[p:p+n], y[q:q+n]) {
			return p, q, true
		}
	}
	return 0, 0, false
}

// hashBase is the base of the polynomial hashes of runs: odd, with its bits spread.
const hashBase = 0x9E3779B97F4A7C15

// hashesOf returns a number for each word of x and of y, equal for equal words.
func hashesOf(x, y []string) (hx, hy []uint64) {
	ids := make(map[string]uint64, len(y))
	number := func(words []string) []uint64 {
		out := make([]uint64, len(words))
		for i, w := range words {
			id, ok := ids[w]
			if !ok {
				id = (uint64(len(ids)) + 1) * 0xBF58476D1CE4E5B9 // spreads the bits of small numbers
				id ^= id >> 31
				ids[w] = id
			}
			out[i] = id
		}
		return out
	}
	hy = number(y)
	return number(x), hy
}

// runHashes yields the hash of each run of n words, by where it begins.
func runHashes(hashes []uint64, n int) iter.Seq2[int, uint64] {
	return func(yield func(int, uint64) bool) {
		h, power := uint64(0), uint64(1) // power is hashBase^n
		for i, x := range hashes {
			h = h*hashBase + x
			if i < n {
				power *= hashBase
			} else {
				h -= power * hashes[i-n]
			}
			if i >= n-1 && !yield(i-n+1, h) {
				return
			}
		}
	}
}

// mayShareRun reports whether two texts may share a run of minWhole words. It costs one pass over
// each text, and almost always tells those that do not.
func mayShareRun(a, b *subject) bool {
	var has [1 << 5]uint64 // bits of the hashes of the words of b
	for _, t := range b.tokens {
		h := hashOf(b.Text[t.Start:t.End])
		has[h>>6%uint64(len(has))] |= 1 << (h & 63)
	}
	n := 0
	for _, t := range a.tokens {
		if t.Kind != words.Word || !a.isWording(t.Start) {
			continue // it may be between the words of a run
		}
		h := hashOf(a.Text[t.Start:t.End])
		if n++; has[h>>6%uint64(len(has))]&(1<<(h&63)) == 0 {
			n = 0
		}
		if n == minWhole {
			return true
		}
	}
	return false
}

// hashOf returns the FNV-1a hash of a word.
func hashOf(word string) uint64 {
	h := addHash(offset64, word)
	return h ^ h>>32
}
