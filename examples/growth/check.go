package main

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/check"
)

// checkCases are units that are hard to check: two texts with n of something, all different, and a
// unit in n languages.
var checkCases = []testCase{
	{"check: dates", 10_000, pair("on %d September %d; ", "le %d octobre %d; ")},
	{"check: dates in digits", 10_000, pair("on %d.09.%d; ", "le %d.10.%d; ")},
	{"check: numbers", 10_000, pair("number %d%d, ", "nombre %d%d7, ")},
	{"check: numbers that may be rounded", 10_000, languages(language.Thai, language.Burmese, "%d%d ", "%d%d7 ")},
	{"check: years in brackets", 10_000, pair("resolution %d (19%02d), ", "résolution %d (18%02d), ")},
	{"check: open brackets", 10_000, pair("(%d 19%02d ", "%d 18%02d ")},
	{"check: numbers in words", 10_000, pair("twenty-three thousand %d %d ", "deux cents %d %d ")},
	{"check: Roman numerals", 10_000, pair("XIV MCM %d %d ", "XV MDM %d %d ")},
	{"check: Chinese numerals", 10_000, languages(language.Chinese, language.English, "二十%d万%d千", "%d %d")},
	{"check: list letters", 10_000, pair("(a) %d (b) %d ", "a) %d b) %d ")},
	{"check: quotations", 10_000, pair("he said “that the word %d is not %d” and ", "il a dit %d %d et ")},
	{"check: addresses", 5_000, pair("see https://a.example/%d/%d ", "voir https://b.example/%d/%d ")},
	{"check: e-mail addresses", 5_000, pair("write to a%d@b%d.example ", "écrire à c%d@d%d.example ")},
	{"check: countries", 5_000, pair("Malaysia, Pakistan, Kuwait %d %d, ", "Norvège, Suède %d %d, ")},
	{"check: equal text", 10_000, pair("the same words again %d %d ", "the same words again %d %d ")},
	{"check: one word again and again", 50_000, pair("a ", "b a ")},
	{"check: one long word", 100_000, pair("ab", "ba")},
	{"check: one long German word", 100_000, languages(language.German, language.Italian, "zwei", "due")},
	{"check: one long Arabic word", 100_000, languages(language.Arabic, language.Hebrew, "وال", "ול")},
	{"check: one long Chinese word", 50_000, languages(language.Chinese, language.Japanese, "中国", "日本")},
	{"check: digits", 100_000, pair("1", "2")},
	{"check: brackets", 100_000, pair("((", "))")},
	{"check: placeholders", 10_000, pair("{name%d} %%s <b%d> ", "{nom%d} %%d </b%d> ")},
	{"check: open braces", 10_000, pair("{a: ", "{b, ")},
	{"check: open tags", 10_000, pair("<a b ", "<c d ")},
	{"check: tags", 10_000, pair("<a href='x'>b</a> ", "<i>c</i> ")},
	{"check: spaces", 100_000, pair("  ", " ")},
	{"check: languages", 2_000, manyLanguages},
	{"check: terms", 10_000, manyTerms},
	{"check: units", 25_000, manyUnits},
}

// pair returns a case of a unit in English and French that repeats a piece of text.
func pair(en, fr string) func(n int) error {
	return languages(language.English, language.French, en, fr)
}

func languages(a, b language.Tag, x, y string) func(n int) error {
	return func(n int) error {
		var c check.Checker
		c.Check(check.Side{Lang: a, Text: repeated(x, n)}, check.Side{Lang: b, Text: repeated(y, n)})
		return nil
	}
}

// repeated returns n pieces of text, each with two numbers of its own if the piece has verbs for
// them.
func repeated(piece string, n int) string {
	var b strings.Builder
	for i := range n {
		if strings.Contains(piece, "%d") {
			fmt.Fprintf(&b, piece, 1+i%28, i)
		} else {
			b.WriteString(piece)
		}
	}
	return b.String()
}

func manyLanguages(n int) error {
	var sides []check.Side
	for i := range n {
		tag := language.Make(fmt.Sprintf("%c%c-x-%d", 'a'+i%26, 'a'+i/26%26, i))
		sides = append(sides, check.Side{Lang: tag, Text: fmt.Sprintf("resolution %d of Malaysia", i)})
	}
	var c check.Checker
	c.Check(sides...)
	return nil
}

func manyTerms(n int) error {
	c := check.Checker{}
	var source strings.Builder
	for i := range n {
		word := fmt.Sprintf("%c%c%c%cword", 'a'+i%26, 'a'+i/26%26, 'a'+i/676%26, 'a'+i/17576%26)
		c.Terms = append(c.Terms, check.Term{Source: check.Side{Lang: language.English, Text: word},
			Target: check.Side{Lang: language.French, Text: "mot " + word}})
		source.WriteString(word + " ")
	}
	c.Check(check.Side{Lang: language.English, Text: source.String()},
		check.Side{Lang: language.French, Text: strings.Repeat("mot ", n)})
	return nil
}

func manyUnits(n int) error {
	var c check.Checker
	units := func(yield func(int, []check.Side) bool) {
		for i := range n {
			if !yield(i, []check.Side{
				{Lang: language.English, Text: fmt.Sprintf("The meeting of %d recalled resolution %d of Malaysia.", i, i*7)},
				{Lang: language.French, Text: fmt.Sprintf("La réunion de %d a rappelé la résolution %d de la Malaisie.", i, i*7)},
			}) {
				return
			}
		}
	}
	for range check.All(&c, units) {
	}
	return nil
}
