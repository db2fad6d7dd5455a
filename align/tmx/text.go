package tmx

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/xmltext"
)

// text returns what a token of text stands for.
func (t *token) text() (string, error) {
	if t.cdata {
		return literal(t.raw), nil
	}
	return content(t.raw, t.at)
}

// content returns the text that b stands for, with its references resolved; at is where b begins.
// As in all XML, "\r" and "\r\n" are read as a line feed.
func content(b []byte, at int) (string, error) {
	if bytes.IndexByte(b, '&') < 0 {
		return literal(b), nil
	}
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); {
		n := bytes.IndexByte(b[i:], '&')
		if n < 0 {
			n = len(b) - i
		}
		out = append(out, literal(b[i:i+n])...)
		if i += n; i == len(b) {
			break
		}
		r, size, err := resolve(b[i:], at+i)
		if err != nil {
			return "", err
		}
		out = utf8.AppendRune(out, r)
		i += size
	}
	return string(out), nil
}

// literal is content that holds no references.
func literal(b []byte) string {
	if bytes.IndexByte(b, '\r') < 0 {
		return string(b)
	}
	return strings.ReplaceAll(strings.ReplaceAll(string(b), "\r\n", "\n"), "\r", "\n")
}

// checkChars fails at the first byte that is not UTF-8 and at the first character that XML does not
// allow.
func checkChars(b []byte) error {
	if at, problem := xmltext.Check(b); at >= 0 {
		return faultf(at, "%s", problem)
	}
	return nil
}

// pieces gathers text that mostly comes in one piece.
type pieces struct {
	first string
	all   []byte // first and what came after it; nil while there is only one piece
}

func (p *pieces) add(s string) {
	switch {
	case p.len() == 0:
		p.first = s
	case p.all == nil:
		p.all = append(append(make([]byte, 0, 2*(len(p.first)+len(s))), p.first...), s...)
	default:
		p.all = append(p.all, s...)
	}
}

func (p *pieces) len() int { return max(len(p.first), len(p.all)) }

func (p *pieces) String() string {
	if p.all == nil {
		return p.first
	}
	return string(p.all)
}

// resolve returns the character of the reference at the beginning of b, and the length of that
// reference.
func resolve(b []byte, at int) (rune, int, error) {
	n := bytes.IndexByte(b[:min(len(b), 40)], ';')
	if n < 2 {
		return 0, 0, faultf(at, "an & that begins no reference; in text it is written &amp;")
	}
	name := string(b[1:n])
	switch name {
	case "amp":
		return '&', n + 1, nil
	case "lt":
		return '<', n + 1, nil
	case "gt":
		return '>', n + 1, nil
	case "quot":
		return '"', n + 1, nil
	case "apos":
		return '\'', n + 1, nil
	}
	digits, ok := strings.CutPrefix(name, "#")
	if !ok {
		return 0, 0, faultf(at, "the entity &%s; is not one of XML's own, and no other is resolved", excerpt(name))
	}
	base := 10
	if digits[:min(1, len(digits))] == "x" {
		digits, base = digits[1:], 16
	}
	r, err := strconv.ParseUint(digits, base, 32)
	if err != nil {
		return 0, 0, faultf(at, "&%s; is no character reference", excerpt(name))
	}
	if r > utf8.MaxRune || !xmltext.Legal(rune(r)) {
		return 0, 0, faultf(at, "&%s; is a character that is not allowed in XML", excerpt(name))
	}
	return rune(r), n + 1, nil
}
