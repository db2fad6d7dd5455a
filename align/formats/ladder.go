package formats

import (
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"

	"github.com/bitext-go/bitext/segment"
)

// NewLadder writes what hunalign calls a ladder: one rung a line, being the number of the source
// sentence and of the target sentence before which a row begins, and the confidence of that row;
// the last rung stands behind all rows. Rows must be those of two texts and follow one another
// without a gap.
func NewLadder(file io.Writer) *Writer {
	w := newWriter(2, file)
	src, tgt := 0, 0
	w.row = func(r *Row) (bool, error) {
		if len(r.Ranges) != 2 {
			return false, fmt.Errorf("formats: row %d does not tell the sentences of two texts, which a ladder is made of", w.rows+1)
		}
		s, t := r.Ranges[0], r.Ranges[1]
		if s.Lo != src || t.Lo != tgt || s.Len() < 0 || t.Len() < 0 {
			return false, fmt.Errorf("formats: row %d begins at sentences %d and %d, but the one before it ends at %d and %d", w.rows+1, s.Lo, t.Lo, src, tgt)
		}
		w.put(0, fmt.Sprintf("%d\t%d\t%s\n", src, tgt, score(r.Translation)))
		src, tgt = s.Hi, t.Hi
		return true, w.err
	}
	w.tail = func() string { return fmt.Sprintf("%d\t%d\t%s\n", src, tgt, score(0)) }
	return w
}

// ReadLadder reads what [NewLadder] and hunalign write. Its rows tell sentences and Translation,
// without wording.
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
						yield(Row{}, at(s.number, fmt.Errorf("sentence %d comes after sentence %d", rung[i], row.Ranges[i].Lo)))
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

func newRung(rung [2]int, confidence float64) Row {
	return Row{Ranges: []segment.Range{{Lo: rung[0], Hi: rung[0]}, {Lo: rung[1], Hi: rung[1]}}, Translation: confidence}
}

func parseRung(s string) (rung [2]int, confidence float64, err error) {
	fields := strings.Fields(s)
	if len(fields) != 3 {
		return rung, 0, fmt.Errorf("a rung has two sentence numbers and a confidence; this has %d fields", len(fields))
	}
	for i := range rung {
		if rung[i], err = strconv.Atoi(fields[i]); err != nil || rung[i] < 0 {
			return rung, 0, fmt.Errorf("%q is no sentence number", fields[i])
		}
	}
	if confidence, err = strconv.ParseFloat(fields[2], 64); err != nil {
		return rung, 0, fmt.Errorf("%q is no confidence", fields[2])
	}
	return rung, confidence, nil
}
