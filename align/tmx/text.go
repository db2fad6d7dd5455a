package tmx

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/xmltext"
)

// text returns the text that a token stands for.
func (t *token) text() (string, error) {
	if t.cdata {
		return literal(t.raw), nil
	}
	return content(t.raw, t.at)
}

// content returns the text that b stands for, with its references resolved; at is where b begins.
// XML 1.0, section 2.11: "\r" and "\r\n" are read as a line feed.
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

// literal returns the content of text without references.
func literal(b []byte) string {
	if bytes.IndexByte(b, '\r') < 0 {
		return string(b)
	}
	return strings.ReplaceAll(strings.ReplaceAll(string(b), "\r\n", "\n"), "\r", "\n")
}

// checkChars returns an error for the first byte that is not UTF-8 or character that XML does not
// allow.
func checkChars(b []byte) error {
	if at, problem := xmltext.Check(b); at >= 0 {
		return faultf(at, "%s", problem)
	}
	return nil
}

// pieces joins pieces of text without copying, if there is only one.
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

// longestReference bounds how far resolve looks for the ";" of a reference, in bytes.
const longestReference = 40

// resolve returns the character of the reference at the beginning of b and the length of that
// reference. The reference begins at byte at of the unit.
func resolve(b []byte, at int) (rune, int, error) {
	n := bytes.IndexByte(b[:min(len(b), longestReference)], ';')
	if n < 2 {
		return 0, 0, faultf(at, "an & that begins no reference; write it as &amp;")
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
		const problem = "the entity &%s; is not one of the five of XML, and no other is resolved"
		return 0, 0, faultf(at, problem, excerpt(name))
	}
	base := 10
	if digits[:min(1, len(digits))] == "x" {
		digits, base = digits[1:], 16
	}
	r, err := strconv.ParseUint(digits, base, 32)
	if err != nil {
		return 0, 0, faultf(at, "&%s; is not a character reference", excerpt(name))
	}
	if r > utf8.MaxRune || !xmltext.Legal(rune(r)) {
		return 0, 0, faultf(at, "&%s; is a character that is not allowed in XML", excerpt(name))
	}
	return rune(r), n + 1, nil
}
