package tmx

import (
	"bytes"
	"strings"
)

// A token is a piece of XML: a tag or a run of text. Comments and processing instructions are
// skipped.
type token struct {
	kind  kind
	at    int     // where it begins
	name  string  // of a tag, in lower case
	raw   []byte  // of text, as it is in the file; valid until the next unit
	cdata bool    // raw is the inside of a CDATA section
	attrs []xattr // of a start tag; valid until the next token
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
	known map[string]string // values of attributes that most units share, which saves allocations
}

// remember keeps the value of an attribute for the next unit that has it.
func (l *lexer) remember(raw, value string) {
	const most = 100 // values, and bytes of one
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
		return t, faultf(t.at, "a < that begins no tag; write it as &lt;")
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

// word consumes and returns the name at l.i, which may be empty.
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

// intern saves the allocation for the names that every unit has.
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

// space consumes white space.
func (l *lexer) space() {
	for l.i < len(l.b) && l.b[l.i] <= ' ' {
		l.i++
	}
}

// byte consumes c if it is next, and reports whether it was.
func (l *lexer) byte(c byte) bool {
	if l.i < len(l.b) && l.b[l.i] == c {
		l.i++
		return true
	}
	return false
}
