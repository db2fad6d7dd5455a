package seed

import (
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/memory"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/internal/verdict"
	"github.com/bitext-go/bitext/segment"
)

// An Alignment is what is known of a group after its texts are aligned. As JSON it is what a
// journal keeps, and what a program may send to another machine: confidences keep all their digits.
type Alignment struct {
	Texts []TextInfo `json:"texts"`
	Units []Unit     `json:"units"` // in the order of the texts, before the filter
	// Question asks whether these are the right files, if the texts do not seem to be translations
	// of each other.
	Question string `json:"question,omitempty"`
	// Given reports that the sentences were paired already, so that they are not doubted.
	Given bool `json:"given,omitempty"`
}

// A TextInfo describes a text of an alignment.
type TextInfo struct {
	Lang      language.Tag `json:"lang"`
	Sentences int          `json:"sentences"`
	Alone     int          `json:"alone"` // sentences without a counterpart
	Share     float64      `json:"share"` // of the text that has a counterpart, from 0 to 1
}

// A Unit is a bead with its wordings, in the order of the texts.
type Unit struct {
	Boundary    float64 `json:"b"` // as in align.Bead
	Translation float64 `json:"t"` // as in align.Bead
	Sides       []Side  `json:"s"` // two or more, one for each language
	// Differs says which fact differs between the sides, if the texts are translations only in
	// part.
	Differs string `json:"d,omitempty"`
}

// A Side is a unit in one language.
type Side struct {
	Lang language.Tag `json:"l"`
	Text string       `json:"w"`
	Place
	// What the Filter asks for. It is found with the alignment, since that takes time.
	Foreign string `json:"f,omitempty"` // the language of the text, if it is not Lang
	Numbers string `json:"x,omitempty"` // a message about a number or date that only it or the first side has
}

// A Place is the place of a side in its document: properties of [tmx.NewUnit].
type Place struct {
	Document  string `json:"d,omitempty"`
	Paragraph string `json:"p,omitempty"`
	Lines     string `json:"n,omitempty"`
}

// NewAlignment returns the alignment that beads over texts are, whoever has aligned them. Neither
// is retained.
func NewAlignment(beads []align.Bead, texts ...*segment.Text) *Alignment {
	v := verdict.Of(beads, texts...)
	o := &Alignment{Question: v.Unrelated()}
	for i, t := range texts {
		o.Texts = append(o.Texts, TextInfo{Lang: t.Lang, Sentences: len(t.Sentences), Share: v.Share(i)})
	}
	differs := map[int]string{}
	for _, d := range memory.Disagreements(beads, texts...) {
		if d.Translation < verdict.Sure {
			differs[d.Bead] = d.Message
		}
	}
	for i, b := range beads {
		u, ok := tmx.NewUnit(b, texts...)
		if !ok {
			for i := range texts {
				o.Texts[i].Alone += b.Ranges[i].Len()
			}
			continue
		}
		kept := Unit{Boundary: b.Boundary, Translation: b.Translation, Differs: differs[i]}
		for _, v := range u.Variants {
			kept.Sides = append(kept.Sides, Side{Lang: v.Lang, Text: v.Text, Place: placeOf(v.Props)})
		}
		kept.study()
		o.Units = append(o.Units, kept)
	}
	return o
}

// placeOf returns the place that the properties of a variant give.
func placeOf(props []tmx.Prop) (p Place) {
	for _, x := range props {
		p.set(x)
	}
	return p
}

// set sets what a property says of a place.
func (p *Place) set(x tmx.Prop) {
	switch x.Type {
	case tmx.PropDocument:
		p.Document = x.Text
	case tmx.PropParagraph:
		p.Paragraph = x.Text
	case tmx.PropLines:
		p.Lines = x.Text
	}
}

// sure reports whether a unit is confident enough to learn from.
func (u *Unit) sure() bool {
	return u.Boundary >= SureBoundary && u.Translation >= sureTranslation && u.Differs == ""
}

// in returns the wording of a unit in a language.
func (u *Unit) in(lang language.Tag) (string, bool) {
	for _, s := range u.Sides {
		if s.Lang == lang {
			return s.Text, true
		}
	}
	return "", false
}
