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
	var w writer
	named := false
	err := a.each("designmap.xml", "Story", func(_ *xmlscan.Scanner, e xml.StartElement) error {
		name := xmlscan.Attr(e, "src")
		if a.files[name] == nil {
			return nil
		}
		named = true
		return a.scan(name, func(s *xmlscan.Scanner) error { return readStory(s, &w) })
	})
	if err == nil && !named {
		for _, name := range slices.Sorted(maps.Keys(a.files)) {
			if strings.HasPrefix(name, "Stories/") && err == nil {
				err = a.scan(name, func(s *xmlscan.Scanner) error { return readStory(s, &w) })
			}
		}
	}
	return &Document{Paragraphs: w.done}, err
}

// readStory reads the paragraphs of a story, which end at <Br/> and with their range. Notes and
// deleted text are left out.
func readStory(s *xmlscan.Scanner, w *writer) error {
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
			case "Note", "Properties", "StoryPreference", "InCopyExportOption", "MetadataPacketPreference":
				err = s.Skip()
			case "Change":
				if xmlscan.Attr(e, "ChangeType") == "DeletedText" {
					err = s.Skip()
				}
			case "ParagraphStyleRange":
				w.begin()
			case "Br":
				w.end()
				w.begin()
			case "Content":
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
