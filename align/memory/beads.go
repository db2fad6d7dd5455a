package memory

import (
	"iter"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/segment"
)

// FromBeads returns the units of an alignment of texts, as [tmx.NewUnit] makes them. Sentences
// without a counterpart are kept in properties of the units beside them, so that a later text in
// another language can find them. If there is no unit, nothing is kept. The sequence panics if a
// bead does not have a range for each text.
func FromBeads(beads []align.Bead, texts ...*segment.Text) iter.Seq[tmx.Unit] {
	return func(yield func(tmx.Unit) bool) {
		var searches []*search
		for _, t := range texts {
			searches = append(searches, newSearch(t))
		}
		var last tmx.Unit // not yet returned: the sentences after it belong to it
		var before []tmx.Prop
		begun := false
		for _, b := range beads {
			if u, ok := tmx.NewUnit(b, texts...); ok {
				if begun && !yield(last) {
					return
				}
				last, begun = u, true
				markRepetitions(&last, b, searches)
				last.Props = append(last.Props, before...)
				before = nil
				continue
			}
			for k, r := range b.Ranges {
				for j := r.Lo; j < r.Hi; j++ {
					s := unpairedOf(searches[k].variant(segment.Range{Lo: j, Hi: j + 1}))
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

// markRepetitions sets PropRepeat in the variants of a bead's unit.
func markRepetitions(u *tmx.Unit, b align.Bead, searches []*search) {
	i := 0
	for k, r := range b.Ranges {
		if r.Len() <= 0 {
			continue
		}
		if repeat := prop(searches[k].variant(r).Props, PropRepeat); repeat != "" {
			u.Variants[i].Props = setProp(u.Variants[i].Props, PropRepeat, repeat)
		}
		i++
	}
}
