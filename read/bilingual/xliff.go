package bilingual

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/read/internal/part"
	"github.com/bitext-go/bitext/read/internal/xmlscan"
)

// readXLIFF reads XLIFF 1.2 and 2. Proposals of a tool (<alt-trans>, <matches>) are not
// translations yet and are left out, and so is the text between segments (<ignorable>).
func (b *builder) readXLIFF(in io.Reader) error {
	s := xmlscan.New(in, "the file", part.Bounds{Bytes: MaxBytes, Depth: 1000})
	x := &xliffReader{boundary: 1, translation: 1, b: b, s: s}
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

	boundary, translation float64 // of the current <unit>
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
	case "note":
		return x.note(xmlscan.Attr(e, "category"))
	case "trans-unit", "segment":
		return x.unit()
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
		tag, err := language.Parse(l.name)
		if err != nil {
			return fmt.Errorf("line %d: %q is no language; correct it", x.s.Line(), l.name)
		}
		*l.tag = tag
	}
	return nil
}

// unit reads a <trans-unit> or a <segment> up to its end.
func (x *xliffReader) unit() error {
	var source, segmented, target *content
	for {
		t, err := x.s.Next()
		if err != nil {
			return unexpected(err)
		}
		switch e := t.(type) {
		case xml.EndElement:
			return x.put(source, segmented, target)
		case xml.StartElement:
			var to **content
			switch e.Name.Local {
			case "source":
				to = &source
			case "seg-source":
				to = &segmented
			case "target":
				to = &target
			default:
				if err := x.s.Skip(); err != nil {
					return unexpected(err)
				}
				continue
			}
			c := &content{}
			if err := c.read(x.s); err != nil {
				return unexpected(err)
			}
			*to = c
		}
	}
}

// unexpected returns an error that says what io.EOF inside a unit means.
func unexpected(err error) error {
	if err == io.EOF {
		return errors.New("the file ends inside a unit and is incomplete; download or copy it again")
	}
	return err
}

// put adds the content of a unit. If both sides are segmented by marks with the same ids, each pair
// of segments becomes a unit.
func (x *xliffReader) put(source, segmented, target *content) error {
	if segmented != nil && target != nil && len(segmented.segments) > 1 {
		translations := map[string]string{}
		for _, t := range target.segments {
			translations[t.mid] = t.text
		}
		all := true
		for _, s := range segmented.segments {
			_, ok := translations[s.mid]
			all = all && ok
		}
		for _, s := range segmented.segments {
			if !all {
				break
			}
			if err := x.add(s.text, translations[s.mid]); err != nil {
				return err
			}
		}
		if all {
			return nil
		}
	}
	if source == nil {
		return nil
	}
	text := ""
	if target != nil {
		text = target.text.String()
	}
	return x.add(source.text.String(), text)
}

// add adds a unit.
func (x *xliffReader) add(source, target string) error {
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

// content is the text of a <source> or <target>.
type content struct {
	text     strings.Builder
	segments []markedSegment
}

// A markedSegment is the text of a <mrk mtype="seg">.
type markedSegment struct{ mid, text string }

// read reads up to the end of the element. Codes of the original format (<ph>, <bpt> and the like)
// are left out.
func (c *content) read(s *xmlscan.Scanner) error {
	type mark struct {
		mid   string
		from  int
		depth int
	}
	var open []mark
	for depth := 1; depth > 0; {
		t, err := s.Next()
		if err != nil {
			return err
		}
		switch e := t.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "ph", "bpt", "ept", "it", "ut":
				if err := s.Skip(); err != nil {
					return err
				}
				continue
			case "cp":
				r, err := strconv.ParseUint(xmlscan.Attr(e, "hex"), 16, 32)
				if err == nil && utf8.ValidRune(rune(r)) && r >= ' ' {
					c.text.WriteRune(rune(r))
				}
			case "mrk":
				if xmlscan.Attr(e, "mtype") == "seg" {
					open = append(open, mark{xmlscan.Attr(e, "mid"), c.text.Len(), depth})
				}
			}
			depth++
		case xml.EndElement:
			depth--
			if n := len(open) - 1; n >= 0 && open[n].depth == depth {
				c.segments = append(c.segments, markedSegment{open[n].mid, c.text.String()[open[n].from:]})
				open = open[:n]
			}
		case xml.CharData:
			c.text.Write(e)
		}
	}
	return nil
}
