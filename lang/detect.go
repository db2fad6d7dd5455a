package lang

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// A Detector says which language a text is written in.
type Detector interface {
	// Detect is the language of a text and how sure that is, from 0 to 1. Where only the script is
	// known the tag is und with that script, such as und-Latn; a text without letters is
	// language.Und with 0.
	Detect(text string) (lang language.Tag, confidence float64)
}

// ByScript tells languages apart by what can be seen without a model: by the script, in some
// scripts by letters that only some languages have, and in Latin script by the small words of each
// language. So it tells Simplified from Traditional Chinese; Arabic, Persian, Urdu, Pashto, Sorani
// and Uyghur from one another; Russian, Ukrainian, Belarusian, Bulgarian, Macedonian, Serbian,
// Kazakh, Kyrgyz, Tatar, Tajik and Mongolian; Azerbaijani from Turkish by a letter; and some forty
// languages in Latin script, if there are a few words of them.
//
// It chooses among langs, or, without any, among the languages named above and, for every other
// script, takes the one that is written in it most, as Greek for Greek letters. Where it cannot
// tell which of langs with the script of a text it is, and where none has it, the language is
// undecided: the tag is und with the script, such as und-Latn.
func ByScript(langs ...language.Tag) Detector {
	d := scripts{all: len(langs) == 0, of: map[string][]language.Tag{}}
	if d.all {
		langs = tellable()
	}
	for _, l := range langs {
		code := scriptOf(l)
		d.of[code] = append(d.of[code], l)
	}
	return d
}

// tellable returns the languages that ByScript tells apart, the one with most readers first in each
// script.
func tellable() (tags []language.Tag) {
	for _, l := range []string{"zh-Hans", "zh-Hant", "ar", "fa", "ur", "ps", "ckb", "ug",
		"ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "tt", "tg", "mn"} {
		tags = append(tags, language.Make(l))
	}
	for _, l := range latinWords().langs {
		if l != language.Malay { // its small words are those of Indonesian, which more people read
			tags = append(tags, l)
		}
	}
	return tags
}

// scripts is the candidate languages of each script.
type scripts struct {
	all bool // a script without candidates is that of the language that is written in it most
	of  map[string][]language.Tag
}

func (d scripts) Detect(text string) (language.Tag, float64) {
	code, share := Script(text)
	candidates := d.of[code]
	if code == "Hani" && len(candidates) == 0 {
		candidates = d.of["Jpan"] // Japanese without kana
	}
	switch {
	case code == "":
		return language.Und, 0
	case len(candidates) == 1:
		return candidates[0], share
	case len(candidates) == 0 && d.all:
		return likeliest(code), share
	case len(candidates) == 0:
		return language.Make("und-" + code), share
	}
	prior := 0.0
	if d.all {
		prior = 2 // the language with most readers
	}
	if tag, confidence := tell(code, text, candidates, prior); confidence >= sure {
		return tag, share * confidence
	}
	return language.Make("und-" + code), share
}

// Distinct reports whether [ByScript] tells all of langs apart by letters alone, so that little
// text will do.
func Distinct(langs ...language.Tag) bool {
	of := map[string][]language.Tag{}
	for _, l := range langs {
		code := scriptOf(l)
		of[code] = append(of[code], l)
	}
	for code, candidates := range of {
		if len(candidates) > 1 && !letterModels[code].known(candidates) && !(code == "Hani" && bothForms(candidates)) {
			return false
		}
	}
	return true
}

// tell chooses among candidates of one script by their letters; the confidence is 0 where letters
// cannot tell.
func tell(code, text string, candidates []language.Tag, prior float64) (language.Tag, float64) {
	if code == "Hani" {
		return hanCandidate(text, candidates)
	}
	if model := letterModels[code]; model.known(candidates) {
		return model.choose(text, candidates, prior)
	}
	if code == "Latn" {
		return chooseByWords(text, candidates)
	}
	return language.Und, 0
}

// among returns the detector with no other candidates in a script than those of langs; a script
// that none of them has keeps its own.
func (d scripts) among(langs []language.Tag) scripts {
	narrow := scripts{all: d.all, of: map[string][]language.Tag{}}
	for _, l := range langs {
		code := scriptOf(l)
		narrow.of[code] = append(narrow.of[code], l)
	}
	for code, candidates := range d.of {
		if narrow.of[code] == nil {
			narrow.of[code] = candidates
		}
	}
	return narrow
}

// guess returns the language for a document in whose script nothing decided among all languages:
// the one with most readers.
func (d scripts) guess(undecided language.Tag) language.Tag {
	script := scriptOf(undecided)
	switch {
	case !d.all:
		return undecided
	case len(d.of[script]) > 0:
		return d.of[script][0]
	}
	return likeliest(script)
}

// Script returns the script that most of a text is written in, as the four letters of ISO 15924,
// and its share of the text's letters, from 0 to 1. Han is "Hani" alone and "Jpan" together with
// kana; Hangul is "Kore". Latin letters count a third beside those of another script: Arabic and
// Chinese lines are full of Latin names, but not the other way about. It is "", 0 for a text
// without letters.
func Script(text string) (code string, share float64) {
	var n counts
	total := n.add(text)
	if total == 0 {
		return "", 0
	}
	best := 0
	for i := range n {
		if n[i] > n[best] {
			best = i
		}
	}
	return scriptTable[best].code, n[best] / total
}

// counts is the weight of letters in each script of the scriptTable.
type counts [len(scriptTable)]float64

func (n *counts) add(text string) (total float64) {
	last := latin
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			if c|0x20 >= 'a' && c|0x20 <= 'z' {
				n[latin]++
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		if !unicode.IsLetter(r) {
			continue
		}
		if !unicode.Is(scriptTable[last].table, r) {
			s := findScript(r)
			if s < 0 {
				continue
			}
			last = s
		}
		n[last]++
	}
	if kana := n[hiragana] + n[katakana]; kana > 0 && kana*12 >= n[han] {
		n[hiragana] += n[katakana] + n[han]
		n[katakana], n[han] = 0, 0
	}
	if n[hangul] > 0 && n[hangul]*4 >= n[han] {
		n[hangul] += n[han]
		n[han] = 0
	}
	n[han] *= 2 // an ideograph is a word as often as not
	n[hiragana] *= 2
	sum := 0.0
	for i := range n {
		sum += n[i]
	}
	if sum > n[latin] {
		n[latin] /= 3
	}
	for i := range n {
		total += n[i]
	}
	return total
}

func findScript(r rune) int {
	for i := range scriptTable {
		if unicode.Is(scriptTable[i].table, r) {
			return i
		}
	}
	return -1
}

// scriptOf returns the script that a language is written in, as Script names it.
func scriptOf(l language.Tag) string {
	s, _ := l.Script()
	switch code := s.String(); code {
	case "Hans", "Hant":
		return "Hani"
	default:
		return code
	}
}

// likeliest returns the language that is written most in a script.
func likeliest(code string) language.Tag {
	base, _ := language.Make("und-" + code).Base()
	t, err := language.Compose(base)
	if err != nil {
		return language.Und
	}
	return t
}
