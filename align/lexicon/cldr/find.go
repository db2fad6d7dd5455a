package cldr

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// A Mention is a place in a text that names a country or a language, or refers to one.
type Mention struct {
	Kind       Kind
	Code       string // "PK", "fa": see [Kind]
	Start, End int    // bytes of the text
	// Sure is true if the place names the country or the language and can hardly mean anything
	// else. It is false for adjectives ("Turkish"), for territories that are not states, and for
	// names that are also names of people or plain words (Jordan, مالي), unless they are in a list
	// of countries. For a language it is true only if the text says that it is one ("in Arabic",
	// "арабском языке").
	Sure bool

	name bool // it is the name of a country, not an adjective
}

// Find returns the countries and languages that a text in the given language mentions, in the order
// of their places. It knows the inflected forms of names in that language, as far as endings and
// prefixes show, and takes the longest name at a place: "Papua New Guinea" is not Guinea. It
// returns nil if CLDR does not have the language.
func Find(text string, lang language.Tag) []Mention { return NewFinder(lang).Find(text) }

// at finds the name at token i and returns how many tokens it has.
func (f *Finder) at(i int) int {
	t := f.tokens[i]
	var best *entry
	taken, bare := 0, t.form
	f.buf = f.rules.starts(f.buf[:0], t.form)
	for _, start := range f.buf {
		f.rules.cuts(start, func(stem string) {
			for _, e := range f.entries[stem] {
				if len(e.words) < taken || len(e.words) == taken && (best == nil || best.sure || !e.sure) {
					continue
				}
				if f.fits(e, i, start) {
					best, taken, bare = e, len(e.words), start
				}
			}
		})
		if best != nil {
			break
		}
	}
	if best != nil {
		m := Mention{Kind: best.kind, Code: best.code, Sure: best.sure, name: best.named,
			Start: t.start + particles(f.text[t.start:t.end], t.form, bare), End: f.tokens[i+taken-1].end}
		switch {
		case best.code == "":
			return taken
		case best.kind == Language:
			m.Sure = f.saysLanguage(i, taken)
		case best.words[0].acronym && f.attributive(i+taken):
			m.Sure = false
		}
		f.found = append(f.found, m)
		for _, code := range best.also {
			f.found = append(f.found, Mention{Kind: Region, Code: code, Start: m.Start, End: m.End})
		}
		return taken
	}
	for _, start := range f.buf {
		if codes := f.refersTo(strings.TrimPrefix(start, f.rules.article)); len(codes) > 0 {
			for _, code := range codes {
				f.found = append(f.found, Mention{Kind: Region, Code: code, Start: t.start, End: t.end})
			}
			return 1
		}
	}
	return 1
}

// particles returns how many bytes of a word are particles. form is the folded word, and bare is
// form without them.
func particles(word, form, bare string) int {
	n := runes(form) - runes(bare)
	if !strings.HasSuffix(form, bare) || n == 0 {
		return 0
	}
	for i, r := range word {
		if unicode.IsMark(r) || r == 0x0640 {
			continue
		}
		if n == 0 {
			return i
		}
		n--
	}
	return 0
}

// fits reports whether the words of an entry are at token i. start is the form of that token
// without particles.
func (f *Finder) fits(e *entry, i int, start string) bool {
	if i+len(e.words) > len(f.tokens) {
		return false
	}
	for k, w := range e.words {
		t := f.tokens[i+k]
		form := t.form
		if k == 0 {
			form = start
		} else if between := f.text[f.tokens[i+k-1].end:t.start]; t.run || strings.ContainsAny(between, ",;:!?،؛()") ||
			strings.Contains(between, ".") && !f.tokens[i+k-1].acronym {
			return false
		}
		if e.kind == Region && t.cased && !t.upper && w.upper || w.acronym && !t.acronym {
			return false
		}
		if !f.rules.matches(form, w) && !(k > 0 && f.rules.matchesAny(form, w)) {
			return false
		}
	}
	return true
}

// mostAfterStem is how many letters may follow the stem of an adjective.
const mostAfterStem = 7

// refersTo returns the countries that a word refers to without naming one.
func (f *Finder) refersTo(form string) []string {
	after := 0
	for n := len(form); n > 0 && after <= mostAfterStem; after++ {
		if codes := f.stems[form[:n]]; codes != nil {
			return codes
		}
		_, size := utf8.DecodeLastRuneInString(form[:n])
		n -= size
	}
	return nil
}

// attributive reports whether an acronym before token i is an adjective: it is in "the US economy",
// but not in "the US and".
func (f *Finder) attributive(i int) bool {
	if i >= len(f.tokens) || f.tokens[i].run || strings.Trim(f.text[f.tokens[i-1].end:f.tokens[i].start], ". ") != "" {
		return false
	}
	return !functionWords[f.tokens[i].form]
}

// functionWords are words that do not begin a noun phrase after an acronym.
var functionWords = map[string]bool{"and": true, "or": true, "in": true, "to": true, "of": true, "for": true,
	"on": true, "at": true, "by": true,
	"with": true, "from": true, "is": true, "was": true, "has": true, "had": true, "will": true, "would": true, "as": true, "are": true,
	"after": true, "before": true, "since": true, "than": true, "that": true, "which": true, "who": true, "where": true, "when": true,
	"et": true, "y": true, "de": true, "en": true, "und": true, "и": true, "в": true, "на": true}

// saysLanguage reports whether the words around the name of a language show that it is one.
func (f *Finder) saysLanguage(i, n int) bool {
	for _, k := range [...]int{i - 2, i - 1, i + n, i + n + 1} {
		if k < 0 || k >= len(f.tokens) {
			continue
		}
		if f.rules.isLanguageWord(f.tokens[k].form) {
			return true
		}
	}
	if !f.rules.sayIn || i == 0 || f.tokens[i-1].form != "in" {
		return false
	}
	return i+n == len(f.tokens) || strings.ContainsAny(f.text[f.tokens[i+n-1].end:f.tokens[i+n].start], ".,;:)")
}

// lists makes names in lists sure: a name that is doubtful alone is that of a country beside
// another.
func (f *Finder) lists() {
	near := func(i, j int) bool {
		if i < 0 || j >= len(f.found) || f.found[i].End > f.found[j].Start {
			return false
		}
		between := f.text[f.found[i].End:f.found[j].Start]
		return strings.ContainsAny(between, ",،、؛;") && len(strings.FieldsFunc(between,
			func(r rune) bool { return !unicode.IsLetter(r) })) <= 2 ||
			len(strings.Fields(between)) <= 1 && len(between) <= 8
	}
	look := func(i int) {
		m := &f.found[i]
		if m.Sure || m.Kind != Region || !m.name {
			return
		}
		m.Sure = near(i-1, i) && f.found[i-1].Sure || near(i, i+1) && f.found[i+1].Sure
	}
	for i := range f.found {
		look(i)
	}
	for i := len(f.found) - 1; i >= 0; i-- {
		look(i)
	}
}
