package cldr

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// An entry is a name in the form in which it is looked for.
type entry struct {
	thing
	words []word
	named bool // it is the name of a state, not a word that refers to it
	sure  bool
	also  []string // countries that the name of a language refers to too
}

// A word is a word of a name.
type word struct {
	form, stem     string
	upper, acronym bool
}

// An index holds the names of one language by the stem of their first word. It never changes after
// it is made. A name in a script without spaces has one word.
type index struct {
	rules    rules
	entries  map[string][]*entry
	stems    map[string][]string // countries by the stems of words that refer to them
	unspaced map[rune][]*entry   // by first character: names in scripts without spaces, the longest first
}

// indexes holds, for each language that was asked for, a function that makes its index once.
var indexes sync.Map

func indexOf(tag language.Tag) *index {
	tag = canonical(tag)
	base, _, _ := tag.Raw()
	key := base.String()
	if script, _ := tag.Script(); key == "zh" && script.String() == "Hant" {
		key = "zh-Hant"
	}
	made, ok := indexes.Load(key)
	if !ok {
		made, _ = indexes.LoadOrStore(key, sync.OnceValue(func() *index { return newIndex(language.Make(key)) }))
	}
	return made.(func() *index)()
}

func newIndex(tag language.Tag) *index {
	n, err := namesIn(tag)
	if err != nil {
		return nil
	}
	base, _, _ := tag.Raw()
	lang := base.String()
	x := &index{rules: rulesOf(lang), entries: map[string][]*entry{}, stems: map[string][]string{},
		unspaced: map[rune][]*entry{}}
	doubts := doubtfulIn(lang)
	for _, t := range things() {
		for k, name := range n.all(t) {
			e := &entry{thing: t, named: t.kind == Region && states[t.code]}
			e.sure = e.named && !doubts[fold(name)]
			if t.kind == Language {
				e.also = CountriesOf(t.code)
			}
			x.add(e, name)
			if t.kind == Region && states[t.code] {
				x.addStem(x.looseStem(name), t.code, k == 0)
			}
		}
	}
	if script, _ := tag.Script(); lang != "en" && script.String() == "Latn" {
		x.foreign()
	}
	if lang == "zh" {
		for w, code := range hanWords {
			x.add(&entry{thing: thing{Region, code}}, w)
		}
	}
	for w := range strings.SplitSeq(others[lang], "|") {
		x.add(&entry{}, strings.TrimSpace(w))
	}
	for code, stems := range adjectives(lang) {
		for _, s := range stems {
			x.addStem(fold(s), code, true)
		}
	}
	for _, list := range x.stems {
		slices.Sort(list)
	}
	for _, list := range x.entries {
		slices.SortStableFunc(list, func(a, b *entry) int { return len(b.words) - len(a.words) })
	}
	for _, list := range x.unspaced {
		slices.SortStableFunc(list, func(a, b *entry) int {
			return cmp.Or(len(b.words[0].form)-len(a.words[0].form), cmp.Compare(a.words[0].form, b.words[0].form))
		})
	}
	return x
}

// foreign adds the names of states in English and French, which many texts in Latin letters use.
// They are never sure.
func (x *index) foreign() {
	for _, tag := range [...]language.Tag{language.English, language.French} {
		n, err := namesIn(tag)
		if err != nil {
			continue
		}
		for _, t := range things() {
			if t.kind == Region && states[t.code] {
				for _, name := range n.all(t) {
					x.add(&entry{thing: t}, name)
				}
			}
		}
	}
}

// add puts a name into the index.
func (x *index) add(e *entry, name string) {
	ts := tokens(name)
	for _, t := range ts {
		if t.run {
			form := fold(strings.Join(strings.Fields(name), ""))
			first, _ := utf8.DecodeRuneInString(form)
			e.words = []word{{form: form}}
			x.unspaced[first] = append(x.unspaced[first], e)
			return
		}
		w := word{form: t.form, upper: t.upper}
		w.stem = x.rules.stem(t.form, len(ts) > 1 || e.kind == Language)
		if n := runes(t.form); t.acronym && t.cased && n >= 2 && n <= 4 {
			w.stem, w.acronym = w.form, true
		}
		e.words = append(e.words, w)
	}
	if len(e.words) == 0 {
		return
	}
	key := e.words[0].stem
	x.entries[key] = append(x.entries[key], e)
	if key != e.words[0].form {
		x.entries[e.words[0].form] = append(x.entries[e.words[0].form], e)
	}
}

// looseStem returns the beginning that a name shares with the words derived from it, or "": three
// fifths of it, at least four letters, or three in scripts that write fewer vowels.
func (x *index) looseStem(name string) string {
	ts := tokens(name)
	if len(ts) != 1 || ts[0].run || ts[0].acronym {
		return ""
	}
	w := strings.TrimPrefix(ts[0].form, "ال")
	least := 4
	if r, _ := utf8.DecodeRuneInString(w); r >= 0x0530 {
		least = 3
	}
	for keep := max(least, (3*runes(w)+4)/5); runes(w) > keep; {
		_, size := utf8.DecodeLastRuneInString(w)
		w = w[:len(w)-size]
	}
	if runes(w) < least {
		return ""
	}
	return w
}

// addStem adds a stem of words that refer to a country.
func (x *index) addStem(stem, code string, ok bool) {
	if stem != "" && ok && !slices.Contains(x.stems[stem], code) {
		x.stems[stem] = append(x.stems[stem], code)
	}
}
