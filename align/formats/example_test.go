package formats_test

import (
	"fmt"
	"os"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/formats"
	"github.com/bitext-go/bitext/segment"
)

func ExampleWriter() {
	french := segment.New("La lettre est arrivée le 3 mai. Elle compte 340 pages.", language.French)
	english := segment.New("The letter arrived on 3 May. It has 340 pages.", language.English)
	beads, err := align.Align(french, english)
	if err != nil {
		fmt.Println(err)
		return
	}
	w := formats.NewLadder(os.Stdout)
	for _, b := range beads {
		b.Boundary, b.Translation = 1, 1 // what they are depends on the evidence
		if err := w.Write(formats.NewRow(b, french, english)); err != nil {
			fmt.Println(err)
		}
	}
	if err := w.Close(); err != nil {
		fmt.Println(err)
	}
	// Output:
	// 0	0	1.000
	// 1	1	1.000
	// 2	2	0.000
}

func ExampleReadTSV() {
	file := strings.NewReader("La lettre est arrivée.\tThe letter arrived.\t0.99\t0.98\n")
	for row, err := range formats.ReadTSV(file) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(row.Texts[0], "=", row.Texts[1], row.Translation)
	}
	// Output: La lettre est arrivée. = The letter arrived. 0.98
}
