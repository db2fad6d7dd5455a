package evidence

import (
	"context"

	"github.com/bitext-go/bitext/internal/words"
	"github.com/bitext-go/bitext/segment"
)

// Names is the evidence of names across scripts: a capitalised word of a script with capitals, and
// a word of a script without them whose consonants agree with its own (Arabic, Hebrew, Persian,
// Urdu, the Indic scripts, kana, Hangul, and Han characters read in Mandarin).
type Names struct{}

// Fit compares the consonants of names; it fails only if ctx is cancelled.
func (e Names) Fit(ctx context.Context, src, tgt *segment.Text) (Model, error) {
	return fitWords(ctx, src, tgt, []Lexical{e})
}

const (
	skeletonLink  = 0.5 // the probability of names whose consonants agree across scripts
	skeletonWords = 30  // consonants that more words share than these identify no name
)

func (Names) link(ctx context.Context, b *linkBuilder) error {
	src, tgt := b.src, b.tgt
	if err := hanNames(ctx, src, tgt, b.srcWords, func(h, l int32, p float64) { b.add(h, l, p, p) }); err != nil {
		return err
	}
	if err := hanNames(ctx, tgt, src, b.tgtWords, func(h, l int32, p float64) { b.add(l, h, p, p) }); err != nil {
		return err
	}
	others, err := skeletonsOf(ctx, tgt)
	if err != nil {
		return err
	}
	own, err := skeletonsOf(ctx, src)
	if err != nil {
		return err
	}
	bySkeleton := map[string][]int32{}
	for id, list := range others {
		if err := look(ctx, id); err != nil {
			return err
		}
		for _, k := range list {
			bySkeleton[k] = append(bySkeleton[k], int32(id))
		}
	}
	for id, list := range own {
		if err := look(ctx, id); err != nil {
			return err
		}
		w := &src.types[id]
		for _, k := range list {
			if len(bySkeleton[k]) > skeletonWords {
				continue
			}
			for _, other := range bySkeleton[k] {
				x := &tgt.types[other]
				if w.kind != words.Word || x.kind != words.Word || !namesAcross(w, x) {
					continue
				}
				p := skeletonLink
				if len(k) <= 3 {
					p /= 2
				}
				b.add(int32(id), other, p, p)
			}
		}
	}
	return nil
}

// skeletonsOf returns the skeletons of each type.
func skeletonsOf(ctx context.Context, v *vocabulary) ([][]string, error) {
	out := make([][]string, len(v.types))
	err := eachType(ctx, v, func(id int32) { out[id] = words.Skeletons(v.types[id].full) })
	return out, err
}

// namesAcross reports whether two words can be one name in two scripts: capitalised in each script
// that has capitals, of which there must be one.
func namesAcross(a, b *wordType) bool {
	ca, cb := words.Cased(a.full), words.Cased(b.full)
	switch {
	case ca && cb:
		return a.title && b.title && !words.SameScript(a.full, b.full)
	case ca:
		return a.title
	}
	return cb && b.title
}
