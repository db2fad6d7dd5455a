// Package langtag answers the questions that the other packages ask about language tags. "Are these
// one language?" has more than one answer; each has a name of its own here:
//
//   - [SameBase] ignores script and region: for word translations and names, where "zh-Hant" finds
//     what is known of "zh".
//   - [SameBaseAndScript] ignores the region only: for the columns of a bilingual file, where tools
//     mix "en" and "en-US".
//   - [SameInMemory] also tells two stated regions apart: for a memory, which can hold "pt-BR" and
//     "pt-PT" side by side.
//
// Equal tags after [Canonical] are the fourth and strictest answer.
package langtag

import "golang.org/x/text/language"

// Canonical returns t by the commonest code of its language: "zh" for "cmn", "ar" for "arb", "nb"
// for "no". Script and region stay. A tag that has no canonical form is returned as it is.
func Canonical(t language.Tag) language.Tag {
	if c, err := language.All.Canonicalize(t); err == nil {
		return c
	}
	return t
}

// Base returns the language of t by its commonest code, without script and region: "zh" for
// "cmn-Hant". A tag that names no language has the base "und", whatever script it names.
func Base(t language.Tag) language.Base {
	base, _, _ := Canonical(t).Raw()
	return base
}

// SameBase reports whether two tags name one language, whatever their scripts and regions.
func SameBase(a, b language.Tag) bool { return Base(a) == Base(b) }

// SameBaseAndScript reports whether two tags name one language in one script, whatever their
// regions. A script that is not stated is the one that the language is usually written in there:
// "zh-TW" and "zh-Hant" are the same, "zh-CN" and "zh-TW" are not.
func SameBaseAndScript(a, b language.Tag) bool {
	return SameBase(a, b) && likelyScript(a) == likelyScript(b)
}

// SameInMemory reports whether two tags stand for one language in a memory: they have the same base
// and script, and at most one of them states a region. "en" and "en-GB" do, "pt-BR" and "pt-PT" do
// not, nor do "zh-Hans" and "zh-Hant".
func SameInMemory(a, b language.Tag) bool {
	return a == b || SameBaseAndScript(a, b) && !(statesRegion(a) && statesRegion(b))
}

// Script returns the script that a language is usually written in, as package lang names scripts:
// the four letters of ISO 15924, with "Hani" for both forms of Chinese.
func Script(t language.Tag) string {
	switch code := likelyScript(t).String(); code {
	case "Hans", "Hant":
		return "Hani"
	default:
		return code
	}
}

func likelyScript(t language.Tag) language.Script { s, _ := t.Script(); return s }

func statesRegion(t language.Tag) bool { _, sure := t.Region(); return sure == language.Exact }
