package read

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/read/internal/part"
	"github.com/bitext-go/bitext/read/internal/web"
	"github.com/bitext-go/bitext/read/internal/xmlscan"
)

// epub reads the pages of an electronic book in reading order. The list of contents is left out.
func (r *Reader) epub(d *Document, s *source) error {
	z, err := zip.NewReader(bytes.NewReader(s.raw), int64(len(s.raw)))
	if err != nil {
		return part.Damaged(fmt.Errorf("damaged or incomplete zip archive (%w); download or copy the file again", err))
	}
	if len(z.File) > r.bounds().Files {
		return r.bounds().TooManyFiles()
	}
	b := &book{r: r, files: map[string]*zip.File{}}
	for _, f := range z.File {
		b.files[strings.TrimPrefix(path.Clean("/"+f.Name), "/")] = f
	}
	if b.files["META-INF/encryption.xml"] != nil && b.files["META-INF/rights.xml"] != nil {
		return part.Mark(ErrProtected, errors.New("the book is protected (DRM); get it without protection"))
	}
	pages, err := b.pages(d)
	if err != nil {
		return err
	}
	left := r.bounds().Bytes
	for _, name := range pages {
		raw, err := b.read(name)
		if err != nil {
			return err
		}
		if left -= int64(len(raw)); left < 0 {
			return r.bounds().TooManyBytes("its unpacked content")
		}
		text, err := r.decode(d, raw, declaredEncoding(raw))
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		page, err := web.Read(text, r.bounds(), web.Options{Metadata: r.Metadata, Book: true})
		if err != nil {
			return err
		}
		for _, p := range page.Paragraphs {
			p.Line = 0
			if p.Table > 0 {
				p.Table += b.tables
			}
			b.paragraphs = append(b.paragraphs, p)
		}
		if n := len(b.paragraphs); n > 0 {
			b.tables = max(b.tables, b.paragraphs[n-1].Table)
		}
	}
	d.setParagraphs(b.paragraphs, b.leftOut)
	return nil
}

// A book is an EPUB file.
type book struct {
	r          *Reader
	files      map[string]*zip.File
	paragraphs []part.Paragraph
	leftOut    []part.LeftOut
	tables     int
}

// read returns a file of the book.
func (b *book) read(name string) ([]byte, error) {
	f := b.files[name]
	if f == nil {
		return nil, part.Damaged(fmt.Errorf("damaged book: %s is missing; download or copy it again", name))
	}
	in, err := f.Open()
	if err != nil {
		return nil, part.Damaged(fmt.Errorf("%s in it cannot be unpacked (%w); download or copy it again", name, err))
	}
	defer in.Close()
	return b.r.readAll(in, name+" in it, unpacked,")
}

// elements calls do with each element of an XML file of the book.
func (b *book) elements(name string, do func(s *xmlscan.Scanner, e xml.StartElement)) error {
	raw, err := b.read(name)
	if err != nil {
		return err
	}
	s := xmlscan.New(bytes.NewReader(raw), name, b.r.bounds())
	for {
		t, err := s.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if e, ok := t.(xml.StartElement); ok {
			do(s, e)
		}
	}
}

// pages returns the names of the pages in reading order, and sets the languages of the document.
func (b *book) pages(d *Document) ([]string, error) {
	list := ""
	err := b.elements("META-INF/container.xml", func(_ *xmlscan.Scanner, e xml.StartElement) {
		if e.Name.Local == "rootfile" && list == "" {
			list = xmlscan.Attr(e, "full-path")
		}
	})
	if err != nil {
		return nil, err
	}
	type item struct {
		name string
		page bool
	}
	items := map[string]item{}
	var pages []string
	err = b.elements(list, func(s *xmlscan.Scanner, e xml.StartElement) {
		switch e.Name.Local {
		case "language":
			if t, err := s.Next(); err == nil {
				if text, ok := t.(xml.CharData); ok {
					if tag, err := language.Parse(strings.TrimSpace(string(text))); err == nil {
						d.Langs = append(d.Langs, tag)
					}
				}
			}
		case "item":
			media := xmlscan.Attr(e, "media-type")
			page := strings.Contains(media, "html") && !strings.Contains(xmlscan.Attr(e, "properties"), "nav")
			name := xmlscan.Attr(e, "href")
			if plain, err := url.PathUnescape(name); err == nil {
				name = plain
			}
			items[xmlscan.Attr(e, "id")] = item{path.Join(path.Dir(list), name), page}
		case "itemref":
			switch i := items[xmlscan.Attr(e, "idref")]; {
			case i.page:
				pages = append(pages, i.name)
			case i.name != "":
				b.leftOut = append(b.leftOut, part.LeftOut{What: "table of contents"})
			}
		}
	})
	return pages, err
}
