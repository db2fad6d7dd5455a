package office

import (
	"encoding/xml"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/bitext-go/bitext/read/internal/xmlscan"
)

// idml reads the stories of an InDesign document, in the order of its map, or of
// their names if the map has none.
func (a *archive) idml() (*Document, error) {
	r := storyReader{doc: &Document{}}
	named := false
	err := a.each("designmap.xml", "Story", func(_ *xmlscan.Scanner, e xml.StartElement) error {
		name := xmlscan.Attr(e, "src")
		if a.files[name] == nil {
			return nil
		}
		named = true
		return a.scan(name, r.read)
	})
	if err == nil && !named {
		for _, name := range slices.Sorted(maps.Keys(a.files)) {
			if strings.HasPrefix(name, "Stories/") && err == nil {
				err = a.scan(name, r.read)
			}
		}
	}
	r.doc.Paragraphs = r.w.done
	return r.doc, err
}

// A storyReader reads the stories of an InDesign document.
type storyReader struct {
	w     writer
	doc   *Document
	loose bool // the open paragraph is text outside a range
}

// endLoose ends a paragraph that is outside a range.
func (r *storyReader) endLoose() {
	if r.loose {
		r.w.end()
	}
	r.loose = false
}

// read reads the paragraphs of a story, which end at <Br/> and with their range. Notes and deleted
// text are left out.
func (r *storyReader) read(s *xmlscan.Scanner) error {
	w := &r.w
	for {
		t, err := s.Next()
		if err == io.EOF {
			r.endLoose()
			return nil
		}
		if err != nil {
			return err
		}
		switch e := t.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "Note":
				r.doc.leave("comments")
				err = s.Skip()
			case "Properties", "StoryPreference", "InCopyExportOption", "MetadataPacketPreference":
				err = s.Skip()
			case "Change":
				if xmlscan.Attr(e, "ChangeType") == "DeletedText" {
					r.doc.leave("deleted text of tracked changes")
					err = s.Skip()
				}
			case "ParagraphStyleRange":
				r.endLoose()
				w.begin()
			case "Br":
				w.end()
				w.begin()
			case "Content":
				if len(w.open) == 0 {
					w.begin()
					r.loose = true
				}
				var text string
				if text, err = s.Text(); err == nil {
					w.text(lineBreaks.Replace(text))
				}
			case "Table":
				w.grid.BeginTable()
			case "Cell":
				column, row, _ := strings.Cut(xmlscan.Attr(e, "Name"), ":")
				c, _ := strconv.Atoi(column)
				r, _ := strconv.Atoi(row)
				w.grid.At(r+1, c+1)
			}
			if err != nil {
				return unexpectedEnd(err)
			}
		case xml.EndElement:
			switch e.Name.Local {
			case "ParagraphStyleRange":
				w.end()
			case "Table":
				w.grid.EndTable()
			}
		}
	}
}
