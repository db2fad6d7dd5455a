package layout

import (
	"slices"
	"strings"
	"unicode"

	"github.com/bitext-go/bitext/internal/script"
)

// A writer builds the Body, Paragraphs and Lines of a Document from its lines.
type writer struct {
	doc    *Document
	body   strings.Builder
	repair bool
	paged  bool // the document has form feeds
	joiner joiner
	bold   bool // the current paragraph has bold words, between pairs of "**"
}

// all writes all paragraphs.
func (w *writer) all(text string, lines []line) {
	for lo := 0; lo < len(lines); {
		hi := lo + 1
		for hi < len(lines) && lines[hi].join != 0 {
			hi++
		}
		w.paragraph(text, lines[lo:hi])
		lo = hi
	}
	w.doc.Body = w.body.String()
	slices.SortStableFunc(w.doc.Notes, func(a, b Note) int { return a.First - b.First })
}

// paragraph writes one paragraph: its lines joined to one, or unchanged.
func (w *writer) paragraph(body string, lines []line) {
	if w.body.Len() > 0 {
		w.body.WriteString("\n\n")
	}
	start := w.body.Len()
	first, last := lines[0], lines[len(lines)-1]
	mark := ""
	if w.repair {
		mark = emphasis(body[first.Start:first.End], body[last.Start:last.End])
		w.bold = mark != "***" && bold(body, lines)
	}
	next := w.line(body, first, mark, "")
	for i, r := range lines {
		s, sep := next, ""
		if i+1 < len(lines) {
			tail := ""
			if i+2 == len(lines) {
				tail = mark
			}
			next = w.line(body, lines[i+1], "", tail)
			cut := 0
			sep, cut = w.between(s, next)
			s = s[:len(s)-cut]
		} else if i == 0 {
			s = strings.TrimSuffix(s, mark)
		}
		l := Line{Offset: w.body.Len(), Number: r.number}
		if w.paged {
			l.Page = r.page
		}
		w.doc.Lines = append(w.doc.Lines, l)
		w.body.WriteString(s)
		w.body.WriteString(sep)
	}
	w.doc.Paragraphs = append(w.doc.Paragraphs, Span{start, w.body.Len()})
	w.note(lines)
}

// plainSpace reports whether a character is white space that layout makes. A no-break space is not:
// the author chose it.
func plainSpace(r rune) bool {
	return unicode.IsSpace(r) && r != '\u00A0' && r != '\u202F' || r == '\uFEFF' || r == 0
}

// line returns the text of a line without the marks of layout, and without head at its beginning
// and tail at its end.
func (w *writer) line(body string, r line, head, tail string) string {
	s := body[r.Start:r.End]
	if !w.repair {
		return s
	}
	if r.role == headLine {
		s = s[headingMark(s):]
	}
	s = strings.TrimSuffix(strings.TrimPrefix(s, head), tail)
	if w.bold {
		s = strings.ReplaceAll(s, "**", "")
	}
	return strings.Join(strings.FieldsFunc(s, plainSpace), " ")
}

// withoutSoftHyphens removes soft hyphens, except for those at the end of a line, where they divide
// a word.
func withoutSoftHyphens(body string) string {
	const soft = "\u00AD"
	if !strings.Contains(body, soft) {
		return body
	}
	var b strings.Builder
	for i, part := range strings.Split(body, soft) {
		if i > 0 && part != "" && unicode.IsSpace(script.First(part)) {
			b.WriteString(soft)
		}
		b.WriteString(part)
	}
	return b.String()
}

// between returns the separator of two lines, and how many bytes to cut from the first.
func (w *writer) between(before, after string) (string, int) {
	if !w.repair {
		return "\n", 0
	}
	return w.joiner.between(before, after)
}

// note adds a note if lines were joined to this paragraph.
func (w *writer) note(lines []line) {
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
		w.doc.Notes = append(w.doc.Notes, Note{kind, lines[0].number, lines[len(lines)-1].number})
	}
}
