package align

import (
	"context"
	"math"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/internal/dp"
	"github.com/bitext-go/bitext/segment"
)

// A translation may quote a sentence in the original language and translate it beside that. The
// quotation is then equal to a sentence of the other text, so it looks like the best translation
// that there is. It gives way: it has no counterpart, and the translation gets its place.
const (
	// copyReach is how far from a copied sentence its translation may be, in sentences.
	copyReach = 8
	// copyGain is the least evidence for the translations of a stretch of copies, in nats, and
	// copyDoubt the most against one of them.
	copyGain  = 3
	copyDoubt = 2
	// mostCopies is the most sentences of a stretch of copies that is looked at.
	mostCopies = 60
	// copyBand is how far from the path without them the last search begins, in sentences.
	copyBand = 12
)

// giveWay searches again without the pairs of copied sentences that have a translation beside them.
func (x *search) giveWay(ctx context.Context) error {
	same := evidence.Copies(x.src, x.tgt)
	if same == nil {
		return nil
	}
	var windows []*copyWindow
	for k := 0; k < len(x.path); k++ {
		if err := look(ctx, k); err != nil {
			return err
		}
		if w := x.copiesAt(k, same); w != nil {
			windows = append(windows, w)
			k = w.hi - 1
		}
	}
	if len(windows) == 0 {
		return nil
	}
	before := *x
	x.path = without(x.path, windows)
	if err := x.relearn(ctx); err != nil { // copies teach nothing
		return err
	}
	x.path = before.path
	copies := [2]map[int]bool{{}, {}} // the sentences of each text that give way
	var path []dp.Step
	next := 0
	for _, w := range windows {
		path = append(path, x.path[next:w.lo]...)
		next = w.lo
		if w.replace(ctx, x) {
			for i := range w.out {
				copies[w.side][i] = true
			}
			path = append(path, w.path...)
			next = w.hi
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if len(copies[0])+len(copies[1]) == 0 {
		*x = before
		if forgets, err := forgets(ctx, x.model); forgets || err != nil {
			return err
		}
		return x.relearn(ctx)
	}
	x.path = append(path, x.path[next:]...)
	x.near = dp.Around(x.path, len(x.src.Sentences), len(x.tgt.Sentences), copyBand)
	x.model = evidence.Models{forbidCopies(copies), x.model}
	if err := x.relearn(ctx); err != nil {
		return err
	}
	return x.refinePass(ctx, false, true)
}

// without returns the steps that are in no window.
func without(path []dp.Step, windows []*copyWindow) (out []dp.Step) {
	next := 0
	for _, w := range windows {
		out = append(out, path[next:w.lo]...)
		next = w.hi
	}
	return append(out, path[next:]...)
}

// forbidCopies forbids beads that pair a sentence that gives way.
func forbidCopies(copies [2]map[int]bool) evidence.CostFunc {
	return func(s, t segment.Range) float64 {
		for side, r := range [2]segment.Range{s, t} {
			for i := r.Lo; i < r.Hi; i++ {
				if copies[side][i] {
					return math.Inf(1)
				}
			}
		}
		return 0
	}
}

// same is what [evidence.Copies] returns.
type same = func(s, t segment.Range) (same, sentence bool)

// A copied unit is sentences of one text that are a copy of sentences of the other.
type copied struct {
	own, other segment.Range
	sentence   bool // it should be translated
}

// copiesIn returns the sentences of the target of a pair that are copies of sentences of its
// source, or the whole pair if its sides are the same, cut in other ways.
func copiesIn(p evidence.Pair, same same) (out []copied) {
	if is, sentence := same(p.Source, p.Target); is {
		return []copied{{p.Target, p.Source, sentence}}
	}
	next := p.Target.Lo
	for i := p.Source.Lo; i < p.Source.Hi; i++ {
		for j := next; j < p.Target.Hi; j++ {
			s, t := segment.Range{Lo: i, Hi: i + 1}, segment.Range{Lo: j, Hi: j + 1}
			if is, sentence := same(s, t); is {
				out, next = append(out, copied{t, s, sentence}), j+1
				break
			}
		}
	}
	return out
}
