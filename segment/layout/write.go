package layout

import (
	"github.com/bitext-go/bitext/internal/script"
	"slices"
	"strings"
	"unicode"
)

// writer builds the body of a Text out of the lines of a document.
type writer struct {
	doc    *Document
	body   strings.Builder
	repair bool
	paged  bool // the document says where pages end
	seams  seams
	bold   bool // the paragraph at hand has bold words in it, between pairs of "**"
}

// all writes the paragraphs of some rows.
func (w *writer) all(text string, lines []row) {
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

// paragraph adds one paragraph: its lines joined to one, or as they are.
func (w *writer) paragraph(body string, rows []row) {
	if w.body.Len() > 0 {
		w.body.WriteString("\n\n")
	}
	start := w.body.Len()
	first, last := rows[0], rows[len(rows)-1]
	mark := ""
	if w.repair {
		mark = emphasis(body[first.Start:first.End], body[last.Start:last.End])
		w.bold = mark != "***" && bold(body, rows)
	}
	next := w.line(body, first, mark, "")
	for i, r := range rows {
		s, sep := next, ""
		if i+1 < len(rows) {
			tail := ""
			if i+2 == len(rows) {
				tail = mark
			}
			next = w.line(body, rows[i+1], "", tail)
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
	w.note(rows)
}

// plainSpace is white space that layout makes; a no-break space is the author's.
func plainSpace(r rune) bool {
	return unicode.IsSpace(r) && r != '\u00A0' && r != '\u202F' || r == '\uFEFF' || r == 0
}

// line returns the text of a line without the marks of layout.
func (w *writer) line(body string, r row, head, tail string) string {
	s := body[r.Start:r.End]
	if !w.repair {
		return s
	}
	if r.mark == headLine {
		s = s[headingMark(s):]
	}
	s = strings.TrimSuffix(strings.TrimPrefix(s, head), tail)
	if w.bold {
		s = strings.ReplaceAll(s, "**", "")
	}
	return strings.Join(strings.FieldsFunc(s, plainSpace), " ")
}

// withoutSoftHyphens removes the places where a word may be divided, but not those at the end of a
// line, where it is.
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

func (w *writer) between(before, after string) (string, int) {
	if !w.repair {
		return "\n", 0
	}
	return w.seams.between(before, after)
}

func (w *writer) note(rows []row) {
	if !w.repair {
		return
	}
	var kind NoteKind
	for _, l := range rows[1:] {
		if l.join == PageCut || kind == 0 {
			kind = l.join
		}
	}
	if kind != 0 {
		w.doc.Notes = append(w.doc.Notes, Note{kind, rows[0].number, rows[len(rows)-1].number})
	}
}
