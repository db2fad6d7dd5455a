package detect

import (
	"strings"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/langtag"
	"golang.org/x/text/language"
)

// halfShare is the share of a document's letters from which on a second language is no quotation.
// It was set by hand.
const halfShare = .25

// Two reports whether two languages have halfShare of a document's letters each, as far as
// scripts and function words tell.
func Two(body string) (a, b language.Tag, two bool) {
	letters := map[language.Tag]int{}
	var order []language.Tag
	total := 0
	for _, s := range samples(body) {
		n := utf8.RuneCountInString(s)
		total += n
		tag, sure := byLetters.Detect(s)
		script := langtag.Script(tag)
		if tag == language.Und || script == "Latn" && !ToldByWords(tag, sure, s) {
			continue
		}
		if script != "Latn" {
			tag = language.Make("und-" + script) // relatives are not told apart for sure
		}
		if letters[tag] == 0 {
			order = append(order, tag)
		}
		letters[tag] += n
	}
	for i, first := range order {
		for _, second := range order[i+1:] {
			if float64(min(letters[first], letters[second])) >= halfShare*float64(total) {
				return likely(first), likely(second), true
			}
		}
	}
	return language.Und, language.Und, false
}

// likely returns the language that is most written in the script of an undecided tag.
func likely(tag language.Tag) language.Tag {
	base, _ := tag.Base()
	return language.Make(base.String())
}

// Without returns paragraphs of a document, of which it takes some from all over a long one, that
// are not in a language, as far as scripts and function words tell.
func Without(body string, original language.Tag) string {
	var rest []string
	for _, s := range samples(body) {
		if tag, _ := byLetters.Detect(s); tag != language.Und && !Matches(tag, original) {
			rest = append(rest, s)
		}
	}
	return strings.Join(rest, "\n\n")
}

// Matches reports whether what Two says of a language may mean another one: the same, or one that
// is written in the same script, if that is not the Latin script.
func Matches(told, other language.Tag) bool {
	script := langtag.Script(told)
	return langtag.SameBase(told, other) || script != "Latn" && script == langtag.Script(other)
}
