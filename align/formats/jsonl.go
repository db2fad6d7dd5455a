package formats

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/segment"
)

// jsonRow is a row as JSON has it.
type jsonRow struct {
	Langs       []string `json:"langs"`
	Texts       []string `json:"texts"`
	Sentences   [][2]int `json:"sentences,omitempty"`
	Boundary    float64  `json:"boundary"`
	Translation float64  `json:"translation"`
}

// NewJSONL writes one row a line, as a JSON object: "langs", "texts", "sentences" (for each text the numbers of the first
// sentence, counted from 0, and of the one after the last), "boundary", "translation".
func NewJSONL(file io.Writer, langs ...language.Tag) *Writer {
	w := newWriter(len(langs), file)
	names := tagNames(langs)
	enc := json.NewEncoder(w.files[0])
	enc.SetEscapeHTML(false)
	w.row = func(r *Row) (bool, error) {
		out := jsonRow{Langs: names, Texts: r.Texts, Boundary: r.Boundary, Translation: r.Translation}
		for _, s := range r.Ranges {
			out.Sentences = append(out.Sentences, [2]int{s.Lo, s.Hi})
		}
		err := enc.Encode(out)
		var unsupported *json.UnsupportedValueError
		if errors.As(err, &unsupported) {
			return false, fmt.Errorf("formats: row %d: confidence %s is no number of JSON", w.rows+1, unsupported.Str)
		}
		w.keep(err)
		return true, w.err
	}
	return w
}

// ReadJSONL reads what [NewJSONL] writes.
func ReadJSONL(file io.Reader) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		for s, err := range lines(file) {
			if err != nil {
				yield(Row{}, err)
				return
			}
			var in jsonRow
			if err := json.Unmarshal([]byte(s.text), &in); err != nil {
				yield(Row{}, at(s.number, err))
				return
			}
			row := Row{Texts: in.Texts, Boundary: in.Boundary, Translation: in.Translation}
			for _, r := range in.Sentences {
				row.Ranges = append(row.Ranges, segment.Range{Lo: r[0], Hi: r[1]})
			}
			if !yield(row, nil) {
				return
			}
		}
	}
}
