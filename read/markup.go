package read

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/lazyregexp"
	"github.com/bitext-go/bitext/read/internal/markdown"
	"github.com/bitext-go/bitext/read/internal/office"
	"github.com/bitext-go/bitext/read/internal/web"
	"github.com/bitext-go/bitext/read/internal/xmlscan"
)

// office reads the formats of office programs that are in a zip archive, and flat ODT.
func (r *Reader) office(d *Document, s *source) (err error) {
	var doc *office.Document
	if s.begins("PK") {
		doc, err = office.Read(s.raw, r.bounds())
	} else {
		doc, err = office.ReadFlat(bytes.NewReader(s.raw), xmlscan.WholeFile, r.bounds())
	}
	if err != nil {
		return err
	}
	d.setParagraphs(doc.Paragraphs, doc.LeftOut)
	return nil
}

// rtf reads RTF.
func (r *Reader) rtf(d *Document, s *source) error {
	doc, err := office.ReadRTF(s.raw, r.bounds())
	if err != nil {
		return err
	}
	d.setParagraphs(doc.Paragraphs, doc.LeftOut)
	return nil
}

// markdown reads Markdown.
func (r *Reader) markdown(d *Document, s *source) error {
	text, err := r.decode(d, s.raw, "")
	if err != nil {
		return err
	}
	paragraphs, leftOut, l := markdown.Read(text)
	d.declare(l)
	d.setParagraphs(paragraphs, leftOut)
	return nil
}

// html reads HTML.
func (r *Reader) html(d *Document, s *source) error {
	text, err := r.decode(d, s.raw, declaredEncoding(s.raw))
	if err != nil {
		return err
	}
	page, err := web.Read(text, r.bounds(), web.Options{Metadata: r.Metadata})
	if err != nil {
		return err
	}
	for _, l := range page.Langs {
		d.declare(l)
	}
	d.setParagraphs(page.Paragraphs, page.LeftOut)
	return nil
}

// declare adds a language that the document names, if it is one.
func (d *Document) declare(name string) {
	if tag, err := language.Parse(name); err == nil && tag != language.Und && !slices.Contains(d.Langs, tag) {
		d.Langs = append(d.Langs, tag)
	}
}

var (
	xmlEncoding = lazyregexp.New(`^\s*<\?xml[^>]*\sencoding\s*=\s*["']([-\w.:]+)`)
	metaCharset = lazyregexp.New(`(?i)<meta\s[^>]*charset\s*=\s*["']?\s*([-\w.:]+)`)
)

// declaredEncoding returns the encoding that a page declares. A page whose declaration can be read
// as ASCII is not in UTF-16, so that one is ignored, as the HTML standard asks.
func declaredEncoding(raw []byte) string {
	head := raw[:min(len(raw), 4096)]
	for _, pattern := range []*lazyregexp.Regexp{xmlEncoding, metaCharset} {
		m := pattern.FindSubmatch(head)
		if m != nil && !strings.HasPrefix(strings.ToLower(string(m[1])), "utf-16") {
			return string(m[1])
		}
	}
	return ""
}
