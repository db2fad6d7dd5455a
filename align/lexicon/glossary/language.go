package glossary

import (
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// names says whether a title names a language: by its tag, with any region, or by its English or own name.
func names(title string, lang language.Tag) bool {
	if title == "" {
		return false
	}
	if tag, err := language.Parse(title); err == nil {
		return same(tag, lang)
	}
	base, _ := lang.Base()
	plain := language.Make(base.String())
	title, _, _ = strings.Cut(title, " (")
	return strings.EqualFold(title, display.English.Languages().Name(plain)) || strings.EqualFold(title, display.Self.Name(plain))
}

// same says whether two tags name one language, whatever its region or script.
func same(a, b language.Tag) bool {
	x, _ := a.Base()
	y, _ := b.Base()
	return x == y
}
