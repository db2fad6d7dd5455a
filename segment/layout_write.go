package segment

import (
	"strings"
	"unicode"
)

// writer builds the body of a Text out of the lines of a document.
type writer struct {
	text       *Text
	body       strings.Builder
	paragraphs []Span
	repair     bool
}

// paragraph adds one paragraph: its lines joined to one, or as they are.
func (w *writer) paragraph(body string, lines []row) {
	if lines[0].mark == ruleLine && w.repair {
		return
	}
	if w.body.Len() > 0 {
		w.body.WriteString("\n\n")
	}
	start := w.body.Len()
	first, last := lines[0], lines[len(lines)-1]
	mark := ""
	if w.repair {
		mark = emphasis(body[first.Start:first.End], body[last.Start:last.End])
	}
	var before string
	for i, l := range lines {
		s := body[l.Start:l.End]
		if w.repair {
			s = strings.Join(strings.FieldsFunc(s, plainSpace), " ")
			if i == 0 {
				s = strings.TrimPrefix(s[headingMark(s):], mark)
			}
			if i == len(lines)-1 {
				s = strings.TrimSuffix(s, mark)
			}
		}
		if i > 0 {
			w.body.WriteString(w.between(before, s))
		}
		w.text.Lines = append(w.text.Lines, Line{w.body.Len(), l.number})
		w.body.WriteString(s)
		before = s
	}
	w.paragraphs = append(w.paragraphs, Span{start, w.body.Len()})
	w.note(lines)
}

// plainSpace is white space that layout makes; a no-break space is the author's.
func plainSpace(r rune) bool {
	return unicode.IsSpace(r) && r != '\u00A0' && r != '\u202F' || r == '\uFEFF' || r == 0
}

// between is what parts two lines of one paragraph.
func (w *writer) between(before, after string) string {
	switch {
	case !w.repair:
		return "\n"
	case unspaced(lastRune(before)) && unspaced(firstRune(after)):
		return ""
	}
	return " "
}

func (w *writer) note(lines []row) {
	if !w.repair {
		return
	}
	var kind NoteKind
	for _, l := range lines[1:] {
		if l.join == PageCut || kind == 0 {
			kind = l.join
		}
	}
	if kind != 0 {
		w.text.Notes = append(w.text.Notes, Note{kind, lines[0].number, lines[len(lines)-1].number})
	}
}
