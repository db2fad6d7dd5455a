// Package face holds what pages that show texts side by side have in common: their colours, the
// directions of languages, and how invisible characters are shown.
package face

import (
	_ "embed"

	"golang.org/x/text/language"
)

// Colours is a style sheet with the colours of the pages, for light and for dark screens, as custom
// properties of the root.
//
//go:embed colours.css
var Colours string

// Doubtful is the confidence in the boundaries of a row below which the row needs attention. Of the
// rows of the development data, 1 % are below it with a lexicon, and of these nearly a third are
// cut wrong; 12 % without one, and of these three in four.
const Doubtful = 0.85

// Direction returns the direction in which a language is written, as HTML names it.
func Direction(tag language.Tag) string {
	script, confidence := tag.Script()
	switch script.String() {
	case "Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg", "Mand", "Samr", "Yezi":
		return "rtl"
	}
	if tag == language.Und || confidence == language.No {
		return "auto"
	}
	return "ltr"
}
