package main

import (
	"fmt"

	"github.com/bitext-go/bitext/internal/say"
	"github.com/bitext-go/bitext/segment"
)

// explain returns the notes of --explain: what reading each document left out or assumed, which of
// its lines hold which text, and what was done to the layout.
func explain(r *result) (notes []string) {
	for _, d := range r.docs {
		for _, n := range d.Notes {
			notes = append(notes, fmt.Sprintf("%s: %v", d.Name, n))
		}
	}
	for _, t := range r.texts {
		first, last := t.LinesOf(segment.Range{Lo: 0, Hi: len(t.Sentences)})
		notes = append(notes, fmt.Sprintf("%s:%s: %s", t.Name, say.Lines(first, last), say.Language(t.Lang)))
		for _, n := range t.Notes {
			notes = append(notes, fmt.Sprintf("%s: %v", t.Name, n))
		}
	}
	return notes
}
