package align

import (
	"sort"
	"sync"

	"github.com/bitext-go/bitext/segment"
)

// windows are the ranges of a text that have some number of sentences, by their length.
type windows struct {
	before []float64 // characters before each sentence
	most   int       // ranges that near returns

	lock   sync.Mutex
	sorted map[int][]int // by number of sentences: where ranges begin, the shortest first
}

func newWindows(before []float64, most int) *windows {
	return &windows{before: before, most: most, sorted: map[int][]int{}}
}

func (w *windows) chars(r segment.Range) float64 { return w.before[r.Hi] - w.before[r.Lo] }

// near returns ranges with as many sentences as r that are about as long, half of them shorter,
// and have none of its sentences.
func (w *windows) near(r segment.Range) []segment.Range {
	n := r.Len()
	length := func(lo int) float64 { return w.before[lo+n] - w.before[lo] }
	w.lock.Lock()
	list, ok := w.sorted[n]
	if !ok {
		for lo := 0; lo+n < len(w.before); lo++ {
			list = append(list, lo)
		}
		sort.SliceStable(list, func(x, y int) bool { return length(list[x]) < length(list[y]) })
		w.sorted[n] = list
	}
	w.lock.Unlock()
	at := sort.Search(len(list), func(k int) bool { return length(list[k]) >= w.chars(r) })
	out := make([]segment.Range, 0, w.most)
	for lo, hi := at-1, at; len(out) < w.most && (lo >= 0 || hi < len(list)); {
		for _, k := range [2]int{hi, lo} {
			if k >= 0 && k < len(list) && len(out) < w.most && (list[k]+n <= r.Lo || list[k] >= r.Hi) {
				out = append(out, segment.Range{Lo: list[k], Hi: list[k] + n})
			}
		}
		lo, hi = lo-1, hi+1
	}
	return out
}
