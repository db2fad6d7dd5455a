package bilingual

import (
	"encoding/xml"
	"io"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/read/internal/part"
	"github.com/bitext-go/bitext/read/internal/xmlscan"
)

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
			tag, err := parseTagAt(s.Line(), xmlscan.Attr(e, "Lang"))
			if err != nil {
				return err
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
