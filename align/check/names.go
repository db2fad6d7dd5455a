package check

import (
	"slices"
	"strings"

	"github.com/bitext-go/bitext/align/lexicon/cldr"
	"github.com/bitext-go/bitext/internal/quote"
	"github.com/bitext-go/bitext/segment"
)

// A name is a country or a language, whatever it is called.
type name struct {
	kind cldr.Kind
	code string
}

func nameOf(m cldr.Mention) name { return name{m.Kind, m.Code} }

// names returns the countries and languages that a surely names and b does not mention.
func names(a, b *subject) []difference {
	if !a.lang.hasNames || !b.lang.hasNames {
		return nil
	}
	var out []difference
	var reported map[name]bool
	for _, m := range a.mentions() {
		if !m.Sure || reported[nameOf(m)] || b.mentionsAny(nameOf(m)) {
			continue
		}
		if reported == nil {
			reported = map[name]bool{}
		}
		reported[nameOf(m)] = true
		written := a.Text[m.Start:m.End]
		english := cldr.English(m.Kind, m.Code)
		if written != english {
			english += " (" + quote.Isolate(written) + ")"
		}
		d := difference{kind: Country, span: segment.Span{Start: m.Start, End: m.End}, what: english, key: m.Code}
		if m.Kind == cldr.Language {
			d.kind, d.what = Language, "the language "+english
		}
		out = append(out, d)
	}
	return out
}

// mentionsAny reports whether a text mentions a country or language in any way: by its name, by the
// country of a language, by the other Congo, or by its money.
func (s *subject) mentionsAny(n name) bool {
	s.mentions()
	set := s.mentionSet
	if set[n] {
		return true
	}
	if n.kind == cldr.Language {
		return slices.ContainsFunc(cldr.CountriesOf(n.code), func(code string) bool {
			return set[name{cldr.Region, code}]
		})
	}
	return isCongo(n.code) && (set[name{cldr.Region, "CD"}] || set[name{cldr.Region, "CG"}]) || s.hasMoney(n.code)
}

// hasMoney reports whether a text mentions the money of a country. Another text may name the
// country beside it: 5 долларов США is $5.
func (s *subject) hasMoney(code string) bool {
	return strings.ContainsAny(s.Text, currencySigns[code]) ||
		slices.ContainsFunc(currencyWords[code], func(w string) bool { return strings.Contains(s.fold(), w) })
}

// The signs and the folded words for money that are not named after a country.
var (
	currencySigns = map[string]string{"US": "$", "GB": "£", "JP": "¥￥", "CN": "¥￥", "IN": "₹"}
	currencyWords = map[string][]string{
		"US": {"dollar", "dolar", "долар", "доллар", "دولار", "דולר", "डालर", "डॉलर", "ドル", "달러", "δολαρι", "美元"},
		"GB": {"pound", "sterling", "livre", "libra", "pfund", "фунт", "استرليني", "جنيه", "पाउंड", "英镑"},
	}
)

// isCongo reports whether a code is that of one of the two states that texts call the Congo.
func isCongo(code string) bool { return code == "CD" || code == "CG" }
