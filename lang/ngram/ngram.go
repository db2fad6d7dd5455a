// Package ngram tells apart languages that share a script, such as English and French, by short
// sequences of letters. It provides a detector for package lang:
//
//	detector, err := ngram.New(language.English, language.French)
//	if err != nil {
//		log.Fatal(err)
//	}
//	texts := lang.Split(document, detector)
//
// [lang.ByLetters] decides wherever letters and small words are enough. Otherwise a table is loaded
// for the script, which takes some tenths of a second and some thirty megabytes for the Latin
// script, once for all detectors. Importing this package makes a program 5 MB larger, and nothing
// else in this module imports it.
//
// The tables were made from the models of [github.com/pemistahl/lingua-go], which are thirty times
// as large; package lang/lingua, a module of its own, detects with these themselves. On whole
// sentences this package is right at least as often, and it is a hundred times as fast; see the
// tests of lang/lingua, which compare them.
package ngram

import (
	_ "embed"
	"fmt"
	"io/fs"
	"math"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/lang"
	"github.com/bitext-go/bitext/lang/internal/rivals"
)

//go:embed NOTICE
var notice string

//go:embed LICENSE
var license string

// Files returns the files of the tables, for a program that passes them on. They are read-only.
func Files() fs.FS { return files }

// Notices returns the files NOTICE and LICENSE. If you distribute a program with this package,
// include them.
func Notices() string { return notice + "\n" + license }

// A Detector tells a fixed set of languages apart. Any number of goroutines may use it.
type Detector struct {
	letters lang.Detector
	rivals  map[string]*rivals.Group[model] // by the tag that lang.ByLetters returns for their script
	all     bool                            // all languages that there are tables for
}

var _ lang.Narrower = (*Detector)(nil)

// New makes a detector for langs, or, without langs, for the languages of lingua-go, which are 75.
// It fails if some of langs share a script, letters do not tell them apart, and one of them is in
// no table or two are the same language. It loads no table yet.
func New(langs ...language.Tag) (*Detector, error) {
	all := len(langs) == 0
	if all {
		langs = known()
	}
	groups, err := rivals.Groups(langs, modelOf)
	if err != nil {
		return nil, fmt.Errorf("ngram: %w", err)
	}
	return &Detector{letters: lang.ByLetters(langs...), rivals: groups, all: all}, nil
}

// damp is the factor for the dependence of letters on one another. It was chosen on sentences of 49
// languages: of the answers with a probability of about .8, nine in ten are right.
const damp = 0.6

// Detect returns the language of a text among the detector's, and its probability. See
// [lang.Detector].
func (d *Detector) Detect(text string) (language.Tag, float64) {
	tag, confidence := d.letters.Detect(text)
	group := d.rivals[tag.String()]
	if group == nil {
		return tag, confidence
	}
	numbers := make([]int, len(group.Models))
	for i, m := range group.Models {
		numbers[i] = m.number
	}
	nats, letters := tables[group.Models[0].script]().Costs(text, numbers)
	if letters == 0 {
		return tag, confidence
	}
	best := 0
	for i := range nats {
		if d.all {
			nats[i] -= readers(group.Langs[i])
		}
		if nats[i] < nats[best] {
			best = i
		}
	}
	sum := 0.0
	for i := range nats {
		sum += math.Exp(damp * (nats[best] - nats[i]))
	}
	return group.Langs[best], confidence / sum
}

// readers returns how much more probable a language is than a rarely written one before a letter is
// read, in nats, if nobody chose the languages. It decides for texts of a few words. By the shares
// of languages in web pages the figures would be twice as large.
func readers(l language.Tag) float64 {
	switch langtag.Base(l).String() {
	case "en":
		return 4
	case "cs", "da", "de", "es", "fi", "fr", "hu", "id", "it", "nl", "pl", "pt", "ro", "sv", "tr", "vi":
		return 2
	}
	return 0
}

// Among implements [lang.Narrower]: without a choice of the caller's, it returns a detector for the
// languages that a document has been found to hold.
func (d *Detector) Among(langs []language.Tag) lang.Detector {
	if !d.all || len(langs) == 0 {
		return nil
	}
	narrow, err := New(langs...)
	if err != nil {
		return nil // two of them have the same model, and d has told them apart by their letters
	}
	return narrow
}

// Guess implements [lang.Narrower]. It returns undecided: the tables have failed already.
func (d *Detector) Guess(undecided language.Tag) language.Tag { return undecided }

// Known reports whether [New] without languages knows a language in its script. A text in another
// language is taken for a relative of it.
func Known(tag language.Tag) bool {
	for _, l := range known() {
		if langtag.SameBase(l, tag) && langtag.Script(l) == langtag.Script(tag) {
			return true
		}
	}
	return false
}
