package bilingual

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/read/internal/part"
	"github.com/bitext-go/bitext/read/internal/xmlscan"
)

// readTS reads a resource file of Qt, in which <TS> names the language of the translations. The
// source is English unless the file says otherwise. Translations that are marked as unfinished or
// obsolete are left out.
func (b *builder) readTS(name string, in io.Reader) error {
	r := &tsReader{b: b, name: name, s: xmlscan.New(in, xmlscan.WholeFile, part.Bounds{Bytes: MaxBytes, Depth: 1000})}
	for {
		t, err := r.s.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if e, ok := t.(xml.StartElement); ok {
			if err := r.element(e); err != nil {
				return err
			}
		}
	}
}

// A tsReader reads one resource file of Qt.
type tsReader struct {
	b        *builder
	s        *xmlscan.Scanner
	name     string // of the file
	src, tgt language.Tag
	source   string // the last <source>
}

// element reads an element that has just begun.
func (r *tsReader) element(e xml.StartElement) (err error) {
	switch e.Name.Local {
	case "TS":
		return r.languages(e)
	case "source":
		r.source, err = r.s.Text()
		return unexpected(err)
	case "translation":
		return r.translation(xmlscan.Attr(e, "type"))
	}
	return nil
}

// languages reads the languages that a <TS> names.
func (r *tsReader) languages(e xml.StartElement) (err error) {
	if l := xmlscan.Attr(e, "language"); l != "" {
		if r.tgt, err = parseTagAt(r.s.Line(), l); err != nil {
			return err
		}
	}
	l := xmlscan.Attr(e, "sourcelanguage")
	if l == "" {
		r.src = r.b.source(language.English)
		return nil
	}
	r.src, err = parseTagAt(r.s.Line(), l)
	return err
}

// translation reads the translation of the last source up to its end.
func (r *tsReader) translation(kind string) error {
	target, err := lastForm(r.s)
	if err != nil {
		return unexpected(err)
	}
	switch {
	case kind == "obsolete" || kind == "vanished":
		r.b.leaveObsolete()
		return nil
	case kind == "unfinished" && target != "":
		r.b.leaveUnfinished()
		target = ""
	}
	if r.tgt == language.Und && target != "" {
		if r.tgt = r.b.target(); r.tgt == language.Und {
			r.tgt = languageInName(r.name)
		}
		if r.tgt == language.Und {
			return fmt.Errorf(`line %d: the file does not say which language it is translated into; `+
				`name it with --langs, or add the attribute language to its first element`, r.s.Line())
		}
	}
	u, err := r.b.begin()
	if err == nil {
		err = r.b.put(u, r.src, r.source)
	}
	if err == nil {
		err = r.b.put(u, r.tgt, target)
	}
	return err
}

// lastForm returns the text of a <translation>; that of its last form if it has plural forms.
func lastForm(s *xmlscan.Scanner) (string, error) {
	var text strings.Builder
	for depth := 1; depth > 0; {
		t, err := s.Next()
		if err != nil {
			return "", err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if depth++; t.Name.Local == "numerusform" {
				text.Reset()
			}
		case xml.EndElement:
			depth--
		case xml.CharData:
			text.Write(t)
		}
	}
	return strings.TrimSpace(text.String()), nil
}
