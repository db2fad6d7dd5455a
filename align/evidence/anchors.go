package evidence

import (
	"context"
	"math"
	"slices"

	"github.com/bitext-go/bitext/segment"
)

const (
	// Words count as rare if they are in at most rareSentences sentences, and one more for each
	// rareGrowth sentences of the text.
	rareSentences = 8
	rareGrowth    = 4000
	// A pair of sentences is an anchor if each is the other's favourite, with a vote of at least
	// leastVote, and voteLead times that of the second.
	leastVote  = 0.15
	voteLead   = 1.3
	chainSides = 3 // neighbours on each side that an anchor is compared with
)

// A voter finds pairs of sentences that probably translate one another, by the rare words that they
// share.
type voter struct {
	src, tgt     *vocabulary
	links        *links
	srcDF, tgtDF []int32 // sentences of the box that hold each type
	srcLast      []int32 // the last of them; -1 for a type that the box does not have
	tgtLast      []int32
	where        [][]int32 // sentences of the box that hold each rare target type
	votes        []float64 // for each target sentence
	touched      []int32   // target sentences with a vote
	backBest     []Anchor  // for each target sentence, its favourite
	backSecond   []float64 // and the vote of the one after
}

// A box is a stretch of either text.
type box struct{ src, tgt segment.Range }

const (
	// A box of more than boxRows source sentences is cut at anchors, and its parts are searched for
	// anchors again, because words are rarer there. The parts reach boxMargin sentences further, in
	// case an anchor is wrong.
	boxRows   = 1000
	boxMargin = 100
)

// findAnchors returns pairs of sentences along which the texts run, in time linear in the texts:
// sentences vote for one another with the rare words that they share, and the best chain of votes
// without a crossing is kept.
func findAnchors(ctx context.Context, src, tgt *vocabulary, t *links) ([]Anchor, error) {
	sentences := len(tgt.starts) - 1
	v := &voter{
		src: src, tgt: tgt, links: t,
		srcDF: make([]int32, len(src.types)), tgtDF: make([]int32, len(tgt.types)),
		srcLast: slices.Repeat([]int32{-1}, len(src.types)), tgtLast: slices.Repeat([]int32{-1}, len(tgt.types)),
		where: make([][]int32, len(tgt.types)), votes: make([]float64, sentences),
		backBest: make([]Anchor, sentences), backSecond: make([]float64, sentences),
	}
	all := box{segment.Range{Lo: 0, Hi: len(src.starts) - 1}, segment.Range{Lo: 0, Hi: sentences}}
	found, err := within(ctx, all, v.candidates)
	if err != nil {
		return nil, err
	}
	return plausible(longestChain(found)), nil
}

// within returns the anchors of a box, in order of i. candidates returns those that it finds in a
// box as it is.
func within(ctx context.Context, b box, candidates func(context.Context, box) ([]Anchor, error)) ([]Anchor, error) {
	found, err := candidates(ctx, b)
	if err != nil || b.src.Len() <= boxRows {
		return found, err
	}
	found = plausible(longestChain(found))
	var finer []Anchor
	part := box{segment.Range{Lo: b.src.Lo}, segment.Range{Lo: b.tgt.Lo}}
	end := func(i, j int) error {
		part.src.Hi, part.tgt.Hi = i, min(b.tgt.Hi, j+boxMargin)
		part.tgt.Lo = max(b.tgt.Lo, part.tgt.Lo-boxMargin)
		if part.src.Len() < b.src.Len()*3/4 {
			more, err := within(ctx, part, candidates)
			if err != nil {
				return err
			}
			finer = append(finer, more...)
		}
		part.src.Lo, part.tgt.Lo = i, j
		return nil
	}
	for _, a := range found {
		if a.I-part.src.Lo >= boxRows*2/3 {
			if err := end(a.I, a.J); err != nil {
				return nil, err
			}
		}
	}
	if err := end(b.src.Hi, b.tgt.Hi); err != nil {
		return nil, err
	}
	if len(finer) < len(found) {
		return found, nil
	}
	return finer, nil
}

// candidates returns the pairs of sentences of a box that are each other's clear favourite, in
// order of i.
func (v *voter) candidates(ctx context.Context, b box) ([]Anchor, error) {
	if err := v.src.countIn(ctx, b.src, v.srcDF, v.srcLast); err != nil {
		return nil, err
	}
	if err := v.tgt.countIn(ctx, b.tgt, v.tgtDF, v.tgtLast); err != nil {
		return nil, err
	}
	rare := int32(rareSentences + b.src.Len()/rareGrowth)
	for j := b.tgt.Lo; j < b.tgt.Hi; j++ {
		if err := look(ctx, j); err != nil {
			return nil, err
		}
		v.backBest[j], v.backSecond[j] = Anchor{}, 0
		for _, id := range v.tgt.sentence(j) {
			if v.tgtDF[id] <= rare {
				if w := v.where[id]; len(w) == 0 || w[len(w)-1] != int32(j) {
					v.where[id] = append(w, int32(j))
				}
			}
		}
	}
	var out []Anchor
	for i := b.src.Lo; i < b.src.Hi; i++ {
		if err := look(ctx, i); err != nil {
			return nil, err
		}
		if top, ok := v.favourite(i, rare); ok {
			out = append(out, top)
		}
	}
	for side, x := range []*vocabulary{v.src, v.tgt} { // clear what belongs to the box
		r, df, last := b.src, v.srcDF, v.srcLast
		if side == 1 {
			r, df, last = b.tgt, v.tgtDF, v.tgtLast
		}
		for _, id := range x.tokens[x.starts[r.Lo]:x.starts[r.Hi]] {
			df[id], last[id] = 0, -1
			if side == 1 {
				v.where[id] = v.where[id][:0]
			}
		}
	}
	return slices.DeleteFunc(out, func(a Anchor) bool {
		best := v.backBest[a.J]
		return best.I != a.I || a.Vote <= voteLead*v.backSecond[a.J]
	}), nil
}

// favourite returns the target sentence with the most votes from source sentence i, if it leads
// clearly.
func (v *voter) favourite(i int, rare int32) (Anchor, bool) {
	for _, s := range v.src.sentence(i) {
		if v.srcDF[s] > rare {
			continue
		}
		for _, l := range v.links.row(s) {
			if v.tgtDF[l.to] == 0 || v.tgtDF[l.to] > rare {
				continue
			}
			w := float64(max(l.fwd, l.bwd)) / math.Sqrt(float64(v.srcDF[s])*float64(v.tgtDF[l.to]))
			for _, j := range v.where[l.to] {
				if v.votes[j] == 0 {
					v.touched = append(v.touched, j)
				}
				v.votes[j] += w
			}
		}
	}
	top, second := Anchor{I: i, J: -1}, 0.0
	for _, j := range v.touched {
		vote := v.votes[j]
		v.votes[j] = 0
		if vote > top.Vote {
			top.J, top.Vote, second = int(j), vote, top.Vote
		} else if vote > second {
			second = vote
		}
		if b := &v.backBest[j]; vote > b.Vote {
			v.backSecond[j] = b.Vote
			*b = Anchor{I: i, J: int(j), Vote: vote}
		} else if vote > v.backSecond[j] {
			v.backSecond[j] = vote
		}
	}
	v.touched = v.touched[:0]
	return top, top.J >= 0 && top.Vote >= leastVote && top.Vote > voteLead*second
}

// longestChain returns the chain of anchors, rising in both texts, with the largest sum of votes (a
// Fenwick tree over the target sentences holds the best chain that ends before each).
func longestChain(list []Anchor) []Anchor {
	size := 0
	for _, a := range list {
		size = max(size, a.J+2)
	}
	tree := make([]int, size+1) // index into list plus one of the best chain's last anchor
	sum := make([]float64, len(list))
	prev := make([]int, len(list))
	better := func(a, b int) int { // the index whose chain weighs more
		if a == 0 || b != 0 && sum[b-1] > sum[a-1] {
			return b
		}
		return a
	}
	last := 0
	for k, a := range list {
		best := 0
		for x := a.J; x > 0; x -= x & -x { // chains that end at target sentences below a.J
			best = better(best, tree[x])
		}
		sum[k] = a.Vote
		if best > 0 {
			sum[k] += sum[best-1]
		}
		prev[k] = best
		for x := a.J + 1; x < len(tree); x += x & -x {
			tree[x] = better(tree[x], k+1)
		}
		last = better(last, k+1)
	}
	var chain []Anchor
	for ; last > 0; last = prev[last-1] {
		chain = append(chain, list[last-1])
	}
	slices.Reverse(chain)
	return chain
}

// plausible returns the chain without anchors off the line of their neighbours.
func plausible(chain []Anchor) []Anchor {
	if len(chain) < 2*chainSides+1 {
		return chain
	}
	var out []Anchor
	for k, a := range chain {
		near, fit := 0, 0
		for x := max(0, k-chainSides); x <= min(len(chain)-1, k+chainSides); x++ {
			if x == k {
				continue
			}
			near++
			di, dj := math.Abs(float64(chain[x].I-a.I)), math.Abs(float64(chain[x].J-a.J))
			if far := max(di, dj); math.Abs(di-dj) <= 4+0.4*min(far, 20)+0.12*far {
				fit++
			}
		}
		if 2*fit >= near {
			out = append(out, a)
		}
	}
	return out
}
