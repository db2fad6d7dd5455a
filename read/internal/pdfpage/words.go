// Package pdfpage finds columns and tables on the pages of a PDF by the places of the words, as
// pdftotext -bbox gives them.
//
// # Method
//
// Words of one height are a row. A gutter is a strip without words that runs through several rows
// with text on both sides, and in which the text on one side is flush. The rows of a gutter are a
// region, whose sides may have gutters of their own. A new row of a table begins where no column
// goes on: a line ends before the first word of the next one would have to be wrapped, or is
// farther from the next than lines are.
package pdfpage

import (
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/bitext-go/bitext/read/internal/part"
	"github.com/bitext-go/bitext/read/internal/xmlscan"
)

// A Box is a rectangle on a page, in points from its upper left corner.
type Box struct{ X0, Y0, X1, Y1 float64 }

// A Word is a word and its place. Words of scripts from right to left have their characters in the
// order in which they are seen.
type Word struct {
	Box
	Text string
}

// maxWords is how many words of a page are examined; a page with more is a drawing.
const maxWords = 20000

// Parse returns the words of each page in the output of pdftotext -bbox. A word without a width, as
// marks have that are drawn over a letter, is one of them only in the output of pdftotext -raw
// -bbox.
func Parse(in io.Reader, bounds part.Bounds, raw bool) ([][]Word, error) {
	var pages [][]Word
	s := xmlscan.New(in, "the output of pdftotext", bounds)
	for {
		t, err := s.Next()
		if err == io.EOF {
			return pages, nil
		}
		if err != nil {
			return nil, err
		}
		e, ok := t.(xml.StartElement)
		switch {
		case !ok:
		case e.Name.Local == "page":
			pages = append(pages, nil)
		case e.Name.Local == "word" && len(pages) > 0:
			w, err := parseWord(s, e)
			if err != nil {
				return nil, err
			}
			if n := len(pages) - 1; w.Text != "" && (w.X1 > w.X0 || raw) && w.Y1 > w.Y0 && len(pages[n]) < maxWords {
				pages[n] = append(pages[n], w)
			}
		}
	}
}

// parseWord reads a <word>.
func parseWord(s *xmlscan.Scanner, e xml.StartElement) (w Word, err error) {
	for _, side := range []struct {
		name string
		to   *float64
	}{{"xMin", &w.X0}, {"yMin", &w.Y0}, {"xMax", &w.X1}, {"yMax", &w.Y1}} {
		v, err := strconv.ParseFloat(xmlscan.Attr(e, side.name), 64)
		if err != nil || !(v > -1e6 && v < 1e6) {
			return w, fmt.Errorf("a word without a place in the output of pdftotext; install the pdftotext of poppler")
		}
		*side.to = v
	}
	t, err := s.Next()
	if err != nil {
		return w, err
	}
	if text, ok := t.(xml.CharData); ok {
		w.Text = strings.TrimSpace(string(text))
	}
	return w, nil
}
