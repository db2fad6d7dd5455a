package memory

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/internal/langtag"
)

// A document is the units of one document in a memory, with the unpaired sentences between them, in
// the order of the document. Of a long one it has only some units.
type document struct {
	names  []string
	items  []*item
	others *groups // the names of the units that it does not have; nil for none
	begins int     // how many of them are before those that it has
}

// add adds a unit and the sentences that its properties hold.
func (d *document) add(u tmx.Unit, number, stretch int) {
	x := &unit{Unit: u, number: number}
	var before, after []*item
	x.Props = nil
	for _, p := range u.Props {
		s, kept := keptSentence(p)
		switch {
		case kept && p.Type == PropBefore:
			before = append(before, &item{unpaired: &s, stretch: stretch})
			continue
		case kept:
			after = append(after, &item{unpaired: &s, stretch: stretch})
			continue
		case p.Type == PropJoins:
			x.joins = strings.Fields(p.Text)
		}
		x.Props = append(x.Props, p)
	}
	d.items = append(append(append(d.items, before...), &item{unit: x, stretch: stretch}), after...)
}

// An outcome is the units of a document as they are written.
type outcome struct {
	edited map[int]tmx.Unit   // the units that the memory has, by their number
	first  int                // the lowest of these numbers
	before []tmx.Unit         // new units before the first one
	after  map[int][]tmx.Unit // new units after the unit with a number
}

// finish puts the unpaired sentences into properties of the units beside them and returns the
// units. Units of the memory stay in the order of the file, which may differ from that of the
// items.
func (d *document) finish() outcome {
	out := outcome{edited: map[int]tmx.Unit{}, first: -1, after: map[int][]tmx.Unit{}}
	var last, host *unit // the last unit of the memory, and the last that is not joint
	var start []tmx.Prop // the sentences before all units
	var fresh []*unit
	place := map[*unit]*unit{}
	for _, it := range d.items {
		if it.unit != nil {
			d.link(it.unit)
		}
	}
	for _, it := range d.items {
		u := it.unit
		switch {
		case u == nil && host == nil:
			start = append(start, it.unpaired.prop(PropBefore))
			continue
		case u == nil:
			host.Props = append(host.Props, it.unpaired.prop(PropBehind))
			continue
		case u.number >= 0:
			if last = u; out.first < 0 || u.number < out.first {
				out.first = u.number
			}
		default:
			fresh = append(fresh, u)
			place[u] = last
		}
		if len(u.joins) == 0 {
			host = u
		}
	}
	if len(fresh) > 0 && place[fresh[0]] == nil {
		fresh[0].Props = append(fresh[0].Props, start...)
		start = nil
	}
	for _, it := range d.items {
		if u := it.unit; u != nil && u.number == out.first {
			u.Props = append(u.Props, start...)
		}
	}
	d.connect()
	for _, it := range d.items {
		if u := it.unit; u != nil && u.number >= 0 {
			out.edited[u.number] = u.Unit
		}
	}
	for _, u := range fresh {
		if last := place[u]; last != nil {
			out.after[last.number] = append(out.after[last.number], u.Unit)
		} else {
			out.before = append(out.before, u.Unit)
		}
	}
	return out
}

// link makes sure that a unit is found as one of the document. In a memory of another tool, whose
// variants name no document, it could have the name of a new text only.
func (d *document) link(u *unit) {
	names := documentsOf(&u.Unit)
	known := func(name string) bool { return slices.Contains(d.names, name) }
	if len(names) > 0 && len(d.names) > 0 && !slices.ContainsFunc(names, known) {
		u.name(d.names[0])
	}
}

// connect makes sure that the names of all units are still those of one document. Two of them may
// have been together only in a unit that kept a sentence for the other, which is in a unit now.
func (d *document) connect() {
	g := newGroups()
	var all [][]string
	if d.others != nil {
		for _, names := range d.others.names {
			g.add(names)
		}
	}
	others := g.count() > 0
	for _, it := range d.items {
		if it.unit != nil {
			names := documentsOf(&it.unit.Unit)
			g.add(names)
			all = append(all, names)
		}
	}
	if g.count() < 2 {
		return
	}
	i, main := 0, -1 // the group that the others join
	if others {
		main = g.of[d.names[0]]
	}
	for _, it := range d.items {
		if it.unit == nil {
			continue
		}
		names := all[i]
		i++
		switch {
		case len(names) == 0:
		case main < 0:
			main = g.of[names[0]]
		case g.of[names[0]] != main:
			it.unit.name(g.names[main][0])
			g.add([]string{g.names[main][0], names[0]})
			main = g.of[names[0]]
		}
	}
}

// name writes the name of a document, before the sentences that the unit keeps, where it is when
// the unit is written again.
func (u *unit) name(document string) {
	at := slices.IndexFunc(u.Props, func(p tmx.Prop) bool { _, kept := keptSentence(p); return kept })
	if at < 0 {
		at = len(u.Props)
	}
	u.Props = slices.Insert(u.Props, at, tmx.Prop{Type: tmx.PropDocument, Text: document})
}

// inFile returns the units that the memory has, in the order of the file.
func (d *document) inFile() []*unit {
	var out []*unit
	for _, it := range d.items {
		if it.unit != nil && it.unit.number >= 0 {
			out = append(out, it.unit)
		}
	}
	slices.SortFunc(out, func(a, b *unit) int { return a.number - b.number })
	return out
}

// parts returns the units that each joint unit joins: the last ones with their ids before it, in
// the order of the file. One that is missing is nil.
func (d *document) parts() map[*unit][]*unit {
	out := map[*unit][]*unit{}
	byID := map[string]*unit{}
	for _, u := range d.inFile() {
		if len(u.joins) == 0 {
			byID[u.ID] = u
		}
		for _, id := range u.joins {
			out[u] = append(out[u], byID[id])
		}
	}
	return out
}

// reorder puts the items into the order in which a text has their rows: order has the index of each
// row. What is not a row follows the row before it.
func (d *document) reorder(rows []*item, order []int) {
	at := map[*item]int{} // the row of each item, or the last row before it
	last := -1
	for _, it := range d.items {
		if last+1 < len(rows) && rows[last+1] == it {
			last++
		}
		at[it] = last
	}
	rank := make([]int, len(order)+1)
	for i, r := range order {
		rank[r+1] = i + 1
	}
	slices.SortStableFunc(d.items, func(x, y *item) int { return rank[at[x]+1] - rank[at[y]+1] })
}

// unpairedLangs returns the languages, except one, that have unpaired sentences.
func (d *document) unpairedLangs(except language.Tag) []language.Tag {
	var out []language.Tag
	for _, it := range d.items {
		s := it.unpaired
		if s != nil && !langtag.SameInMemory(s.Lang, except) && !slices.Contains(out, s.Lang) {
			out = append(out, s.Lang)
		}
	}
	return out
}

// adjacent reports whether the second item, and all items between the two, lack a language, and all
// of them were read.
func (d *document) adjacent(it, to *item, lang language.Tag) bool {
	i, j := slices.Index(d.items, it), slices.Index(d.items, to)
	if _, has := to.in(lang); has || i < 0 || j < 0 || it.stretch != to.stretch {
		return false
	}
	for k := min(i, j) + 1; k < max(i, j); k++ {
		if _, has := d.items[k].in(lang); has && !d.items[k].used {
			return false
		}
	}
	return true
}
