package memories

import (
	"slices"
	"strings"
	"time"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/memory"
	"github.com/bitext-go/bitext/align/tmx"
)

// Gather adds what a unit has besides its wording to more, which collects it for an equal unit.
func Gather(more, u *tmx.Unit) {
	more.Created = earliest(more.Created, u.Created)
	more.Notes = union(more.Notes, u.Notes)
	more.Props = union(more.Props, u.Props)
	for _, v := range u.Variants {
		i := slices.IndexFunc(more.Variants, func(x tmx.Variant) bool { return x.Lang == v.Lang })
		if i < 0 {
			i = len(more.Variants)
			more.Variants = append(more.Variants, tmx.Variant{Lang: v.Lang})
		}
		to := &more.Variants[i]
		to.Created = earliest(to.Created, v.Created)
		to.Notes = union(to.Notes, v.Notes)
		to.Props = union(to.Props, placeApart(v.Props))
	}
}

// Enrich adds to a unit what equal units have besides: notes, the first date of creation, and
// properties. Of a property of this project, which says one thing of a unit, the unit keeps its
// own.
func Enrich(u, more *tmx.Unit) {
	u.Created = earliest(u.Created, more.Created)
	u.Notes = union(u.Notes, more.Notes)
	u.Props = withMore(u.Props, more.Props)
	done := map[language.Tag]bool{}
	for i := range u.Variants {
		v := &u.Variants[i]
		k := slices.IndexFunc(more.Variants, func(x tmx.Variant) bool { return x.Lang == v.Lang })
		if k < 0 || done[v.Lang] {
			continue
		}
		done[v.Lang] = true
		x := more.Variants[k]
		v.Created = earliest(v.Created, x.Created)
		v.Notes = union(v.Notes, x.Notes)
		v.Props = withMore(v.Props, x.Props)
	}
}

// repeated are the properties of this project that a unit or variant may have several of.
var repeated = []string{memory.PropBehind, memory.PropBefore, memory.PropAlso}

func withMore(own, more []tmx.Prop) []tmx.Prop {
	place := memory.PlaceOf(own)
	for _, p := range more {
		single := strings.HasPrefix(p.Type, "x-bitext-") && !slices.Contains(repeated, p.Type)
		has := func(q tmx.Prop) bool { return q == p || single && q.Type == p.Type }
		if slices.ContainsFunc(own, has) || p.Type == memory.PropAlso && p.Text == place {
			continue
		}
		own = append(slices.Clip(own), p)
	}
	return own
}

// placeApart returns the properties of a variant with its place as a property of its own, which the
// variant of another document can have too.
func placeApart(props []tmx.Prop) []tmx.Prop {
	place := memory.PlaceOf(props)
	if place == "" {
		return props
	}
	out := slices.DeleteFunc(slices.Clone(props), func(p tmx.Prop) bool {
		return p.Type == tmx.PropDocument || p.Type == tmx.PropParagraph || p.Type == tmx.PropLines ||
			p.Type == memory.PropRepeat
	})
	return append(out, tmx.Prop{Type: memory.PropAlso, Text: place})
}

// union returns a list with what another has besides.
func union[T comparable](a, b []T) []T {
	for _, x := range b {
		if !slices.Contains(a, x) {
			a = append(slices.Clip(a), x)
		}
	}
	return a
}

// earliest returns the earlier of two times, of which the zero time is unknown.
func earliest(a, b time.Time) time.Time {
	if a.IsZero() || !b.IsZero() && b.Before(a) {
		return b
	}
	return a
}
