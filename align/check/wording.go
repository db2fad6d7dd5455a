package check

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/lexicon/cldr"
	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/internal/quote"
)

// where says which sides have a thing and, unless they are all the others, which lack it.
func where(has, lacks []int, sides []Side) string {
	if len(has)+len(lacks) == len(sides) {
		return "only in " + languageNames(has, sides)
	}
	return "in " + languageNames(has, sides) + " but not in " + languageNames(lacks, sides)
}

// languageNames returns the languages of some sides, as in "Arabic, English and French".
func languageNames(which []int, sides []Side) string {
	var names []string
	for _, i := range which {
		names = append(names, languageName(sides[i].Lang))
	}
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

func languageName(tag language.Tag) string {
	base := langtag.Base(tag).String()
	if base == "und" {
		return "an unknown language"
	}
	return cldr.English(cldr.Language, base)
}

// excerpt returns the beginning of a text on one line, short enough for a message.
func excerpt(s string) string { return quote.ExcerptWords(s, 60) }
