package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bitext-go/bitext/segment"
)

const (
	stop        = "a full stop"
	exclamation = "an exclamation mark"
)

// isStop reports whether a class ends a statement. Languages differ in how often they exclaim.
func isStop(class string) bool { return class == stop || class == exclamation }

// endClasses holds the punctuation that ends sentences, by what it does.
var endClasses = []struct {
	name  string
	marks string
}{
	{"a question mark", "?？؟;՞፧⁇"},
	{exclamation, "!！՜"},
	{"an ellipsis", "…⋯"},
	{stop, ".。．।॥۔։።។။༎᠃｡"},
	{"a colon", ":：፦"},
}

// withoutStops holds the languages that usually write no mark where others have a full stop.
var withoutStops = map[string]bool{"th": true, "lo": true}

// afterEnd are the characters that may follow the end mark.
const afterEnd = "\"'”’»›」』）)]】〕》*_`“„« \u00a0\u202f\t\n\r\u200b\u200e\u200f"

// endMarks reports an end mark of b that does another thing than that of a, or that is missing.
func endMarks(a, b *subject) []difference {
	x, _ := a.endMark()
	y, span := b.endMark()
	switch {
	case x == y, isStop(x) && isStop(y):
		return nil
	case x+y == stop && (withoutStops[a.base] || withoutStops[b.base]):
		return nil
	}
	if lettersIn(a.Text) < minEnding || lettersIn(b.Text) < minEnding {
		return nil
	}
	message := languageName(a.Lang) + " ends with " + nameEnd(x) + ", " + languageName(b.Lang) + " with " + nameEnd(y)
	return []difference{{kind: EndMark, second: true, span: span, message: message}}
}

// minEnding is how many letters a text has at least for its end mark to be compared.
const minEnding = 4

func lettersIn(s string) int { n, _ := letters(s); return n }

func nameEnd(class string) string {
	if class == "" {
		return "none"
	}
	return class
}

// endMark returns the class of the end mark of the text, "" if it has none, and where it is.
func (s *subject) endMark() (class string, span segment.Span) {
	text := s.withoutOuterMarks()
	body := strings.TrimRight(text, afterEnd)
	r, n := utf8.DecodeLastRuneInString(body)
	span = segment.Span{Start: len(body) - n, End: len(body)}
	if strings.HasSuffix(body, "...") || strings.HasSuffix(body, "。。") {
		return "an ellipsis", segment.Span{Start: len(body) - 3, End: len(body)}
	}
	if r == '|' && s.base == "hi" { // a danda, on some keyboards
		return stop, span
	}
	if r == ';' && s.base == "el" {
		return "a question mark", span
	}
	for _, c := range endClasses {
		if r != ';' && strings.ContainsRune(c.marks, r) {
			return c.name, span
		}
	}
	return "", segment.Span{Start: len(body), End: len(body)}
}

// withoutOuterMarks returns the text without the placeholders, tags and spaces at its end.
func (s *subject) withoutOuterMarks() string {
	text := s.Text
	for i := len(s.marks) - 1; i >= 0; i-- {
		text = strings.TrimRightFunc(text, unicode.IsSpace)
		if s.marks[i].span.End != len(text) || s.marks[i].kind != InlineCode {
			break
		}
		text = text[:s.marks[i].span.Start]
	}
	return text
}
