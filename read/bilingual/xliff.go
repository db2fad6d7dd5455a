package bilingual

import (
	"cmp"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"time"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/read/internal/part"
	"github.com/bitext-go/bitext/read/internal/xmlscan"
)

// readXLIFF reads XLIFF 1.2 and 2. Proposals of a tool (<alt-trans>, <matches>) are not
// translations yet; they are left out and counted. The text between segments (<ignorable>) is left
// out.
func (b *builder) readXLIFF(name string, in io.Reader) error {
	s := xmlscan.New(in, xmlscan.WholeFile, part.Bounds{Bytes: MaxBytes, Depth: 1000})
	x := &xliffReader{name: name, boundary: 1, translation: 1, b: b, s: s, data: map[string]string{},
		tags: map[string]tagDef{}}
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
	name     string // of the file
	s        *xmlscan.Scanner
	src, tgt language.Tag

	boundary, translation float64           // of the current <unit>
	data                  map[string]string // its original codes by their ids
	key                   string            // its id
	notes                 []string

	tags map[string]tagDef // the original codes of a file of Trados by their ids
}

// element reads an element that has just begun.
func (x *xliffReader) element(e xml.StartElement) (err error) {
	switch e.Name.Local {
	case "xliff":
		return x.languages(xmlscan.Attr(e, "srcLang"), xmlscan.Attr(e, "trgLang"))
	case "file":
		clear(x.tags)
		return x.languages(xmlscan.Attr(e, "source-language"), xmlscan.Attr(e, "target-language"))
	case "tag-defs":
		return unexpected(readTags(x.s, x.tags))
	case "alt-trans", "match":
		x.b.leave("proposal of a tool", "proposals of a tool")
		return x.s.Skip()
	case "ignorable", "glossary", "reference", "tool", "cmt-defs", "skl":
		return x.s.Skip()
	case "unit":
		x.boundary, x.translation = 1, 1
		x.key, x.notes = xmlscan.Attr(e, "id"), nil
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
	default:
		x.notes = append(x.notes, text.text.String())
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
		tag, err := parseTagAt(x.s.Line(), l.name)
		if err != nil {
			return err
		}
		*l.tag = tag
	}
	return nil
}

// unit reads a <trans-unit> or a <segment> up to its end.
func (x *xliffReader) unit(e xml.StartElement) error {
	u := x.newUnit(e)
	for {
		t, err := x.s.Next()
		if err != nil {
			return unexpected(err)
		}
		switch e := t.(type) {
		case xml.EndElement:
			return x.put(u)
		case xml.StartElement:
			if err := x.part(u, e); err != nil {
				return unexpected(err)
			}
		}
	}
}

// newUnit returns what the attributes of a unit say, and the unit that a <segment> is in.
func (x *xliffReader) newUnit(e xml.StartElement) *xliffUnit {
	u := &xliffUnit{
		status: cmp.Or(xmlscan.Attr(e, "status"), xmlscan.Attr(e, "state")), // the latter in XLIFF 2
		states: map[string]sdlState{}, skip: xmlscan.Attr(e, "translate") == "no", key: x.key, notes: x.notes,
	}
	if e.Name.Local == "trans-unit" {
		u.key, u.notes = cmp.Or(xmlscan.Attr(e, "resname"), xmlscan.Attr(e, "id")), nil
		u.changedBy = xmlscan.Attr(e, "translatorcommitusername") // of memoQ
		u.changed, _ = time.Parse(time.RFC3339, xmlscan.Attr(e, "translatorcommittimestamp"))
	}
	if confirmed := xmlscan.Attr(e, "confirmed"); confirmed == "0" || confirmed == "false" { // of Phrase
		u.status = "draft"
	}
	return u
}

// part reads an element of a unit, which has just begun, up to its end.
func (x *xliffReader) part(u *xliffUnit, e xml.StartElement) (err error) {
	switch e.Name.Local {
	case "note":
		text, err := x.s.Text()
		u.notes = append(slices.Clip(u.notes), text)
		return err
	case "alt-trans", "insertedmatch":
		x.b.leave("proposal of a tool", "proposals of a tool")
		return x.s.Skip()
	case "source":
		u.source, err = x.content()
	case "seg-source":
		u.segmented, err = x.content()
	case "target":
		u.status = cmp.Or(xmlscan.Attr(e, "state"), u.status)
		u.target, err = x.content()
	case "seg-defs": // of Trados
		return u.readStates(x.s)
	default:
		return x.s.Skip()
	}
	return err
}

// content reads the content of an element up to its end.
func (x *xliffReader) content() (*content, error) {
	c := &content{data: x.data, tags: x.tags}
	return c, c.read(x.s)
}

// unexpected returns an error that says what io.EOF inside a unit means.
func unexpected(err error) error {
	if err == io.EOF {
		return errors.New("the file ends inside a unit and is incomplete; download or copy it again")
	}
	return err
}
