package lang

import (
	"iter"
	"strings"
	"unicode"

	"github.com/bitext-go/bitext/segment"
	"github.com/bitext-go/bitext/segment/layout"
	"golang.org/x/text/language"
)

// A piece is a line with its line end, or one column of a line, and what the detector found in it.
type piece struct {
	segment.Span
	lang      language.Tag
	weight    float64 // letters that are evidence for lang
	blank     bool    // the line is empty
	furniture bool    // its language says nothing: Arabic pages may have a head in English
}

// piecesOf cuts a document into lines, and lines with two columns into these.
func piecesOf(body string) []piece {
	pieces := make([]piece, 0, 1+strings.Count(body, "\n"))
	cuts := columns(body)
	next, stop := iter.Pull(layout.PageFurniture(body))
	defer stop()
	furniture, more := next()
	for pos := 0; pos < len(body); {
		end := nextLine(body, pos)
		p := piece{Span: segment.Span{Start: pos, End: end}}
		for ; more && furniture.Start < end; furniture, more = next() {
			p.furniture = true
		}
		p.blank = strings.TrimSpace(body[pos:end]) == ""
		if len(cuts) > 0 && cuts[0] < end {
			left := p
			left.End, p.Start = cuts[0], cuts[0]
			pieces = append(pieces, left)
			cuts = cuts[1:]
		}
		pieces = append(pieces, p)
		pos = end
	}
	return pieces
}

// nextLine returns the end of the line that begins at pos. A paragraph separator ends a line too.
func nextLine(body string, pos int) int {
	for i := pos; i < len(body); i++ {
		if body[i] == '\n' {
			return i + 1
		}
		if body[i] == layout.ParagraphSeparator[0] && strings.HasPrefix(body[i:], layout.ParagraphSeparator) {
			return i + len(layout.ParagraphSeparator)
		}
	}
	return len(body)
}

func endsLine(s string) bool {
	return strings.HasSuffix(s, "\n") || strings.HasSuffix(s, layout.ParagraphSeparator)
}

// detect asks the detector for the language of each piece. A confidence of 0.5 or less is no
// evidence.
func detect(body string, pieces []piece, d Detector) {
	for i := range pieces {
		p := &pieces[i]
		p.lang, p.weight = language.Und, 0
		s := body[p.Start:p.End]
		if n := letters(s); n > 0 && !p.furniture {
			tag, confidence := d.Detect(s)
			p.lang, p.weight = tag, n*max(0, 2*confidence-1)
		}
	}
}

// letters returns the number of letters in a line, an ideograph counted as two.
func letters(s string) float64 {
	n := 0.0
	for _, r := range s {
		switch {
		case r < 0x80:
			if r|0x20 >= 'a' && r|0x20 <= 'z' {
				n++
			}
		case unicode.Is(unicode.Ideographic, r):
			n += 2
		case unicode.IsLetter(r):
			n++
		}
	}
	return n
}
