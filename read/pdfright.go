package read

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bitext-go/bitext/read/internal/part"
	"github.com/bitext-go/bitext/read/internal/pdfpage"
	"github.com/bitext-go/bitext/read/internal/tounicode"
)

// readFromRight returns the pages of a PDF that is written from right to left. pdftotext takes the
// words of such text in pieces wherever a vowel mark is above a letter or a letter is stretched to
// fill the line, and turns ligatures around. The pieces are taken as they are drawn, from a copy of
// the file in which spaces can be seen and a ligature is one character, and made words again here.
func (r *Reader) readFromRight(s *source, file string) (*pdfPages, error) {
	glyphs := &tounicode.Changer{ByPieces: true}
	places := ""
	updated, exact := tounicode.Update(s.raw, glyphs)
	if exact {
		// What cannot be read with the update is read without it.
		places, _ = r.pdfToTextOf(s, updated, "-raw", "-bbox")
		exact = places != ""
	}
	if !exact {
		glyphs = &tounicode.Changer{}
		var err error
		if places, err = r.pdfToText(s, file, "-raw", "-bbox"); err != nil {
			return nil, err
		}
	}
	pieces, err := pdfpage.Parse(strings.NewReader(places), r.bounds(), true)
	if err != nil {
		return nil, err
	}
	space := rune(0)
	if glyphs.HasSpaces() {
		space = tounicode.Space
	}
	if areNoCharacters(pieces, glyphs) {
		return nil, part.Damaged(errors.New("the fonts in it give their glyphs the characters of others, as some " +
			"versions of WeasyPrint do; recognise the text, for example with: ocrmypdf --force-ocr, or use the " +
			"document that the PDF was made of"))
	}
	for i, page := range pieces {
		for k := range page {
			page[k].Text = glyphs.Marks(page[k].Text)
		}
		pieces[i] = pdfpage.WithoutLeaders(pdfpage.Join(page, space))
	}
	p := newPages(pieces, glyphs, true)
	p.repairs.lamAlef = p.repairs.lamAlef && !exact
	return p, nil
}

// areNoCharacters reports whether a word has many more characters than have room in it. They are
// then those of a whole text, which a program gave to a glyph by mistake.
func areNoCharacters(pages [][]pdfpage.Word, glyphs *tounicode.Changer) bool {
	narrow, all := 0, 0
	for _, page := range pages {
		for _, w := range page {
			n := utf8.RuneCountInString(glyphs.Restore(w.Text))
			if n < 2 {
				continue
			}
			if all++; w.X1-w.X0 < float64(n)*(w.Y1-w.Y0)*leastWidth {
				narrow++
			}
		}
	}
	return 2*narrow > all
}

// leastWidth is a width in heights of a line that no character has on average. Of Arabic in six
// fonts it is .15 to .37, and .01 in the PDF that areNoCharacters finds.
const leastWidth = .05

// pdfToTextOf returns the output of pdftotext for the bytes of a PDF.
func (r *Reader) pdfToTextOf(s *source, raw []byte, options ...string) (string, error) {
	f, err := os.CreateTemp("", "bitext-*.pdf")
	if err != nil {
		return "", err
	}
	defer os.Remove(f.Name())
	_, err = f.Write(raw)
	if err := errors.Join(err, f.Close()); err != nil {
		return "", err
	}
	return r.pdfToText(s, f.Name(), options...)
}

// noteLamAlef notes that letters may be in the wrong order.
func (d *Document) noteLamAlef(p *pdfPages, raw []byte) {
	if !p.repairs.lamAlef {
		return
	}
	remedy := "use the document that the PDF was made of"
	if bytes.Contains(raw, []byte("/Encrypt")) {
		remedy = "make a copy that can be read right with: qpdf --decrypt"
	}
	d.Notes = append(d.Notes, Note{Kind: Doubted, What: "lam and alef are in the wrong order in it, and about " +
		"one word in five that has them stays wrong; " + remedy})
}

// noteLooseMarks notes that vowel marks are apart from their letters.
func (d *Document) noteLooseMarks() {
	n := 0
	for word := range strings.FieldsSeq(d.Body) {
		if !strings.ContainsFunc(word, func(r rune) bool { return !unicode.Is(unicode.Mn, r) }) {
			n++
		}
	}
	if n > 0 {
		d.Notes = append(d.Notes, Note{Kind: Doubted, What: fmt.Sprintf("%d vowel marks are apart from their letters "+
			"in it; use the document that the PDF was made of", n)})
	}
}
