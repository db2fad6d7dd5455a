package srx

import (
	"regexp"
	"slices"
	"strings"

	"github.com/bitext-go/bitext/segment"
	"golang.org/x/text/language"
)

// Export returns the rules of package segment for some languages, or for all of them, as far as SRX
// can say them: the abbreviations of each language, initials, marks of all scripts, and what
// follows them. What needs more than the text on both sides of a position is lost: lists,
// quotations that a verb of saying follows, and the sentences of Thai and Lao. DESIGN.md of package
// segment tells how many boundaries differ.
func Export(codes ...string) *Document {
	if len(codes) == 0 {
		codes = segment.Languages()
	}
	d := &Document{Cascade: true}
	for _, code := range codes {
		d.Languages = append(d.Languages, Language{Name: code, Rules: languageRules(code)})
		all := strings.Join(append([]string{code}, segment.Relatives(code)...), "|")
		d.Maps = append(d.Maps, Map{Pattern: "(" + all + `)([-_].*)?`, Name: code})
	}
	d.Languages = append(d.Languages, Language{Name: "und", Rules: commonRules})
	d.Maps = append(d.Maps, Map{Pattern: `.*`, Name: "und"})
	return d
}

// closers are what may follow a mark and belongs to its sentence.
const closers = `["'”’»›)\]}」』）】]*`

// commonRules are those of all languages, after the abbreviations.
var commonRules = []Rule{
	{Break: false, Before: `\b\p{Lu}\.`, After: `\s`},
	{Break: false, Before: `[.?!…]` + closers, After: `\s*[,;:،、，；]`},
	{Break: false, Before: `\.`, After: `\s+[)\]}]`},
	{Break: false, Before: `\b\p{Lu}\p{Ll}{0,2}\.`, After: `\s+\p{Ll}`},
	{Break: true, Before: `\s[.?!]`, After: `\s+["'“„‘«‹(\[]*\p{L}`},
	{Break: true, Before: `[?!؟]+` + closers, After: `\s+["'“„‘«‹(\[¿¡–—-]*\s*[\p{Lu}\p{Lo}\p{Nd}]`},
	{Break: true, Before: `(\.{3,}|…)` + closers, After: `\s+["'“„‘«‹(\[¿¡–—-]*\s*\p{Lu}`},
	{Break: true, Before: `\.` + closers, After: `\s+["'“„‘«‹(\[¿¡–—-]*\s*[\p{Lu}\p{Lo}\p{Nd}]`},
	{Break: true, Before: `\p{Ll}{4}\.`, After: `\s+\p{Ll}`},
	{Break: true, Before: `[?]`, After: `\s+\p{Ll}`},
	{Break: true, Before: `[。！？｡।॥۔։።]+` + closers, After: `[^。！？｡।॥۔։።"'”’»›)\]}」』）】、，,]`},
}

// languageRules returns the rules of the abbreviations of a language.
func languageRules(code string) []Rule {
	words := segment.Words(language.Make(code))
	starters := alternatives(words["start"])
	var rules []Rule
	if marks := strings.Join(append(words["stop"], words["ask"]...), ""); marks != "" {
		rules = append(rules, Rule{Break: true, Before: "[" + marks + "]+" + closers,
			After: `\s*["'“„‘«‹(\[–—-]*\s*[\p{Lu}\p{Lo}\p{Nd}]`})
	}
	add := func(list []string, after string) {
		for _, w := range list {
			parts := strings.Split(w, ".")
			for i := 1; i < len(parts); i++ { // nothing ends inside z. B.
				rules = append(rules, Rule{Before: `\b` + quoted(parts[:i], " "), After: `\s` +
					regexp.QuoteMeta(parts[i]) + `\.`})
			}
			rules = append(rules, Rule{Before: `\b` + quoted(parts, ""), After: after})
			if len(parts) > 1 {
				rules = append(rules, Rule{Before: `\b` + quoted(parts, " "), After: after})
			}
		}
	}
	add(words["title"], `\s`)
	add(words["inside"], `\s`)
	add(words["number"], `\s+([\p{Nd}§№]|[IVXLC]+\b)`)
	if starters != "" { // a word that begins sentences decides before what follows
		rules = append(rules, Rule{Break: true, Before: `\.` + closers, After: `\s+["'“„‘«(\[]*(` + starters + `)\b`})
	}
	add(words["maybe"], `\s`)
	if surely := alternatives(words["surely-starts"]); surely != "" { // after a heading without a mark
		after := `\s(` + surely + `)\s\p{Ll}`
		rules = append(rules, Rule{Before: `\b(` + starters + `)`, After: after},
			Rule{Break: true, Before: `[\p{L}\p{Nd}]`, After: after})
	}
	return rules
}

// quoted returns the parts of an abbreviation as an expression, each with its period, and with a
// space between them or none.
func quoted(parts []string, space string) string {
	var b strings.Builder
	for i, part := range parts {
		if i > 0 {
			b.WriteString(space)
		}
		b.WriteString(regexp.QuoteMeta(part) + `\.`)
	}
	return b.String()
}

func alternatives(words []string) string {
	quoted := make([]string, 0, len(words))
	for _, w := range words {
		quoted = append(quoted, regexp.QuoteMeta(w))
	}
	slices.Sort(quoted)
	return strings.Join(quoted, "|")
}
