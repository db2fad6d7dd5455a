package ngram_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/lang"
	"github.com/bitext-go/bitext/lang/ngram"
)

func ExampleNew() {
	detector, err := ngram.New(language.English, language.French)
	if err != nil {
		fmt.Println(err)
		return
	}
	document := "The letter of the library arrived at the ministry yesterday.\n\n" +
		"La lettre de la bibliothèque est arrivée hier au ministère.\n\n" +
		"The minister answered that he would think about it.\n\n" +
		"Le ministre a répondu qu'il allait y réfléchir."
	for _, text := range lang.Split(document, detector) {
		fmt.Println(text.Lang, len(text.Sentences))
	}
	// Output:
	// en 2
	// fr 2
}
