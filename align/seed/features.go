package seed

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/lexicon"
	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/internal/script"
	"github.com/bitext-go/bitext/segment"
)

// maxFeatures is how many features of a document are kept, the most frequent first.
const maxFeatures = 3000

// features returns what a text has in common with its translations, and how often: numbers, words
// in Latin letters, and the English translations that the dictionaries give for its words.
func (m *Method) features(t *segment.Text) (map[string]int, error) {
	all := map[string]int{}
	between := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }
	for word := range strings.FieldsFuncSeq(t.Body, between) {
		if f := sharedForm(word); f != "" {
			all[f]++
		}
	}
	for _, d := range m.Dictionaries {
		if err := addEnglish(d, t, all); err != nil {
			return nil, err
		}
	}
	if len(all) <= maxFeatures {
		return all, nil
	}
	names := slices.SortedFunc(maps.Keys(all), func(a, b string) int {
		return cmp.Or(all[b]-all[a], strings.Compare(a, b))
	})
	for _, n := range names[maxFeatures:] {
		delete(all, n)
	}
	return all, nil
}

// sharedForm returns a number in ASCII digits, or a word in Latin letters, or "".
func sharedForm(word string) string {
	digits := true
	for _, r := range word {
		digits = digits && unicode.IsDigit(r)
		if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
			return ""
		}
	}
	if !digits {
		if len(word) < 4 {
			return ""
		}
		return strings.ToLower(word)
	}
	return "#" + strings.Map(func(r rune) rune { return '0' + rune(script.DigitValue(r)) }, word)
}

// leastProbable is the least probability of a translation that counts as a feature.
const leastProbable = 0.1

// addEnglish adds the English translations that a dictionary gives for the words of a text.
func addEnglish(open func(src, tgt language.Tag) (*lexicon.Lexicon, error), t *segment.Text, to map[string]int) error {
	if langtag.SameBase(t.Lang, language.English) {
		// The lexicon with French has the most English words.
		l, err := open(language.English, language.French)
		if l == nil || err != nil {
			return err
		}
		for _, s := range t.Sentences {
			for _, form := range l.Source().Forms(t.Body[s.Start:s.End]) {
				to["en "+form]++
			}
		}
		return nil
	}
	l, err := open(t.Lang, language.English)
	if l == nil || err != nil {
		return err
	}
	for _, s := range t.Sentences {
		for _, form := range l.Source().Forms(t.Body[s.Start:s.End]) {
			for tr := range l.Translations(form) {
				if tr.Forward >= leastProbable {
					to["en "+tr.Form]++
				}
			}
		}
	}
	return nil
}
