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
// other, up to maxPlaces of them.
const (
	PropOccurrences = "x-bitext-occurrences" // how often the unit occurs in the collection, if more than once
	PropAlternative = "x-bitext-alternative" // "2/3": the second of three translations of the same source
)

// maxPlaces is how many of its places a unit lists. A heading may occur in thousands of documents.
const maxPlaces = 20

// A merged is all units with the same wording, as one.
type merged struct {
	Unit                // with the highest confidences of them
	Places    [][]Place `json:"o"` // by listed occurrence and side
	Count     int       `json:"c"`
	First     uint64    `json:"f"` // number of the first of them
	Among, Of int       // its number, from 1, among the translations of its source, and their number
}

// join adds an occurrence of the unit.
func (m *merged) join(u Unit) {
	if m.Count++; m.Count <= maxPlaces {
		places := make([]Place, len(u.Sides))
		for i, s := range u.Sides {
			places[i] = s.Place
		}
		m.Places = append(m.Places, places)
	}
	if u.Translation > m.Translation || u.Translation == m.Translation && u.Boundary > m.Boundary {
		m.Translation, m.Boundary = u.Translation, u.Boundary
	}
}

// tmx returns the unit of the memory. tag gives the language tags that the tool can read.
func (m *merged) tmx(tag func(language.Tag) language.Tag) tmx.Unit {
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
