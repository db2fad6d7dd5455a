package core_test

import (
	"fmt"
	"slices"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/lexicon/core"
)

func ExampleLexicon() {
	lex, err := core.Lexicon(language.French, language.English)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, form := range lex.Source().Forms("l'eau") {
		for t := range lex.Translations(form) {
			if t.Forward > .3 {
				fmt.Println(form, t.Form)
			}
		}
	}
	fmt.Println(slices.Contains(lex.Source().Forms("Républiques"), "republ"))
	// Output:
	// eau water
	// true
}
