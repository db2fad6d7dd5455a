package lang

import (
	"slices"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/langtag"
)

// A Detector finds the language of a text. Any number of goroutines may use one of this project's.
// [Runs] and [Split] call Detect from one goroutine, once or twice for each line, and keep nothing
// of the detector.
type Detector interface {
	// Detect returns the language of a text and how sure that is, from 0 to 1. If it knows only the
	// script, it returns und with that script, such as und-Latn. A text without letters gives
	// language.Und and 0.
	Detect(text string) (lang language.Tag, confidence float64)
}

// A Narrower is a Detector of more languages than one document holds. [Runs] uses it to read a
// document twice: once to find its languages, and again to choose among these, which takes fewer
// words. A Detector that wraps a Narrower should be one too.
type Narrower interface {
	Detector

	// Among returns a detector that chooses among langs in every script in which one of them is
	// written, and among all its languages in the others. It returns nil if there is nothing to
	// narrow, since the caller chose the languages.
	Among(langs []language.Tag) Detector

	// Guess returns the language to assume for a document that is undecided as a whole, such as the
	// one with most readers for und-Latn. It may return undecided itself.
	Guess(undecided language.Tag) language.Tag
}

// ByLetters returns a detector that works without models. It looks at the script, in some scripts
// at letters that only some languages have, and in Latin script at the small words of each
// language. It tells apart Simplified and Traditional Chinese; Arabic, Persian, Urdu, Pashto,
// Sorani and Uyghur; Russian, Ukrainian, Belarusian, Bulgarian, Macedonian, Serbian, Kazakh,
// Kyrgyz, Tatar, Tajik and Mongolian; Azerbaijani and Turkish; and, given a few words, some forty
// languages in Latin script.
//
// It chooses among langs. Without langs it chooses among the languages above, takes every other
// script for the language that is written in it most, and is a [Narrower]. If it cannot choose
// among the languages of a script, or langs has none in it, the result is und with the script, such
// as und-Latn. Any number of goroutines may use it.
func ByLetters(langs ...language.Tag) Detector {
	if len(langs) == 0 {
		return anyLanguage{candidatesOf(distinguished())}
	}
	return candidatesOf(langs)
}

// distinguished returns the languages that ByLetters tells apart, in each script the one with most
// readers first.
func distinguished() (tags []language.Tag) {
	for _, l := range []string{"zh-Hans", "zh-Hant", "ar", "fa", "ur", "ps", "ckb", "ug",
		"ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "tt", "tg", "mn"} {
		tags = append(tags, language.Make(l))
	}
	for _, l := range latinWords().langs {
		if l != language.Malay { // it has the small words of Indonesian, which more people read
			tags = append(tags, l)
		}
	}
	return tags
}

// Known reports whether [ByLetters] without languages tells a language from the others of its
// script. A text in a language that is not known is taken for a relative of it.
func Known(tag language.Tag) bool {
	return slices.ContainsFunc(distinguished(), func(l language.Tag) bool { return langtag.SameBaseAndScript(l, tag) })
}

// candidates holds the languages to choose among, by script. It is a Detector of these languages.
type candidates map[string][]language.Tag

func candidatesOf(langs []language.Tag) candidates {
	c := candidates{}
	for _, l := range langs {
		code := langtag.Script(l)
		c[code] = append(c[code], l)
	}
	return c
}

// in returns the candidates that are written in a script. Text in Han characters may be Japanese
// without kana.
func (c candidates) in(code string) []language.Tag {
	if code == "Hani" && len(c[code]) == 0 {
		code = "Jpan"
	}
	return c[code]
}

// Detect implements [Detector].
func (c candidates) Detect(text string) (language.Tag, float64) {
	code, share := Script(text)
	if code == "" {
		return language.Und, 0
	}
	return c.choose(code, share, text, 0)
}

// choose returns the candidate that a text in a script is written in. The first candidate of the
// script is more probable from the start, by the factor e to the power of prior.
func (c candidates) choose(code string, share float64, text string, prior float64) (language.Tag, float64) {
	langs := c.in(code)
	if len(langs) == 1 {
		return langs[0], share
	}
	if len(langs) > 1 {
		if tag, confidence := choose(code, text, langs, prior); confidence >= sure {
			return tag, share * confidence
		}
	}
	return language.Make("und-" + code), share
}

// anyLanguage is ByLetters without languages to choose among.
type anyLanguage struct{ candidates }

// mostReaders is how much more probable the language with most readers of a script is from the
// start, as a natural logarithm of odds: some seven times. A word or two outweigh it.
const mostReaders = 2

// Detect implements [Detector].
func (a anyLanguage) Detect(text string) (language.Tag, float64) {
	code, share := Script(text)
	switch {
	case code == "":
		return language.Und, 0
	case len(a.in(code)) == 0:
		return likeliest(code), share
	}
	return a.choose(code, share, text, mostReaders)
}

// Among implements [Narrower].
func (a anyLanguage) Among(langs []language.Tag) Detector {
	narrow := candidatesOf(langs)
	for code, all := range a.candidates {
		if narrow[code] == nil {
			narrow[code] = all
		}
	}
	return anyLanguage{narrow}
}

// Guess implements [Narrower]: it returns the language with most readers of the script.
func (a anyLanguage) Guess(undecided language.Tag) language.Tag {
	code := langtag.Script(undecided)
	if langs := a.candidates[code]; len(langs) > 0 {
		return langs[0]
	}
	return likeliest(code)
}

// Distinguishable reports whether [ByLetters] tells all of langs apart by letters alone, so that a
// few words are enough.
func Distinguishable(langs ...language.Tag) bool {
	for code, langs := range candidatesOf(langs) {
		if len(langs) > 1 && !letterModels[code].known(langs) && !(code == "Hani" && bothForms(langs)) {
			return false
		}
	}
	return true
}

// choose returns the language that a text is written in, among several of one script, and how sure
// that is; the confidence is 0 if neither letters nor words can tell.
func choose(code, text string, langs []language.Tag, prior float64) (language.Tag, float64) {
	if code == "Hani" {
		return chooseForm(text, langs)
	}
	if model := letterModels[code]; model.known(langs) {
		return model.choose(text, langs, prior)
	}
	if code == "Latn" {
		return chooseByWords(text, langs)
	}
	return language.Und, 0
}
