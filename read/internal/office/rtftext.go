package office

import (
	"strings"
	"unicode/utf16"

	"github.com/bitext-go/bitext/read/charset"
	"github.com/bitext-go/bitext/read/internal/part"
)

// flush decodes the bytes of text that were collected.
func (r *rtfReader) flush() {
	if len(r.bytes) == 0 {
		return
	}
	raw := r.bytes
	r.bytes = nil
	g := r.group()
	font := g.font
	if g.complex {
		font = g.script
	}
	page := r.fonts[font]
	if page == "" {
		page = r.codePage
	}
	if page == symbolFont {
		var b strings.Builder
		for _, code := range raw {
			if c, ok := symbol(r.names[font], rune(code)); ok {
				b.WriteRune(c)
			} else {
				r.doc.leave("a symbol of the font " + r.names[font])
			}
		}
		r.text(b.String())
		return
	}
	text, _, err := charset.Decode(raw, page)
	if err != nil {
		text, _, _ = charset.Decode(raw, "windows-1252")
	}
	r.text(text)
}

// text adds text to the current paragraph.
func (r *rtfReader) text(s string) {
	g, f := r.group(), r.flow()
	if g.hidden || g.deleted || s == "" {
		return
	}
	if !f.begun {
		f.begun = true
		f.cell = r.place()
	}
	f.now.WriteString(s)
}

// unicode adds a character by its number, which is a unit of UTF-16.
func (r *rtfReader) unicode(n int) {
	c := rune(uint16(n))
	if n > 0xFFFF {
		c = rune(n)
	}
	switch {
	case c >= 0xD800 && c < 0xDC00:
		r.high = c
	case utf16.IsSurrogate(c):
		r.text(string(utf16.DecodeRune(r.high, c)))
		r.high = 0
	case c >= 0xF000 && c < 0xF100:
		name := r.names[r.group().font]
		if known, ok := symbol(name, c); ok {
			r.text(string(known))
		} else if !r.group().hidden && !r.group().deleted {
			r.doc.leave("a symbol of the font " + name)
		}
	default:
		r.text(string(c))
	}
	r.skip = r.group().unicodeSkip
}

// place returns the cell of the table that the text is in, and opens and closes tables.
func (r *rtfReader) place() part.Cell {
	f, depth := r.flow(), min(r.group().table, maxNested)
	if len(f.tables) > depth {
		f.tables = f.tables[:depth]
	}
	for len(f.tables) < depth {
		r.tables++
		f.tables = append(f.tables, part.Cell{Table: r.tables, Row: 1, Column: 1})
	}
	if depth == 0 {
		return part.Cell{}
	}
	return f.tables[depth-1]
}

// maxNested is how deep tables in RTF are nested at most; Word allows 20.
const maxNested = 50

// endParagraph ends the current paragraph at a control word: that of a cell or a row, or another.
func (r *rtfReader) endParagraph(word string) {
	f := r.flow()
	cell := r.place()
	if f.begun {
		cell = f.cell
	}
	if text := f.now.String(); strings.TrimSpace(text[min(f.first, len(text)):]) != "" {
		f.done = append(f.done, part.Paragraph{Text: text, Cell: cell})
	}
	f.done = append(f.done, f.after...)
	f.now.Reset()
	f.after, f.begun, f.first = nil, false, 0
	n := len(f.tables) - 1
	if n < 0 {
		return
	}
	switch word {
	case "cell", "nestcell":
		f.tables[n].Column++
	case "row", "nestrow":
		f.tables[n].Row++
		f.tables[n].Column = 1
	}
}
