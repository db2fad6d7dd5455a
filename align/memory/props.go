package memory

import (
	"encoding/json"
	"slices"
	"strconv"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/internal/nfc"
	"github.com/bitext-go/bitext/internal/xmltext"
	"github.com/bitext-go/bitext/segment"
)

// The types of the properties that the package writes, besides those of package tmx. The first
// three are properties of units, the others of variants.
const (
	PropJoins   = "x-bitext-joins"   // the ids of the units that a unit joins, separated by spaces
	PropBehind  = "x-bitext-behind"  // a sentence after the unit, in the language of the property, as JSON
	PropBefore  = "x-bitext-before"  // the same, before the first unit of a document
	PropWording = "x-bitext-wording" // tmx.ID of a variant as it was written, to see whether it was corrected
	PropRevised = "x-bitext-revised" // what a newer version of the document has instead of a corrected variant
	PropGone    = "x-bitext-gone"    // the document whose newer version no longer has the sentence
	PropAlso    = "x-bitext-also"    // where another file has the same wording, as JSON
	PropRepeat  = "x-bitext-repeat"  // "2" if the same lines have the same wording before, "3" …; else none
)

// prop returns the text of the first property of a type, or "".
func prop(props []tmx.Prop, kind string) string {
	for _, p := range props {
		if p.Type == kind {
			return p.Text
		}
	}
	return ""
}

// setProp returns properties with the text of a type replaced, added or, if it is "", removed.
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

// A place is where a document has a wording, as properties give it.
type place struct {
	Document  string `json:"document,omitempty"`
	Paragraph string `json:"paragraph,omitempty"`
	Lines     string `json:"lines,omitempty"`
	Repeat    int    `json:"repeat,omitempty"` // see PropRepeat; 0 for the first
}

// placeOf returns the place that the properties of a variant give.
func placeOf(props []tmx.Prop) place {
	repeat, _ := strconv.Atoi(prop(props, PropRepeat))
	return place{prop(props, tmx.PropDocument), prop(props, tmx.PropParagraph), prop(props, tmx.PropLines), repeat}
}

// PlaceOf returns the place that the properties of a variant give, in the form of [PropAlso]; "" if
// they name no document.
func PlaceOf(props []tmx.Prop) string {
	at := placeOf(props)
	if at.Document == "" {
		return ""
	}
	text, _ := json.Marshal(at) // strings cannot fail
	return string(text)
}

// first returns the place without its count of repetitions.
func (p place) first() place {
	p.Repeat = 0
	return p
}

// set returns properties with the place as that of a variant.
func (p place) set(props []tmx.Prop) []tmx.Prop {
	props = setProp(props, tmx.PropDocument, p.Document)
	props = setProp(props, tmx.PropParagraph, p.Paragraph)
	props = setProp(props, tmx.PropLines, p.Lines)
	if p.Repeat > 1 {
		return setProp(props, PropRepeat, strconv.Itoa(p.Repeat))
	}
	return setProp(props, PropRepeat, "")
}

// also returns the place that a property of type PropAlso gives; ok is false for other properties.
func also(p tmx.Prop) (at place, ok bool) {
	return at, p.Type == PropAlso && json.Unmarshal([]byte(p.Text), &at) == nil
}

// placesOf returns the places of a variant in a document.
func placesOf(props []tmx.Prop, document string) []place {
	var out []place
	if own := placeOf(props); own.Document == document {
		out = append(out, own)
	}
	for _, p := range props {
		if at, ok := also(p); ok && at.Document == document {
			out = append(out, at)
		}
	}
	return out
}

// withPlace returns the properties of a variant with a place: as its own if the place is in its
// document, else as PropAlso.
func withPlace(props []tmx.Prop, at place) []tmx.Prop {
	if prop(props, tmx.PropDocument) == at.Document {
		return at.set(props)
	}
	text, _ := json.Marshal(at) // strings cannot fail
	added := tmx.Prop{Type: PropAlso, Text: string(text)}
	props = slices.Clone(props)
	for i, p := range props {
		if old, ok := also(p); ok && old.Document == at.Document {
			props[i] = added
			return props
		}
	}
	return append(props, added)
}

// withoutAlso returns properties without the places in a document that PropAlso gives.
func withoutAlso(props []tmx.Prop, document string) []tmx.Prop {
	return slices.DeleteFunc(slices.Clone(props), func(p tmx.Prop) bool {
		at, ok := also(p)
		return ok && at.Document == document
	})
}

// newVariant returns the variant that [tmx.NewVariant] makes, with the wording and the properties
// that a file gives back: without what XML cannot hold, and in NFC.
func newVariant(t *segment.Text, r segment.Range) tmx.Variant {
	v := tmx.NewVariant(t, r)
	v.Text = nfc.String(xmltext.Clean(v.Text))
	for i := range v.Props {
		v.Props[i].Text = xmltext.Clean(v.Props[i].Text)
	}
	return v
}

// fingerprint returns the id of a wording in a language, to tell wordings apart.
func fingerprint(lang language.Tag, text string) string {
	return tmx.ID([]tmx.Variant{{Lang: lang, Text: text}})
}
