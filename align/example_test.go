package align_test

import (
	"context"
	"fmt"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/lexicon/core"
	"github.com/bitext-go/bitext/segment"
)

func ExampleAlign() {
	arabic := segment.New("تلقت المكتبة رسالة في 12 مايو 2019. وتضم الرسالة 340 صفحة.", language.Arabic)
	english := segment.New("On 12 May 2019 the library received a letter. The letter has 340 pages.", language.English)
	beads, err := align.Align(arabic, english)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range beads {
		fmt.Println(arabic.Wording(b.Ranges[0]), "=", english.Wording(b.Ranges[1]))
	}
	// Output:
	// تلقت المكتبة رسالة في 12 مايو 2019. = On 12 May 2019 the library received a letter.
	// وتضم الرسالة 340 صفحة. = The letter has 340 pages.
}

// A dictionary, an anchor, and a limit to the size of beads.
func ExampleAligner() {
	french := segment.New("La réunion est ouverte. Le rapport est adopté. La séance est levée.", language.French)
	english := segment.New("The meeting was opened. The report was adopted.", language.English)
	aligner := align.Aligner{
		Scorer:   append(evidence.Standard(), evidence.Dictionary(core.Lexicon)),
		MaxGroup: 1,
		Anchors:  [][]int{{1, 1}},
	}
	beads, err := aligner.Align(context.Background(), french, english)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range beads {
		fmt.Printf("%d-%d %t\n", b.Ranges[0].Len(), b.Ranges[1].Len(), b.Null())
	}
	// Output:
	// 1-1 false
	// 1-1 false
	// 1-0 true
}
