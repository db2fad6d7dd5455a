package glossary

import (
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// names reports whether a title names a language: by its tag, with any region, or by its English or
// own name.
func names(title string, lang language.Tag) bool {
	if title == "" {
		return false
	}
	if tag, err := language.Parse(title); err == nil {
		return same(tag, lang)
	}
	plain := language.Make(base(lang).String())
	title, _, _ = strings.Cut(title, " (")
	return strings.EqualFold(title, display.English.Languages().Name(plain)) || strings.EqualFold(title, display.Self.Name(plain))
}

// same reports whether two tags name one language, whatever its region or script.
func same(a, b language.Tag) bool {
	return base(a) == base(b)
}

// base returns the language of a tag by its commonest code: "zh" for "cmn-Hant".
func base(t language.Tag) language.Base {
	if c, err := language.All.Canonicalize(t); err == nil {
		t = c
	}
	b, _ := t.Base()
	return b
}
