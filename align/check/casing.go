package check

import (
	"unicode"

	"github.com/bitext-go/bitext/segment"
)

// capitals reports a beginning of b that is capital where that of a is not, or the other way, and
// text in capitals alone on one side. Only scripts with capitals are compared.
func capitals(a, b *subject) []difference {
	x, _ := a.firstLetter()
	y, span := b.firstLetter()
	if !cased(x) || !cased(y) {
		return nil
	}
	if shoutA, shoutB := a.shouts(), b.shouts(); shoutA != shoutB {
		message := "only " + languageName(a.Lang) + " is in capitals"
		if shoutB {
			message = "only " + languageName(b.Lang) + " is in capitals"
		}
		if a.mixesCase() && shoutB || shoutA && b.mixesCase() {
			return []difference{{kind: AllCaps, second: true, span: segment.Span{End: len(b.Text)}, message: message}}
		}
		return nil
	}
	if unicode.IsUpper(x) == unicode.IsUpper(y) {
		return nil
	}
	message := languageName(a.Lang) + " begins with a capital letter, " + languageName(b.Lang) + " does not"
	if unicode.IsUpper(y) {
		message = languageName(b.Lang) + " begins with a capital letter, " + languageName(a.Lang) + " does not"
	}
	return []difference{{kind: Capital, second: true, span: span, message: message}}
}

func cased(r rune) bool { return unicode.IsUpper(r) || unicode.IsLower(r) }

// firstLetter returns the first letter of the text outside of placeholders and tags, or 0 if a
// digit is before it.
func (s *subject) firstLetter() (rune, segment.Span) {
	marks := s.marks
	for i, r := range s.Text {
		for len(marks) > 0 && marks[0].span.End <= i {
			marks = marks[1:]
		}
		if len(marks) > 0 && marks[0].span.Start <= i {
			if marks[0].kind == Placeholder {
				return 0, segment.Span{}
			}
			continue
		}
		switch {
		case unicode.IsLetter(r):
			return r, segment.Span{Start: i, End: i + len(string(r))}
		case unicode.IsDigit(r):
			return 0, segment.Span{}
		}
	}
	return 0, segment.Span{}
}

const (
	minShouted = 10 // letters of a text in capitals; shorter ones are abbreviations
	minSmall   = 5  // small letters of one that is not
)

// caseCounts returns how many capital and how many small letters the text has.
func (s *subject) caseCounts() (upper, lower int) {
	for i, r := range s.Text {
		if inMarks(s.marks, i) {
			continue
		}
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		}
	}
	return upper, lower
}

// shouts reports whether the text is in capitals.
func (s *subject) shouts() bool {
	upper, lower := s.caseCounts()
	return upper >= minShouted && lower*10 <= upper
}

// mixesCase reports whether the text is in small letters, as sentences are.
func (s *subject) mixesCase() bool {
	upper, lower := s.caseCounts()
	return lower >= minSmall && lower > upper
}
