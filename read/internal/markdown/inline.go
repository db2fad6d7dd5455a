package markdown

import (
	"html"
	"strings"

	"github.com/bitext-go/bitext/internal/lazyregexp"
	"github.com/bitext-go/bitext/segment/layout"
)

// punctuation is the ASCII punctuation that a backslash may escape (CommonMark 2.4).
const punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"

// Bounds that keep the time linear in the length of a paragraph.
const (
	maxNesting   = 3     // links and pictures within one another
	maxCodeSpan  = 10000 // bytes of a code span
	maxTag       = 1000  // bytes of an HTML tag
	maxQuotedTag = 400   // bytes of a tag with a sign in quotes
)

// inline returns the text of a paragraph without the marks of emphasis, code, links and pictures.
func (refs references) inline(s string) string { return refs.inlineAt(s, 0) }

func (refs references) inlineAt(s string, depth int) string {
	var b strings.Builder
	pairs := brackets(s)
	marks := emphases(s)
	for i := 0; i < len(s); {
		if n := marks[i]; n > 0 {
			i += n
			continue
		}
		c := s[i]
		switch {
		case c == '{' && braces(s, i) > 0:
			i += braces(s, i)
		case c == '{' && role.MatchString(s[i:]):
			text, n := roleText(s[i:])
			b.WriteString(text)
			i += n
		case c == '\\' && i+1 < len(s) && strings.IndexByte(punctuation, s[i+1]) >= 0:
			b.WriteByte(s[i+1])
			i += 2
		case c == '`':
			text, n := codeSpan(s[i:])
			b.WriteString(text)
			i += n
		case c == '<':
			text, n := angleBrackets(s[i:])
			b.WriteString(text)
			i += n
		case c == '!' && strings.HasPrefix(s[i+1:], "["), c == '[':
			skip := 0
			if c == '!' {
				skip = 1
			}
			text, n := refs.link(s, i+skip, pairs)
			if n == 0 || depth == maxNesting {
				b.WriteByte(c)
				i++
				continue
			}
			b.WriteString(refs.inlineAt(text, depth+1))
			i = n
		case c == '&':
			end := strings.IndexByte(s[i:min(len(s), i+34)], ';')
			if text := s[i : i+end+1]; end > 0 && html.UnescapeString(text) != text {
				b.WriteString(html.UnescapeString(text))
				i += end + 1
				continue
			}
			b.WriteByte(c)
			i++
		default:
			b.WriteByte(c)
			i++
		}
	}
	return b.String()
}

// braces returns the length of the attributes after a link, a code or an emphasis, or of a comment
// of MDX, that begins at a brace; 0 if there is none.
func braces(s string, at int) int {
	in := s[at:min(len(s), at+maxTag)]
	if at > 0 && strings.IndexByte(")`*_]", s[at-1]) >= 0 {
		if n := len(attributes.FindString(in)); n > 0 {
			return n
		}
	}
	return len(jsxComment.FindString(in))
}

// codeSpan returns the text between two runs of the same number of backticks, and the length of the
// span in bytes.
func codeSpan(s string) (text string, n int) {
	run := len(s) - len(strings.TrimLeft(s, "`"))
	at := run
	whole := s
	for s = s[:min(len(s), maxCodeSpan)]; at < len(s); {
		i := strings.IndexByte(s[at:], '`')
		if i < 0 {
			break
		}
		at += i
		closing := len(s[at:]) - len(strings.TrimLeft(s[at:], "`"))
		if closing == run {
			return strings.TrimSpace(s[run:at]), at + run
		}
		at += closing
	}
	return whole[:run], run
}

// angleBrackets returns the text of "<…>" at the beginning of s, and its length in bytes: the
// address of an autolink, nothing for an HTML tag, and a line break for <br>.
func angleBrackets(s string) (text string, n int) {
	end := strings.IndexByte(s[:min(len(s), maxTag)], '>')
	if end < 2 {
		return "<", 1
	}
	if property.MatchString(s[:end]) {
		if whole := tagEnd(s[:min(len(s), maxQuotedTag)]) - 1; whole > end {
			end = whole
		}
	}
	in := s[1:end]
	lower := strings.ToLower(in)
	switch {
	case strings.Contains(in, "://") && !strings.ContainsAny(in, " \n") || strings.Contains(in, "@") && !strings.ContainsAny(in, " \n=\""):
		return strings.TrimPrefix(in, "mailto:"), end + 1
	case lower == "br" || lower == "br/" || lower == "br /":
		return layout.LineSeparator, end + 1
	case in[0] == '/' || in[0] == '!' || in[0] >= 'a' && in[0] <= 'z' || in[0] >= 'A' && in[0] <= 'Z':
		return "", end + 1
	}
	return "<", 1
}

// property matches a property of a tag whose value may hold a sign.
var property = lazyregexp.New(`^<[A-Za-z][^<>]*=["'{]`)

// role matches a role of MyST: {ref}`the text <target>`.
var role = lazyregexp.New("^\\{[a-z][a-z0-9:+._-]*\\}`")

// roleText returns the text that a role shows, and its length.
func roleText(s string) (text string, n int) {
	at := strings.IndexByte(s, '`')
	text, n = codeSpan(s[at:])
	if shown, target, ok := strings.Cut(text, " <"); ok && strings.HasSuffix(target, ">") {
		text = shown
	}
	return strings.TrimLeft(text, "~!"), at + n
}
