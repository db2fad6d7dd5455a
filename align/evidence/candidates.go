package evidence

import (
	"cmp"
	"context"
	"math"
	"slices"
)

// An Indexer is a [Model] that can tell which sentences of two texts may translate one another,
// wherever they are.
type Indexer interface {
	// Candidates returns, for each of the source sentences, up to most of the target sentences that
	// have linked words with it, the best first. Both lists are numbers of sentences. The work
	// grows about in proportion to the number of sentences, since words that many sentences have
	// are ignored. It returns soon after ctx is cancelled, with an error that wraps ctx.Err().
	Candidates(ctx context.Context, src, tgt []int, most int) ([][]int, error)
}

// Candidates returns those of the first model that knows any.
func (m Models) Candidates(ctx context.Context, src, tgt []int, most int) ([][]int, error) {
	for _, x := range m {
		if f, ok := x.(Indexer); ok {
			return f.Candidates(ctx, src, tgt, most)
		}
	}
	return nil, nil
}

const (
	// A word is indexed if at most indexedSentences target sentences have it, and one more for each
	// indexedGrowth of them.
	indexedSentences = 40
	indexedGrowth    = 1000
)

// Candidates lets each source sentence vote for the target sentences that hold what its words are
// linked with: a vote is the probability of the link times how rare the target word is.
func (m *wordModel) Candidates(ctx context.Context, src, tgt []int, most int) ([][]int, error) {
	where := make([][]int32, len(m.tgt.types)) // which of tgt hold each type
	for k, j := range tgt {
		if err := look(ctx, k); err != nil {
			return nil, err
		}
		for _, id := range m.tgt.sentence(j) {
			if w := where[id]; len(w) == 0 || w[len(w)-1] != int32(k) {
				where[id] = append(w, int32(k))
			}
		}
	}
	limit := indexedSentences + len(tgt)/indexedGrowth
	votes := make([]float64, len(tgt))
	var touched []int32
	out := make([][]int, len(src))
	var seen []int32
	for n, i := range src {
		if err := look(ctx, n); err != nil {
			return nil, err
		}
		seen = append(seen[:0], m.src.sentence(i)...)
		slices.Sort(seen)
		for _, s := range slices.Compact(seen) {
			for _, l := range m.links.row(s) {
				holders := where[l.to]
				if len(holders) == 0 || len(holders) > limit {
					continue
				}
				vote := float64(max(l.fwd, l.bwd)) * math.Log(float64(1+len(tgt))/float64(len(holders)))
				for _, k := range holders {
					if votes[k] == 0 {
						touched = append(touched, k)
					}
					votes[k] += vote
				}
			}
		}
		// Long sentences gather votes by their length.
		weight := func(k int32) float64 { return votes[k] / math.Sqrt(float64(len(m.tgt.sentence(tgt[k]))+10)) }
		slices.SortFunc(touched, func(a, b int32) int {
			return cmp.Or(cmp.Compare(weight(b), weight(a)), cmp.Compare(a, b))
		})
		for _, k := range touched[:min(most, len(touched))] {
			out[n] = append(out[n], tgt[k])
		}
		for _, k := range touched {
			votes[k] = 0
		}
		touched = touched[:0]
	}
	return out, nil
}
