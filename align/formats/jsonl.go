package formats

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/segment"
)

// jsonRow is a row as JSON has it.
type jsonRow struct {
	Langs        []string     `json:"langs"`
	Texts        []string     `json:"texts"`
	Sentences    [][2]int     `json:"sentences,omitempty"`
	Boundary     float64      `json:"boundary"`
	Translation  float64      `json:"translation"`
	Untranslated bool         `json:"untranslated,omitempty"`
	Reasons      []jsonReason `json:"reasons,omitempty"`
}

// row returns the row that the JSON object describes.
func (in *jsonRow) row() (Row, error) {
	row := Row{Texts: in.Texts, Boundary: in.Boundary, Translation: in.Translation, Untranslated: in.Untranslated}
	for _, r := range in.Sentences {
		row.Ranges = append(row.Ranges, segment.Range{Lo: r[0], Hi: r[1]})
	}
	for _, x := range in.Reasons {
		kind, ok := reasonKind(x.Kind)
		if !ok || x.Text < 0 || x.Text >= len(in.Langs) {
			return Row{}, fmt.Errorf("a reason of kind %q about text %d; kinds are word, number and length, "+
				"and there are %d texts", x.Kind, x.Text, len(in.Langs))
		}
		tag, err := language.Parse(in.Langs[x.Text])
		if err != nil {
			return Row{}, fmt.Errorf("language %q: %w", in.Langs[x.Text], err)
		}
		row.Reasons = append(row.Reasons, evidence.Reason{
			Kind: kind, Side: x.Text, Lang: tag,
			Wording: x.Wording, Counterpart: x.Counterpart, Weight: x.Weight,
		})
	}
	return row, nil
}

// jsonReason is a reason as JSON has it.
type jsonReason struct {
	Kind        string  `json:"kind"`
	Text        int     `json:"text"`
	Wording     string  `json:"wording,omitempty"`
	Counterpart string  `json:"counterpart,omitempty"`
	Weight      float64 `json:"weight"`
}

var reasonNames = map[evidence.ReasonKind]string{
	evidence.WordReason: "word", evidence.NumberReason: "number", evidence.LengthReason: "length",
}

// NewJSONL returns a writer of one JSON object a line. Its fields are "langs", "texts", "sentences"
// (for each text, the number of the first sentence, from 0, and of the one after the last),
// "boundary", "translation", "untranslated" if that is true and, if the bead has any, "reasons":
// "kind" (word, number or length), "text" (from 0), "wording", "counterpart" and "weight", as in
// [evidence.Reason].
func NewJSONL(file io.Writer, langs ...language.Tag) *Writer {
	w := newWriter(len(langs), file)
	names := tagNames(langs)
	enc := json.NewEncoder(w.files[0])
	enc.SetEscapeHTML(false)
	w.row = func(r *Row) (bool, error) {
		out := jsonRow{Langs: names, Texts: r.Texts, Boundary: r.Boundary, Translation: r.Translation,
			Untranslated: r.Untranslated}
		for _, s := range r.Ranges {
			out.Sentences = append(out.Sentences, [2]int{s.Lo, s.Hi})
		}
		for _, x := range r.Reasons {
			out.Reasons = append(out.Reasons,
				jsonReason{reasonNames[x.Kind], x.Side, x.Wording, x.Counterpart, x.Weight})
		}
		err := enc.Encode(out)
		var unsupported *json.UnsupportedValueError
		if errors.As(err, &unsupported) {
			return false, fmt.Errorf("formats: row %d: JSON cannot hold the confidence %s", w.rows+1, unsupported.Str)
		}
		w.keep(err)
		return true, w.err
	}
	return w
}

// ReadJSONL returns the rows of a file that [NewJSONL] wrote.
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
			row, err := in.row()
			if err != nil {
				yield(Row{}, at(s.number, err))
				return
			}
			if !yield(row, nil) {
				return
			}
		}
	}
}

func reasonKind(name string) (evidence.ReasonKind, bool) {
	for kind, n := range reasonNames {
		if n == name {
			return kind, true
		}
	}
	return 0, false
}
