package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/lazyregexp"
	"github.com/bitext-go/bitext/segment"
)

// A mark is a placeholder, or a tag of XML or HTML, in a text. It is not wording: it must be the
// same in every language.
type mark struct {
	kind Kind // Placeholder or InlineCode
	id   string
	span segment.Span
}

var (
	// placeholderPattern matches placeholders whose end is certain from their beginning, and the
	// beginnings of the rest. The groups are: braces, "%" with a name, a conversion of printf.
	placeholderPattern = lazyregexp.New(`\{\{[^{}]{1,80}\}\}|[$%#]\{[^{}]{1,80}\}|\{[A-Za-z0-9_.\-]*\s*(?:[:,}])|` +
		`%\([A-Za-z_]\w*\)[a-zA-Z]|%[A-Z][A-Z0-9_]+%|%(?:\d{1,2}\$)?[-+#0]{0,3}\d{0,3}(?:\.\d{1,2})?(?:hh?|ll?|[Lzjtq])?[@diouxXeEfFgGaAcs]`)
	tagPattern = lazyregexp.New(
		`</?[A-Za-z][A-Za-z0-9:._-]{0,40}(?:\s+[A-Za-z_:][\w:.-]*(?:\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+))?)*\s*/?>`)
	subflow = lazyregexp.New(`(?s)<sub\b.*?</sub>`) // translatable text inside a code
	tagName = lazyregexp.New(`^<(/?)\s*([A-Za-z][A-Za-z0-9:._-]*)`)
	spaces  = lazyregexp.New(`\s+`)
)

// marksOf returns the placeholders and tags of a text, in order.
func marksOf(text string) []mark {
	if !strings.ContainsAny(text, "{%<") {
		return nil
	}
	var out []mark
	for _, at := range tagPattern.FindAllStringIndex(text, -1) {
		m := tagName.FindStringSubmatch(text[at[0]:at[1]])
		out = append(out, mark{InlineCode, "<" + m[1] + strings.ToLower(m[2]) + ">", segment.Span{Start: at[0],
			End: at[1]}})
	}
	for pos := 0; ; {
		at := placeholderPattern.FindStringIndex(text[pos:])
		if at == nil {
			break
		}
		start := pos + at[0]
		m := mark{Placeholder, text[start : pos+at[1]], segment.Span{Start: start, End: pos + at[1]}}
		pos += at[1]
		switch {
		case m.id[0] == '{' && m.id[1] != '{':
			end := closingBrace(text, start)
			if end == 0 {
				continue
			}
			m.span.End, m.id = end, braceID(text[start:end])
			pos = end
		case m.id[0] == '%' && strings.ContainsRune("{(", rune(m.id[1])):
		case m.id[0] == '%' && !isConversion(text, m.span):
			pos = start + 1
			continue
		}
		out = append(out, m)
	}
	slices.SortStableFunc(out, func(a, b mark) int { return a.span.Start - b.span.Start })
	return out
}

// maxMessage is the length in bytes of the longest ICU message whose end is looked for.
const maxMessage = 2000

// closingBrace returns where the braces that open at start close, or 0.
func closingBrace(text string, start int) int {
	depth := 0
	for i := start; i < min(len(text), start+maxMessage); i++ {
		switch text[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return 0
}

// braceID returns what must be equal of a placeholder in braces: of an ICU plural or select, whose
// branches are translated, the argument and the keyword; else all.
func braceID(s string) string {
	parts := strings.SplitN(strings.Trim(s, "{}"), ",", 3)
	if len(parts) < 3 {
		return spaces.ReplaceAllString(s, "")
	}
	return "{" + strings.TrimSpace(parts[0]) + ", " + strings.TrimSpace(parts[1]) + "}"
}

// isConversion reports whether a match that begins with "%" is a placeholder, and not a percentage
// before a word ("50 %de", "100%s").
func isConversion(text string, at segment.Span) bool {
	next, _ := utf8.DecodeRuneInString(text[at.End:])
	last := text[at.End-1]
	if last != '%' && (isLetterOrDigit(next) || next == '%') {
		return false
	}
	before := strings.TrimRight(text[:at.Start], " \u00a0\u202f")
	r, _ := utf8.DecodeLastRuneInString(before)
	return !startsWithDigit(string(r)) && r != '%'
}

// codeID returns what must be equal of an inline code, such as TMX's <ph x="1">{0}</ph>: what it
// holds or, if it is empty, the name of its tag. Translatable text inside it may differ.
func codeID(xml string) string {
	xml = subflow.ReplaceAllString(xml, "")
	open := strings.IndexByte(xml, '>')
	end := strings.LastIndex(xml, "</")
	if open >= 0 && end > open {
		if inner := strings.TrimSpace(spaces.ReplaceAllString(xml[open+1:end], " ")); inner != "" {
			return inner
		}
	}
	if m := tagName.FindStringSubmatch(xml); m != nil {
		return "<" + m[1] + m[2] + ">"
	}
	return xml
}

// marks returns the placeholders and tags that a has more often than b, and its inline codes.
func marks(a, b *subject) []difference {
	if len(a.marks) == 0 && len(a.Codes) == 0 {
		return nil
	}
	type key struct {
		kind Kind
		id   string
	}
	has := map[key]int{}
	for _, m := range b.marks {
		has[key{m.kind, m.id}]++
	}
	for _, c := range b.Codes {
		has[key{InlineCode, codeID(c.XML)}]++
	}
	var out []difference
	reported := map[key]bool{}
	missing := func(kind Kind, id, written string, span segment.Span) {
		k := key{kind, id}
		if has[k]--; has[k] >= 0 || reported[k] {
			return
		}
		reported[k] = true
		out = append(out, difference{kind: kind, span: span, what: string(kind) + " " + isolated(written), key: id})
	}
	for _, m := range a.marks {
		missing(m.kind, m.id, a.Text[m.span.Start:m.span.End], m.span)
	}
	for _, c := range a.Codes {
		at := max(0, min(c.Offset, len(a.Text)))
		missing(InlineCode, codeID(c.XML), codeID(c.XML), segment.Span{Start: at, End: at})
	}
	return out
}
