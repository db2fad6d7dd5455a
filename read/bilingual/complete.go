package bilingual

import (
	"context"
	"math"
	"slices"
	"unicode/utf8"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/segment"
)

// Complete aligns what the beads of a file leave open: text outside of tables, and the sentences
// within a row that has several in more than one language. A row with the same number of sentences
// in each language, of like lengths, is paired in turn if nothing finer is found; any other row
// whose sentences do not all find a counterpart stays one bead. It does nothing for a file without
// such text.
func (f *File) Complete(ctx context.Context, a *align.Aligner) error {
	if !f.open() {
		return nil
	}
	free := *a
	free.Anchors = f.rowAnchors()
	beads, err := free.Align(ctx, f.Texts...)
	if err != nil {
		return err
	}
	f.Beads = f.insideRows(beads)
	return nil
}

// rowAnchors returns the sentences with which each row begins and ends, without repetition.
func (f *File) rowAnchors() (anchors [][]int) {
	add := func(at []int) {
		if n := len(anchors); n == 0 || !slices.Equal(anchors[n-1], at) {
			anchors = append(anchors, at)
		}
	}
	for _, b := range f.Beads {
		from, to := make([]int, len(b.Ranges)), make([]int, len(b.Ranges))
		for i, r := range b.Ranges {
			from[i], to[i] = r.Lo, r.Hi
		}
		add(from)
		add(to)
	}
	return anchors
}

// insideRows returns beads, except that those of a row which do not divide it are replaced by what
// inTurn makes of the row.
func (f *File) insideRows(beads []align.Bead) (out []align.Bead) {
	rowOf := make([][]int, len(f.Texts)) // for each sentence, its row, or -1
	for i, t := range f.Texts {
		rowOf[i] = slices.Repeat([]int{-1}, len(t.Sentences))
	}
	for k, row := range f.Beads {
		for i, r := range row.Ranges {
			for s := r.Lo; s < r.Hi; s++ {
				rowOf[i][s] = k
			}
		}
	}
	of := func(b align.Bead) int {
		for i, r := range b.Ranges {
			if r.Len() > 0 {
				return rowOf[i][r.Lo]
			}
		}
		return -1
	}
	inside := make([][]align.Bead, len(f.Beads)) // for each row, its beads
	for _, b := range beads {
		if k := of(b); k >= 0 {
			inside[k] = append(inside[k], b)
		}
	}
	written := make([]bool, len(f.Beads))
	for _, b := range beads {
		k := of(b)
		switch {
		case k < 0:
			out = append(out, b)
			continue
		case written[k]:
		case divides(inside[k], f.Beads[k]):
			out = append(out, inside[k]...)
		default:
			out = append(out, f.inTurn(f.Beads[k])...)
		}
		written[k] = true
	}
	return out
}

// inTurn returns a bead for each sentence of a row if the texts have the same number of sentences
// and these are of like lengths; else the row.
func (f *File) inTurn(row align.Bead) []align.Bead {
	n := 0
	for _, r := range row.Ranges {
		if r.Len() > 0 && n > 0 && r.Len() != n {
			return []align.Bead{row}
		}
		n = max(n, r.Len())
	}
	var out []align.Bead
	var first []int // for each sentence, how many characters the first text has
	for i, r := range row.Ranges {
		if r.Len() == 0 {
			continue
		}
		lengths, sum := make([]int, n), 0
		for k := range n {
			lengths[k] = utf8.RuneCountInString(f.Texts[i].Sentence(r.Lo + k))
			sum += lengths[k]
		}
		if first == nil {
			first = lengths
			continue
		}
		all := 0
		for _, l := range first {
			all += l
		}
		for k, l := range lengths {
			expected := float64(first[k]) * float64(sum) / float64(max(all, 1))
			if math.Abs(float64(l)-expected) > likeLength*(expected+likeSlack) {
				return []align.Bead{row}
			}
		}
	}
	for k := range n {
		b := align.Bead{Boundary: row.Boundary, Translation: row.Translation}
		for _, r := range row.Ranges {
			if r.Len() > 0 {
				r = segment.Range{Lo: r.Lo + k, Hi: r.Lo + k + 1}
			}
			b.Ranges = append(b.Ranges, r)
		}
		out = append(out, b)
	}
	return out
}

// A translation may be likeLength longer or shorter than the row has it on average, likeSlack
// characters being added to what is expected of short sentences. Both were set by hand.
const (
	likeLength = .5
	likeSlack  = 10
)

// open reports whether beads leave something to be aligned.
func (f *File) open() bool {
	sentences := 0
	for _, b := range f.Beads {
		if several(b) > 1 {
			return true
		}
		for _, r := range b.Ranges {
			sentences += r.Len()
		}
	}
	for _, t := range f.Texts {
		sentences -= len(t.Sentences)
	}
	return sentences != 0
}

// several returns how many texts have more than one sentence in a bead.
func several(b align.Bead) (n int) {
	for _, r := range b.Ranges {
		if r.Len() > 1 {
			n++
		}
	}
	return n
}

// divides reports whether beads are a division of a row in which every sentence has a counterpart
// in each language of the row.
func divides(beads []align.Bead, row align.Bead) bool {
	if several(row) < 2 || len(beads) < 2 {
		return false
	}
	for _, b := range beads {
		for i, r := range b.Ranges {
			if r.Len() == 0 && row.Ranges[i].Len() > 0 {
				return false
			}
		}
	}
	return true
}
