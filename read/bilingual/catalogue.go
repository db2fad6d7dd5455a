package bilingual

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/internal/lazyregexp"
	"github.com/bitext-go/bitext/read/charset"
	"github.com/bitext-go/bitext/read/internal/part"
	"github.com/bitext-go/bitext/read/internal/xmlscan"
)

// readXCStrings reads a string catalogue of Xcode, which has all languages. A string without a text
// in the source language is its own key. Translations in the state "new" or "needs_review" are left
// out, and of variations by number "other" is read.
func (b *builder) readXCStrings(in io.Reader) error {
	raw, err := readAll(in)
	if err != nil {
		return err
	}
	type unit struct {
		StringUnit *struct{ State, Value string }
		Variations *struct {
			Plural map[string]struct {
				StringUnit *struct{ State, Value string }
			}
		}
	}
	var catalogue struct {
		SourceLanguage string
		Strings        map[string]struct {
			ShouldTranslate *bool
			Localizations   map[string]unit
		}
	}
	if err := json.Unmarshal(raw, &catalogue); err != nil {
		return fmt.Errorf("damaged JSON (%w); save the catalogue again", err)
	}
	src, err := ParseTag(catalogue.SourceLanguage)
	if err != nil {
		return fmt.Errorf("the source language %q is not a language; correct it", catalogue.SourceLanguage)
	}
	for _, key := range slices.Sorted(maps.Keys(catalogue.Strings)) {
		s := catalogue.Strings[key]
		if s.ShouldTranslate != nil && !*s.ShouldTranslate {
			b.leaveFixed()
			continue
		}
		u, err := b.begin()
		if err != nil {
			return err
		}
		if _, there := s.Localizations[catalogue.SourceLanguage]; !there {
			if err := b.put(u, src, key); err != nil {
				return err
			}
		}
		for _, l := range slices.Sorted(maps.Keys(s.Localizations)) {
			tag, err := ParseTag(l)
			if err != nil {
				return fmt.Errorf("%q is not a language; correct it", l)
			}
			value := s.Localizations[l].StringUnit
			if v := s.Localizations[l].Variations; value == nil && v != nil {
				value = v.Plural["other"].StringUnit
			}
			switch {
			case value == nil:
			case value.State == "new" || value.State == "needs_review":
				b.leaveUnfinished()
			default:
				if err := b.put(u, tag, value.Value); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// readTTX reads a document of Trados TagEditor: text in <Tuv> elements, with codes in <ut>.
func (b *builder) readTTX(in io.Reader) error {
	s := xmlscan.New(in, xmlscan.WholeFile, part.Bounds{Bytes: MaxBytes, Depth: 1000})
	var u *unit
	var numbers numbering
	for {
		t, err := s.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		e, ok := t.(xml.StartElement)
		switch {
		case !ok:
		case e.Name.Local == "Raw":
			b.unsegmented = true
		case e.Name.Local == "Tu":
			numbers = numbering{}
			if u, err = b.begin(); err != nil {
				return err
			}
		case e.Name.Local == "Tuv" && u != nil:
			tag, err := ParseTag(xmlscan.Attr(e, "Lang"))
			if err != nil {
				return fmt.Errorf("line %d: %q is not a language; correct it", s.Line(), xmlscan.Attr(e, "Lang"))
			}
			var c content
			if err := c.read(s); err != nil {
				return unexpected(err)
			}
			v := tmx.Variant{Lang: tag, Text: c.text.String(), Inline: numbers.inline(c.codes)}
			if err := b.putVariant(u, v); err != nil {
				return err
			}
		}
	}
}

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

// readWordfast reads a memory of Wordfast (TXT): after the first line, each line is a unit of
// fields separated by tabs, of which the fourth and the sixth are the languages and the fifth and
// the seventh the texts. Codes of formatting ("&tA;") become placeholders.
func (b *builder) readWordfast(in io.Reader) error {
	raw, err := readAll(in)
	if err != nil {
		return err
	}
	name, _ := charset.Detect(raw)
	text, _, err := charset.Decode(raw, name)
	if err != nil {
		return err
	}
	n := 0
	for line := range strings.Lines(text) {
		if n++; n == 1 && strings.HasPrefix(strings.TrimPrefix(line, "\uFEFF"), "%") {
			continue
		}
		fields := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		if len(fields) < 7 {
			if strings.TrimSpace(line) != "" {
				b.damage = append(b.damage, fmt.Errorf("line %d: unit left out: it has %d fields, and 7 are needed",
					n, len(fields)))
			}
			continue
		}
		u, err := b.begin()
		if err != nil {
			return err
		}
		for _, i := range []int{3, 5} {
			tag, err := ParseTag(strings.TrimPrefix(fields[i], "%"))
			if err != nil {
				return fmt.Errorf("line %d: %q is not a language; correct it", n, fields[i])
			}
			if err := b.putVariant(u, wordfastVariant(tag, fields[i+1])); err != nil {
				return err
			}
		}
	}
	return nil
}

// wordfastVariant returns a text of Wordfast as a variant.
func wordfastVariant(tag language.Tag, text string) tmx.Variant {
	v := tmx.Variant{Lang: tag}
	var b strings.Builder
	from := 0
	for _, at := range wordfastCode.FindAllStringIndex(text, -1) {
		b.WriteString(wordfastCharacters.Replace(text[from:at[0]]))
		from = at[1]
		code := tmx.Code{Element: "ph", Content: escaped(text[at[0]:at[1]])}
		v.Inline = append(v.Inline, code.Inline(b.Len()))
	}
	b.WriteString(wordfastCharacters.Replace(text[from:]))
	v.Text = b.String()
	return v
}

// wordfastCode is a code of formatting.
var wordfastCode = lazyregexp.New(`&t[A-Z];`)

// wordfastCharacters replaces what Wordfast writes for characters that its format cannot hold.
var wordfastCharacters = strings.NewReplacer("&'0A;", " ", "&'0D;", " ", "&'09;", " ", "&'26;", "&", "&'A0;", "\u00A0",
	"&'7F;", "")
