package main

import (
	"fmt"
	"sort"

	"github.com/bitext-go/bitext/segment"
)

// A place is a unit of a file and a line of it, each from 1; the line is 0 if it is not known.
type place struct {
	path       string
	line, unit int
}

func (p place) String() string {
	if p.line == 0 {
		return p.path
	}
	return fmt.Sprintf("%s:%d", p.path, p.line)
}

// A beadPlace is the text of a bead in a document.
type beadPlace struct {
	path string
	text *segment.Text
	at   segment.Range
}

// line returns the line of an offset of the bead's wording. It may be off by one if the wording
// leaves out line breaks.
func (b beadPlace) line(offset int) place {
	if b.at.Len() == 0 || len(b.text.Lines) == 0 {
		return place{path: b.path}
	}
	i, before := b.at.Lo, 0 // the sentence, and the length of those before it
	for i < b.at.Hi-1 {
		n := len(b.text.Wording(segment.Range{Lo: b.at.Lo, Hi: i + 1}))
		if n > offset {
			break
		}
		i, before = i+1, n
	}
	s := b.text.Sentences[i]
	at := min(s.Start+max(offset-before, 0), max(s.End-1, s.Start))
	k := sort.Search(len(b.text.Lines), func(k int) bool { return b.text.Lines[k].Offset > at })
	return place{path: b.path, line: b.text.Lines[max(k-1, 0)].Number}
}
