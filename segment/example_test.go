package segment_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/segment"
)

func ExampleNew() {
	text := segment.New(`The letter reached H. E. Mr. Ahmad, the Minister
of Culture, on 3 May. It had 340 pages and a seal, and was read out
by his secretary.

He answered the same day.`, language.English)
	for i := range text.Sentences {
		first, last := text.LinesOf(segment.Range{Lo: i, Hi: i + 1})
		fmt.Printf("paragraph %d, %d-%d: %s\n", text.ParagraphOf(i), first, last,
			text.Wording(segment.Range{Lo: i, Hi: i + 1}))
	}
	// Output:
	// paragraph 0, 1-2: The letter reached H. E. Mr. Ahmad, the Minister of Culture, on 3 May.
	// paragraph 0, 2-3: It had 340 pages and a seal, and was read out by his secretary.
	// paragraph 1, 5-5: He answered the same day.
}

func ExampleSentences() {
	paragraph := "سُلّمت الرسالة في 3 مايو. هل قرأها الوزير؟"
	for s := range segment.Sentences(paragraph, language.Arabic) {
		fmt.Println(paragraph[s.Start:s.End])
	}
	// Output:
	// سُلّمت الرسالة في 3 مايو.
	// هل قرأها الوزير؟
}

// Rules of your own: abbreviations of a company, and a name that is never broken.
func ExampleSegmenter() {
	cutter := &segment.Segmenter{Rules: segment.Rules{
		Abbreviations: []string{"Mtg.", "op. no."},
		NeverBreak:    []string{"Yes! Foods"},
	}}
	text := cutter.Text("See Mtg. Five of Yes! Foods. All came.", language.English)
	for i := range text.Sentences {
		fmt.Println(text.Sentence(i))
	}
	// Output:
	// See Mtg. Five of Yes! Foods.
	// All came.
}
