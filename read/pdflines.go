package read

import (
	"fmt"
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

// lines adds lines of text of a page.
func (p *pdfPages) lines(page int, lines []pdfpage.Line) error {
	if len(lines) == 0 {
		return nil
	}
	if slices.ContainsFunc(lines, func(l pdfpage.Line) bool { return l.RightToLeft() }) {
		text, err := p.crop(page, lines)
		p.put(text, false)
		return err
	}
	left := lines[0].X0
	var distances []float64
	for i, l := range lines {
		if left = min(left, l.X0); i > 0 {
			distances = append(distances, l.Y1-lines[i-1].Y1)
		}
	}
	slices.Sort(distances)
	var b strings.Builder
	for i, l := range lines {
		if i > 0 && l.Y1-lines[i-1].Y1 > paragraphGap*distances[len(distances)/4] {
			b.WriteByte('\n')
		}
		b.WriteString(strings.Repeat(" ", spaces(l.X0-left, p.char[page])))
		b.WriteString(textOfLine(l) + "\n")
	}
	p.put(fixGlyphs(b.String()), false)
	return nil
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

// textOfLine returns the words of a line from left to right.
func textOfLine(l pdfpage.Line) string {
	words := make([]string, len(l.Words))
	for i, w := range l.Words {
		words[i] = w.Text
	}
	return strings.Join(words, " ")
}

// maxCalls is how many pieces of pages are asked for, each of which starts pdftotext again.
const maxCalls = 2000

// crop returns the text of some lines as pdftotext orders it: only that knows how a line in two
// directions is read.
func (p *pdfPages) crop(page int, lines []pdfpage.Line) (string, error) {
	if p.calls++; p.calls > maxCalls {
		return "", &LimitError{What: fmt.Sprintf("its tables have more than %d cells from right to left", maxCalls),
			Bound: "MaxBytes"}
	}
	box := lines[0].Box
	for _, l := range lines {
		box.X0, box.Y0 = min(box.X0, l.X0), min(box.Y0, l.Y0)
		box.X1, box.Y1 = max(box.X1, l.X1), max(box.Y1, l.Y1)
	}
	number := func(v float64) string { return fmt.Sprint(int(v)) }
	at := fmt.Sprint(page + 1)
	text, err := p.r.pdfToText(
		p.source,
		p.file,
		"-layout",
		"-f",
		at,
		"-l",
		at,
		"-x",
		number(box.X0-1),
		"-y",
		number(box.Y0+1),
		"-W",
		number(box.X1-box.X0+3),
		"-H",
		number(box.Y1-box.Y0),
	)
	return strings.Trim(fixGlyphs(strings.ReplaceAll(text, "\f", "")), "\n"), err
}
