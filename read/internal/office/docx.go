package office

import (
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strconv"
	"strings"

	"github.com/bitext-go/bitext/read/internal/part"
	"github.com/bitext-go/bitext/read/internal/xmlscan"
	"github.com/bitext-go/bitext/segment/layout"
)

// officeOpen reads DOCX.
func (a *archive) officeOpen() (*Document, error) {
	main := a.mainPart()
	if main == "" {
		return nil, errors.New("the Office Open XML archive holds no text; save the document as DOCX")
	}
	doc := &Document{}
	folder := path.Dir(main)
	lists, err := a.readLists(folder)
	if err != nil {
		return nil, err
	}
	d := docxReader{notes: map[string][]part.Paragraph{}, doc: doc, lists: lists}
	for _, name := range []string{"footnotes", "endnotes"} {
		file := path.Join(folder, name+".xml")
		if a.files[file] == nil {
			continue
		}
		kind := strings.TrimSuffix(name, "s")
		if err := a.scan(file, func(s *xmlscan.Scanner) error { return d.readNotes(s, kind) }); err != nil {
			return nil, err
		}
	}
	if err := a.scan(main, d.read); err != nil {
		return nil, err
	}
	if d.contents > 0 {
		doc.LeftOut = append(doc.LeftOut, part.LeftOut{What: "table of contents"})
	}
	doc.Paragraphs = append(d.w.done, d.endnotes...)
	if d.imported && len(doc.Paragraphs) == 0 {
		return nil, part.Mark(part.ErrEmpty, errors.New("its text is another document inside it (altChunk); "+
			"open it in Word, and save it again"))
	}
	if d.imported {
		doc.leave("another document inside it (altChunk)")
	}
	doc.LeftOut = append(doc.LeftOut, a.drawings()...)
	for name := range a.files {
		if base := path.Base(name); strings.HasPrefix(base, "header") || strings.HasPrefix(base, "footer") {
			doc.LeftOut = append(doc.LeftOut, part.LeftOut{What: "heads and feet of the pages"})
			break
		}
	}
	return doc, nil
}

// mainPart returns the name of the file that holds the text; "" if there is none.
func (a *archive) mainPart() string {
	const relation = "/officeDocument"
	found := ""
	s := xmlscan.New(strings.NewReader(a.head("_rels/.rels")), "_rels/.rels", a.bounds)
	for found == "" {
		t, err := s.Next()
		if err != nil {
			break
		}
		e, ok := t.(xml.StartElement)
		if ok && e.Name.Local == "Relationship" && strings.HasSuffix(xmlscan.Attr(e, "Type"), relation) {
			found = strings.TrimPrefix(path.Clean("/"+xmlscan.Attr(e, "Target")), "/")
		}
	}
	if a.files[found] == nil || strings.HasPrefix(found, "xl/") || strings.HasPrefix(found, "ppt/") {
		found = "word/document.xml"
	}
	if a.files[found] == nil {
		return ""
	}
	return found
}

// special adds the tab, the break, the symbol or the note that an element of a run represents.
func (d *docxReader) special(e xml.StartElement) {
	switch e.Name.Local {
	case "sym":
		code, err := strconv.ParseUint(xmlscan.Attr(e, "char"), 16, 32)
		if r, ok := symbol(xmlscan.Attr(e, "font"), rune(code)); ok && err == nil {
			d.w.text(string(r))
		} else {
			d.doc.leave("a symbol of the font " + xmlscan.Attr(e, "font"))
		}
	case "tab", "ptab":
		d.w.text("\t")
	case "br", "cr":
		if kind := xmlscan.Attr(e, "type"); kind == "page" || kind == "column" {
			d.w.text(" ")
		} else {
			d.w.text(layout.LineSeparator)
		}
	case "noBreakHyphen":
		d.w.text("\u2011")
	case "footnoteReference":
		d.w.follow(d.notes["footnote"+xmlscan.Attr(e, "id")])
	case "endnoteReference":
		d.endnotes = append(d.endnotes, d.notes["endnote"+xmlscan.Attr(e, "id")]...)
	}
}

// readNotes reads the footnotes or the endnotes.
func (d *docxReader) readNotes(s *xmlscan.Scanner, kind string) error {
	for {
		t, err := s.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		e, ok := t.(xml.StartElement)
		if !ok || e.Name.Local != kind {
			continue
		}
		if xmlscan.Attr(e, "type") != "" { // the line above the notes
			if err := s.Skip(); err != nil {
				return err
			}
			continue
		}
		note := docxReader{doc: d.doc, lists: d.lists.styled()}
		if err := note.read(s); err != nil {
			return err
		}
		d.notes[kind+xmlscan.Attr(e, "id")] = note.w.done
	}
}
