package evidence

import (
	"context"
	"slices"

	"github.com/bitext-go/bitext/internal/workers"
	"github.com/bitext-go/bitext/segment"
)

// A box is a stretch of either text.
type box struct{ src, tgt segment.Range }

const (
	// A box of more than boxRows source sentences is cut at anchors, and its parts are searched for
	// anchors again, because words are rarer there. The parts reach boxMargin sentences further, in
	// case an anchor is wrong.
	boxRows   = 1000
	boxMargin = 100
)

// A boxFinder finds anchors from one goroutine.
type boxFinder interface {
	// candidates returns those that it finds in a box as it is, in order of i.
	candidates(ctx context.Context, b box) ([]Anchor, error)
	// another returns a finder for another goroutine.
	another() boxFinder
}

// within returns the anchors of a box, in order of i.
func within(ctx context.Context, b box, f boxFinder) ([]Anchor, error) {
	found, err := f.candidates(ctx, b)
	if err != nil || b.src.Len() <= boxRows {
		return found, err
	}
	found = plausible(longestChain(found))
	parts := b.cutAt(found)
	finer := make([][]Anchor, len(parts))
	idle := make(chan boxFinder, len(parts)+1)
	idle <- f
	err = workers.Each(ctx, len(parts), func(k int) (err error) {
		var own boxFinder
		select {
		case own = <-idle:
		default:
			own = f.another()
		}
		finer[k], err = within(ctx, parts[k], own)
		idle <- own
		return err
	})
	if err != nil {
		return nil, err
	}
	if all := slices.Concat(finer...); len(all) >= len(found) {
		return all, nil
	}
	return found, nil
}

// cutAt returns the parts of a box, cut at anchors, except for those that are hardly smaller.
func (b box) cutAt(anchors []Anchor) (parts []box) {
	part := box{segment.Range{Lo: b.src.Lo}, segment.Range{Lo: b.tgt.Lo}}
	end := func(i, j int) {
		part.src.Hi, part.tgt.Hi = i, min(b.tgt.Hi, j+boxMargin)
		part.tgt.Lo = max(b.tgt.Lo, part.tgt.Lo-boxMargin)
		if part.src.Len() < b.src.Len()*3/4 {
			parts = append(parts, part)
		}
		part.src.Lo, part.tgt.Lo = i, j
	}
	for _, a := range anchors {
		if a.I-part.src.Lo >= boxRows*2/3 {
			end(a.I, a.J)
		}
	}
	end(b.src.Hi, b.tgt.Hi)
	return parts
}
