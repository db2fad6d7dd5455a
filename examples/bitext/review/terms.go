package review

import (
	"sync"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/check"
)

// terms finds terms of a glossary that were not used. Several goroutines may use it concurrently.
type terms struct {
	mutex   sync.Mutex
	checker check.Checker
}

// readTerms reads the glossary for the languages of the columns.
func (r *Review) readTerms() error {
	if r.options.Terms == nil {
		return nil
	}
	var langs []language.Tag
	for _, c := range r.sheet.Columns {
		langs = append(langs, c.Lang)
	}
	list, err := r.options.Terms(langs)
	if err != nil || len(list) == 0 {
		return err
	}
	r.terms = &terms{checker: check.Checker{Kinds: []check.Kind{check.Terminology}, Terms: list}}
	return nil
}

// missing returns a finding for each term that a row does not use. columns are those of the sides.
// A nil *terms finds none.
func (t *terms) missing(sides []check.Side, columns []int) (out []Finding) {
	if t == nil || len(sides) < 2 {
		return nil
	}
	t.mutex.Lock()
	defer t.mutex.Unlock()
	for _, f := range t.checker.Check(sides...) {
		marks := []markSpan{{columns[f.Side], f.Span.Start, f.Span.End, string(Other)}}
		out = append(out, Finding{Kind: Other, Text: f.Message, What: f.Kind, Wording: f.Wording,
			Column: columns[f.Side], marks: marks})
	}
	return out
}
