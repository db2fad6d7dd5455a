package memory

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
)

// A document is the units of one document in a memory and, between them, sentences that one
// language alone has so far.
type document struct {
	names []string
	items []*item
}

// An item is a unit or a sentence of one language; what it is not is nil.
type item struct {
	*unit
	*single
	used bool // the sentence is in a unit now
}

// A unit is one of a document.
type unit struct {
	tmx.Unit
	number int      // of the unit in the memory, from 0; -1 if it is new
	joins  []string // ids of the units that it joins
}

// A single is a sentence that one language alone has so far.
type single struct {
	Lang      language.Tag `json:"-"`
	Document  string       `json:"document,omitempty"`
	Paragraph string       `json:"paragraph,omitempty"`
	Lines     string       `json:"lines,omitempty"`
	Text      string       `json:"text"`
}

func singleOf(v tmx.Variant) single {
	return single{Lang: v.Lang, Document: prop(v.Props, tmx.PropDocument), Paragraph: prop(v.Props, tmx.PropParagraph),
		Lines: prop(v.Props, tmx.PropLines), Text: v.Text}
}

func (s single) variant() tmx.Variant {
	v := tmx.Variant{Lang: s.Lang, Text: s.Text}
	for _, p := range []tmx.Prop{{Type: tmx.PropDocument, Text: s.Document}, {Type: tmx.PropParagraph, Text: s.Paragraph}, {Type: tmx.PropLines, Text: s.Lines}} {
		if p.Text != "" {
			v.Props = append(v.Props, p)
		}
	}
	return v
}

func (s single) prop(kind string) tmx.Prop {
	b, _ := json.Marshal(s) // strings cannot fail
	return tmx.Prop{Type: kind, Text: string(b), Lang: s.Lang}
}

func prop(props []tmx.Prop, kind string) string {
	for _, p := range props {
		if p.Type == kind {
			return p.Text
		}
	}
	return ""
}

func setProp(props []tmx.Prop, kind, text string) []tmx.Prop {
	props = slices.Clone(props)
	for i := range props {
		if props[i].Type == kind {
			if props[i].Text = text; text == "" {
				return slices.Delete(props, i, i+1)
			}
			return props
		}
	}
	if text != "" {
		props = append(props, tmx.Prop{Type: kind, Text: text})
	}
	return props
}

// add adds a unit and the sentences that its properties hold.
func (d *document) add(u tmx.Unit, number int) {
	x := &unit{Unit: u, number: number}
	var before, behind []*item
	x.Props = nil
	for _, p := range u.Props {
		var s single
		switch {
		case p.Type == PropJoins:
			x.joins = strings.Fields(p.Text)
		case (p.Type == PropBehind || p.Type == PropBefore) && json.Unmarshal([]byte(p.Text), &s) == nil:
			if s.Lang = p.Lang; p.Type == PropBehind {
				behind = append(behind, &item{single: &s})
			} else {
				before = append(before, &item{single: &s})
			}
			continue
		}
		x.Props = append(x.Props, p)
	}
	d.items = append(append(append(d.items, before...), &item{unit: x}), behind...)
}

// finish puts the sentences that one language alone has into the properties of the units that they
// stand beside. Behind each unit of the memory, by its number, come the new units of the result.
func (d *document) finish() (edited map[int]tmx.Unit, fresh map[int][]tmx.Unit) {
	edited, fresh = map[int]tmx.Unit{}, map[int][]tmx.Unit{}
	var units []*unit
	host := -1 // where in units the sentences belong
	var before []tmx.Prop
	for _, it := range d.items {
		switch {
		case it.unit != nil:
			units = append(units, it.unit)
			if len(it.joins) == 0 {
				host = len(units) - 1
			}
			it.Props = append(it.Props, before...)
			before = nil
		case host < 0:
			before = append(before, it.single.prop(PropBefore))
		default:
			units[host].Props = append(units[host].Props, it.single.prop(PropBehind))
		}
	}
	last := -1
	for _, u := range units {
		if u.number >= 0 {
			last = u.number
			edited[last] = u.Unit
			continue
		}
		fresh[last] = append(fresh[last], u.Unit)
	}
	return edited, fresh
}

// documentsOf returns the names of the documents of a unit.
func documentsOf(u *tmx.Unit) []string {
	var out []string
	for _, v := range u.Variants {
		if name := prop(v.Props, tmx.PropDocument); name != "" && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// read reads the units of the document that a text is added to: the one that is named, else the one
// that has the text's name, else the only one.
func (a *Adder) read(open Opener, text string, report *Report) (*document, error) {
	groups := newGroups()
	all, err := a.scan(open, report, func(u *tmx.Unit, number int) { groups.add(documentsOf(u)) })
	if err != nil {
		return nil, err
	}
	if all == 0 {
		return nil, errors.New("the memory holds no unit; make one with two languages first")
	}
	names, err := groups.choose(a.Document, text)
	if err != nil {
		return nil, err
	}
	d := &document{names: names}
	report.Damage = nil
	_, err = a.scan(open, report, func(u *tmx.Unit, number int) {
		of := documentsOf(u)
		// Units that name no document belong to the only one.
		if len(of) == 0 && groups.count() <= 1 || slices.ContainsFunc(of, func(n string) bool { return slices.Contains(names, n) }) {
			d.add(*u, number)
			report.Units++
		}
	})
	report.Document = names
	return d, err
}

// scan calls f for each unit of the memory and counts them.
func (a *Adder) scan(open Opener, report *Report, f func(u *tmx.Unit, number int)) (int, error) {
	in, err := open()
	if err != nil {
		return 0, err
	}
	defer in.Close()
	n := 0
	for u, err := range tmx.Units(in) {
		var bad *tmx.SyntaxError
		switch {
		case errors.As(err, &bad) && a.Damaged:
			report.Damage = append(report.Damage, bad)
			continue
		case errors.As(err, &bad):
			return n, fmt.Errorf("%w; this unit would be lost, so mend it, or allow damaged units to be left out", err)
		case err != nil:
			return n, err
		}
		f(&u, n)
		n++
	}
	return n, nil
}
