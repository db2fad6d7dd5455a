package memory

import (
	"slices"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
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

// withPlace returns properties with the place of another variant of the same document.
func withPlace(props []tmx.Prop, v tmx.Variant) []tmx.Prop {
	if prop(props, tmx.PropDocument) != prop(v.Props, tmx.PropDocument) {
		return props
	}
	for _, kind := range []string{tmx.PropParagraph, tmx.PropLines} {
		props = setProp(props, kind, prop(v.Props, kind))
	}
	return props
}

// fingerprint returns the id of a wording in a language, to tell wordings apart.
func fingerprint(lang language.Tag, text string) string {
	return tmx.ID([]tmx.Variant{{Lang: lang, Text: text}})
}
