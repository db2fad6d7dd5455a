package align

import (
	"cmp"
	"slices"
	"sort"
	"sync"

	"github.com/bitext-go/bitext/segment"
)

// windows are the ranges of a text that have some number of sentences, by their length.
type windows struct {
	before []float64 // characters before each sentence
	most   int       // ranges that near returns

	lock   sync.Mutex
	sorted map[int][]window // by number of sentences: the shortest first
}

// A window is a range that has some number of sentences. It takes eight bytes, since a text of a
// million sentences has as many for each number.
type window struct {
	chars float32
	lo    int32 // its first sentence
}

func newWindows(before []float64, most int) *windows {
	return &windows{before: before, most: most, sorted: map[int][]window{}}
}

func (w *windows) chars(r segment.Range) float64 { return w.before[r.Hi] - w.before[r.Lo] }

// near returns ranges with as many sentences as r that are about as long, half of them shorter,
// and have none of its sentences.
func (w *windows) near(r segment.Range) []segment.Range {
	n := r.Len()
	w.lock.Lock()
	list, ok := w.sorted[n]
	if !ok {
		list = w.ofLength(n)
		w.sorted[n] = list
	}
	w.lock.Unlock()
	at := sort.Search(len(list), func(k int) bool { return list[k].chars >= float32(w.chars(r)) })
	out := make([]segment.Range, 0, w.most)
	for lo, hi := at-1, at; len(out) < w.most && (lo >= 0 || hi < len(list)); {
		for _, k := range [2]int{hi, lo} {
			if k < 0 || k >= len(list) || len(out) == w.most {
				continue
			}
			if first := int(list[k].lo); first+n <= r.Lo || first >= r.Hi {
				out = append(out, segment.Range{Lo: first, Hi: first + n})
			}
		}
		lo, hi = lo-1, hi+1
	}
	return out
}

// ofLength returns all ranges of n sentences, the shortest first.
func (w *windows) ofLength(n int) []window {
	list := make([]window, 0, max(0, len(w.before)-n))
	for lo := 0; lo+n < len(w.before); lo++ {
		list = append(list, window{float32(w.before[lo+n] - w.before[lo]), int32(lo)})
	}
	slices.SortFunc(list, func(x, y window) int {
		return cmp.Or(cmp.Compare(x.chars, y.chars), cmp.Compare(x.lo, y.lo))
	})
	return list
}
