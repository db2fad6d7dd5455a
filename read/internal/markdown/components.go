package markdown

import (
	"strings"

	"github.com/bitext-go/bitext/internal/lazyregexp"
)

// Components of MDX and Vue: <Card title="Bikes" icon="bike">. Some properties are shown as
// text.
var (
	component     = lazyregexp.New(`^<[A-Z][\w.]*(\s|/?>|$)`)
	componentText = lazyregexp.New(
		`\s(?:title|label|caption|summary|description|heading|alt)=(?:"([^"]*)"|'([^']*)'|\{"([^"{}]*)"\}|\{'([^'{}]*)'\})`)
)

// Bounds of the tag of a component.
const (
	maxComponent      = 60 // lines
	maxComponentBytes = 10_000
)

// component reads the tag of a component that begins in the current line, and reports whether there
// is one. What follows the tag in its last line is read as a line of its own.
func (r *reader) component(text string) bool {
	if r.at < r.noTag {
		return false
	}
	tag, last := text, r.at
	for tagEnd(tag) < 0 {
		if last++; last == len(r.lines) || last > r.at+maxComponent || len(tag) > maxComponentBytes {
			r.noTag = last // these lines are not looked at again
			return false
		}
		tag += "\n" + strings.TrimSpace(r.lines[last])
	}
	n := tagEnd(tag)
	rest := tag[n:]
	if tag = tag[:n]; last == r.at && !componentText.MatchString(tag) && len(r.open) > 0 {
		return false // inside a sentence
	}
	r.end()
	for _, m := range componentText.FindAllStringSubmatch(tag, -1) {
		r.add(m[1]+m[2]+m[3]+m[4], r.at)
	}
	r.at = last
	if strings.TrimSpace(rest) != "" {
		r.lines[last] = rest
		r.block()
	}
	return true
}

// tagEnd returns the offset after the tag that a text begins with; -1 if it has no end. A sign in
// quotes or braces does not end a tag.
func tagEnd(s string) int {
	depth := 0
	for i := 1; i < len(s); i++ {
		switch c := s[i]; {
		case (c == '"' || c == '\'') && (s[i-1] == '=' || depth > 0):
			n := strings.IndexByte(s[i+1:], c)
			if n < 0 {
				return -1
			}
			i += n + 1
		case c == '{':
			depth++
		case c == '}':
			depth--
		case c == '>' && depth <= 0:
			return i + 1
		}
	}
	return -1
}
