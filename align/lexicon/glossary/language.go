package glossary

import (
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/bitext-go/bitext/internal/langtag"
)

// names reports whether a title names a language: by its tag, with any region, or by its English or
// own name.
func names(title string, lang language.Tag) bool {
	if title == "" {
		return false
	}
	if tag, err := language.Parse(title); err == nil {
		return langtag.SameBase(tag, lang)
	}
	plain := language.Make(langtag.Base(lang).String())
	title, _, _ = strings.Cut(title, " (")
	return strings.EqualFold(title, display.English.Languages().Name(plain)) ||
		strings.EqualFold(title, display.Self.Name(plain))
}
