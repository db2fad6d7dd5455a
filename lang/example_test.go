package lang_test

import (
	"fmt"

	"github.com/bitext-go/bitext/lang"
)

func ExampleSplit() {
	document := "وصلت الرسالة.\n\nThe letter has arrived.\n\nأجاب الوزير عنها.\n\nThe minister has answered it."
	for _, text := range lang.Split(document, lang.ByLetters()) {
		fmt.Println(text.Lang, len(text.Sentences), text.Sentence(1))
	}
	// Output:
	// ar 2 أجاب الوزير عنها.
	// en 2 The minister has answered it.
}
