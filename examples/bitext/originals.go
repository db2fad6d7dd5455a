package main

import (
	"strings"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/segment"
)

// originals are the sentences that have a translation. A copy of one in the other text is a
// quotation of the original.
type originals struct {
	texts []*segment.Text
	at    []map[string][]int // for each text, the sentences by their wording
}

func newOriginals(beads []align.Bead, texts []*segment.Text) *originals {
	o := &originals{texts, make([]map[string][]int, len(texts))}
	for i := range texts {
		o.at[i] = map[string][]int{}
	}
	for _, b := range beads {
		for i, r := range b.Ranges {
			for k := r.Lo; k < r.Hi && !b.Null(); k++ {
				w := texts[i].Wording(segment.Range{Lo: k, Hi: k + 1})
				w = strings.Join(strings.Fields(w), " ")
				o.at[i][w] = append(o.at[i][w], k)
			}
		}
	}
	return o
}

// has reports whether sentences of text i are a copy of a sentence of another text, and of none of
// its own that has a counterpart.
func (o *originals) has(i int, r segment.Range, wording string) bool {
	if len(o.at[i][wording]) > 0 {
		return false // it is in the text twice
	}
	for k, text := range o.texts {
		for _, at := range o.at[k][wording] {
			if copies := evidence.Copies(text, o.texts[i]); copies != nil {
				_, sentence := copies(segment.Range{Lo: at, Hi: at + 1}, r)
				return sentence
			}
		}
	}
	return false
}
