package evidence

import (
	"context"
	"slices"
	"sync"

	"github.com/bitext-go/bitext/align/lexicon"
	"github.com/bitext-go/bitext/internal/workers"
)

// A link is the probability that a source type and target type to translate one another: fwd is
// P(target|source), bwd P(source|target).
type link struct {
	to       int32
	fwd, bwd float32
}

// or returns the link with the larger probabilities of two that have the same type.
func (l link) or(other link) link { return link{l.to, max(l.fwd, other.fwd), max(l.bwd, other.bwd)} }

// links are the links between the types of two texts.
type links struct {
	linkTable
	fwd []float32 // by target type: its largest probability given any source type, of pruned links too
	bwd []float32 // by source type: the same given any target type

	once sync.Once
	back *linkTable // of the target types; nil until asked for
}

// backward returns the links of each target type, with fwd and bwd exchanged.
func (t *links) backward() *linkTable {
	t.once.Do(func() { t.back = t.transposed(len(t.fwd)) })
	return t.back
}

// A linkTable holds the links of each type of one text, in order of the other type.
type linkTable struct {
	starts []int32 // by type: where its links begin in list, and where the last end
	list   []link
}

// row returns the links of a type.
func (t *linkTable) row(id int32) []link { return t.list[t.starts[id]:t.starts[id+1]] }

// transposed returns the links of each type of the other text, which has some number of types, with
// fwd and bwd exchanged.
func (t *linkTable) transposed(types int) *linkTable {
	out := &linkTable{make([]int32, types+1), make([]link, len(t.list))}
	for _, l := range t.list {
		out.starts[l.to+1]++
	}
	sums(out.starts)
	next := slices.Clone(out.starts)
	for id := range len(t.starts) - 1 {
		for _, l := range t.row(int32(id)) {
			out.list[next[l.to]] = link{int32(id), l.bwd, l.fwd}
			next[l.to]++
		}
	}
	return out
}

// A linkBuilder collects links from several sources. If two know a pair, the larger probability
// counts: they are two opinions about one fact.
type linkBuilder struct {
	src, tgt *vocabulary
	rows     [][]link

	srcWords, tgtWords []*lexicon.Words // that a lexicon knows
}

func newLinkBuilder(src, tgt *vocabulary) *linkBuilder {
	return &linkBuilder{src: src, tgt: tgt, rows: make([][]link, len(src.types))}
}

// add adds a link between types s and t. Several goroutines may call it, each with other types s.
func (b *linkBuilder) add(s, t int32, fwd, bwd float64) {
	b.rows[s] = append(b.rows[s], link{t, float32(fwd), float32(bwd)})
}

// equal links the types of the two texts that have the same form, if ok returns true for it.
func (b *linkBuilder) equal(p float64, ok func(*wordType) bool) {
	for i := range b.src.types {
		w := &b.src.types[i]
		if !ok(w) {
			continue
		}
		if j, found := b.tgt.ids[w.form]; found {
			b.add(int32(i), j, p, p)
		}
	}
}

// merge sorts the links of each type and makes one of those with the same type. Build needs it.
func (b *linkBuilder) merge(ctx context.Context) error {
	for s, row := range b.rows {
		if err := look(ctx, s); err != nil {
			return err
		}
		slices.SortFunc(row, func(x, y link) int { return int(x.to - y.to) })
		out := row[:0]
		for _, l := range row {
			if n := len(out); n > 0 && out[n-1].to == l.to {
				out[n-1] = out[n-1].or(l)
			} else {
				out = append(out, l)
			}
		}
		b.rows[s] = out
	}
	return nil
}

// buildTypes is how many source types a goroutine builds the links of.
const buildTypes = 2000

// build returns the links and those that learnt appends to a list for each source type, in order of
// the target type, merged and pruned. Learnt may be nil. Several goroutines call it at a time.
func (b *linkBuilder) build(ctx context.Context, learnt func(s int, list []link) []link) (*links, error) {
	t := &links{
		linkTable: linkTable{starts: make([]int32, len(b.rows)+1)},
		fwd:       make([]float32, len(b.tgt.types)), bwd: make([]float32, len(b.src.types)),
	}
	lists := make([][]link, max(1, min(workers.Of(ctx), len(b.rows)/buildTypes)))
	forward := make([][]float32, len(lists))
	err := workers.Each(ctx, len(lists), func(k int) (err error) {
		if forward[k] = t.fwd; k > 0 {
			forward[k] = make([]float32, len(t.fwd))
		}
		lo, hi := k*len(b.rows)/len(lists), (k+1)*len(b.rows)/len(lists)
		lists[k], err = b.buildRows(ctx, lo, hi, learnt, t, forward[k])
		return err
	})
	if err != nil {
		return nil, err
	}
	for _, best := range forward[1:] {
		for id, p := range best {
			t.fwd[id] = max(t.fwd[id], p)
		}
	}
	sums(t.starts)
	t.list = slices.Concat(lists...)
	return t, nil
}

// buildRows returns the links of the source types from lo to hi, and notes how many each has, and
// the best probabilities, those of target types in fwd.
func (b *linkBuilder) buildRows(
	ctx context.Context, lo, hi int, learnt func(s int, list []link) []link, t *links, fwd []float32,
) (all []link, err error) {
	var scratch []link
	for s := lo; s < hi; s++ {
		if err := look(ctx, s); err != nil {
			return nil, err
		}
		row, before := b.rows[s], len(all)
		if learnt != nil {
			scratch = learnt(s, scratch[:0])
		}
		list := scratch
		for len(row)+len(list) > 0 {
			var l link
			switch {
			case len(list) == 0 || len(row) > 0 && row[0].to < list[0].to:
				l, row = row[0], row[1:]
			case len(row) == 0 || row[0].to > list[0].to:
				l, list = list[0], list[1:]
			default:
				l = row[0].or(list[0])
				row, list = row[1:], list[1:]
			}
			fwd[l.to], t.bwd[s] = max(fwd[l.to], l.fwd), max(t.bwd[s], l.bwd)
			if !b.negligible(int32(s), l) {
				all = append(all, l)
			}
		}
		t.starts[s+1] = int32(len(all) - before)
	}
	return all, nil
}

// leastGain is what a link must be able to give a token in a sentence of mean length, as a share of
// the token's unigram probability. Pruning the others, most of them between common words, makes the
// search several times as fast and changes next to nothing.
const leastGain = 0.1

func (b *linkBuilder) negligible(s int32, l link) bool {
	return float64(l.fwd) < leastGain*b.tgt.unigram[l.to]*b.src.meanLen &&
		float64(l.bwd) < leastGain*b.src.unigram[s]*b.tgt.meanLen
}

// lookup returns the probabilities of a pair of types, 0 if it has no link.
func (t *links) lookup(src, tgt int32) (fwd, bwd float64) {
	row := t.row(src)
	i, ok := slices.BinarySearchFunc(row, tgt, func(l link, t int32) int { return int(l.to - t) })
	if !ok {
		return 0, 0
	}
	return float64(row[i].fwd), float64(row[i].bwd)
}
