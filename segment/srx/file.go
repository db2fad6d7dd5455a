package srx

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

// maxRules bounds the rules of a file.
const maxRules = 100_000

// A Document is an SRX file as it is written.
type Document struct {
	Cascade   bool       // every map that matches a language counts, not only the first
	Languages []Language // in the order of the file
	Maps      []Map      // in the order of the file
}

// A Language is a named list of rules. Several languages may share one.
type Language struct {
	Name  string
	Rules []Rule
}

// A Rule breaks, or forbids a break, at the positions where Before matches the text before and
// After the text after.
type Rule struct {
	Break         bool
	Before, After string // regular expressions of ICU; empty matches everywhere
	Line          int    // in the file, from 1; 0 if it comes from none
}

// A Map gives the languages whose tags match Pattern, a regular expression for the whole tag
// without regard to case, the rules of the Language with that name.
type Map struct {
	Pattern, Name string
	Line          int
}

// Open reads the rules in a file. Errors name the file and the line.
func Open(path string) (*Rules, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	d, err := Read(f)
	if err != nil {
		return nil, fmt.Errorf("%s:%w", path, err)
	}
	r, err := d.Compile()
	if err != nil {
		return nil, fmt.Errorf("%s:%w", path, err)
	}
	return r, nil
}

// Read reads an SRX document of version 1.0 or 2.0. Elements of other namespaces than that of its
// <srx>, with all inside them, are ignored. Errors begin with the line.
func Read(r io.Reader) (*Document, error) {
	f := &fileReader{d: &Document{}, dec: xml.NewDecoder(r)}
	for {
		token, err := f.dec.Token()
		if errors.Is(err, io.EOF) && f.begun {
			return f.d, nil
		}
		if err != nil {
			if errors.Is(err, io.EOF) {
				err = errors.New("no <srx> element; give a file of Segmentation Rules eXchange")
			}
			return nil, f.fail("not valid XML: %w", err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if err := f.start(t); err != nil {
				return nil, err
			}
		case xml.CharData:
			if f.field != nil {
				*f.field += string(t)
			}
		case xml.EndElement:
			f.end(t.Name.Local)
		}
	}
}

// A fileReader reads one SRX document.
type fileReader struct {
	d     *Document
	dec   *xml.Decoder
	begun bool   // <srx> was read
	space string // its namespace
	rules int    // so far
	rule  *Rule  // that is open, or nil
	field *string
}

// fail returns an error that begins with the line.
func (f *fileReader) fail(format string, args ...any) error {
	line, _ := f.dec.InputPos()
	return fmt.Errorf("%d: %w", line, fmt.Errorf(format, args...))
}

// start reads the start of an element.
func (f *fileReader) start(t xml.StartElement) error {
	d, name := f.d, t.Name.Local
	line, _ := f.dec.InputPos()
	switch {
	case !f.begun && name != "srx":
		return f.fail("the root element is <%s>; SRX has <srx>", name)
	case !f.begun:
		f.begun, f.space = true, t.Name.Space
	case t.Name.Space != f.space && t.Name.Space != "":
		if err := f.dec.Skip(); err != nil {
			return f.fail("not valid XML: %w", err)
		}
		return nil
	}
	switch name {
	case "header":
		d.Cascade = attr(t, "cascade") != "no" // OmegaT's own file does not say, and cascades
	case "languagerule":
		d.Languages = append(d.Languages, Language{Name: attr(t, "languagerulename")})
	case "rule":
		return f.startRule(attr(t, "break"), line)
	case "beforebreak", "afterbreak":
		if f.rule == nil {
			return f.fail("<%s> outside <rule>; move it into one", name)
		}
		if f.field = &f.rule.Before; name == "afterbreak" {
			f.field = &f.rule.After
		}
	case "languagemap":
		d.Maps = append(d.Maps, Map{attr(t, "languagepattern"), attr(t, "languagerulename"), line})
	}
	return nil
}

// startRule adds a rule to the last language.
func (f *fileReader) startRule(breaks string, line int) error {
	if len(f.d.Languages) == 0 {
		return f.fail("<rule> outside <languagerule>; move it into one")
	}
	if f.rules++; f.rules > maxRules {
		return f.fail("more than %d rules; split the file", maxRules)
	}
	if breaks != "" && breaks != "yes" && breaks != "no" {
		return f.fail("break=%q; write yes or no", breaks)
	}
	l := &f.d.Languages[len(f.d.Languages)-1]
	l.Rules = append(l.Rules, Rule{Break: breaks != "no", Line: line})
	f.rule = &l.Rules[len(l.Rules)-1]
	return nil
}

// end reads the end of an element.
func (f *fileReader) end(name string) {
	switch name {
	case "beforebreak", "afterbreak":
		f.field = nil
	case "rule":
		f.rule = nil
	}
}

// attr returns the value of an attribute; "" if it is not there.
func attr(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// Write writes the document as SRX 2.0.
func (d *Document) Write(w io.Writer) error {
	var b strings.Builder
	text := func(s string) string {
		var e strings.Builder
		_ = xml.EscapeText(&e, []byte(s)) // a Builder does not fail
		return e.String()
	}
	yes := func(v bool) string {
		if v {
			return "yes"
		}
		return "no"
	}
	b.WriteString(xml.Header + `<srx xmlns="http://www.lisa.org/srx20" version="2.0">` + "\n")
	fmt.Fprintf(&b, "<header segmentsubflows=\"yes\" cascade=%q/>\n<body>\n<languagerules>\n", yes(d.Cascade))
	for _, l := range d.Languages {
		fmt.Fprintf(&b, "<languagerule languagerulename=\"%s\">\n", text(l.Name))
		for _, r := range l.Rules {
			fmt.Fprintf(&b, "<rule break=%q><beforebreak>%s</beforebreak><afterbreak>%s</afterbreak></rule>\n",
				yes(r.Break), text(r.Before), text(r.After))
		}
		b.WriteString("</languagerule>\n")
	}
	b.WriteString("</languagerules>\n<maprules>\n")
	for _, m := range d.Maps {
		fmt.Fprintf(&b, "<languagemap languagepattern=\"%s\" languagerulename=\"%s\"/>\n", text(m.Pattern),
			text(m.Name))
	}
	b.WriteString("</maprules>\n</body>\n</srx>\n")
	_, err := io.WriteString(w, b.String())
	return err
}
