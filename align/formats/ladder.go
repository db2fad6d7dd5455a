package formats

import (
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"

	"github.com/bitext-go/bitext/segment"
)

// NewLadder returns a writer of what hunalign calls a ladder. Each line is a rung: the numbers,
// from 0, of the source and the target sentence with which a row begins, and its confidence. The
// last rung is the end of both texts. The rows must be those of two texts, without gaps.
func NewLadder(file io.Writer) *Writer {
	w := newWriter(2, file)
	src, tgt := 0, 0
	w.row = func(r *Row) (bool, error) {
		if len(r.Ranges) != 2 {
			return false, fmt.Errorf("formats: row %d has the sentence numbers of %d texts; a ladder needs two",
				w.rows+1, len(r.Ranges))
		}
		s, t := r.Ranges[0], r.Ranges[1]
		if s.Lo != src || t.Lo != tgt || s.Len() < 0 || t.Len() < 0 {
			const problem = "formats: row %d begins at sentences %d and %d, but the row before ends at %d and %d"
			return false, fmt.Errorf(problem, w.rows+1, s.Lo, t.Lo, src, tgt)
		}
		w.put(0, fmt.Sprintf("%d\t%d\t%s\n", src, tgt, score(r.Translation)))
		src, tgt = s.Hi, t.Hi
		return true, w.err
	}
	w.tail = func() string { return fmt.Sprintf("%d\t%d\t%s\n", src, tgt, score(0)) }
	return w
}

// ReadLadder returns the rows of a file that [NewLadder] or hunalign wrote. They have sentence
// numbers and Translation, but no wording.
func ReadLadder(file io.Reader) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		var row Row
		for s, err := range lines(file) {
			if err != nil {
				yield(Row{}, err)
				return
			}
			rung, confidence, err := parseRung(s.text)
			if err != nil {
				yield(Row{}, at(s.number, err))
				return
			}
			if s.number > 1 {
				for i := range rung {
					if row.Ranges[i].Hi = rung[i]; row.Ranges[i].Len() < 0 {
						err := fmt.Errorf("sentence %d comes after sentence %d", rung[i], row.Ranges[i].Lo)
						yield(Row{}, at(s.number, err))
						return
					}
				}
				if !yield(row, nil) {
					return
				}
			}
			row = newRung(rung, confidence)
		}
	}
}

// newRung returns a row that begins at a rung.
func newRung(rung [2]int, confidence float64) Row {
	return Row{
		Ranges:      []segment.Range{{Lo: rung[0], Hi: rung[0]}, {Lo: rung[1], Hi: rung[1]}},
		Translation: confidence,
	}
}

// parseRung returns the sentence numbers and the confidence of a line.
func parseRung(s string) (rung [2]int, confidence float64, err error) {
	fields := strings.Fields(s)
	if len(fields) != 3 {
		const problem = "the line has %d fields; a rung has two sentence numbers and a confidence"
		return rung, 0, fmt.Errorf(problem, len(fields))
	}
	for i := range rung {
		if rung[i], err = strconv.Atoi(fields[i]); err != nil || rung[i] < 0 {
			return rung, 0, fmt.Errorf("%q is not a sentence number", fields[i])
		}
	}
	if confidence, err = strconv.ParseFloat(fields[2], 64); err != nil {
		return rung, 0, fmt.Errorf("%q is not a confidence", fields[2])
	}
	return rung, confidence, nil
}
