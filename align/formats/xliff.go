package formats

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/xmltext"
)

// NewXLIFF returns a writer of a bilingual file in XLIFF 2.1, with one unit of one segment a row.
// Rows that lack a language are left out. The confidences are notes of the categories "boundary"
// and "translation". Inline codes are spans and placeholders that refer to the original codes, so
// that reading the file again gives the same codes. Characters that XML cannot hold become <cp>, as
// XLIFF has it; bytes that are not UTF-8 are left out. A file without rows is not valid XLIFF,
// which needs at least one unit.
func NewXLIFF(file io.Writer, source, target language.Tag) *Writer {
	w := newWriter(2, file)
	w.head = func() string {
		return fmt.Sprintf(xliffHead, source, target)
	}
	var buf []byte
	w.row = func(r *Row) (bool, error) {
		if !r.full() {
			return false, nil
		}
		buf = append(buf[:0], "    <unit id=\"u"...)
		buf = strconv.AppendInt(buf, int64(w.rows+1), 10)
		buf = append(buf, "\">\n      <notes><note category=\"boundary\">"...)
		buf = append(append(buf, score(r.Boundary)...), "</note><note category=\"translation\">"...)
		buf = append(append(buf, score(r.Translation)...), "</note></notes>\n"...)
		var codes xliffCodes
		source, target := codes.content(r, 0), codes.content(r, 1)
		buf = codes.originalData(buf)
		buf = append(buf, "      <segment state=\"translated\">\n        <source>"...)
		buf = append(append(buf, source...), "</source>\n        <target>"...)
		buf = append(append(buf, target...), "</target>\n      </segment>\n    </unit>\n"...)
		w.put(0, string(buf))
		return true, w.err
	}
	w.tail = func() string { return "  </file>\n</xliff>\n" }
	return w
}

const xliffHead = `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="%v" trgLang="%v">
  <file id="f1">
`

// content appends a wording as XLIFF has it.
func content(buf []byte, s string) []byte {
	from := 0
	for i, r := range s {
		if xmltext.Legal(r) {
			continue
		}
		buf, _ = xmltext.Escape(buf, s[from:i])
		buf = fmt.Appendf(buf, "<cp hex=\"%04X\"/>", r)
		from = i + utf8.RuneLen(r)
	}
	buf, _ = xmltext.Escape(buf, s[from:])
	return buf
}

// ReadXLIFF returns the rows of a file that [NewXLIFF] wrote, and the wording of other files in
// XLIFF 2: one row a segment, without its markup.
func ReadXLIFF(file io.Reader) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		d := xml.NewDecoder(file)
		var row Row
		for {
			t, err := d.Token()
			if err == io.EOF {
				return
			}
			start, ok := t.(xml.StartElement)
			var s xliffSegment
			switch {
			case err != nil:
			case ok && start.Name.Local == "unit":
				row = Row{}
			case ok && start.Name.Local == "note":
				err = row.note(d, start)
			case ok && start.Name.Local == "segment":
				err = d.DecodeElement(&s, &start)
				row.Texts = []string{string(s.Source), string(s.Target)}
				if err == nil && !yield(row, nil) {
					return
				}
			}
			if err != nil {
				n, _ := d.InputPos()
				yield(Row{}, at(n, err))
				return
			}
		}
	}
}

type xliffSegment struct {
	Source xliffText `xml:"source"`
	Target xliffText `xml:"target"`
}

// xliffText is the wording of <source> or <target>.
type xliffText string

// UnmarshalXML implements [xml.Unmarshaler].
func (x *xliffText) UnmarshalXML(d *xml.Decoder, _ xml.StartElement) error {
	var b strings.Builder
	for depth := 0; ; {
		t, err := d.Token()
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.CharData:
			b.Write(t)
		case xml.StartElement:
			depth++
			if t.Name.Local == "cp" {
				r, err := codePoint(t)
				if err != nil {
					return err
				}
				b.WriteRune(r)
			}
		case xml.EndElement:
			if depth--; depth < 0 {
				*x = xliffText(b.String())
				return nil
			}
		}
	}
}

// codePoint returns the character of a <cp>.
func codePoint(t xml.StartElement) (rune, error) {
	for _, a := range t.Attr {
		if a.Name.Local == "hex" {
			r, err := strconv.ParseUint(a.Value, 16, 32)
			if err != nil || !utf8.ValidRune(rune(r)) {
				return 0, fmt.Errorf("<cp hex=%q> is not a character", a.Value)
			}
			return rune(r), nil
		}
	}
	return 0, errors.New("<cp> has no attribute hex")
}
