package seed

import (
	"fmt"
	"strconv"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/tmx"
)

// The types of the properties that a seeding gives a unit besides those of tmx.NewUnit. The
// variants of a unit that occurs in several places have the properties of each place, one after the
// other, up to MaxPlaces of them.
const (
	PropOccurrences = "x-bitext-occurrences" // how often the unit occurs in the collection, if more than once
	PropAlternative = "x-bitext-alternative" // "2/3": the second of three translations of the same source
)

// MaxPlaces is how many of its places a unit lists. A heading may occur in thousands of documents.
const MaxPlaces = 20

// A Merged is all units of a collection with the same wording, as one.
type Merged struct {
	Unit                // with the highest confidences of them
	Places    [][]Place `json:"o"` // by listed occurrence and side
	Count     int       `json:"c"` // how often the unit occurs
	First     uint64    `json:"f"` // number of the first of them in the collection
	Among, Of int       // its number, from 1, among the translations of its source, and their number
}

// Join adds what is known of the same unit in other places, all of them later in the collection.
func (m *Merged) Join(o *Merged) {
	m.Count += o.Count
	m.Places = append(m.Places, o.Places[:min(len(o.Places), max(0, MaxPlaces-len(m.Places)))]...)
	if o.Better(&m.Unit) {
		m.Translation, m.Boundary = o.Translation, o.Boundary
	}
}

// Better reports whether the confidences of a unit are higher than those of an equal one: that of
// translation, or, if they are the same, that of the boundaries.
func (u *Unit) Better(than *Unit) bool {
	return u.Translation > than.Translation || u.Translation == than.Translation && u.Boundary > than.Boundary
}

// Places returns the places of a unit, by side.
func (u *Unit) Places() []Place {
	places := make([]Place, len(u.Sides))
	for i, s := range u.Sides {
		places[i] = s.Place
	}
	return places
}

// once returns what is known of a unit that was seen once.
func once(u Unit, number uint64) *Merged {
	return &Merged{Unit: u, Places: [][]Place{u.Places()}, Count: 1, First: number}
}

// TMX returns the unit of the memory. tag gives the language tags that the tool can read; nil
// leaves them as they are.
func (m *Merged) TMX(tag func(language.Tag) language.Tag) tmx.Unit {
	if tag == nil {
		tag = func(l language.Tag) language.Tag { return l }
	}
	u := tmx.Unit{Props: []tmx.Prop{
		{Type: tmx.PropBoundary, Text: align.Confidence(m.Boundary).String()},
		{Type: tmx.PropTranslation, Text: align.Confidence(m.Translation).String()},
	}}
	if m.Count > 1 {
		u.Props = append(u.Props, tmx.Prop{Type: PropOccurrences, Text: strconv.Itoa(m.Count)})
	}
	if m.Of > 1 {
		u.Props = append(u.Props, tmx.Prop{Type: PropAlternative, Text: fmt.Sprintf("%d/%d", m.Among, m.Of)})
	}
	for i, s := range m.Sides {
		v := tmx.Variant{Lang: tag(s.Lang), Text: s.Text}
		for _, places := range m.Places {
			p := places[i]
			for _, x := range []tmx.Prop{
				{Type: tmx.PropDocument, Text: p.Document},
				{Type: tmx.PropParagraph, Text: p.Paragraph},
				{Type: tmx.PropLines, Text: p.Lines},
			} {
				if x.Text != "" {
					v.Props = append(v.Props, x)
				}
			}
		}
		u.Variants = append(u.Variants, v)
	}
	u.ID = tmx.ID(u.Variants)
	return u
}
