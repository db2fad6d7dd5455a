package office

import (
	"strconv"
	"strings"
)

// An rtfKind is what a token of RTF is.
type rtfKind uint8

const (
	rtfEnd   rtfKind = iota // the end of the file
	rtfOpen                 // "{"
	rtfClose                // "}"
	rtfWord                 // a control word, such as \par or \u8217
	rtfByte                 // one byte of text
)

// An rtfToken is a token of RTF 1.9.1 (section "RTF Syntax"). Control symbols are words of one
// character, except for those that stand for a byte of text.
type rtfToken struct {
	kind   rtfKind
	word   string
	number int // the number after a word
	given  bool
	b      byte
}

// An rtfScanner reads one token after the other.
type rtfScanner struct {
	in string
	at int
}

// next returns the next token. Bytes of pictures (\bin) are skipped.
func (s *rtfScanner) next() rtfToken {
	for s.at < len(s.in) {
		c := s.in[s.at]
		s.at++
		switch c {
		case '{':
			return rtfToken{kind: rtfOpen}
		case '}':
			return rtfToken{kind: rtfClose}
		case '\r', '\n', 0:
		case '\t':
			return rtfToken{kind: rtfWord, word: "tab"}
		case '\\':
			if t := s.control(); t.word != "bin" {
				return t
			} else if t.number > 0 {
				s.at = min(len(s.in), s.at+t.number)
			}
		default:
			return rtfToken{kind: rtfByte, b: c}
		}
	}
	return rtfToken{}
}

// control returns the token after a backslash.
func (s *rtfScanner) control() rtfToken {
	if s.at == len(s.in) {
		return rtfToken{}
	}
	c := s.in[s.at]
	if !isLatin(c) {
		s.at++
		switch c {
		case '\\', '{', '}':
			return rtfToken{kind: rtfByte, b: c}
		case '\r', '\n':
			return rtfToken{kind: rtfWord, word: "par"}
		case '\'':
			n, err := strconv.ParseUint(s.in[s.at:min(len(s.in), s.at+2)], 16, 8)
			if err != nil {
				return rtfToken{kind: rtfWord, word: "'"}
			}
			s.at += 2
			return rtfToken{kind: rtfByte, b: byte(n)}
		}
		return rtfToken{kind: rtfWord, word: string(c)}
	}
	from := s.at
	for s.at < len(s.in) && isLatin(s.in[s.at]) {
		s.at++
	}
	t := rtfToken{kind: rtfWord, word: s.in[from:s.at]}
	from = s.at
	if s.at+1 < len(s.in) && s.in[s.at] == '-' && isDigit(s.in[s.at+1]) {
		s.at++
	}
	for s.at < len(s.in) && isDigit(s.in[s.at]) {
		s.at++
	}
	if from < s.at {
		n, err := strconv.Atoi(s.in[from:s.at])
		t.number, t.given = n, err == nil
	}
	if s.at < len(s.in) && s.in[s.at] == ' ' {
		s.at++
	}
	return t
}

func isLatin(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// skip skips to the end of the group that is open. Nesting is not limited: it takes no memory.
func (s *rtfScanner) skip() {
	for depth := 1; depth > 0; {
		switch s.next().kind {
		case rtfEnd:
			return
		case rtfOpen:
			depth++
		case rtfClose:
			depth--
		}
	}
}

// instruction returns the words of the group that is open, such as the instruction of a field, and
// skips to its end.
func (s *rtfScanner) instruction() string {
	var b strings.Builder
	for depth := 1; depth > 0; {
		switch t := s.next(); t.kind {
		case rtfEnd:
			return b.String()
		case rtfOpen:
			depth++
		case rtfClose:
			depth--
		case rtfByte:
			b.WriteByte(t.b)
		}
	}
	return b.String()
}
