package read

import (
	"slices"
	"strings"
	"unicode"

	"github.com/bitext-go/bitext/internal/script"
	"github.com/bitext-go/bitext/read/internal/pdfpage"
	"github.com/bitext-go/bitext/read/internal/tounicode"
)

// gapLines is how many lines of a document with a gap between two texts may belong to columns.
const gapLines = 3

// mayHaveColumns reports whether some lines of a document, as they are on its pages, have a gap
// between two texts.
func mayHaveColumns(text string) bool {
	n := 0
	for line := range strings.Lines(text) {
		left, right, found := strings.Cut(strings.TrimSpace(line), "  ")
		if found && strings.ContainsFunc(left, unicode.IsLetter) && strings.ContainsFunc(right, unicode.IsLetter) {
			if n++; n == gapLines {
				return true
			}
		}
	}
	return false
}

// readColumns returns the pages of a PDF with their columns; nil if there are none. text is the
// document as its pages look, without the numbers of its lines.
func (r *Reader) readColumns(s *source, file, text string, numbers numbering) (*pdfPages, error) {
	places, err := r.pdfToText(s, file, "-bbox")
	if err != nil {
		return nil, err
	}
	words, err := pdfpage.Parse(strings.NewReader(places), r.bounds(), false)
	if err != nil {
		return nil, err
	}
	turned := 0
	text, heads := dropFurniture(text)
	for i := range words {
		n := len(words[i])
		words[i] = pdfpage.WithoutTurned(words[i])
		turned += n - len(words[i])
		words[i] = pdfpage.JoinCapitals(pdfpage.WithoutLeaders(heads.drop(i, numbers.drop(i, words[i]))))
	}
	p := newPages(words, &tounicode.Changer{}, false)
	p.turned = turned > 0
	if p.plain = strings.SplitAfter(text, "\f"); p.turned {
		p.plain = nil // has the words that are turned
	} else if !p.hasColumns() || len(p.plain) < len(p.blocks) {
		return nil, nil
	}
	return p, nil
}

// columns adds columns, one after the other, each paragraph on a line. What the next page has of
// the last paragraph of a column follows it.
func (p *pdfPages) columns(page int, columns []pdfpage.Column) {
	paragraphs := p.paragraphsOf(columns)
	var next [][]string
	if page+1 < len(p.blocks) {
		i := slices.IndexFunc(p.blocks[page+1], isColumns)
		if i >= 0 && p.blocks[page+1][i].Rows == 0 && len(p.blocks[page+1][i].Columns) == len(columns) {
			next = p.paragraphsOf(p.blocks[page+1][i].Columns)
		}
	}
	begun := p.begun // the columns whose first paragraph is on the page before
	p.begun = make([]bool, len(columns))
	for _, c := range inOrder(columns) {
		all := paragraphs[c]
		if len(begun) == len(columns) && begun[c] {
			all = all[1:]
		}
		for i, one := range all {
			if i == len(all)-1 && next != nil && len(next[c]) > 0 && continues(one, next[c][0]) {
				var b strings.Builder
				b.WriteString(one)
				joinLine(&b, next[c][0], false, p.hyphenated)
				one = b.String() + next[c][0]
				p.begun[c] = true
			}
			p.put(one, false)
		}
	}
}

// paragraphsOf returns the paragraphs of columns.
func (p *pdfPages) paragraphsOf(columns []pdfpage.Column) (out [][]string) {
	for _, c := range columns {
		text := p.cell(c, 0, len(c.Lines))
		out = append(out, strings.FieldsFunc(text, func(r rune) bool { return r == '\n' }))
	}
	return out
}

// continues reports whether a text goes on with another: it ends no sentence, and the other begins
// with a letter other than a capital.
func continues(text, next string) bool {
	first, last := script.First(next), script.Last(strings.TrimRight(text, `"'”’»)`))
	return text != "" && unicode.IsLetter(first) && !unicode.IsUpper(first) &&
		!unicode.Is(unicode.Sentence_Terminal, last)
}

// inOrder returns the indexes of columns in the order in which they are read.
func inOrder(columns []pdfpage.Column) (order []int) {
	right := 0
	for _, c := range columns {
		for _, l := range c.Lines {
			if l.RightToLeft() {
				right++
			} else {
				right--
			}
		}
	}
	for c := range columns {
		order = append(order, c)
	}
	if right > 0 {
		slices.Reverse(order)
	}
	return order
}
