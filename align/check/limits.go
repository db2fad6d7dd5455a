package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/segment"
)

// tooLong reports the sides after the source that have more than a number of characters.
func tooLong(sides []Side, limit int) []Finding {
	var out []Finding
	for i, s := range sides {
		if n := utf8.RuneCountInString(s.Text); i > 0 && n > limit {
			out = append(out, Finding{Kind: TooLong, Side: i, Span: segment.Span{End: len(s.Text)}, Wording: s.Text,
				Message: fmt.Sprintf("%s has %d characters, more than %d", languageName(s.Lang), n, limit)})
		}
	}
	return out
}

// A forbidden is a phrase that must not be in texts of a language.
type forbidden struct {
	phrase
	base string
}

func newForbidden(terms []Side) []forbidden {
	var out []forbidden
	for _, t := range terms {
		if p := newPhrase(t); strings.TrimSpace(p.Text) != "" {
			out = append(out, forbidden{p, langtag.Base(t.Lang).String()})
		}
	}
	return out
}

// checkForbidden reports the forbidden terms that sides have, in any form.
func checkForbidden(terms []forbidden, sides []Side, subjects []*subject) []Finding {
	var out []Finding
	for i, s := range subjects {
		t := termText{subject: s, tokens: withoutMarks(s.tokens)}
		for k := range terms {
			f := &terms[k]
			if f.base != s.base || s.Text == "" || !t.has(&f.phrase) {
				continue
			}
			span := t.find(&f.phrase)
			out = append(out, Finding{Kind: Forbidden, Side: i, Span: span, Wording: s.Text[span.Start:span.End],
				Message: fmt.Sprintf("the term %s must not be used in %s", isolated(f.Text), languageName(s.Lang))})
		}
	}
	slices.SortStableFunc(out, func(a, b Finding) int { return a.Side - b.Side })
	return out
}

// find returns where the text has a phrase first.
func (t *termText) find(p *phrase) segment.Span {
	if len(p.words) == 0 {
		at := max(strings.Index(t.Text, p.Text), 0)
		return segment.Span{Start: at, End: at + len(p.Text)}
	}
	for i := range t.tokens {
		if p.begins(t.tokens[i:], sameForm) {
			return segment.Span{Start: t.tokens[i].Start, End: t.tokens[i+len(p.words)-1].End}
		}
	}
	return segment.Span{}
}
