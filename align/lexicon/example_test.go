package lexicon_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/lexicon"
)

func ExampleLearner() {
	l := &lexicon.Learner{Source: language.French, Target: language.English, MinCount: .5}
	l.Sentence("Le chat dort.", "The cat sleeps.")
	l.Sentence("Le chien dort.", "The dog sleeps.")
	l.Entry("chien", "dog", 1)
	for t := range l.Lexicon().Translations("chien") {
		fmt.Printf("%s %.1f\n", t.Form, t.Forward)
	}
	// Output: dog 0.9
}

func ExampleCompose() {
	arabicEnglish := lexicon.Learn(language.Arabic, language.English, func(yield func(string, string) bool) {
		for range 3 {
			yield("كتاب", "book")
		}
	})
	englishFrench := lexicon.Learn(language.English, language.French, func(yield func(string, string) bool) {
		for range 3 {
			yield("book", "livre")
		}
	})
	l, err := lexicon.Compose(arabicEnglish, englishFrench)
	if err != nil {
		fmt.Println(err)
		return
	}
	for p := range l.All() {
		fmt.Println(p.Source, p.Target)
	}
	// Output: كتاب livr
}
