// Package markdown reads Markdown: its blocks become paragraphs, and its marks are removed.
package markdown

import (
	"strings"

	"github.com/bitext-go/bitext/read/internal/part"
	"github.com/bitext-go/bitext/segment/layout"
)

// A reader reads one document, line by line.
type reader struct {
	lines      []string
	at         int // the current line
	paragraphs []part.Paragraph
	leftOut    []part.LeftOut
	open       []string // lines of the current paragraph
	line       int      // the line in which it begins
	quoted     bool     // it is part of a quotation
	note       bool     // it is a footnote
	inItem     bool     // what is indented belongs to a list or an admonition
	noTag      int      // lines before it are in no tag of a component that ends
	noCode     int      // lines before it were looked at for indented code
	ends       []int    // for each kind of region, the line in which the next one may end
	containers []string // the fences of the directives that are open
	grid       part.Grid
	refs       references
	lang       string // that front matter names; "" if none
}

// Read reads a document, which must be valid UTF-8. It knows CommonMark with the tables, the
// strikethrough and the footnotes of GitHub. Code is left out. lang is the language that front
// matter names, or "".
func Read(text string) (paragraphs []part.Paragraph, leftOut []part.LeftOut, lang string) {
	r := &reader{lines: strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), "\n")}
	r.refs = definitions(r.lines)
	r.frontMatter()
	for ; r.at < len(r.lines); r.at++ {
		r.block()
	}
	r.end()
	return r.paragraphs, r.leftOut, r.lang
}

// drop leaves out the lines [lo, hi).
func (r *reader) drop(lo, hi int, what string) {
	text := strings.Join(strings.Fields(strings.Join(r.lines[lo:hi], " ")), " ")
	r.leftOut = append(r.leftOut, part.LeftOut{First: lo + 1, Last: hi, What: what, Text: text})
}

// block reads the current line.
func (r *reader) block() {
	line, quoted := unquote(r.lines[r.at])
	if quoted && !r.quoted && !r.inItem && isIndented(r.lines[r.at]) {
		line, quoted = r.lines[r.at], false // >>> of a program
	}
	if quoted && !r.quoted {
		r.end()
	}
	r.quoted = quoted || r.quoted && len(r.open) > 0 // a paragraph of a quotation may continue without the mark
	if text := strings.TrimSpace(line); text != "" && r.region(text) {
		return
	}
	line, only := withoutCodes(line)
	text := strings.TrimSpace(line)
	if text != "" && len(r.open) == 0 && strings.TrimLeft(line, " \t") == line {
		r.inItem = false
	}
	switch {
	case text == "":
		r.end()
		if only {
			r.drop(r.at, r.at+1, "code of the site")
		}
	case r.indented(line):
	case r.sites(text):
	case fence(text) != "":
		r.fenced(text)
	case heading(text) != "":
		r.end()
		title := headingID.ReplaceAllString(text[len(heading(text)):], "")
		r.add(strings.TrimSpace(strings.TrimRight(title, "# ")), r.at)
	case len(r.open) > 0 && setextUnderline(text):
		r.end()
	case thematicBreak(text):
		r.end()
	case (len(r.open) == 0 || r.note) && definition(text):
		r.end()
		r.drop(r.at, r.at+1, "address of a link")
	case strings.HasPrefix(text, "<!--"):
		r.comment()
	case r.table(text):
	default:
		if text = r.item(text); fence(text) != "" {
			r.fenced(text)
			return
		}
		r.text(text, strings.HasSuffix(line, "  "))
	}
}

// item begins an item of a list if a line does, and returns the line without its mark.
func (r *reader) item(text string) string {
	if n := bullet(text); n > 0 {
		r.end()
		text = strings.TrimSpace(text[n:])
		for n := bullet(text); n > 0; n = bullet(text) { // a list in a list
			text = strings.TrimSpace(text[n:])
		}
		r.inItem = true
		return strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(text, "[ ] "), "[x] "), "[X] ")
	}
	if orderedItem(text) {
		r.end()
		r.inItem = true
		if _, rest, _ := strings.Cut(text, " "); fence(strings.TrimSpace(rest)) != "" {
			return strings.TrimSpace(rest)
		}
	}
	return text
}

// text adds a line to the open paragraph, or begins one. breaks is whether two spaces follow it.
func (r *reader) text(text string, breaks bool) {
	if rest, ok := footnote(text); ok {
		r.end()
		text, r.note, r.inItem = rest, true, true
	}
	if rest, ok := strings.CutPrefix(text, ": "); ok { // the definition of a term
		r.end()
		text = strings.TrimSpace(rest)
	}
	if blockTag.MatchString(text) {
		r.end()
	}
	if len(r.open) == 0 {
		r.line = r.at
	}
	if breaks || strings.HasSuffix(text, `\`) && !strings.HasSuffix(text, `\\`) {
		text = strings.TrimSuffix(text, `\`) + layout.LineSeparator
	}
	r.open = append(r.open, text)
	if blockTagEnd.MatchString(text) {
		r.end()
	}
}

// end ends the current paragraph.
func (r *reader) end() {
	if len(r.open) == 0 {
		return
	}
	text := strings.Join(r.open, "\n")
	r.open, r.note = r.open[:0], false
	r.add(strings.TrimSuffix(text, layout.LineSeparator), r.line)
}

// add adds a paragraph that begins in a line, counted from 0.
func (r *reader) add(text string, at int) {
	text = emoji.ReplaceAllString(text, "$1")
	if text = strings.TrimSpace(r.refs.inline(text)); text != "" {
		r.paragraphs = append(r.paragraphs, part.Paragraph{Text: text, Line: at + 1, Cell: r.grid.Cell()})
	}
}

// comment skips an HTML comment.
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

// table reads a table: a header row, a delimiter row, and more rows. Each cell is a paragraph.
func (r *reader) table(text string) bool {
	if !strings.Contains(text, "|") || r.at+1 >= len(r.lines) {
		return false
	}
	below, _ := unquote(r.lines[r.at+1])
	if below = strings.TrimSpace(below); !delimiterRow(below) {
		return false
	}
	r.end()
	r.grid.BeginTable()
	defer r.grid.EndTable()
	for i := r.at; i < len(r.lines); i++ {
		row, _ := unquote(r.lines[i])
		if row = strings.TrimSpace(row); !strings.Contains(row, "|") {
			break
		}
		r.at = i
		if strings.Trim(row, "|-: \t") == "" {
			continue
		}
		r.grid.BeginRow()
		for _, cell := range cells(row) {
			r.grid.BeginCell(1)
			r.add(cell, i)
		}
	}
	return true
}

// delimiterRow reports whether a line separates the header of a table from its rows.
func delimiterRow(s string) bool {
	return strings.Contains(s, "-") && strings.Contains(s, "|") && strings.Trim(s, "|-: \t") == ""
}

// cells returns the cells of a row, which may be empty.
func cells(row string) []string {
	row = strings.ReplaceAll(row, `\|`, "\x00")
	parts := strings.Split(strings.TrimSuffix(strings.TrimPrefix(row, "|"), "|"), "|")
	for i, p := range parts {
		parts[i] = strings.TrimSpace(strings.ReplaceAll(p, "\x00", "|"))
	}
	return parts
}
