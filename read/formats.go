package read

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"github.com/bitext-go/bitext/internal/quote"
	"github.com/bitext-go/bitext/read/internal/markdown"
	"github.com/bitext-go/bitext/read/internal/office"
	"github.com/bitext-go/bitext/read/internal/part"
	"github.com/bitext-go/bitext/read/internal/web"
	"github.com/bitext-go/bitext/segment/layout"
)

// office reads DOCX and ODT.
func (r *Reader) office(d *Document, raw []byte) (err error) {
	var doc *office.Document
	if bytes.HasPrefix(raw, []byte("PK")) {
		doc, err = office.Read(raw, r.bounds())
	} else {
		doc, err = office.ReadFlat(bytes.NewReader(raw), "the file", r.bounds())
	}
	if err != nil {
		return err
	}
	d.Format = Format(doc.Format)
	d.fill(doc.Paragraphs, doc.LeftOut)
	return nil
}

func (r *Reader) markdown(d *Document, raw []byte) error {
	text, err := r.decode(d, raw, "")
	if err != nil {
		return err
	}
	d.fill(markdown.Read(text))
	return nil
}

func (r *Reader) html(d *Document, raw []byte) error {
	text, err := r.decode(d, raw, declaredIn(raw))
	if err != nil {
		return err
	}
	page, err := web.Read(text, r.bounds())
	if err != nil {
		return err
	}
	for _, l := range page.Langs {
		if tag, err := language.Parse(l); err == nil && tag != language.Und && !slices.Contains(d.Langs, tag) {
			d.Langs = append(d.Langs, tag)
		}
	}
	d.fill(page.Paragraphs, page.LeftOut)
	return nil
}

var (
	xmlEncoding = regexp.MustCompile(`^\s*<\?xml[^>]*\sencoding\s*=\s*["']([-\w.:]+)`)
	metaCharset = regexp.MustCompile(`(?i)<meta\s[^>]*charset\s*=\s*["']?\s*([-\w.:]+)`)
)

// declaredIn returns the encoding that a page says it is in.
func declaredIn(raw []byte) string {
	head := raw[:min(len(raw), 4096)]
	for _, pattern := range []*regexp.Regexp{xmlEncoding, metaCharset} {
		if m := pattern.FindSubmatch(head); m != nil && !strings.HasPrefix(strings.ToLower(string(m[1])), "utf-16") {
			return string(m[1])
		}
	}
	return ""
}

// fill makes the body of a document of its paragraphs, and notes of what was left out.
func (d *Document) fill(paragraphs []part.Paragraph, leftOut []part.LeftOut) {
	d.Layout = layout.Keep
	var b strings.Builder
	line := 1
	for _, p := range paragraphs {
		text := clean(p.Text)
		if text == "" {
			continue
		}
		for ; line < p.Line; line++ {
			b.WriteByte('\n')
		}
		b.WriteString(text)
		b.WriteString(layout.ParagraphSeparator)
		if p.Line == 0 {
			b.WriteByte('\n')
		}
	}
	d.Body = b.String()
	for _, l := range leftOut {
		d.Notes = append(d.Notes, Note{Kind: LeftOut, First: l.First, Last: max(l.First, l.Last), What: l.What, Text: quote.Excerpt(clean(l.Text), inNote)})
	}
	slices.SortStableFunc(d.Notes, func(a, b Note) int { return a.First - b.First })
}

// clean returns the text of a paragraph in NFC, with single spaces, and without soft hyphens and
// what nobody can read. Spaces that do not break are the author's and stay.
func clean(s string) string {
	var b strings.Builder
	space := false
	for _, r := range strings.ToValidUTF8(s, "\uFFFD") {
		switch {
		case r == '\u2028':
			b.WriteRune(r)
			space = false
		case unicode.IsSpace(r) && r != '\u00A0' && r != '\u202F':
			space = b.Len() > 0 && !strings.HasSuffix(b.String(), layout.LineSeparator)
		case r == '\u00AD' || r == '\uFEFF' || r < ' ' || r == 0x7F:
		default:
			if space {
				b.WriteByte(' ')
			}
			space = false
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(strings.Trim(b.String(), layout.LineSeparator+" "))
}

// inNote is how many characters of a text that was left out a note quotes at most.
const inNote = 100
