package bilingual

import (
	"encoding/xml"
	"time"

	"github.com/bitext-go/bitext/read/internal/xmlscan"
)

// A tagDef is an original code in the header of a file of Trados.
type tagDef struct{ start, end, single string }

// tag returns what the header of a file of Trados says of a code; "" if it says nothing.
func (c *content) tag(e xml.StartElement) string { return c.tags[xmlscan.Attr(e, "id")].single }

// readTags reads <sdl:tag-defs>.
func readTags(s *xmlscan.Scanner, tags map[string]tagDef) error {
	id := ""
	for depth := 1; depth > 0; {
		t, err := s.Next()
		if err != nil {
			return err
		}
		switch e := t.(type) {
		case xml.EndElement:
			depth--
		case xml.StartElement:
			def := tags[id]
			var to *string
			switch e.Name.Local {
			case "tag":
				id = xmlscan.Attr(e, "id")
			case "bpt":
				to = &def.start
			case "ept":
				to = &def.end
			case "ph", "st":
				to = &def.single
			}
			if to == nil {
				depth++
				continue
			}
			if *to, err = s.Text(); err != nil {
				return err
			}
			tags[id] = def
		}
	}
	return nil
}

// An sdlState is what a file of Trados says of a segment.
type sdlState struct {
	conf                 string
	created, changed     time.Time
	createdBy, changedBy string
}

// readStates reads <sdl:seg-defs>.
func (u *xliffUnit) readStates(s *xmlscan.Scanner) error {
	id := ""
	for depth := 1; depth > 0; {
		t, err := s.Next()
		if err != nil {
			return err
		}
		switch e := t.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "seg":
				id = xmlscan.Attr(e, "id")
				u.states[id] = sdlState{conf: xmlscan.Attr(e, "conf")}
			case "value":
				text, err := s.Text()
				if err != nil {
					return err
				}
				state := u.states[id]
				state.value(xmlscan.Attr(e, "key"), text)
				u.states[id] = state
				continue
			}
			depth++
		case xml.EndElement:
			depth--
		}
	}
	return nil
}

// value sets one of the values that Trados keeps of a segment.
func (s *sdlState) value(key, text string) {
	const layout = "01/02/2006 15:04:05"
	switch key {
	case "created_by":
		s.createdBy = text
	case "last_modified_by":
		s.changedBy = text
	case "created_on":
		s.created, _ = time.Parse(layout, text)
	case "modified_on":
		s.changed, _ = time.Parse(layout, text)
	}
}
