package evidence

import (
	"context"
	"math"
	"slices"

	"github.com/bitext-go/bitext/internal/workers"
	"github.com/bitext-go/bitext/segment"
)

const (
	// Words count as rare if they are in at most rareSentences sentences, and one more for each
	// rareGrowth sentences of the text.
	rareSentences = 8
	rareGrowth    = 4000
	// A pair of sentences is an anchor if each is the other's favourite, with a vote of at least
	// leastVote, and voteLead times that of the second.
	leastVote = 0.15
	voteLead  = 1.3
)

// findAnchors returns pairs of sentences along which the texts run, in time linear in the texts:
// sentences vote for one another with the rare words that they share, and the best chain of votes
// without a crossing is kept.
func findAnchors(ctx context.Context, src, tgt *vocabulary, t *links) ([]Anchor, error) {
	all := box{segment.Range{Lo: 0, Hi: len(src.starts) - 1}, segment.Range{Lo: 0, Hi: len(tgt.starts) - 1}}
	found, err := within(ctx, all, newVoter(src, tgt, t))
	if err != nil {
		return nil, err
	}
	return plausible(longestChain(found)), nil
}

// A voter finds pairs of sentences that probably translate one another, by the rare words that they
// share.
type voter struct {
	src, tgt     *vocabulary
	links        *links
	srcDF, tgtDF []int32 // sentences of the box that hold each type
	srcLast      []int32 // the last of them; -1 for a type that the box does not have
	tgtLast      []int32
	where        [][]int32 // sentences of the box that hold each rare target type
	rare         int32     // sentences of the box that may hold a rare type
	ballots      []ballot  // each of a stretch of its source sentences
}

// A ballot is the votes of source sentences for the target sentences of a box.
type ballot struct {
	from       int       // the first of the target sentences, which all indices count from
	votes      []float64 // of one source sentence
	touched    []int32   // target sentences with a vote
	backBest   []Anchor  // for each target sentence, its favourite
	backSecond []float64 // and the vote of the one after
	tops       []Anchor  // for each source sentence with a clear favourite, that
}

func newVoter(src, tgt *vocabulary, t *links) *voter {
	return &voter{
		src: src, tgt: tgt, links: t,
		srcDF: make([]int32, len(src.types)), tgtDF: make([]int32, len(tgt.types)),
		srcLast: slices.Repeat([]int32{-1}, len(src.types)), tgtLast: slices.Repeat([]int32{-1}, len(tgt.types)),
		where: make([][]int32, len(tgt.types)),
	}
}

// another returns a voter for another goroutine.
func (v *voter) another() boxFinder { return newVoter(v.src, v.tgt, v.links) }

// candidates returns the pairs of sentences of a box that are each other's clear favourite, in
// order of i.
func (v *voter) candidates(ctx context.Context, b box) ([]Anchor, error) {
	v.rare = int32(rareSentences + b.src.Len()/rareGrowth)
	err := workers.Each(ctx, 2, func(side int) error {
		if side == 0 {
			return v.src.countIn(ctx, b.src, v.srcDF, v.srcLast)
		}
		return v.index(ctx, b.tgt)
	})
	if err != nil {
		return nil, err
	}
	v.ballots = resized(v.ballots, max(1, min(workers.Of(ctx), b.src.Len()/boxRows)))
	err = workers.Each(ctx, len(v.ballots), func(k int) error {
		x := &v.ballots[k]
		x.reset(b.tgt)
		n := b.src.Len()
		for i := b.src.Lo + k*n/len(v.ballots); i < b.src.Lo+(k+1)*n/len(v.ballots); i++ {
			if err := look(ctx, i); err != nil {
				return err
			}
			v.vote(i, x)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	v.forget(b)
	all := &v.ballots[0]
	for k := range v.ballots[1:] {
		all.add(&v.ballots[k+1])
	}
	return slices.DeleteFunc(slices.Clone(all.tops), func(a Anchor) bool {
		best := all.backBest[a.J-all.from]
		return best.I != a.I || a.Vote <= voteLead*all.backSecond[a.J-all.from]
	}), nil
}

// index notes where the rare target types are.
func (v *voter) index(ctx context.Context, r segment.Range) error {
	if err := v.tgt.countIn(ctx, r, v.tgtDF, v.tgtLast); err != nil {
		return err
	}
	for j := r.Lo; j < r.Hi; j++ {
		if err := look(ctx, j); err != nil {
			return err
		}
		for _, id := range v.tgt.sentence(j) {
			if v.tgtDF[id] <= v.rare {
				if w := v.where[id]; len(w) == 0 || w[len(w)-1] != int32(j) {
					v.where[id] = append(w, int32(j))
				}
			}
		}
	}
	return nil
}

// forget clears what belongs to a box.
func (v *voter) forget(b box) {
	for _, id := range v.src.tokensOf(b.src) {
		v.srcDF[id], v.srcLast[id] = 0, -1
	}
	for _, id := range v.tgt.tokensOf(b.tgt) {
		v.tgtDF[id], v.tgtLast[id] = 0, -1
		v.where[id] = v.where[id][:0]
	}
}

// vote adds the votes of source sentence i.
func (v *voter) vote(i int, x *ballot) {
	for _, s := range v.src.sentence(i) {
		if v.srcDF[s] > v.rare {
			continue
		}
		for _, l := range v.links.row(s) {
			if v.tgtDF[l.to] == 0 || v.tgtDF[l.to] > v.rare {
				continue
			}
			w := float64(max(l.fwd, l.bwd)) / math.Sqrt(float64(v.srcDF[s])*float64(v.tgtDF[l.to]))
			for _, j := range v.where[l.to] {
				j -= int32(x.from)
				if x.votes[j] == 0 {
					x.touched = append(x.touched, j)
				}
				x.votes[j] += w
			}
		}
	}
	x.count(i)
}

// reset makes a ballot for the sentences of a range.
func (x *ballot) reset(r segment.Range) {
	n := r.Len()
	x.from, x.tops = r.Lo, x.tops[:0]
	x.votes, x.backBest, x.backSecond = zerosOf(x.votes, n), zerosOf(x.backBest, n), zerosOf(x.backSecond, n)
}

// count notes for which target sentence the votes of source sentence i are, if one leads clearly,
// and which sentences it is the favourite of.
func (x *ballot) count(i int) {
	top, second := Anchor{I: i, J: -1}, 0.0
	for _, j := range x.touched {
		vote := x.votes[j]
		x.votes[j] = 0
		if vote > top.Vote {
			top.J, top.Vote, second = x.from+int(j), vote, top.Vote
		} else if vote > second {
			second = vote
		}
		x.note(int(j), Anchor{I: i, J: x.from + int(j), Vote: vote}, 0)
	}
	x.touched = x.touched[:0]
	if top.J >= 0 && top.Vote >= leastVote && top.Vote > voteLead*second {
		x.tops = append(x.tops, top)
	}
}

// note notes the best of some votes for target sentence j, and the vote of the second.
func (x *ballot) note(j int, best Anchor, second float64) {
	if b := &x.backBest[j]; best.Vote > b.Vote {
		x.backSecond[j] = max(b.Vote, second)
		*b = best
	} else {
		x.backSecond[j] = max(x.backSecond[j], best.Vote)
	}
}

// add adds a ballot of later source sentences.
func (x *ballot) add(y *ballot) {
	x.tops = append(x.tops, y.tops...)
	for j, best := range y.backBest {
		x.note(j, best, y.backSecond[j])
	}
}
