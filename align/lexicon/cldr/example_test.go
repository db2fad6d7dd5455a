package cldr_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/lexicon/cldr"
)

func ExampleFind() {
	text := "وفود من ماليزيا والمملكة المغربية وجمهورية باكستان الإسلامية"
	for _, m := range cldr.Find(text, language.Arabic) {
		fmt.Println(m.Code, cldr.English(m.Kind, m.Code), text[m.Start:m.End], m.Sure)
	}
	// Output:
	// MY Malaysia ماليزيا true
	// MA Morocco المملكة المغربية true
	// PK Pakistan باكستان true
}

// Names of countries as one source of evidence among others.
func ExampleLexicon() {
	scorer := append(evidence.Standard(), evidence.Dictionary(cldr.Lexicon))
	fmt.Println(len(scorer) - len(evidence.Standard()))
	lex, err := cldr.Lexicon(language.Arabic, language.English)
	if err != nil {
		fmt.Println(err)
		return
	}
	for t := range lex.Translations(lex.Source().Forms("باكستان")[0]) {
		fmt.Println(t.Form)
	}
	// Output:
	// 1
	// pakist
}
