package segment

import (
	"embed"
	"fmt"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/script"
	"golang.org/x/text/language"
)

// A kind is what a word with a period after it says about the sentence.
type kind uint8

const (
	plain   kind = iota // not an abbreviation
	title               // stands before a name: Dr.
	number              // stands before a number: p. 5
	inside              // never ends a sentence: e.g.
	maybe               // ends one if the next word is one that sentences begin with: Inc.
	final               // ends one if a capital follows: etc.
	ordinal             // a number: ends one if the next word is one that sentences begin with: 1. Mai
	common              // a short word that is not an abbreviation
	unit                // after a number it may end a sentence, elsewhere it stands before a name: 1990 г., г. Москва
)

// ordinals says what a number with a period may be in a language.
type ordinals uint8

const (
	noOrdinals     ordinals = iota
	beforeSmall             // an ordinal before a word with a small letter; Roman numerals before a name too
	beforeCapitals          // an ordinal also before a word with a capital
)

// An ownMark is what a character does in one language.
type ownMark struct {
	rune rune
	mark mark
}

// A rulebook is what the rules need to know of a language. It is not changed once it is made.
type rulebook struct {
	abbreviations map[string]kind
	starters      map[string]struct{} // words that begin sentences
	say           map[string]struct{} // verbs that carry a sentence on after a quotation
	midst         map[string]struct{} // small words that begin no sentence
	exclaims      map[string]struct{} // names that are written with an exclamation mark
	trails        map[string]struct{} // words with which an ellipsis means "and so on"
	fresh         map[string]struct{} // words whose capital alone shows that a sentence begins
	joins         []string            // letters that carry a sentence on after an ellipsis
	spaces        spaceWords          // for languages whose sentences end at a space
	ownMarks      []ownMark           // marks that this language reads in its own way
	particles     []string            // what carries a sentence on right after a closing quotation mark
	ordinals      ordinals
	weakPeriod    bool // a single period is a pause
	cutsColons    bool
	cutsCommas    bool
	marks         [Untailored]markTable // by style
}

func (b *rulebook) kindOf(word string) kind { return b.abbreviations[word] }

//go:embed data/*.txt
var data embed.FS

// books reads each language's data the first time that the language is asked for.
var books = func() map[string]func() *rulebook {
	entries, err := data.ReadDir("data")
	if err != nil {
		panic(err) // the folder is part of the program
	}
	m := map[string]func() *rulebook{}
	for _, e := range entries {
		lang := strings.TrimSuffix(e.Name(), ".txt")
		m[lang] = sync.OnceValue(func() *rulebook { return readBook(lang) })
	}
	return m
}()

// relatives are languages without data of their own, and the language by whose rules they are cut.
var relatives = map[string]string{
	"nb": "no", "nn": "no", "fo": "is", "lb": "de", "gsw": "de", "nds": "de", "af": "nl", "fy": "nl",
	"dv": "ar", "ckb": "ar", "ug": "ar", "ps": "fa", "sd": "ur", "ne": "hi", "sa": "hi", "mai": "hi", "kok": "mr", "yue": "zh", "lzh": "zh",
	"wuu": "zh", "tg": "ru", "ky": "kk", "tt": "ru", "ti": "am", "yi": "he", "ms": "id", "jv": "id", "su": "id", "oc": "fr", "ast": "es", "prs": "fa",
}

// bookOf returns the rulebook of a language.
func bookOf(lang language.Tag) *rulebook {
	if lang == language.Und {
		return books["und"]()
	}
	base, _ := lang.Base()
	name := base.String()
	if book, ok := books[name]; ok {
		return book()
	}
	if book, ok := books[relatives[name]]; ok {
		return book()
	}
	return books["und"]()
}

// readBook reads the data of a language after those that all languages share.
func readBook(lang string) *rulebook {
	b := &rulebook{
		abbreviations: map[string]kind{}, starters: map[string]struct{}{}, say: map[string]struct{}{}, midst: map[string]struct{}{},
		exclaims: map[string]struct{}{}, trails: map[string]struct{}{}, fresh: map[string]struct{}{},
	}
	b.read("und")
	if lang != "und" {
		b.read(lang)
	}
	for style := range b.marks {
		t := &b.marks[style]
		*t = everywhere
		for _, own := range b.ownMarks {
			t.add(own.rune)
		}
		add := func(runes string) {
			for _, r := range runes {
				t.add(r)
			}
		}
		for _, w := range b.spaces.begins {
			t[' '] |= 1 << (w[0] & 63)
		}
		if Style(style) != GoldenRules {
			add(";")
			for w := range b.fresh {
				t[' '] |= 1 << (w[0] & 63)
			}
		}
		switch Style(style) {
		case Clauses:
			add("；؛⁏፤﹔\u037E")
		case GoldenRules:
			add("\n\r\u2028\u2029")
			if b.cutsColons {
				add(":")
			}
			if b.cutsCommas {
				add("،")
			}
		}
	}
	return b
}

func (b *rulebook) read(lang string) {
	body, err := data.ReadFile("data/" + lang + ".txt")
	if err != nil {
		panic(err) // the file is part of the program
	}
	n := 0
	for text := range strings.Lines(string(body)) {
		n++
		text, _, _ = strings.Cut(text, "#")
		if strings.TrimSpace(text) == "" {
			continue
		}
		key, words, ok := strings.Cut(text, ":")
		if !ok || !b.line(strings.TrimSpace(key), strings.Fields(words)) {
			panic(fmt.Sprintf("segment/data/%s.txt:%d: no such rule: %q", lang, n, key))
		}
	}
}

var kinds = map[string]kind{"title": title, "number": number, "inside": inside, "maybe": maybe, "end": final, "unit": unit, "word": common}

var marksByName = map[string]mark{"stop": full, "ask": ask}

// line takes in one line of data.
func (b *rulebook) line(key string, words []string) bool {
	if k, ok := kinds[key]; ok {
		for _, w := range words {
			b.abbreviate(strings.TrimSuffix(w, "."), k)
		}
		return true
	}
	if m, ok := marksByName[key]; ok {
		for _, w := range words {
			b.ownMarks = append(b.ownMarks, ownMark{script.First(w), m})
		}
		return true
	}
	sets := map[string]map[string]struct{}{"start": b.starters, "say": b.say, "midst": b.midst, "exclaims": b.exclaims, "trails": b.trails, "fresh": b.fresh}
	if set, ok := sets[key]; ok {
		for _, w := range words {
			set[w] = struct{}{}
		}
		return true
	}
	switch key {
	case "particle":
		b.particles = append(b.particles, words...)
	case "space-begins":
		b.spaces.begins = append(b.spaces.begins, words...)
	case "space-goes-on":
		b.spaces.goesOn = append(b.spaces.goesOn, words...)
	case "space-holds":
		b.spaces.holds = append(b.spaces.holds, words...)
	case "joins":
		b.joins = append(b.joins, words...)
	case "ordinals":
		b.ordinals = beforeSmall
		if len(words) > 0 {
			if words[0] != "capitals" {
				return false
			}
			b.ordinals = beforeCapitals
		}
	case "weak-period":
		b.weakPeriod = true
	case "golden-colon":
		b.cutsColons = true
	case "golden-comma":
		b.cutsCommas = true
	default:
		return false
	}
	return true
}

// abbreviate adds a word in its own case, with a capital and, where it is longer than two letters,
// all in capitals.
func (b *rulebook) abbreviate(word string, k kind) {
	r, size := utf8.DecodeRuneInString(word)
	variants := []string{word}
	if len(word) > size { // a lone capital is an initial
		variants = append(variants, string(unicode.ToTitle(r))+word[size:])
	}
	if len(word) > 2*size {
		variants = append(variants, strings.ToUpper(word))
	}
	for i, v := range variants {
		if _, known := b.abbreviations[v]; !known || i == 0 && k != common {
			b.abbreviations[v] = k
		}
	}
}
