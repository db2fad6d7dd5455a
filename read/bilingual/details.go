package bilingual

import (
	"slices"

	"github.com/bitext-go/bitext/align/tmx"
)

// PropKey is the type of the property that holds what a document calls a unit: the id of XLIFF, the
// context of gettext, the key of a resource file.
const PropKey = "x-bitext-key"

// PropReference is the type of the property that holds where a program uses a string, as gettext
// notes it.
const PropReference = "x-bitext-reference"

// Detail adds what the file says of the unit of bead k to a unit that was made of the bead, as
// [tmx.NewUnit] makes it: inline codes, notes, properties, dates and authors. The id stays that of
// the wording unless the file has one.
func (f *File) Detail(u *tmx.Unit, k int) {
	if f.Details == nil || f.Details[k] == nil {
		return
	}
	d := f.Details[k]
	at := 0 // in u.Variants
	for i, r := range f.Beads[k].Ranges {
		if r.Len() <= 0 {
			continue
		}
		if i < len(d.Variants) && d.Variants[i].Text != "" && at < len(u.Variants) {
			detailVariant(&u.Variants[at], &d.Variants[i])
		}
		at++
	}
	u.Props = appendNew(u.Props, d.Props)
	u.Notes = appendNew(u.Notes, d.Notes)
	u.Attrs = appendNew(u.Attrs, d.Attrs)
	u.Created, u.CreatedBy, u.Changed, u.ChangedBy = d.Created, d.CreatedBy, d.Changed, d.ChangedBy
	if u.ID = d.ID; u.ID == "" {
		u.ID = tmx.ID(u.Variants)
	}
}

// detailVariant adds what a file says of a variant. Where the variant itself names its document,
// that is the source of the file, and remains.
func detailVariant(v, d *tmx.Variant) {
	v.Lang, v.Text, v.Inline = d.Lang, d.Text, d.Inline
	own := func(p tmx.Prop) bool {
		return slices.ContainsFunc(d.Props, func(q tmx.Prop) bool { return q.Type == p.Type })
	}
	if slices.ContainsFunc(d.Props, func(p tmx.Prop) bool { return p.Type == tmx.PropDocument }) {
		v.Props = nil
	}
	v.Props = slices.DeleteFunc(v.Props, own)
	v.Props = appendNew(v.Props, d.Props)
	v.Notes = appendNew(v.Notes, d.Notes)
	v.Attrs = appendNew(v.Attrs, d.Attrs)
	v.Created, v.CreatedBy, v.Changed, v.ChangedBy = d.Created, d.CreatedBy, d.Changed, d.ChangedBy
}

// appendNew appends those elements that are not there.
func appendNew[T comparable](to, more []T) []T {
	for _, m := range more {
		if !slices.Contains(to, m) {
			to = append(to, m)
		}
	}
	return to
}

// Inline returns the text of bead k in text i as the file has it, with its markup; ok is false if
// it has none.
func (f *File) Inline(k, i int) (text string, inline []tmx.Inline, ok bool) {
	if f.Details == nil || f.Details[k] == nil || i >= len(f.Details[k].Variants) {
		return "", nil, false
	}
	v := &f.Details[k].Variants[i]
	return v.Text, v.Inline, v.Text != "" && len(v.Inline) > 0
}

// reordered returns details with the variants of the texts in order.
func reordered(d *tmx.Unit, order []int) *tmx.Unit {
	if d == nil || d.Variants == nil {
		return d
	}
	out := *d
	out.Variants = make([]tmx.Variant, len(order))
	for to, from := range order {
		if from < len(d.Variants) {
			out.Variants[to] = d.Variants[from]
		}
	}
	return &out
}
