package ngram

import (
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/lang/internal/ngramtable"
)

// tables loads the tables, by script, when they are first needed.
var tables = map[string]func() *ngramtable.Table{
	"Deva": sync.OnceValue(func() *ngramtable.Table { return load("Deva") }),
	"Latn": sync.OnceValue(func() *ngramtable.Table { return load("Latn") }),
}

func load(script string) *ngramtable.Table {
	f, err := files.Open(script + ".bin")
	if err != nil {
		panic(err) // only if the program was not built from this package
	}
	defer f.Close()
	t, err := ngramtable.Read(f)
	if err != nil {
		panic(err)
	}
	return t
}

// langs are the languages of the tables, in their order. A test compares them.
var langs = map[string][]string{
	"Deva": {"hi", "mr"},
	"Latn": {
		"af", "sq", "az", "eu", "nb", "bs", "ca", "hr", "cs", "da", "nl", "en", "eo", "et",
		"fi", "fr", "lg", "de", "hu", "is", "id", "ga", "it", "la", "lv", "lt", "ms", "mi",
		"nn", "pl", "pt", "ro", "sn", "sk", "sl", "so", "st", "es", "sw", "sv", "tl", "ts",
		"tn", "tr", "vi", "cy", "xh", "yo", "zu",
	},
}

// aloneOrLetters are the languages of lingua-go that have a script to themselves, or that letters
// tell from all others of their script.
const aloneOrLetters = "ar hy be bn bg zh ka el gu he ja kk ko mk mn fa pa ru sr ta te th uk ur"

// A model is a language of a table.
type model struct {
	script string
	number int
}

// modelOf returns the model of a language.
func modelOf(l language.Tag) (model, bool) {
	script, code := langtag.Script(l), langtag.Base(l).String()
	switch code { // where lingua-go has another code for it
	case "no":
		code = "nb"
	case "fil":
		code = "tl"
	}
	i := slices.Index(langs[script], code)
	return model{script, i}, i >= 0
}

// known returns the languages of New without languages.
func known() (tags []language.Tag) {
	for _, script := range []string{"Deva", "Latn"} {
		for _, code := range langs[script] {
			tags = append(tags, language.Make(code))
		}
	}
	for _, code := range strings.Fields(aloneOrLetters) {
		tags = append(tags, language.Make(code))
	}
	return tags
}
