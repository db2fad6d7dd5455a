// Package lingua tells apart languages that share a script, such as English and French, with the
// models of [github.com/pemistahl/lingua-go]. It provides a detector for package lang:
//
//	detector, err := lingua.New(language.English, language.French)
//	if err != nil {
//		log.Fatal(err)
//	}
//	texts := lang.Split(document, detector)
//
// [lang.ByLetters] decides wherever letters are enough. Otherwise a model is loaded for each
// candidate language of the script, which takes tenths of a second and tens of megabytes each; so
// name the languages that the document may be in. Importing this package makes a program 133 MB
// larger. It is a module of its own, so that programs which do not import it need not download it.
//
// Package lang/ngram has the same functions with tables of 5 MB, made from the same models. Use
// this package if you need the exact answers of lingua-go.
package lingua

import (
	"fmt"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/lang"
	"github.com/bitext-go/bitext/lang/internal/rivals"
	"github.com/pemistahl/lingua-go"
)

//go:generate go run ./internal/ngramgen -out ../ngram/models

// A Detector tells a fixed set of languages apart. Any number of goroutines may use it.
type Detector struct {
	letters lang.Detector
	rivals  map[string]*group // by the tag that lang.ByLetters returns for their script
	all     bool              // all languages that there are models for
}

var _ lang.Narrower = (*Detector)(nil)

// A group holds candidates that share a script, and loads their models when they are first needed.
type group struct {
	*rivals.Group[lingua.Language]
	load   sync.Once
	lingua lingua.LanguageDetector
}

// New makes a detector for langs, or, without langs, for the 75 languages of lingua-go. It fails if
// some of langs share a script, letters do not tell them apart, and one of them has no model or two
// have the same. It loads no model yet.
func New(langs ...language.Tag) (*Detector, error) {
	all := len(langs) == 0
	if all {
		langs = modelled()
	}
	groups, err := rivals.Groups(langs, modelOf)
	if err != nil {
		return nil, fmt.Errorf("lingua: %w", err)
	}
	d := &Detector{letters: lang.ByLetters(langs...), rivals: map[string]*group{}, all: all}
	for key, g := range groups {
		d.rivals[key] = &group{Group: g}
	}
	return d, nil
}

// Detect returns the language of a text among the detector's, and its probability. See
// [lang.Detector].
func (d *Detector) Detect(text string) (language.Tag, float64) {
	tag, confidence := d.letters.Detect(text)
	g := d.rivals[tag.String()]
	if g == nil {
		return tag, confidence
	}
	g.load.Do(func() {
		g.lingua = lingua.NewLanguageDetectorBuilder().FromLanguages(g.Models...).Build()
	})
	for _, v := range g.lingua.ComputeLanguageConfidenceValues(text) { // the most probable comes first
		for i, model := range g.Models {
			if v.Language() == model && v.Value() > 0 {
				return g.Langs[i], v.Value() * confidence
			}
		}
	}
	return tag, confidence
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

// Guess implements [lang.Narrower]. It returns undecided: the models have failed already.
func (d *Detector) Guess(undecided language.Tag) language.Tag { return undecided }

// modelOf returns lingua's language for a tag.
func modelOf(l language.Tag) (lingua.Language, bool) {
	base, _ := l.Base()
	code := base.String()
	switch code { // where lingua has another code for it
	case "no":
		code = "nb"
	case "fil":
		code = "tl"
	}
	for _, model := range lingua.AllLanguages() {
		if strings.EqualFold(model.IsoCode639_1().String(), code) {
			return model, true
		}
	}
	return lingua.Unknown, false
}

// Known reports whether there is a model for a language. A text in a language without one is taken
// for a relative of it.
func Known(tag language.Tag) bool {
	_, known := modelOf(tag)
	return known
}

// modelled returns the languages that lingua-go has models for.
func modelled() []language.Tag {
	var tags []language.Tag
	for _, model := range lingua.AllLanguages() {
		tags = append(tags, language.Make(strings.ToLower(model.IsoCode639_1().String())))
	}
	return tags
}
