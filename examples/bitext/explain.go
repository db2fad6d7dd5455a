package main

import (
	"fmt"

	"github.com/bitext-go/bitext/segment"
)

// explain says of each text where it stands in its document, and what was done to the layout.
func explain(texts []*segment.Text) (notes []string) {
	for _, t := range texts {
		first, last := t.LinesOf(segment.Range{Lo: 0, Hi: len(t.Sentences)})
		notes = append(notes, fmt.Sprintf("%s:%s: %s", t.Name, fromTo(first, last), english(t.Lang)))
		for _, n := range t.Notes {
			notes = append(notes, fmt.Sprintf("%s: %v", t.Name, n))
		}
	}
	return notes
}
