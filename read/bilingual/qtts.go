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
	s := xmlscan.New(in, xmlscan.WholeFile, part.Bounds{Bytes: MaxBytes, Depth: 1000})
	var src, tgt language.Tag
	var source string
	for {
		t, err := s.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		e, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		switch e.Name.Local {
		case "TS":
			if l := xmlscan.Attr(e, "language"); l != "" {
				if tgt, err = ParseTag(l); err != nil {
					return fmt.Errorf("line %d: %q is not a language; correct it", s.Line(), l)
				}
			}
			l := xmlscan.Attr(e, "sourcelanguage")
			if l == "" {
				src = b.source(language.English)
			} else if src, err = ParseTag(l); err != nil {
				return fmt.Errorf("line %d: %q is not a language; correct it", s.Line(), l)
			}
		case "source":
			if source, err = s.Text(); err != nil {
				return unexpected(err)
			}
		case "translation":
			kind := xmlscan.Attr(e, "type")
			target, err := lastForm(s)
			if err != nil {
				return unexpected(err)
			}
			if kind == "obsolete" || kind == "vanished" {
				b.leaveObsolete()
				continue
			}
			if kind == "unfinished" && target != "" {
				b.leaveUnfinished()
				target = ""
			}
			if tgt == language.Und && target != "" {
				if tgt = b.target(); tgt == language.Und {
					tgt = languageInName(name)
				}
			}
			u, err := b.begin()
			if err == nil {
				err = b.put(u, src, source)
			}
			if err == nil && target != "" && tgt == language.Und {
				err = fmt.Errorf(`line %d: the file does not say which language it is translated into; `+
					`name it with --langs, or add the attribute language to its first element`, s.Line())
			}
			if err == nil {
				err = b.put(u, tgt, target)
			}
			if err != nil {
				return err
			}
		}
	}
}

// lastForm returns the text of a <translation>, of plural forms the last.
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
