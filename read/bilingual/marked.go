package bilingual

import (
	"slices"
	"strconv"
	"strings"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/internal/lazyregexp"
)

// A code is a code of the original format in a text, before byte at. Its I and X are set by
// [numbering.inline].
type code struct {
	tmx.Code
	at  int
	key string // the same for the two codes of a pair, and for the same code in another language
}

// placeholder is what programs replace by a value: %s, %1$d, %@, %(name)s, {0}, {{name}}, ${name}.
var placeholder = lazyregexp.New(`^\s*(%(\d+\$)?[-+ #0]*[\d.]*(l{0,2}|h)[a-zA-Z@]|%\(\w+\)[a-z]|%%|` +
	`\$?\{[^{}<>\\]+\}|\{\{[^{}<>\\]+\}\}|%\w+%|\$\w+)\s*$`)

var lineBreak = lazyregexp.New(`(?i)^\s*(<br\s*/?>|\\n|\n|\[br/?\]|\{br/?\})\s*$`)

// Shown returns a text with inline codes as people read it: placeholders are part of the sentence,
// a line break is a space, and markup is left out.
func Shown(text string, inline []tmx.Inline) string {
	if len(inline) == 0 {
		return text
	}
	var b strings.Builder
	from := 0
	for _, in := range inline {
		c := in.Code()
		if c.Element != "ph" && c.Element != "ut" && c.Element != "it" {
			continue
		}
		native := c.Native()
		isBreak := c.Type == "lb" || c.Type == "x-br" || lineBreak.MatchString(native)
		if !isBreak && !placeholder.MatchString(native) {
			continue
		}
		b.WriteString(text[from:in.Offset])
		from = in.Offset
		switch {
		case !isBreak:
			b.WriteString(strings.TrimSpace(native))
		case b.Len() > 0 && !strings.HasSuffix(b.String(), " ") && !strings.HasPrefix(text[from:], " "):
			b.WriteByte(' ')
		}
	}
	b.WriteString(text[from:])
	return b.String()
}

// A numbering numbers the codes of one unit, so that the same code has one number in all languages.
type numbering map[string]string

func (n numbering) of(key string) string {
	if n[key] == "" {
		n[key] = strconv.Itoa(len(n) + 1)
	}
	return n[key]
}

// inline returns codes as markup of TMX. Codes that come in pairs in the original format but have
// no partner here become <it>.
func (n numbering) inline(codes []code) []tmx.Inline {
	partner := make([]int, len(codes)) // of each code of a pair, from 1; 0 for none
	open := map[string][]int{}
	pairs := 0
	for k, c := range codes {
		kind := strings.TrimPrefix(c.Element, "/")
		switch c.Element {
		case "bpt", "hi":
			open[kind+c.key] = append(open[kind+c.key], k)
		case "ept", "/hi":
			if c.Element == "ept" {
				kind = "bpt"
			}
			from := open[kind+c.key]
			if len(from) == 0 {
				continue
			}
			pairs++
			partner[k], partner[from[len(from)-1]] = pairs, pairs
			open[kind+c.key] = from[:len(from)-1]
		}
	}
	var out []tmx.Inline
	for k, c := range codes {
		switch {
		case c.Element == "bpt" && partner[k] == 0:
			c.Element, c.Pos = "it", "begin"
		case c.Element == "ept" && partner[k] == 0:
			c.Element, c.Pos = "it", "end"
		case (c.Element == "hi" || c.Element == "/hi") && partner[k] == 0:
			continue
		}
		if c.Element == "bpt" || c.Element == "ept" {
			c.I = strconv.Itoa(partner[k])
		}
		if c.Element != "ept" && c.Element != "hi" && c.Element != "/hi" {
			c.X = n.of(c.key)
		}
		out = append(out, c.Code.Inline(c.at))
	}
	return out
}

// oneLine returns a text in which each line break is a space, as units of a memory have it, and its
// markup.
func oneLine(text string, inline []tmx.Inline) (string, []tmx.Inline) {
	if !strings.ContainsAny(text, "\n\r\u0085\u2028\u2029") {
		return text, inline
	}
	out := slices.Clone(inline)
	var b strings.Builder
	k, space := 0, false
	for i, r := range text {
		for ; k < len(out) && out[k].Offset <= i; k++ {
			out[k].Offset = b.Len()
		}
		switch r {
		case '\n', '\r', '\u0085', '\u2028', '\u2029':
			if !space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = true
			continue
		case ' ', '\t':
			if space {
				continue
			}
		}
		space = false
		b.WriteRune(r)
	}
	text = b.String()
	if space {
		text = strings.TrimRight(text, " \t")
	}
	for i := range out {
		if i >= k {
			out[i].Offset = len(text)
		}
		out[i].Offset = min(out[i].Offset, len(text))
	}
	return text, out
}
