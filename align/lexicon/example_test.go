package lexicon_test

import (
	"context"
	"fmt"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/lexicon"
)

func ExampleLearner() {
	l := &lexicon.Learner{Source: language.French, Target: language.English, MinCount: .5}
	l.Sentence("Le chat dort.", "The cat sleeps.")
	l.Sentence("Le chien dort.", "The dog sleeps.")
	l.Entry("chien", "dog", 1)
	learned, err := l.Lexicon(context.Background())
	if err != nil {
		fmt.Println(err)
		return
	}
	for t := range learned.Translations("chien") {
		fmt.Printf("%s %.1f\n", t.Form, t.Forward)
	}
	// Output: dog 0.9
}

func ExampleCompose() {
	ctx := context.Background()
	arabicEnglish, err := lexicon.Learn(ctx, language.Arabic, language.English, func(yield func(string, string) bool) {
		for range 3 {
			yield("كتاب", "book")
		}
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	englishFrench, err := lexicon.Learn(ctx, language.English, language.French, func(yield func(string, string) bool) {
		for range 3 {
			yield("book", "livre")
		}
	})
	if err != nil {
		fmt.Println(err)
		return
	}
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
