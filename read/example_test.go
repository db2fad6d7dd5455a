package read_test

import (
	"context"
	"fmt"
	"log"

	"github.com/bitext-go/bitext/lang"
	"github.com/bitext-go/bitext/read"
)

func ExampleFile() {
	doc, err := read.File(context.Background(), "../testdata/report/formats/report.html")
	if err != nil {
		log.Fatal(err)
	}
	for _, text := range doc.Split(lang.ByLetters()) {
		fmt.Println(text.Lang, len(text.Paragraphs), len(text.Sentences))
	}
	n := doc.Notes[0]
	fmt.Printf("lines %d to %d: %s\n", n.First, n.Last, n.What)
	// Output:
	// ar 13 26
	// en 14 24
	// lines 11 to 13: head of the page
}
