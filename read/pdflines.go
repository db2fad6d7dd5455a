package read

import (
	"math"
	"slices"
	"strings"

	"github.com/bitext-go/bitext/read/internal/pdfpage"
)

// put adds lines to the body, and an empty one.
func (p *pdfPages) put(text string, inTable bool) {
	text = strings.TrimRight(text, "\n") + "\n\n"
	p.body.WriteString(text)
	for range strings.Count(text, "\n") {
		p.line++
		p.inTable = append(p.inTable, inTable)
	}
}

// lines adds lines of text of a page. The indent of a line is on the side where it begins.
func (p *pdfPages) lines(page int, lines []pdfpage.Line) {
	if len(lines) == 0 {
		return
	}
	box := lines[0].Box
	var distances []float64
	for i, l := range lines {
		box.X0, box.X1 = min(box.X0, l.X0), max(box.X1, l.X1)
		if i > 0 {
			distances = append(distances, l.Middle()-lines[i-1].Middle())
		}
	}
	slices.Sort(distances)
	var b strings.Builder
	for i, l := range lines {
		if i > 0 && l.Middle()-lines[i-1].Middle() > paragraphGap*distances[len(distances)/4] {
			b.WriteByte('\n')
		}
		indent := l.X0 - box.X0
		if l.RightToLeft() {
			indent = box.X1 - l.X1
		}
		b.WriteString(strings.Repeat(" ", spaces(indent, p.char[page])))
		b.WriteString(p.textOf(l) + "\n")
	}
	p.put(b.String(), false)
}

// paragraphGap is the distance of two lines, as a multiple of the usual one, that separates
// paragraphs. It was set by hand.
const paragraphGap = 1.5

// spaces returns how many spaces have some width, at most a page.
func spaces(width, char float64) int {
	if !(char > 0) {
		return 0
	}
	return min(int(math.Round(width/char)), 200)
}

// textOf returns the text of a line as people write it.
func (p *pdfPages) textOf(l pdfpage.Line) string { return p.repairs.apply(p.formsOf(l)) }

// formsOf returns the text of a line before what the whole document needs is repaired in it.
func (p *pdfPages) formsOf(l pdfpage.Line) string {
	return fixForms(p.glyphs.Restore(l.Logical(p.fromRight)))
}
