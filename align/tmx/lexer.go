package tmx

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A token is a piece of XML: a tag or a stretch of text. Comments and processing instructions are passed over.
type token struct {
	kind  kind
	at    int     // where it begins
	name  string  // of a tag, in lower case
	raw   []byte  // of text, as it stands in the file; holds until the next unit
	cdata bool    // raw is the inside of a CDATA section
	attrs []xattr // of a start tag; holds until the next token
}

type kind byte

const (
	end kind = iota // of the input
	text
	startTag
	endTag
	emptyTag // <name/>: no end tag follows
)

type xattr struct{ name, value string }

// A lexer cuts the XML of one unit into tokens.
type lexer struct {
	b     []byte
	i     int
	attrs []xattr
	known map[string]string // values of attributes that stand in every unit, so as not to make them anew
}

func (l *lexer) remember(raw, value string) {
	const most = 100
	if l.known == nil || len(l.known) == most {
		l.known = make(map[string]string, most)
	}
	if len(raw) < most {
		l.known[raw] = value
	}
}

func (l *lexer) next() (token, error) {
	for l.i < len(l.b) {
		at := l.i
		rest := l.b[at:]
		switch {
		case rest[0] != '<':
			n := bytes.IndexByte(rest, '<')
			if n < 0 {
				n = len(rest)
			}
			l.i += n
			return token{kind: text, at: at, raw: rest[:n]}, nil
		case hasPrefix(rest, "<!--"):
			n := bytes.Index(rest, []byte("-->"))
			if n < 0 {
				return token{}, faultf(at, "a comment has no end")
			}
			l.i += n + len("-->")
		case hasPrefix(rest, "<![CDATA["):
			n := bytes.Index(rest, []byte("]]>"))
			if n < 0 {
				return token{}, faultf(at, "a CDATA section has no end")
			}
			l.i += n + len("]]>")
			return token{kind: text, at: at, raw: rest[len("<![CDATA["):n], cdata: true}, nil
		case hasPrefix(rest, "<?"):
			n := bytes.Index(rest, []byte("?>"))
			if n < 0 {
				return token{}, faultf(at, "a processing instruction has no end")
			}
			l.i += n + len("?>")
		default:
			return l.tag()
		}
	}
	return token{kind: end, at: l.i}, nil
}

func (l *lexer) tag() (token, error) {
	t := token{kind: startTag, at: l.i}
	l.i++
	if l.i < len(l.b) && l.b[l.i] == '/' {
		t.kind = endTag
		l.i++
	}
	if t.name = strings.ToLower(l.word()); t.name == "" {
		return t, faultf(t.at, "a < that begins no tag; in text it is written &lt;")
	}
	if l.space(); t.kind == endTag {
		if !l.byte('>') {
			return t, faultf(t.at, "the tag </%s is not closed by >", excerpt(t.name))
		}
		return t, nil
	}
	l.attrs = l.attrs[:0]
	for l.i < len(l.b) {
		switch {
		case l.byte('>'):
			t.attrs = l.attrs
			return t, nil
		case l.byte('/'):
			if !l.byte('>') {
				return t, faultf(t.at, "the tag <%s has a / that is not at its end", excerpt(t.name))
			}
			t.kind, t.attrs = emptyTag, l.attrs
			return t, nil
		}
		if err := l.attr(t); err != nil {
			return t, err
		}
		l.space()
	}
	return t, faultf(t.at, "the tag <%s is not closed by >", excerpt(t.name))
}

func (l *lexer) attr(t token) error {
	at := l.i
	name := l.word()
	if name == "" {
		return faultf(at, "the tag <%s is not closed by >", excerpt(t.name))
	}
	l.space()
	if !l.byte('=') {
		return faultf(at, "attribute %q of <%s> has no value", excerpt(name), excerpt(t.name))
	}
	l.space()
	if l.i == len(l.b) || l.b[l.i] != '"' && l.b[l.i] != '\'' {
		return faultf(at, "the value of attribute %q of <%s> is not in quotes", excerpt(name), excerpt(t.name))
	}
	quote := l.b[l.i]
	l.i++
	n := bytes.IndexByte(l.b[l.i:], quote)
	if n < 0 || bytes.IndexByte(l.b[l.i:l.i+n], '<') >= 0 {
		return faultf(at, "the value of attribute %q of <%s> has no closing quote", excerpt(name), excerpt(t.name))
	}
	raw := l.b[l.i : l.i+n]
	value, known := l.known[string(raw)]
	if !known {
		var err error
		if value, err = content(raw, l.i); err != nil {
			return err
		}
		if name == "type" || isLang(name) {
			l.remember(string(raw), value)
		}
	}
	l.i += n + 1
	l.attrs = append(l.attrs, xattr{strings.ToLower(name), value})
	return nil
}

// word is the name at l.i, which may be empty.
func (l *lexer) word() string {
	from := l.i
	for l.i < len(l.b) {
		c := l.b[l.i]
		if c <= ' ' || c == '/' || c == '>' || c == '<' || c == '=' || c == '"' || c == '\'' || c == '&' {
			break
		}
		l.i++
	}
	return intern(l.b[from:l.i])
}

// intern saves the allocation for the names that stand in every unit.
func intern(b []byte) string {
	switch string(b) {
	case "tu":
		return "tu"
	case "tuv":
		return "tuv"
	case "seg":
		return "seg"
	case "prop":
		return "prop"
	case "note":
		return "note"
	case "type":
		return "type"
	case "tuid":
		return "tuid"
	case "xml:lang":
		return "xml:lang"
	case "creationdate":
		return "creationdate"
	case "changedate":
		return "changedate"
	}
	return string(b)
}

func (l *lexer) space() {
	for l.i < len(l.b) && l.b[l.i] <= ' ' {
		l.i++
	}
}

func (l *lexer) byte(c byte) bool {
	if l.i < len(l.b) && l.b[l.i] == c {
		l.i++
		return true
	}
	return false
}

// text is what a token of text stands for.
func (t *token) text() (string, error) {
	if t.cdata {
		return literal(t.raw), nil
	}
	return content(t.raw, t.at)
}

// content is the text that b stands for, with its references resolved; at is where b begins. As in all XML, "\r" and
// "\r\n" are read as a line feed.
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

// checkChars fails at the first byte that is not UTF-8 and at the first character that XML does not allow.
func checkChars(b []byte) error {
	for i := 0; i < len(b); i++ {
		switch class[b[i]] {
		case illegal:
			return faultf(i, "character U+%04X is not allowed in XML; the unit is left out", b[i])
		case maybe:
			if len(b) >= i+3 && (string(b[i:i+3]) == "\uFFFE" || string(b[i:i+3]) == "\uFFFF") {
				return faultf(i, "character U+FFF%X is not allowed in XML; the unit is left out", b[i+2]-0xB0)
			}
		}
	}
	if utf8.Valid(b) {
		return nil
	}
	i := 0
	for {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n < 2 {
			return faultf(i, "byte 0x%02X is not UTF-8; the unit is left out", b[i])
		}
		i += n
	}
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

// resolve is the character of the reference at the beginning of b, and the length of that reference.
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
		return 0, 0, faultf(at, "the entity &%s; is not one of XML's own, and no other is resolved; the unit is left out", excerpt(name))
	}
	base := 10
	if digits[:min(1, len(digits))] == "x" {
		digits, base = digits[1:], 16
	}
	r, err := strconv.ParseUint(digits, base, 32)
	if err != nil {
		return 0, 0, faultf(at, "&%s; is no character reference", excerpt(name))
	}
	if !legal(rune(r)) || r > utf8.MaxRune {
		return 0, 0, faultf(at, "&%s; is a character that is not allowed in XML; the unit is left out", excerpt(name))
	}
	return rune(r), n + 1, nil
}

// legal says whether XML 1.0 allows the character.
func legal(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= ' ' && utf8.ValidRune(r) && r != 0xFFFE && r != 0xFFFF
}
