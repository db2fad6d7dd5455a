package evidence

import (
	"context"
	"math"
	"slices"

	"github.com/bitext-go/bitext/internal/workers"
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
	x := &wordIndex{model: m, tgt: tgt, most: most, where: make([][]int32, len(m.tgt.types))}
	for k, j := range tgt {
		if err := look(ctx, k); err != nil {
			return nil, err
		}
		for _, id := range m.tgt.sentence(j) {
			if w := x.where[id]; len(w) == 0 || w[len(w)-1] != int32(k) {
				x.where[id] = append(w, int32(k))
			}
		}
	}
	out := make([][]int, len(src))
	parts := max(1, min(workers.Of(ctx), len(src)/indexedStretch))
	err := workers.Each(ctx, parts, func(part int) error {
		v := indexVotes{wordIndex: x, votes: make([]float64, len(tgt))}
		for n := part * len(src) / parts; n < (part+1)*len(src)/parts; n++ {
			if err := look(ctx, n); err != nil {
				return err
			}
			out[n] = v.best(src[n])
		}
		return nil
	})
	return out, err
}

// indexedStretch is how many source sentences a goroutine finds candidates of, at least. They take
// some milliseconds.
const indexedStretch = 100

// A wordIndex tells which sentences hold a target type.
type wordIndex struct {
	model *wordModel
	tgt   []int     // the sentences
	where [][]int32 // by type: those of tgt that hold it, by index
	most  int       // candidates of a source sentence
}

// indexVotes are the votes of one source sentence after another.
type indexVotes struct {
	*wordIndex
	votes   []float64 // for each of tgt
	touched []voted
	seen    []int32
}

// A voted is the index of a target sentence that has votes, and what they weigh.
type voted struct {
	at     int32
	weight float64
}

// best returns the candidates of source sentence i, the best first.
func (v *indexVotes) best(i int) []int {
	m, tgt := v.model, v.tgt
	limit := indexedSentences + len(tgt)/indexedGrowth
	v.seen = append(v.seen[:0], m.src.sentence(i)...)
	slices.Sort(v.seen)
	for _, s := range slices.Compact(v.seen) {
		for _, l := range m.links.row(s) {
			holders := v.where[l.to]
			if len(holders) == 0 || len(holders) > limit {
				continue
			}
			vote := float64(max(l.fwd, l.bwd)) * math.Log(float64(1+len(tgt))/float64(len(holders)))
			for _, k := range holders {
				if v.votes[k] == 0 {
					v.touched = append(v.touched, voted{at: k})
				}
				v.votes[k] += vote
			}
		}
	}
	for n := range v.touched { // long sentences gather votes by their length
		x := &v.touched[n]
		x.weight = v.votes[x.at] / math.Sqrt(float64(len(m.tgt.sentence(tgt[x.at]))+10))
		v.votes[x.at] = 0
	}
	best := bestOf(v.touched, v.most)
	out := make([]int, len(best))
	for n, x := range best {
		out[n] = tgt[x.at]
	}
	v.touched = v.touched[:0]
	return out
}

// bestOf moves the best to the beginning of a list, at most n of them, in order, and returns them.
func bestOf(list []voted, n int) []voted {
	better := func(a, b voted) bool { return a.weight > b.weight || a.weight == b.weight && a.at < b.at }
	found := 0
	for _, x := range list {
		k := found
		if found < n {
			found++
		} else if k--; k < 0 || !better(x, list[k]) {
			continue
		}
		for ; k > 0 && better(x, list[k-1]); k-- {
			list[k] = list[k-1]
		}
		list[k] = x
	}
	return list[:found]
}
