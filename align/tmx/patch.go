package tmx

import (
	"bytes"
	"slices"
	"strings"

	"github.com/bitext-go/bitext/internal/xmltext"
)

// A patch makes the XML of a changed unit of the XML that it had, by cutting out as little as it
// can.
type patch struct {
	raw           []byte
	before, after *Unit
	cuts          []cut // in order
}

// A cut replaces bytes [from, to) of the XML.
type cut struct {
	from, to int
	by       string
}

func newPatch(raw []byte, before, after *Unit) *patch {
	return &patch{raw: raw, before: before, after: after}
}

// apply returns the new XML.
func (p *patch) apply() []byte {
	tu, ok := elements(p.raw)
	if !ok || len(p.after.Variants) < len(p.before.Variants) {
		return p.whole()
	}
	var tuvs []element
	for _, e := range tu.children {
		if e.name == "tuv" {
			tuvs = append(tuvs, e)
		}
	}
	if len(tuvs) != len(p.before.Variants) {
		return p.whole()
	}
	if old, now := tagOf(p.before), tagOf(p.after); old != now {
		p.cuts = append(p.cuts, cut{tu.from, tu.inner, now})
	}
	p.remarks(tu, p.before.Notes, p.after.Notes, p.before.Props, p.after.Props, "\n      ")
	for i, e := range tuvs {
		p.variant(e, &p.before.Variants[i], &p.after.Variants[i])
	}
	p.added(tuvs)
	slices.SortStableFunc(p.cuts, func(a, b cut) int { return a.from - b.from })
	var out []byte
	at := 0
	for _, c := range p.cuts {
		if c.from < at {
			return p.whole()
		}
		out = append(append(out, p.raw[at:c.from]...), c.by...)
		at = c.to
	}
	return append(out, p.raw[at:]...)
}

// whole returns the unit as a [Writer] writes it.
func (p *patch) whole() []byte {
	w := NewWriter(nil)
	w.unit(p.after)
	return bytes.TrimSpace(w.buf)
}

// tagOf returns the start tag of a unit as a [Writer] writes it, variantTagOf that of a variant.
func tagOf(u *Unit) string {
	w := NewWriter(nil)
	w.unitTag(u)
	return string(w.buf)
}

func variantTagOf(v *Variant) string {
	w := NewWriter(nil)
	w.variantTag(v)
	return string(w.buf)
}

// remarks replaces the notes and properties of an element, if they have changed.
func (p *patch) remarks(e element, oldNotes, notes []Note, oldProps, props []Prop, indent string) {
	if slices.Equal(oldNotes, notes) && slices.Equal(oldProps, props) {
		return
	}
	w := NewWriter(nil)
	w.remarks("", notes, props)
	lines := strings.TrimSuffix(string(w.buf), "\n")
	if lines != "" {
		lines = indent + strings.ReplaceAll(lines, "\n<", indent+"<")
	}
	at := e.inner
	for _, c := range e.children {
		if c.name == "note" || c.name == "prop" {
			p.cuts = append(p.cuts, cut{c.beginning, c.to, lines})
			lines = ""
			at = -1
		}
	}
	if at >= 0 && lines != "" {
		p.cuts = append(p.cuts, cut{at, at, lines})
	}
}

// variant replaces what has changed in a variant.
func (p *patch) variant(e element, before, after *Variant) {
	if old, now := variantTagOf(before), variantTagOf(after); old != now {
		p.cuts = append(p.cuts, cut{e.from, e.inner, now})
	}
	p.remarks(e, before.Notes, after.Notes, before.Props, after.Props, "\n        ")
	if before.Text == after.Text && slices.Equal(before.Inline, after.Inline) {
		return
	}
	for _, c := range e.children {
		if c.name == "seg" {
			p.segment(c, before, after)
		}
	}
}

// segment replaces the wording of a segment between its markup, or all that is in it if its markup
// has changed.
func (p *patch) segment(e element, before, after *Variant) {
	runs, ok := runsOf(p.raw[e.inner:e.innerEnd])
	same := ok && len(before.Inline) == len(after.Inline) && len(runs) == len(after.Inline)+1
	for i := 0; same && i < len(after.Inline); i++ {
		same = before.Inline[i].XML == after.Inline[i].XML
	}
	if empty := e.to == e.inner; !same || empty {
		w := NewWriter(nil)
		w.segment(after)
		by := string(w.buf)
		if empty { // <seg/>
			p.cuts = append(p.cuts, cut{e.from, e.to, "<seg>" + by + "</seg>"})
			return
		}
		p.cuts = append(p.cuts, cut{e.inner, e.innerEnd, by})
		return
	}
	for i, r := range runs {
		old, now := runOf(before, i), runOf(after, i)
		if old == now {
			continue
		}
		raw := p.raw[e.inner+r.from : e.inner+r.to]
		lead, tail := 0, len(raw)
		if i == 0 { // the white space of pretty printers is not wording
			if n := len(raw) - len(bytes.TrimLeft(raw, " \t\r\n")); bytes.ContainsRune(raw[:n], '\n') {
				lead = n
			}
		}
		if i == len(runs)-1 {
			if kept := len(bytes.TrimRight(raw, " \t\r\n")); kept >= lead && bytes.ContainsRune(raw[kept:], '\n') {
				tail = kept
			}
		}
		by, _ := xmltext.Escape(nil, now)
		p.cuts = append(p.cuts, cut{e.inner + r.from + lead, e.inner + r.from + tail, string(by)})
	}
}

// runOf returns the wording of a variant before its markup i, and after the markup before that.
func runOf(v *Variant, i int) string {
	from, to := 0, len(v.Text)
	if i > 0 {
		from = v.Inline[i-1].Offset
	}
	if i < len(v.Inline) {
		to = v.Inline[i].Offset
	}
	return v.Text[from:to]
}

// added adds variants after the last of those that the unit had.
func (p *patch) added(tuvs []element) {
	last := tuvs[len(tuvs)-1]
	var by strings.Builder
	for i := len(tuvs); i < len(p.after.Variants); i++ {
		w := NewWriter(nil)
		w.variant(&p.after.Variants[i])
		by.Write(p.raw[last.beginning:last.from])
		by.Write(bytes.TrimSpace(w.buf))
	}
	if by.Len() > 0 {
		p.cuts = append(p.cuts, cut{last.to, last.to, by.String()})
	}
}
