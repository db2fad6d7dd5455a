package segment

import (
	"embed"
	"strings"
	"sync"

	"golang.org/x/text/language"
)

// A kind is what an abbreviation, a number or a short word with a period after it can be.
type kind uint8

const (
	plain   kind = iota // not an abbreviation
	title               // before a name: Dr.
	number              // before a number: p. 5
	inside              // never at the end of a sentence: e.g.
	maybe               // at the end of a sentence if a word follows that begins sentences: Inc.
	final               // at the end of a sentence if a capital follows: etc.
	ordinal             // a number; at the end of a sentence if a word follows that begins sentences: 1. Mai
	common              // a short word that is not an abbreviation
	unit                // like final after a number, like title elsewhere: 1990 г., г. Москва
)

// ordinals is what a number with a period may be in a language.
type ordinals uint8

const (
	noOrdinals     ordinals = iota
	beforeSmall             // an ordinal before a word with a small letter; Roman numerals before a name too
	beforeCapitals          // an ordinal also before a word with a capital
)

// An ownMark is a character that does something else in one language than in most.
type ownMark struct {
	rune rune
	mark mark
}

type wordSet map[string]struct{}

func (s wordSet) has(word string) bool { _, ok := s[word]; return ok }

// languageData is what the rules know of a language, as read from data/xx.txt. It is not changed
// after it is made.
type languageData struct {
	abbreviations map[string]kind
	starters      wordSet    // words that begin sentences
	sayVerbs      wordSet    // verbs that continue a sentence after a quotation
	neverStarts   wordSet    // small words that begin no sentence
	bangNames     wordSet    // names that are written with an exclamation mark
	etcWords      wordSet    // words with which an ellipsis means "and so on"
	surelyStarts  wordSet    // starters whose capital alone shows that a sentence begins
	continuers    []string   // beginnings of words that continue a sentence after an ellipsis
	spaces        spaceWords // for languages whose sentences end at a space
	ownMarks      []ownMark
	particles     []string // what continues a sentence right after a closing quotation mark
	ordinals      ordinals
	weakPeriod    bool // a single period is a pause
	cutsColons    bool // a colon ends a sentence in GoldenRules
	cutsCommas    bool // a comma too
	marks         [len(practices)]markTable
}

func (d *languageData) kindOf(word string) kind { return d.abbreviations[word] }

//go:embed data/*.txt
var dataFiles embed.FS

// languages holds, for each language with a file, a function that reads the file once.
var languages = func() map[string]func() *languageData {
	entries, err := dataFiles.ReadDir("data")
	if err != nil {
		panic(err) // the folder is part of the program
	}
	m := map[string]func() *languageData{}
	for _, e := range entries {
		name := strings.TrimSuffix(e.Name(), ".txt")
		m[name] = sync.OnceValue(func() *languageData { return readLanguage(name) })
	}
	return m
}()

// relatives holds languages without a file, each with the language whose file is used for it.
var relatives = map[string]string{
	"nb": "no", "nn": "no", "fo": "is", "lb": "de", "gsw": "de", "nds": "de", "af": "nl", "fy": "nl",
	"dv": "ar", "ckb": "ar", "ug": "ar", "ps": "fa", "sd": "ur", "ne": "hi", "sa": "hi", "mai": "hi",
	"kok": "mr", "yue": "zh", "lzh": "zh", "wuu": "zh", "tg": "ru", "ky": "kk", "tt": "ru", "ti": "am",
	"yi": "he", "ms": "id", "jv": "id", "su": "id", "oc": "fr", "ast": "es", "prs": "fa",
}

// dataOf returns the data of a language, of a relative, or of no language.
func dataOf(lang language.Tag) *languageData {
	if lang == language.Und {
		return languages["und"]()
	}
	base, _ := lang.Base()
	name := base.String()
	if read, ok := languages[name]; ok {
		return read()
	}
	if read, ok := languages[relatives[name]]; ok {
		return read()
	}
	return languages["und"]()
}
