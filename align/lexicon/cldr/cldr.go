// Package cldr finds the names of countries and languages in texts of many languages.
//
//	lex, err := cldr.Lexicon(language.Arabic, language.French)      // for evidence.Dictionary
//	found := cldr.Find("انعقد الاجتماع في باكستان", language.Arabic)    // PK
//
// The names are those of Unicode's Common Locale Data Repository (CLDR), which
// golang.org/x/text/language/display has for some two hundred languages. That package makes a
// program three megabytes larger. This one adds the names that the United Nations use for their
// members, common short forms, and the adjectives of some countries, in the six languages of the
// United Nations and a few more.
package cldr

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/bitext-go/bitext/align/lexicon"
	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/internal/words"
)

// Lexicon returns the names of countries and languages as word translations between two languages.
// It is meant to be one source of evidence among several:
//
//	scorer := append(evidence.Standard(), evidence.Dictionary(cldr.Lexicon))
//
// Regions and scripts of the tags make no difference, except that for Chinese they choose the
// characters. The error wraps [fs.ErrNotExist] if CLDR has no names in one of the languages.
//
// Use it for languages that align/lexicon/core and wide do not have. Those include these names
// already: with wide, not one bead of the development data changes. For Chinese, a lexicon of names
// alone does harm, because it shows where names begin and end but nothing about the characters
// around them.
func Lexicon(source, target language.Tag) (*lexicon.Lexicon, error) {
	l := &lexicon.Learner{Source: source, Target: target}
	names := [2]*nameCount{{}, {}}
	from, err := namesIn(source)
	if err != nil {
		return nil, err
	}
	to, err := namesIn(target)
	if err != nil {
		return nil, err
	}
	for _, t := range things() {
		a, b := from.short(t), to.short(t)
		names[0].add(a)
		names[1].add(b)
		for _, s := range a {
			for _, name := range b {
				l.Entry(s, name, entryWeight)
			}
		}
	}
	learned, err := l.Lexicon(context.Background()) // a few hundred names
	if err != nil {
		return nil, err
	}
	own := func(yield func(lexicon.Pair) bool) {
		for p := range learned.All() {
			if names[0].isDistinctive(p.Source) && names[1].isDistinctive(p.Target) && !yield(p) {
				return
			}
		}
	}
	return lexicon.FromForms(source, target, own).WithNotes(
		"Names of countries and languages. Source: CLDR by way of golang.org/x/text, Unicode-3.0"), nil
}

// entryWeight is how many sentences a name counts for: enough for the lexicon to be sure of it.
const entryWeight = 4

// A nameCount counts, for each word, the names of countries and languages that it occurs in.
type nameCount struct{ names map[string]int }

// add counts the words of the names of one thing.
func (c *nameCount) add(names []string) {
	if c.names == nil {
		c.names = map[string]int{}
	}
	var forms []string
	var t words.Tokenizer
	for _, name := range names {
		for _, w := range t.Append(nil, name) {
			if !slices.Contains(forms, w.Form) {
				forms = append(forms, w.Form)
			}
		}
	}
	for _, f := range forms {
		c.names[f]++
	}
}

// maxNames is how many names share a word at most that helps to tell them apart; "republic" is in
// more.
const maxNames = 8

// isDistinctive reports whether a word belongs to few names. A single Han character is never one.
func (c *nameCount) isDistinctive(form string) bool {
	if r, n := utf8.DecodeRuneInString(form); n == len(form) && words.Unspaced(r) {
		return false
	}
	return c.names[form] <= maxNames
}

// Has reports whether CLDR has names in a language, so that [Find] can find any.
func Has(lang language.Tag) bool { return indexOf(lang) != nil }

// A Kind is what a name names.
type Kind uint8

// Names are of these kinds.
const (
	Region   Kind = iota // a country or territory; its code is that of ISO 3166, such as "PK"
	Language             // a language; its code is that of BCP 47, such as "fa"
)

// English returns the name of a country or language in English by CLDR, or its code if CLDR has
// none.
func English(kind Kind, code string) string {
	n := names{regions: display.English.Regions(), languages: display.English.Languages()}
	return cmp.Or(n.of(thing{kind, code}), code)
}

// A thing is a country or a language.
type thing struct {
	kind Kind
	code string
}

// things returns every country of ISO 3166 and every language that has names in CLDR.
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

// names holds the names of countries and languages in one language.
type names struct {
	tag       language.Tag
	regions   display.Namer
	languages display.Namer
	others    map[string][]string // by the code of the country
}

// canonical returns a tag by the code of its language that package display has: "zh" for "cmn",
// "no" for "nb".
func canonical(tag language.Tag) language.Tag {
	tag = langtag.Canonical(tag)
	if base, _, _ := tag.Raw(); base.String() == "nb" {
		return language.MustParse("no")
	}
	return tag
}

func namesIn(tag language.Tag) (*names, error) {
	tag = canonical(tag)
	base, _, _ := tag.Raw()
	n := &names{tag: tag, regions: display.Regions(tag), languages: display.Languages(tag),
		others: alternatives(base.String())}
	if n.regions == nil || n.languages == nil || !slices.Contains(display.Supported.BaseLanguages(), base) {
		return nil, fmt.Errorf("cldr: no names of countries in %v: %w", tag, fs.ErrNotExist)
	}
	return n, nil
}

// of returns the name by CLDR, or "".
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

// short returns the names without the long ones that include the form of state, whose words belong
// to no country.
func (n *names) short(t thing) []string {
	all := n.all(t)
	for i, name := range all {
		if k := strings.IndexAny(name, "(（"); k > 0 {
			all[i] = name[:k]
		}
	}
	return slices.DeleteFunc(all, func(name string) bool { return len(strings.Fields(name)) > 3 })
}

// all returns every name, CLDR's first.
func (n *names) all(t thing) []string {
	out := spellings(n.of(t))
	if t.kind == Region {
		out = append(out, n.others[t.code]...)
	}
	return out
}
