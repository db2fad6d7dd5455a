package main

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/bitext-go/bitext/align/check"
	"github.com/bitext-go/bitext/internal/gold"
)

// A fault is a way to spoil a translation. Plant gives the spoilt pair, or false where the pair
// gives no occasion.
type fault struct {
	name  string
	kinds []check.Kind // as which it may be found
	often bool         // almost every pair gives occasion: every fourth will do
	plant func(src, tgt string, lang language.Tag) (newSrc, newTgt string, ok bool)
}

// planted is how many faults of each name were found, and how many there were.
type planted map[string]gold.Count

// plant plants every fault that a pair gives occasion for; number is that of the pair.
func (p planted) plant(src, tgt check.Side, number int) {
	for _, f := range faults {
		if f.often && number%4 != 0 {
			continue
		}
		s, t, ok := f.plant(src.Text, tgt.Text, tgt.Lang)
		if !ok {
			continue
		}
		n := p[f.name]
		n.All++
		found := checkUnit(check.Side{Lang: src.Lang, Text: s}, check.Side{Lang: tgt.Lang, Text: t})
		if slices.ContainsFunc(found, func(x check.Finding) bool {
			return slices.Contains(f.kinds, x.Kind)
		}) {
			n.Right++
		}
		p[f.name] = n
	}
}

var faults = append(contentFaults, formFaults...)

var contentFaults = []fault{
	{"digit changed", []check.Kind{check.Number, check.Date, check.Year}, false, func(src, tgt string, _ language.Tag) (string, string, bool) {
		at := twoDigits.FindStringIndex(tgt)
		if at == nil {
			return "", "", false
		}
		last := at[1] - 1
		return src, tgt[:last] + string('0'+(tgt[last]-'0'+3)%10) + tgt[last+1:], true
	}},
	{"number dropped", []check.Kind{check.Number, check.Date, check.Year}, false, func(src, tgt string, _ language.Tag) (string, string, bool) {
		at := twoDigits.FindStringIndex(tgt)
		if at == nil || !twoDigits.MatchString(src) {
			return "", "", false
		}
		return src, tgt[:at[0]] + tgt[at[1]:], true
	}},
	{"month changed", []check.Kind{check.Date}, false, func(src, tgt string, lang language.Tag) (string, string, bool) {
		list := strings.Fields(months[lang.String()])
		for i, m := range list {
			at := regexp.MustCompile(`\d{1,2} ` + m + `\b|\b` + m + ` \d`).FindStringIndex(tgt)
			if at != nil {
				date := strings.Replace(tgt[at[0]:at[1]], m, list[(i+1)%len(list)], 1)
				return src, tgt[:at[0]] + date + tgt[at[1]:], true
			}
		}
		return "", "", false
	}},
	{"country dropped", []check.Kind{check.Country}, false, func(src, tgt string, lang language.Tag) (string, string, bool) {
		for _, name := range countries(lang.String()) {
			if i := strings.Index(tgt, name); i >= 0 && wordEnds(tgt, i, i+len(name)) {
				return src, tgt[:i] + tgt[i+len(name):], true
			}
		}
		return "", "", false
	}},
	{"country exchanged", []check.Kind{check.Country}, false, func(src, tgt string, lang language.Tag) (string, string, bool) {
		list := countries(lang.String())
		for k, name := range list {
			if i := strings.Index(tgt, name); i >= 0 && wordEnds(tgt, i, i+len(name)) {
				return src, tgt[:i] + list[(k+7)%len(list)] + tgt[i+len(name):], true
			}
		}
		return "", "", false
	}},
	{"not translated", []check.Kind{check.Untranslated}, true, func(src, _ string, _ language.Tag) (string, string, bool) {
		return src, src, len(src) > 30
	}},
	{"end not translated", []check.Kind{check.Untranslated}, true, func(src, tgt string, _ language.Tag) (string, string, bool) {
		words := strings.Fields(src)
		if len(words) < 14 {
			return "", "", false
		}
		return src, tgt + " " + strings.Join(words[len(words)-7:], " "), true
	}},
	{"two thirds dropped", []check.Kind{check.Length}, false, func(src, tgt string, _ language.Tag) (string, string, bool) {
		words := strings.Fields(tgt)
		if len(words) < 24 {
			return "", "", false
		}
		return src, strings.Join(words[:len(words)/3], " "), true
	}},
	{"year in brackets dropped", []check.Kind{check.Year}, true, func(src, tgt string, _ language.Tag) (string, string, bool) {
		return strings.TrimRight(src, ".。") + " (1873)", tgt, len(src) > 30
	}},
	{"list number", []check.Kind{check.ListNumber}, true, func(src, tgt string, _ language.Tag) (string, string, bool) {
		n := 3 + len(src)%9
		return strconv.Itoa(n) + ". " + src, strconv.Itoa(n+1) + ". " + tgt, len(src) > 30
	}},
	{"address", []check.Kind{check.Address}, true, func(src, tgt string, _ language.Tag) (string, string, bool) {
		return src + " https://www.example.org/report-4", tgt + " https://www.example.org/report-5", len(src) > 30
	}},
	{"quotation marks dropped", []check.Kind{check.Quotation}, false, func(src, tgt string, _ language.Tag) (string, string, bool) {
		if !quotation.MatchString(tgt) || !quotation.MatchString(src) {
			return "", "", false
		}
		return src, quoteMarks.Replace(tgt), true
	}},
}

var (
	twoDigits  = regexp.MustCompile(`\b\d{2,4}\b`)
	quotation  = regexp.MustCompile(`\S [“"«][^“”"«»]{25,}[”"»]`)
	quoteMarks = strings.NewReplacer("“", "", "”", "", `"`, "", "« ", "", " »", "", "«", "", "»", "", "‘", "", "’", "")
)

var months = map[string]string{
	"en": "January February March April May June July August September October November December",
	"fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}

// countries returns the names of some countries that have only one name, in their order.
func countries(lang string) []string {
	made, _ := countryLists.LoadOrStore(lang, sync.OnceValue(func() []string {
		var out []string
		n := display.Regions(language.Make(lang))
		const codes = "AF AL AM AO AR AT AU AZ BD BE BG BR CA CL CN CO CU DE DK EG ES ET FI FR GH GR HU ID IE " +
			"IL IN IQ IR IS IT JP KE LB LY MA NG NO PE PK PL PT RO RU SA SE SD SY TN TR UA VN YE ZA"
		for code := range strings.FieldsSeq(codes) {
			out = append(out, n.Name(language.MustParseRegion(code)))
		}
		slices.Sort(out)
		return out
	}))
	return made.(func() []string)()
}

var countryLists sync.Map // by language

// wordEnds reports whether words end at both places of a text.
func wordEnds(s string, from, to int) bool {
	letter := regexp.MustCompile(`\pL`)
	return (from == 0 || !letter.MatchString(s[from-1:from])) && (to == len(s) || !letter.MatchString(s[to:to+1]))
}
