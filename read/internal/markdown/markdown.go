// Package markdown reads Markdown: its blocks become paragraphs, its marks go.
package markdown

import (
	"strings"

	"github.com/bitext-go/bitext/read/internal/part"
	"github.com/bitext-go/bitext/segment/layout"
)

// reader is the reading of one document, line by line.
type reader struct {
	lines      []string
	at         int
	paragraphs []part.Paragraph
	leftOut    []part.LeftOut
	open       []string // lines of the paragraph at hand
	line       int      // where it begins
	quoted     bool     // it is part of a quotation
}

// Read reads a document, which is valid UTF-8. It knows CommonMark with tables, strikethrough and
// footnotes as GitHub has them, but one thing: text that is indented is text and not code.
func Read(text string) ([]part.Paragraph, []part.LeftOut) {
	r := &reader{lines: strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), "\n")}
	r.frontMatter()
	for ; r.at < len(r.lines); r.at++ {
		r.block()
	}
	r.end()
	return r.paragraphs, r.leftOut
}

// frontMatter passes over what stands between two lines of hyphens at the very beginning.
func (r *reader) frontMatter() {
	if strings.TrimRight(r.lines[0], " ") != "---" || len(r.lines) < 2 || !strings.Contains(r.lines[1], ":") {
		return
	}
	for i := 1; i < len(r.lines); i++ {
		if l := strings.TrimRight(r.lines[i], " "); l == "---" || l == "..." {
			r.drop(0, i+1, "front matter")
			r.at = i + 1
			return
		}
	}
}

func (r *reader) drop(lo, hi int, what string) {
	r.leftOut = append(r.leftOut, part.LeftOut{First: lo + 1, Last: hi, What: what, Text: strings.Join(strings.Fields(strings.Join(r.lines[lo:hi], " ")), " ")})
}

// block reads the line at hand.
func (r *reader) block() {
	line, quoted := unquote(r.lines[r.at])
	if quoted && !r.quoted {
		r.end()
	}
	r.quoted = quoted || r.quoted && len(r.open) > 0 // a quotation's paragraph goes on without the mark
	text := strings.TrimSpace(line)
	switch {
	case text == "":
		r.end()
	case fence(text) != "":
		r.code(fence(text))
	case heading(text) != "":
		r.end()
		r.add(strings.TrimSpace(strings.TrimRight(text[len(heading(text)):], "# ")), r.at)
	case len(r.open) > 0 && underline(text):
		r.end()
	case drawn(text):
		r.end()
	case len(r.open) == 0 && definition(text):
		r.drop(r.at, r.at+1, "address of a link")
	case strings.HasPrefix(text, "<!--"):
		r.comment()
	case r.table(text):
	default:
		if n := bullet(text); n > 0 {
			r.end()
			text = strings.TrimSpace(text[n:])
			for n := bullet(text); n > 0; n = bullet(text) { // a list in a list
				text = strings.TrimSpace(text[n:])
			}
			text = strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(text, "[ ] "), "[x] "), "[X] ")
		} else if number(text) {
			r.end()
		}
		if rest, ok := footnote(text); ok {
			r.end()
			text = rest
		}
		if len(r.open) == 0 {
			r.line = r.at
		}
		if strings.HasSuffix(line, "  ") || strings.HasSuffix(text, `\`) && !strings.HasSuffix(text, `\\`) {
			text = strings.TrimSuffix(text, `\`) + layout.LineSeparator
		}
		r.open = append(r.open, text)
	}
}

// end ends the paragraph at hand.
func (r *reader) end() {
	if len(r.open) == 0 {
		return
	}
	text := strings.Join(r.open, "\n")
	r.open = r.open[:0]
	r.add(strings.TrimSuffix(text, layout.LineSeparator), r.line)
}

func (r *reader) add(text string, at int) {
	if text = strings.TrimSpace(inline(text)); text != "" {
		r.paragraphs = append(r.paragraphs, part.Paragraph{Text: text, Line: at + 1})
	}
}

// code reads lines between two fences; each is a paragraph as it stands.
func (r *reader) code(open string) {
	r.end()
	for r.at++; r.at < len(r.lines); r.at++ {
		line, _ := unquote(r.lines[r.at])
		text := strings.TrimSpace(line)
		if strings.HasPrefix(text, open) && strings.Trim(text, open[:1]) == "" {
			return
		}
		if text != "" {
			r.paragraphs = append(r.paragraphs, part.Paragraph{Text: text, Line: r.at + 1})
		}
	}
}

// comment passes over a comment of HTML.
func (r *reader) comment() {
	r.end()
	lo := r.at
	for ; r.at < len(r.lines); r.at++ {
		if strings.Contains(r.lines[r.at], "-->") {
			break
		}
	}
	r.drop(lo, min(r.at+1, len(r.lines)), "comment")
}

// table reads a table: a row, a row of hyphens below it, and more rows. Each cell is a paragraph.
func (r *reader) table(text string) bool {
	if !strings.Contains(text, "|") || r.at+1 >= len(r.lines) {
		return false
	}
	below, _ := unquote(r.lines[r.at+1])
	if below = strings.TrimSpace(below); !strings.Contains(below, "-") || strings.Trim(below, "|-: \t") != "" || !strings.Contains(below, "|") {
		return false
	}
	r.end()
	for i := r.at; i < len(r.lines); i++ {
		row, _ := unquote(r.lines[i])
		if row = strings.TrimSpace(row); !strings.Contains(row, "|") {
			break
		}
		r.at = i
		if strings.Trim(row, "|-: \t") == "" {
			continue
		}
		for _, cell := range cells(row) {
			r.add(cell, i)
		}
	}
	return true
}

func cells(row string) []string {
	row = strings.ReplaceAll(row, `\|`, "\x00")
	parts := strings.Split(strings.Trim(row, "|"), "|")
	for i, p := range parts {
		parts[i] = strings.TrimSpace(strings.ReplaceAll(p, "\x00", "|"))
	}
	return parts
}
