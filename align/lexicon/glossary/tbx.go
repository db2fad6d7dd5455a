package glossary

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/langtag"
)

// ReadTBX reads the terms of two languages from a term base in TBX. Each source term of a concept
// is paired with each of its target terms. The element names of both ISO 30042:2008 (termEntry,
// langSet) and ISO 30042:2019 (conceptEntry, langSec) are known. If the XML is broken, ReadTBX
// returns what it has read and an error.
func ReadTBX(r io.Reader, source, target language.Tag) (*File, error) {
	f := &File{}
	d := xml.NewDecoder(decoded(r))
	d.CharsetReader = func(label string, in io.Reader) (io.Reader, error) {
		if strings.HasPrefix(strings.ToLower(label), "utf-16") { // decoded has converted it
			return in, nil
		}
		return nil, fmt.Errorf("encoding %s is not supported; save the file as UTF-8", label)
	}
	var lang language.Tag
	var sources, targets []string
	start := 0
	for {
		token, err := d.Token()
		line, _ := d.InputPos()
		switch {
		case err == io.EOF:
			return f, nil
		case err != nil:
			var bad *xml.SyntaxError
			if errors.As(err, &bad) {
				return f, fmt.Errorf("glossary: line %d: %s: the rest of the term base is not read",
					bad.Line, bad.Msg)
			}
			return f, fmt.Errorf("glossary: %w", err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "termEntry", "conceptEntry":
				sources, targets, start = nil, nil, line
			case "langSet", "langSec":
				lang = xmlLang(t)
			case "term":
				var text struct {
					Inner []byte `xml:",innerxml"`
				}
				if err := d.DecodeElement(&text, &t); err != nil {
					return f, fmt.Errorf("glossary: line %d: %w: the rest of the term base is not read", line, err)
				}
				term := strings.TrimSpace(plainText(string(text.Inner)))
				switch {
				case term == "":
					f.skip(line, "the term is empty")
				case langtag.SameBase(lang, source):
					sources = append(sources, term)
				case langtag.SameBase(lang, target):
					targets = append(targets, term)
				}
			}
		case xml.EndElement:
			if t.Name.Local != "termEntry" && t.Name.Local != "conceptEntry" {
				continue
			}
			if len(sources) == 0 || len(targets) == 0 {
				f.skip(start, fmt.Sprintf("the concept has no term in both %v and %v", source, target))
			}
			f.addConcept(start, sources, targets)
		}
	}
}

// maxConceptPairs is how many pairs of terms one concept gives. Real concepts have a few terms in
// each language. Without a bound, a file could make the square of its size.
const maxConceptPairs = 1000

// addConcept adds each source term of a concept with each of its target terms.
func (f *File) addConcept(line int, sources, targets []string) {
	n := 0
	for _, s := range sources {
		for _, t := range targets {
			if n++; n > maxConceptPairs {
				f.skip(line,
					fmt.Sprintf("the concept has %d terms in one language and %d in the other; only %d pairs are read",
						len(sources), len(targets), maxConceptPairs))
				return
			}
			f.add(line, s, t)
		}
	}
}

// xmlLang returns the language of an element by its attribute lang, or und.
func xmlLang(e xml.StartElement) language.Tag {
	for _, a := range e.Attr {
		if a.Name.Local == "lang" {
			tag, _ := language.Parse(a.Value)
			return tag
		}
	}
	return language.Und
}

// plainText returns XML or HTML without its tags.
func plainText(s string) string {
	if !strings.ContainsAny(s, "<&") {
		return s
	}
	var b strings.Builder
	d := xml.NewDecoder(strings.NewReader(s))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	for {
		token, err := d.Token()
		if err != nil {
			return b.String()
		}
		switch t := token.(type) {
		case xml.CharData:
			b.Write(t)
		case xml.StartElement:
			if t.Name.Local == "br" {
				b.WriteByte('\n')
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "div", "p", "li", "def", "k", "dtrn":
				b.WriteByte('\n')
			}
		}
	}
}
