package memory

import (
	"iter"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/segment"
)

// FromBeads returns the units of an alignment of texts, as [tmx.NewUnit] makes them. Sentences
// without a counterpart are kept in properties of the units beside them, so that a later text in
// another language can find them. If there is no unit, nothing is kept.
func FromBeads(beads []align.Bead, texts ...*segment.Text) iter.Seq[tmx.Unit] {
	return func(yield func(tmx.Unit) bool) {
		var last tmx.Unit // not yet returned: the sentences after it belong to it
		var before []tmx.Prop
		begun := false
		for _, b := range beads {
			if u, ok := tmx.NewUnit(b, texts...); ok {
				if begun && !yield(last) {
					return
				}
				last, begun = u, true
				last.Props = append(last.Props, before...)
				before = nil
				continue
			}
			for k, r := range b.Ranges {
				for j := r.Lo; j < r.Hi; j++ {
					s := unpairedOf(tmx.NewVariant(texts[k], segment.Range{Lo: j, Hi: j + 1}))
					if begun {
						last.Props = append(last.Props, s.prop(PropBehind))
					} else {
						before = append(before, s.prop(PropBefore))
					}
				}
			}
		}
		if begun {
			yield(last)
		}
	}
}
