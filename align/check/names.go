package check

import (
	"slices"
	"strings"

	"github.com/bitext-go/bitext/align/lexicon/cldr"
	"github.com/bitext-go/bitext/internal/quote"
	"github.com/bitext-go/bitext/internal/words"
	"github.com/bitext-go/bitext/segment"
)

// names returns the countries and languages that a surely names and b does not speak of.
func names(a, b *study) []difference {
	if !cldr.Has(a.Lang) || !cldr.Has(b.Lang) {
		return nil
	}
	var out []difference
	seen := map[string]bool{}
	for _, m := range a.names() {
		key := string(rune('0'+m.Kind)) + m.Code
		if !m.Sure || seen[key] || b.speaksOf(m) {
			continue
		}
		seen[key] = true
		written := a.Text[m.Start:m.End]
		name := cldr.English(m.Kind, m.Code)
		if written != name {
			name += " (" + quote.Isolate(written) + ")"
		}
		d := difference{kind: Country, span: segment.Span{Start: m.Start, End: m.End}, what: name, key: m.Code}
		if m.Kind == cldr.Language {
			d.kind, d.what = Language, "the language "+name
		}
		out = append(out, d)
	}
	return out
}

// speaksOf reports whether a text speaks of a country or language in any way.
func (s *study) speaksOf(m cldr.Mention) bool {
	if m.Kind == cldr.Region && s.hasMoney(m.Code) {
		return true
	}
	for _, x := range s.names() {
		if m.Kind == cldr.Language && x.Kind == cldr.Region && slices.Contains(cldr.Speakers(m.Code), x.Code) {
			return true
		}
		if x.Kind == m.Kind && x.Code == m.Code {
			return true
		}
		if m.Kind == cldr.Region && x.Kind == cldr.Region && isCongo(m.Code) && isCongo(x.Code) {
			return true
		}
	}
	return false
}

// hasMoney reports whether a text speaks of the money of a country, whose name may stand beside it:
// 5 долларов США is $5.
func (s *study) hasMoney(code string) bool {
	if strings.ContainsAny(s.Text, currencies[code]) {
		return true
	}
	list := moneyWords[code]
	if len(list) == 0 {
		return false
	}
	folded := words.Fold(s.Text)
	return slices.ContainsFunc(list, func(w string) bool { return strings.Contains(folded, w) })
}

// The signs and the words for money that are not named after a country.
var (
	currencies = map[string]string{"US": "$", "GB": "£", "JP": "¥￥", "CN": "¥￥", "IN": "₹"}
	moneyWords = map[string][]string{
		"US": {"dollar", "dolar", "долар", "доллар", "دولار", "דולר", "डालर", "डॉलर", "ドル", "달러", "δολαρι", "美元"},
		"GB": {"pound", "sterling", "livre", "libra", "pfund", "фунт", "استرليني", "جنيه", "पाउंड", "英镑"},
	}
)

// isCongo reports whether a code is that of one of the two states that texts call the Congo.
func isCongo(code string) bool { return code == "CD" || code == "CG" }
