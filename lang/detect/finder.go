// Package detect finds which languages whole documents are in.
//
//	f := detect.Finder{Models: models} // models may come from package lingua
//	switch langs := f.Languages(body); len(langs) {
//	case 1: // the document is in one language
//	default: // it holds several; see Finder.Detector and lang.Split
//	}
//
// Letters and function words tell most languages apart. Only if they do not, a [Finder] asks a
// detector with language models, such as that of package lingua, which the caller supplies: this
// package has none, so that it stays small.
package detect

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/lang"
)

// A Finder finds the languages of documents. The zero value uses letters and function words only.
// Any number of goroutines may use a Finder, if they may use what its functions return.
type Finder struct {
	// Models returns a detector of all languages that have a model; nil if there are none.
	Models func() lang.Detector
	// Among returns a detector for a few languages, for [Finder.Detector]; nil if there is none.
	Among func(langs ...language.Tag) (lang.Detector, error)
	// Enough returns a short text as Models want it; nil leaves texts as they are.
	Enough func(string) string
	// Modelled reports whether Models knows a language; nil means that it knows none.
	Modelled func(language.Tag) bool
}

// byLetters detects languages by their letters and function words.
var byLetters = lang.ByLetters()

// Detector returns a detector for the languages of a document: langs, or those found in it if langs
// is nil. It loads language models only if letters do not tell the languages apart.
func (f *Finder) Detector(body string, langs []language.Tag) (lang.Detector, error) {
	if len(langs) == 0 {
		langs = f.Languages(body)
	}
	if lang.Distinguishable(langs...) {
		return lang.ByLetters(langs...), nil
	}
	if f.Among == nil {
		return lang.ByLetters(langs...), nil
	}
	d, err := f.Among(langs...)
	if err != nil {
		return nil, fmt.Errorf("the languages cannot be told apart: %w", err)
	}
	return d, nil
}

// minShare is the share of a document's letters from which text in a language is a text, and not a
// quotation. It was set by hand.
const minShare = 0.1

// Languages returns the languages of a document that have minShare of its letters, the language
// with the most letters first. It is empty for a document without letters.
func (f *Finder) Languages(body string) []language.Tag {
	letters := map[language.Tag]int{}
	var found []language.Tag // in the order in which they appear
	total := 0
	for _, s := range samples(body) {
		tag := f.Language(s)
		if tag == language.Und {
			continue
		}
		if letters[tag] == 0 {
			found = append(found, tag)
		}
		n := utf8.RuneCountInString(s)
		letters[tag] += n
		total += n
	}
	if form := chineseForm(letters); form != language.Chinese {
		letters[form] += letters[language.Chinese]
		delete(letters, language.Chinese)
	}
	found = slices.DeleteFunc(found,
		func(t language.Tag) bool { return float64(letters[t]) < minShare*float64(total) })
	slices.SortStableFunc(found, func(a, b language.Tag) int { return letters[b] - letters[a] })
	return found
}

// chineseForm returns the form of Chinese with the most letters, language.Chinese if none is known.
// A paragraph whose characters both forms have is in the form of the others.
func chineseForm(letters map[language.Tag]int) language.Tag {
	best := language.Chinese
	for _, form := range []language.Tag{language.Make("zh-Hans"), language.Make("zh-Hant")} {
		if letters[form] > 0 && (best == language.Chinese || letters[form] > letters[best]) {
			best = form
		}
	}
	return best
}

// Language returns the language of a text, or language.Und for a text without letters. Models are
// used only if letters and function words do not tell.
func (f *Finder) Language(s string) language.Tag {
	tag, sure := byLetters.Detect(s)
	if tag == language.Und {
		return tag
	}
	script, _ := tag.Script()
	undecided := strings.HasPrefix(tag.String(), "und")
	if !undecided && script != latin && script != devanagari {
		return tag
	}
	if script == latin && (ToldByWords(tag, sure, s) || sure >= beyondDoubt && f.onlyByWords(tag)) {
		return tag
	}
	s = Excerpt(s)
	if script == latin {
		if isEnglish(s) {
			return language.English
		}
		if f.Enough != nil {
			s = f.Enough(s)
		}
	}
	if f.Models != nil {
		if found, _ := f.Models().Detect(s); !strings.HasPrefix(found.String(), "und") {
			return found
		}
	}
	base, _ := tag.Base() // of the language that is most written in the script
	return language.Make(base.String())
}

// onlyByWords reports whether function words know a language that has no model. A model would take
// it for another one.
func (f *Finder) onlyByWords(tag language.Tag) bool {
	return f.Modelled != nil && !f.Modelled(tag) && lang.Known(tag)
}

// ToldByWords reports whether the answer of lang.ByLetters for a text in Latin script is accepted:
// the text is long enough, and its function words leave no doubt.
func ToldByWords(tag language.Tag, sure float64, text string) bool {
	return sure >= beyondDoubt && len(text) >= longEnough && wordsTell[tag.String()]
}

// beyondDoubt is the confidence from which function words decide; see TestToldByWords.
const beyondDoubt = .9999

// wordsTell are the languages whose function words decide. Languages that share theirs with a close
// relative are not among them.
var wordsTell = map[string]bool{
	"en": true, "fr": true, "de": true, "es": true, "it": true, "pt": true, "nl": true,
	"pl": true, "cs": true, "hu": true, "ro": true, "sv": true, "fi": true, "vi": true,
}

// Scripts of many languages that their letters do not tell apart.
var latin, devanagari = language.MustParseScript("Latn"), language.MustParseScript("Deva")
