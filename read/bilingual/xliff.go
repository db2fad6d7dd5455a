package bilingual

import (
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
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
	u := xliffUnit{status: xmlscan.Attr(e, "status"), states: map[string]sdlState{}}
	u.skip = xmlscan.Attr(e, "translate") == "no"
	u.key, u.notes = x.key, x.notes
	if e.Name.Local == "trans-unit" {
		u.key, u.notes = cmp.Or(xmlscan.Attr(e, "resname"), xmlscan.Attr(e, "id")), nil
		u.changedBy = xmlscan.Attr(e, "translatorcommitusername") // of memoQ
		u.changed, _ = time.Parse(time.RFC3339, xmlscan.Attr(e, "translatorcommittimestamp"))
	}
	if u.status == "" {
		u.status = xmlscan.Attr(e, "state") // of a <segment> of XLIFF 2
	}
	if confirmed := xmlscan.Attr(e, "confirmed"); confirmed == "0" || confirmed == "false" { // of Phrase
		u.status = "draft"
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
			case "note":
				text, err := x.s.Text()
				if err != nil {
					return unexpected(err)
				}
				u.notes = append(slices.Clip(u.notes), text)
				continue
			case "alt-trans", "insertedmatch":
				x.b.leave("proposal of a tool", "proposals of a tool")
				if err := x.s.Skip(); err != nil {
					return unexpected(err)
				}
				continue
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
			c := &content{data: x.data, tags: x.tags}
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
	status                    string              // the state of the translation; "" if the file does not say
	states                    map[string]sdlState // those of the segments by their ids
	skip                      bool                // it is not to be translated

	key       string // what the document calls it
	notes     []string
	changed   time.Time
	changedBy string
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

// unfinished are the states of translations that nobody has confirmed, or that somebody has
// rejected: those of XLIFF 1.2 and 2, of Trados, of memoQ and of Phrase, in lower case. Those that
// begin with "needs-" are unfinished too.
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
	if u.source == nil && u.segmented == nil {
		return nil
	}
	if u.skip {
		if hasLetters(u.source) || hasLetters(u.segmented) { // tools keep the layout of a document in others
			x.b.leaveFixed()
		}
		return nil
	}
	if u.segmented != nil && u.target != nil && len(u.segmented.segments) > 0 {
		translations := map[string]markedSegment{}
		for _, t := range u.target.segments {
			translations[t.mid] = t
		}
		all := true
		for _, s := range u.segmented.segments {
			_, ok := translations[s.mid]
			all = all && ok
		}
		if all {
			for _, s := range u.segmented.segments {
				if err := x.add(u, s, translations[s.mid], u.states[s.mid]); err != nil {
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
	var target markedSegment
	if u.target != nil {
		target = u.target.whole()
	}
	var state sdlState
	if len(u.states) == 1 {
		for _, state = range u.states {
		}
	}
	return x.add(u, source.whole(), target, state)
}

// hasLetters reports whether a content has a text besides codes, digits and signs.
func hasLetters(c *content) bool {
	return c != nil && strings.ContainsFunc(c.text.String(), unicode.IsLetter)
}

// whole returns all of a content as one segment.
func (c *content) whole() markedSegment { return markedSegment{text: c.text.String(), codes: c.codes} }

// add adds a unit.
func (x *xliffReader) add(of *xliffUnit, source, target markedSegment, state sdlState) error {
	translated := target.text != "" || len(target.codes) > 0
	if translated && isUnfinished(cmp.Or(state.conf, of.status)) {
		x.b.leaveUnfinished()
		translated = false
	}
	if x.src == language.Und {
		x.src = x.b.source(language.Und)
	}
	if translated && x.tgt == language.Und {
		if x.tgt = x.b.target(); x.tgt == language.Und {
			x.tgt = languageInName(x.name)
		}
	}
	if x.src == language.Und || translated && x.tgt == language.Und {
		return fmt.Errorf("line %d: the file does not declare the languages of its units; name them with --langs, or "+
			"add the attributes source-language and target-language (XLIFF 1.2) or srcLang and trgLang (XLIFF 2)",
			x.s.Line())
	}
	u, err := x.b.begin()
	if err != nil {
		return err
	}
	u.boundary, u.translation = x.boundary, x.translation
	numbers := numbering{}
	v := tmx.Variant{Lang: x.src, Text: source.text, Inline: numbers.inline(source.codes)}
	if err := x.b.putVariant(u, v); err != nil || !translated {
		return err
	}
	v = tmx.Variant{Lang: x.tgt, Text: target.text, Inline: numbers.inline(target.codes)}
	if err := x.b.putVariant(u, v); err != nil {
		return err
	}
	u.setKey(of.key)
	for _, n := range of.notes {
		u.addNote(n)
	}
	if by := cmp.Or(state.changedBy, of.changedBy); by != "" || !state.changed.IsZero() || !of.changed.IsZero() {
		u.more().ChangedBy, u.details.Changed = by, state.changed
		if state.changed.IsZero() {
			u.details.Changed = of.changed
		}
	}
	if state.createdBy != "" || !state.created.IsZero() {
		u.more().CreatedBy, u.details.Created = state.createdBy, state.created
	}
	return nil
}
