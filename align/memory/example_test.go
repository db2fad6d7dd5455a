package memory_test

import (
	"bytes"
	"context"
	"fmt"
	"io"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/memory"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/segment"
)

// A memory of two languages gets a third.
func ExampleAdder_Add() {
	named := func(name string, t *segment.Text) *segment.Text { t.Name = name; return t }
	german := named(
		"a.de.txt",
		segment.FromSentences([]string{"Am 3. Mai kamen 12 Boote.", "Das Tor war zu."}, language.German),
	)
	english := named(
		"a.en.txt",
		segment.FromSentences([]string{"On 3 May 12 boats came.", "The gate was shut."}, language.English),
	)
	french := named(
		"a.fr.txt",
		segment.FromSentences([]string{"Le 3 mai, 12 bateaux arrivèrent.", "La porte était close."}, language.French),
	)

	beads, err := align.Align(german, english)
	if err != nil {
		fmt.Println(err)
		return
	}
	var first, second bytes.Buffer
	w := tmx.NewWriter(&first)
	for unit := range memory.FromBeads(beads, german, english) {
		if err := w.Write(unit); err != nil {
			fmt.Println(err)
		}
	}
	if err := w.Close(); err != nil {
		fmt.Println(err)
	}

	var adder memory.Adder
	open := func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(first.Bytes())), nil }
	report, err := adder.Add(context.Background(), open, french, &second)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(report.Document, report.Units)
	// Output: [a.de.txt a.en.txt] 2
}
