// Package cldr knows what countries and languages are called in the languages of the world.
//
//	lex, err := cldr.Lexicon(language.Arabic, language.French)      // for align.Dictionary
//	found := cldr.Find("انعقد الاجتماع في باكستان", language.Arabic)    // PK
//
// The names are those of Unicode's Common Locale Data Repository (CLDR), as golang.org/x/text/language/display holds them
// for some two hundred languages; a program that imports the package grows by three megabytes, which are those of
// display. To them it adds what the United Nations call their members where CLDR does not, common short forms, and the
// adjectives of some countries, in the six languages of the United Nations and a few more.
package cldr

import (
	"cmp"
	"fmt"
	"io/fs"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/bitext-go/bitext/align/lexicon"
)

// Lexicon is the names of countries and languages as word translations between two languages. It is meant to be one
// source of evidence among several:
//
//	scorer := append(align.Standard(), align.Dictionary(cldr.Lexicon))
//
// Regions and scripts of the tags make no difference, but for Chinese, where they choose the characters. The error wraps
// [fs.ErrNotExist] where CLDR has no names in one of the languages.
func Lexicon(source, target language.Tag) (*lexicon.Lexicon, error) {
	l := &lexicon.Learner{Source: source, Target: target}
	from, err := namesIn(source)
	if err != nil {
		return nil, err
	}
	to, err := namesIn(target)
	if err != nil {
		return nil, err
	}
	for _, t := range things() {
		for _, s := range from.all(t) {
			for _, name := range to.all(t) {
				l.Entry(s, name, 1)
			}
		}
	}
	return l.Lexicon().WithNotes("Names of countries and languages. Source: CLDR by way of golang.org/x/text, Unicode-3.0"), nil
}

// Kind says what a name is of.
type Kind uint8

// What names are of.
const (
	Region   Kind = iota // a country or territory; its code is that of ISO 3166, such as "PK"
	Language             // a language; its code is that of BCP 47, such as "fa"
)

// English is what a country or language is called in English, in the words of CLDR; its code where CLDR has none.
func English(kind Kind, code string) string {
	n := names{regions: display.English.Regions(), languages: display.English.Languages()}
	return cmp.Or(n.of(thing{kind, code}), code)
}

// A thing is a country or a language.
type thing struct {
	kind Kind
	code string
}

// things is every country of ISO 3166 and every language that has names in CLDR.
func things() []thing {
	var out []thing
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			code := string(a) + string(b)
			r, err := language.ParseRegion(code)
			if err == nil && r.IsCountry() && r.Canonicalize().String() == code {
				out = append(out, thing{Region, code})
			}
		}
	}
	for _, b := range display.Supported.BaseLanguages() {
		if b.String() != "und" && b.String() != "root" {
			out = append(out, thing{Language, b.String()})
		}
	}
	return out
}

// names is what countries and languages are called in one language.
type names struct {
	tag       language.Tag
	regions   display.Namer
	languages display.Namer
	others    map[string][]string // by the code of the country
}

func namesIn(tag language.Tag) (*names, error) {
	base, _, _ := tag.Raw()
	n := &names{tag: tag, regions: display.Regions(tag), languages: display.Languages(tag), others: alternatives(base.String())}
	if n.regions == nil || n.languages == nil || base.String() == "und" {
		return nil, fmt.Errorf("cldr: no names of countries in %v: %w", tag, fs.ErrNotExist)
	}
	return n, nil
}

// of is the name in CLDR's words, or "".
func (n *names) of(t thing) string {
	if t.kind == Language {
		b, err := language.ParseBase(t.code)
		if err != nil {
			return ""
		}
		return n.languages.Name(b)
	}
	r, err := language.ParseRegion(t.code)
	if err != nil {
		return ""
	}
	return n.regions.Name(r)
}

// all is every name, CLDR's first.
func (n *names) all(t thing) []string {
	out := spellings(n.of(t))
	if t.kind == Region {
		out = append(out, n.others[t.code]...)
	}
	return out
}
