package office

import (
	"encoding/xml"
	"io"
	"path"
	"sort"
	"strconv"
	"strings"

	"github.com/bitext-go/bitext/read/internal/part"
	"github.com/bitext-go/bitext/read/internal/xmlscan"
	"github.com/bitext-go/bitext/segment/layout"
)

// presentation reads the text of PPTX, slide by slide in the order of the show. Notes of the
// speaker are left out, and so are numbers and dates that are the same on all slides.
func (a *archive) presentation() (*Document, error) {
	doc := &Document{}
	slides, err := a.slides()
	if err != nil {
		return nil, err
	}
	var w writer
	for _, name := range slides {
		if err := a.scan(name, func(s *xmlscan.Scanner) error { return readSlide(s, &w) }); err != nil {
			return nil, err
		}
	}
	doc.Paragraphs, doc.LeftOut = w.done, a.drawings()
	for name := range a.files {
		if strings.HasPrefix(name, "ppt/notesSlides/notesSlide") {
			doc.LeftOut = append(doc.LeftOut, part.LeftOut{What: "notes of the speaker"})
			break
		}
	}
	return doc, nil
}

// slides returns the names of the files that hold the slides, in the order of the show, or of their
// numbers if the presentation does not say.
func (a *archive) slides() ([]string, error) {
	targets := map[string]string{}
	const rels = "ppt/_rels/presentation.xml.rels"
	if a.files[rels] != nil {
		err := a.each(rels, "Relationship", func(_ *xmlscan.Scanner, e xml.StartElement) error {
			targets[xmlscan.Attr(e, "Id")] = path.Join("ppt", xmlscan.Attr(e, "Target"))
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	var slides []string
	err := a.each("ppt/presentation.xml", "sldId", func(_ *xmlscan.Scanner, e xml.StartElement) error {
		for _, attr := range e.Attr {
			if name := targets[attr.Value]; attr.Name.Local == "id" && a.files[name] != nil {
				slides = append(slides, name)
			}
		}
		return nil
	})
	if err != nil || len(slides) > 0 {
		return slides, err
	}
	number := func(name string) int {
		n, _ := strconv.Atoi(strings.TrimSuffix(strings.TrimPrefix(name, "ppt/slides/slide"), ".xml"))
		return n
	}
	for name := range a.files {
		if number(name) > 0 {
			slides = append(slides, name)
		}
	}
	sort.Slice(slides, func(i, k int) bool { return number(slides[i]) < number(slides[k]) })
	return slides, nil
}

// readSlide reads the paragraphs of a slide.
func readSlide(s *xmlscan.Scanner, w *writer) error {
	var shape []string // for each open shape, the kind of its placeholder
	for {
		t, err := s.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch e := t.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "sp":
				shape = append(shape, "")
			case "ph":
				if n := len(shape) - 1; n >= 0 {
					shape[n] = xmlscan.Attr(e, "type")
				}
			case "p":
				w.begin()
			case "br":
				w.text(layout.LineSeparator)
			case "tab":
				w.text("\t")
			case "t":
				text, err := s.Text()
				if err != nil {
					return unexpectedEnd(err)
				}
				if n := len(shape) - 1; n < 0 || shape[n] != "sldNum" && shape[n] != "dt" && shape[n] != "ftr" {
					w.text(strings.ReplaceAll(text, "\v", layout.LineSeparator))
				}
			case "tbl":
				w.grid.BeginTable()
			case "tr":
				w.grid.BeginRow()
			case "tc":
				w.grid.BeginCell(1) // the cells that a span covers are there too
			}
		case xml.EndElement:
			switch e.Name.Local {
			case "p":
				w.end()
			case "tbl":
				w.grid.EndTable()
			case "sp":
				if n := len(shape) - 1; n >= 0 {
					shape = shape[:n]
				}
			}
		}
	}
}
