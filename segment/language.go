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

// colons is what a colon before a capital is in a language that writes small letters after a colon
// otherwise.
type colons uint8

const (
	noColons         colons = iota
	beforeStarters          // the end of a sentence if a word follows that begins sentences
	beforeAnyCapital        // the end of a sentence
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
	written       map[string]bool // abbreviations that are in the file as they are; nil once it is read
	starters      wordSet         // words that begin sentences
	sayVerbs      wordSet         // verbs that continue a sentence after a quotation
	neverStarts   wordSet         // small words that begin no sentence
	interjections wordSet         // small words that are a sentence by themselves in chat
	unbroken      []string        // wordings inside which no sentence ends
	shads         []string        // letters after which a space is a shad, in Tibetan script
	bangNames     wordSet         // names that are written with an exclamation mark
	etcWords      wordSet         // words with which an ellipsis means "and so on"
	surelyStarts  wordSet         // starters whose capital alone shows that a sentence begins
	continuers    []string        // beginnings of words that continue a sentence after an ellipsis
	spaces        spaceWords      // for languages whose sentences end at a space
	spaceTable    spaceTable      // for the same; nil if there is none
	ownMarks      []ownMark
	particles     []string // what continues a sentence right after a closing quotation mark
	ordinals      ordinals
	colons        colons
	weakPeriod    bool // a single period is a pause
	verses        bool // a danda ends half a verse before the double danda that ends the verse
	clauseLists   bool // the items of a list after a colon end with ；
	cutsColons    bool // a colon ends a sentence in GoldenRules
	cutsCommas    bool // a comma too
	marks         [len(practices)]markTable
	afterSpace    pairTable // the beginnings of words at which a space is looked at
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
	"nb": "no", "nn": "no", "lb": "de", "gsw": "de", "nds": "de", "bar": "de", "fy": "nl", "li": "nl",
	"hsb": "cs", "dsb": "cs", "szl": "pl", "csb": "pl", "bs": "hr", "cnr": "hr", "rue": "uk",
	"dv": "ar", "ckb": "ar", "arz": "ar", "apc": "ar", "ps": "fa", "prs": "fa", "sd": "ur", "pa-Arab": "ur",
	"ne": "hi", "mai": "hi", "bho": "hi", "awa": "hi", "kok": "mr", "as": "bn", "or": "bn",
	"yue": "zh", "lzh": "zh", "wuu": "zh", "hak": "zh", "nan": "zh", "tg": "ru", "tt": "ru", "ba": "ru",
	"cv": "ru", "os": "ru", "ce": "ru", "sah": "ru", "udm": "ru", "mhr": "ru", "myv": "ru", "ky": "kk",
	"ti": "am", "yi": "he", "jv": "id", "su": "id", "oc": "fr", "wa": "fr", "pcd": "fr", "frp": "fr",
	"ast": "es", "an": "es", "lad": "es", "sc": "it", "scn": "it", "nap": "it", "vec": "it", "lmo": "it",
	"pms": "it", "fur": "it", "co": "it", "gd": "ga", "gv": "ga", "kw": "cy", "kmr": "ku", "diq": "ku",
	"dz": "bo", "tk": "tr", "gag": "tr", "crh": "tr", "uz": "tr", "se": "fi", "krl": "fi", "olo": "fi",
	"vro": "et", "sco": "en", "fil": "en", "tl": "en",
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
