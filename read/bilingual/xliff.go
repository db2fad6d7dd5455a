package bilingual

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/read/internal/part"
	"github.com/bitext-go/bitext/read/internal/xmlscan"
)

// readXLIFF reads XLIFF 1.2 and 2. Proposals of a tool (<alt-trans>, <matches>) are not
// translations yet and are left out, and so is the text between segments (<ignorable>).
func (b *builder) readXLIFF(in io.Reader) error {
	s := xmlscan.New(in, "the file", part.Bounds{Bytes: MaxBytes, Depth: 1000})
	x := &xliffReader{boundary: 1, translation: 1, b: b, s: s, data: map[string]string{}}
	for {
		t, err := x.s.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if e, ok := t.(xml.StartElement); ok {
			if err := x.element(e); err != nil {
				return err
			}
		}
	}
}

// An xliffReader reads one XLIFF file.
type xliffReader struct {
	b        *builder
	s        *xmlscan.Scanner
	src, tgt language.Tag

	boundary, translation float64           // of the current <unit>
	data                  map[string]string // its original codes by their ids
}

// element reads an element that has just begun.
func (x *xliffReader) element(e xml.StartElement) (err error) {
	switch e.Name.Local {
	case "xliff":
		return x.languages(xmlscan.Attr(e, "srcLang"), xmlscan.Attr(e, "trgLang"))
	case "file":
		return x.languages(xmlscan.Attr(e, "source-language"), xmlscan.Attr(e, "target-language"))
	case "alt-trans", "matches", "ignorable", "header", "glossary":
		return x.s.Skip()
	case "unit":
		x.boundary, x.translation = 1, 1
		clear(x.data)
	case "data":
		var text content
		err := text.read(x.s)
		x.data[xmlscan.Attr(e, "id")] = text.text.String()
		return unexpected(err)
	case "note":
		return x.note(xmlscan.Attr(e, "category"))
	case "trans-unit", "segment":
		return x.unit(e)
	}
	return nil
}

// note reads a note, which holds a confidence if this project wrote the file.
func (x *xliffReader) note(category string) error {
	var text content
	err := text.read(x.s)
	switch category {
	case "boundary":
		x.boundary = parseConfidence(text.text.String())
	case "translation":
		x.translation = parseConfidence(text.text.String())
	}
	return unexpected(err)
}

// languages sets the languages that are not "".
func (x *xliffReader) languages(src, tgt string) error {
	for _, l := range []struct {
		name string
		tag  *language.Tag
	}{{src, &x.src}, {tgt, &x.tgt}} {
		if l.name == "" {
			continue
		}
		tag, err := ParseTag(l.name)
		if err != nil {
			return fmt.Errorf("line %d: %q is no language; correct it", x.s.Line(), l.name)
		}
		*l.tag = tag
	}
	return nil
}

// unit reads a <trans-unit> or a <segment> up to its end.
func (x *xliffReader) unit(e xml.StartElement) error {
	u := xliffUnit{status: xmlscan.Attr(e, "status"), states: map[string]string{}}
	u.skip = xmlscan.Attr(e, "translate") == "no"
	if u.status == "" {
		u.status = xmlscan.Attr(e, "state") // of a <segment> of XLIFF 2
	}
	for {
		t, err := x.s.Next()
		if err != nil {
			return unexpected(err)
		}
		switch e := t.(type) {
		case xml.EndElement:
			return x.put(&u)
		case xml.StartElement:
			var to **content
			switch e.Name.Local {
			case "source":
				to = &u.source
			case "seg-source":
				to = &u.segmented
			case "target":
				to = &u.target
				if state := xmlscan.Attr(e, "state"); state != "" {
					u.status = state
				}
			case "seg-defs": // of Trados
				if err := u.readStates(x.s); err != nil {
					return unexpected(err)
				}
				continue
			default:
				if err := x.s.Skip(); err != nil {
					return unexpected(err)
				}
				continue
			}
			c := &content{data: x.data}
			if err := c.read(x.s); err != nil {
				return unexpected(err)
			}
			*to = c
		}
	}
}

// An xliffUnit is a <trans-unit> or a <segment>.
type xliffUnit struct {
	source, segmented, target *content
	status                    string            // the state of the translation; "" if the file does not say
	states                    map[string]string // those of the segments by their ids
	skip                      bool              // it is not to be translated
}

// readStates reads <sdl:seg-defs>.
func (u *xliffUnit) readStates(s *xmlscan.Scanner) error {
	for depth := 1; depth > 0; {
		t, err := s.Next()
		if err != nil {
			return err
		}
		switch e := t.(type) {
		case xml.StartElement:
			depth++
			if e.Name.Local == "seg" {
				u.states[xmlscan.Attr(e, "id")] = xmlscan.Attr(e, "conf")
			}
		case xml.EndElement:
			depth--
		}
	}
	return nil
}

// unfinished are the states of translations that nobody has confirmed, or that somebody has
// rejected: those of XLIFF 1.2 and 2, of Trados and of memoQ, in lower case. Those that begin with
// "needs-" are unfinished too.
var unfinished = map[string]bool{
	"new": true, "initial": true, "draft": true, "rejectedtranslation": true, "rejectedsignoff": true, "rejected": true,
	"notstarted": true, "pretranslated": true, "assembledfromfragments": true, "partiallyedited": true,
	"machinetranslated": true,
}

func isUnfinished(state string) bool {
	state = strings.ToLower(state)
	return unfinished[state] || strings.HasPrefix(state, "needs-")
}

// unexpected returns an error that says what io.EOF inside a unit means.
func unexpected(err error) error {
	if err == io.EOF {
		return errors.New("the file ends inside a unit and is incomplete; download or copy it again")
	}
	return err
}

// put adds the content of a unit. If both sides are segmented by marks with the same ids, each pair
// of segments becomes a unit. A translation that is not finished is left out.
func (x *xliffReader) put(u *xliffUnit) error {
	if u.skip || u.source == nil && u.segmented == nil {
		return nil
	}
	if u.segmented != nil && u.target != nil && len(u.segmented.segments) > 0 {
		translations := map[string]string{}
		for _, t := range u.target.segments {
			translations[t.mid] = t.text
		}
		all := true
		for _, s := range u.segmented.segments {
			_, ok := translations[s.mid]
			all = all && ok
		}
		if all {
			for _, s := range u.segmented.segments {
				state := u.states[s.mid]
				if state == "" {
					state = u.status
				}
				if err := x.add(s.text, translations[s.mid], state); err != nil {
					return err
				}
			}
			return nil
		}
	}
	source := u.source
	if source == nil {
		source = u.segmented
	}
	text := ""
	if u.target != nil {
		text = u.target.text.String()
	}
	state := u.status
	if len(u.states) == 1 {
		for _, state = range u.states {
		}
	}
	return x.add(source.text.String(), text, state)
}

// add adds a unit.
func (x *xliffReader) add(source, target, state string) error {
	if target != "" && isUnfinished(state) {
		x.b.unfinished++
		target = ""
	}
	if x.src == language.Und || target != "" && x.tgt == language.Und {
		return fmt.Errorf("line %d: the file does not declare the languages of its units; add the attributes "+
			"source-language and target-language (XLIFF 1.2) or srcLang and trgLang (XLIFF 2)", x.s.Line())
	}
	u, err := x.b.begin()
	if err != nil {
		return err
	}
	u.boundary, u.translation = x.boundary, x.translation
	if err := x.b.put(u, x.src, source); err != nil {
		return err
	}
	return x.b.put(u, x.tgt, target)
}
