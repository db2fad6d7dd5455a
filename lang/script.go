package lang

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/runetable"
)

// Indices into scriptTable.
const (
	latin = iota
	han
	hiragana // Japanese as a whole
	katakana
	hangul // Korean as a whole
)

// scriptTable lists the scripts in use, the frequent ones first, with their codes from ISO 15924.
var scriptTable = [...]struct {
	code  string
	table *unicode.RangeTable
}{
	latin:    {"Latn", unicode.Latin},
	han:      {"Hani", unicode.Han},
	hiragana: {"Jpan", unicode.Hiragana},
	katakana: {"Jpan", unicode.Katakana},
	hangul:   {"Kore", unicode.Hangul},
	5:        {"Arab", unicode.Arabic},
	6:        {"Cyrl", unicode.Cyrillic},
	7:        {"Grek", unicode.Greek},
	8:        {"Hebr", unicode.Hebrew},
	9:        {"Deva", unicode.Devanagari},
	10:       {"Armn", unicode.Armenian},
	11:       {"Geor", unicode.Georgian},
	12:       {"Beng", unicode.Bengali},
	13:       {"Guru", unicode.Gurmukhi},
	14:       {"Gujr", unicode.Gujarati},
	15:       {"Orya", unicode.Oriya},
	16:       {"Taml", unicode.Tamil},
	17:       {"Telu", unicode.Telugu},
	18:       {"Knda", unicode.Kannada},
	19:       {"Mlym", unicode.Malayalam},
	20:       {"Sinh", unicode.Sinhala},
	21:       {"Thai", unicode.Thai},
	22:       {"Laoo", unicode.Lao},
	23:       {"Khmr", unicode.Khmer},
	24:       {"Mymr", unicode.Myanmar},
	25:       {"Tibt", unicode.Tibetan},
	26:       {"Ethi", unicode.Ethiopic},
	27:       {"Mong", unicode.Mongolian},
	28:       {"Thaa", unicode.Thaana},
	29:       {"Syrc", unicode.Syriac},
	30:       {"Nkoo", unicode.Nko},
	31:       {"Tfng", unicode.Tifinagh},
	32:       {"Adlm", unicode.Adlam},
	33:       {"Cher", unicode.Cherokee},
	34:       {"Cans", unicode.Canadian_Aboriginal},
	35:       {"Vaii", unicode.Vai},
	36:       {"Yiii", unicode.Yi},
	37:       {"Bopo", unicode.Bopomofo},
	38:       {"Olck", unicode.Ol_Chiki},
	39:       {"Mtei", unicode.Meetei_Mayek},
	40:       {"Java", unicode.Javanese},
	41:       {"Bali", unicode.Balinese},
	42:       {"Sund", unicode.Sundanese},
	43:       {"Tale", unicode.Tai_Le},
	44:       {"Talu", unicode.New_Tai_Lue},
	45:       {"Lana", unicode.Tai_Tham},
	46:       {"Cham", unicode.Cham},
	47:       {"Lisu", unicode.Lisu},
	48:       {"Rohg", unicode.Hanifi_Rohingya},
	49:       {"Hmnp", unicode.Nyiakeng_Puachue_Hmong},
}

// Script returns the script that most of a text is written in, as a code of ISO 15924, and its
// share of the text's letters, from 0 to 1. Han characters are "Hani", or "Jpan" if there are kana
// among them; Hangul is "Kore". Next to another script a Latin letter counts a third: Arabic and
// Chinese lines are full of Latin names, and English lines hold few Arabic or Chinese ones. A text
// without letters gives "" and 0.
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

// counts holds the weight of the letters in each script of scriptTable.
type counts [len(scriptTable)]float64

func (n *counts) add(text string) (total float64) {
	var letters [len(scriptTable) + 1]int // by scriptOf
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			if c|0x20 >= 'a' && c|0x20 <= 'z' {
				letters[latin]++
			}
			i++
			continue
		}
		r, size := rune(c&0x1F)<<6, 2
		if c >= 0xC2 && c < 0xE0 && i+1 < len(text) && text[i+1]&0xC0 == 0x80 { // most letters of most scripts
			r |= rune(text[i+1] & 0x3F)
		} else {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		i += size
		letters[scriptOf.At(r)]++
	}
	for i := range n {
		n[i] += float64(letters[i])
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

// scriptOf has the index in scriptTable of a letter's script, and len(scriptTable) for all other
// characters.
var scriptOf = runetable.New(func(r rune) uint8 {
	if unicode.IsLetter(r) {
		for i := range scriptTable {
			if unicode.Is(scriptTable[i].table, r) {
				return uint8(i)
			}
		}
	}
	return uint8(len(scriptTable))
})

// likeliest returns the language that is written most in a script.
func likeliest(code string) language.Tag {
	base, _ := language.Make("und-" + code).Base()
	t, err := language.Compose(base)
	if err != nil {
		return language.Und
	}
	return t
}
