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
// speaker and hidden slides are left out, and so are numbers and dates that are the same on all
// slides.
func (a *archive) presentation() (*Document, error) {
	doc := &Document{}
	slides, err := a.slides()
	if err != nil {
		return nil, err
	}
	r := slideReader{doc: doc}
	for _, name := range slides {
		if err := a.scan(name, r.read); err != nil {
			return nil, err
		}
	}
	doc.Paragraphs, doc.LeftOut = r.w.done, append(doc.LeftOut, a.drawings()...)
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

// A slideReader reads the slides of a presentation.
type slideReader struct {
	w     writer
	doc   *Document
	shape []string // for each open shape, the kind of its placeholder

	numbers slideNumbers
	item    slideItem // what the paragraph at hand says of its number
}

// read reads the paragraphs of a slide.
func (r *slideReader) read(s *xmlscan.Scanner) error {
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
			if e.Name.Local == "sld" && !isOn(xmlscan.Attr(e, "show")) {
				r.doc.LeftOut = append(r.doc.LeftOut, part.LeftOut{What: "hidden slide"})
				return nil
			}
			if err := r.begin(s, e); err != nil {
				return unexpectedEnd(err)
			}
		case xml.EndElement:
			switch e.Name.Local {
			case "p":
				if r.w.hasText() {
					r.w.number(r.numbers.next(r.item))
				}
				r.w.end()
			case "tbl":
				r.w.grid.EndTable()
			case "AlternateContent":
				r.w.endAlternatives()
			case "sp":
				if n := len(r.shape) - 1; n >= 0 {
					r.shape = r.shape[:n]
				}
			}
		}
	}
}

// begin follows the beginning of an element.
func (r *slideReader) begin(s *xmlscan.Scanner, e xml.StartElement) (err error) {
	w := &r.w
	switch name := e.Name.Local; name {
	case "sp":
		r.shape = append(r.shape, "")
	case "ph":
		if n := len(r.shape) - 1; n >= 0 {
			r.shape[n] = xmlscan.Attr(e, "type")
		}
	case "txBody":
		r.numbers = slideNumbers{}
	case "lvl1pPr", "lvl2pPr", "lvl3pPr", "lvl4pPr", "lvl5pPr", "lvl6pPr", "lvl7pPr", "lvl8pPr", "lvl9pPr":
		level := int(name[3] - '1')
		r.numbers.usual[level], err = readItem(s, slideItem{level: level})
	case "pPr":
		level, _ := strconv.Atoi(xmlscan.Attr(e, "lvl"))
		level = min(max(level, 0), maxSlideLevels-1)
		usual := r.numbers.usual[level]
		usual.level = level
		r.item, err = readItem(s, usual)
	case "p":
		w.begin()
		r.item = r.numbers.usual[0]
	case "br":
		w.text(layout.LineSeparator)
	case "tab":
		w.text("\t")
	case "oMath":
		var text string
		if text, err = readFormula(s, e); err == nil {
			w.text(text)
		}
	case "t":
		var text string
		if text, err = s.Text(); err != nil {
			return err
		}
		if n := len(r.shape) - 1; n < 0 || r.shape[n] != "sldNum" && r.shape[n] != "dt" && r.shape[n] != "ftr" {
			w.text(strings.ReplaceAll(text, "\v", layout.LineSeparator))
		}
	case "tbl":
		w.grid.BeginTable()
	case "tr":
		w.grid.BeginRow()
	case "tc":
		w.grid.BeginCell(1) // the cells that a span covers are there too
	case "AlternateContent":
		w.beginAlternatives()
	case "Fallback":
		if !w.wantsFallback() {
			err = s.Skip()
		}
	}
	return err
}
