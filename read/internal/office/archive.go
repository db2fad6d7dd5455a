// Package office reads files of office programs: DOCX, XLSX and PPTX (Office Open XML), ODT and ODS
// (OpenDocument), RTF, and IDML (InDesign).
package office

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/bitext-go/bitext/read/internal/part"
	"github.com/bitext-go/bitext/read/internal/xmlscan"
)

// A Document is the content of such a file.
type Document struct {
	Paragraphs []part.Paragraph
	LeftOut    []part.LeftOut
}

// leave notes something that is left out, once.
func (d *Document) leave(what string) {
	l := part.LeftOut{What: what}
	if !slices.Contains(d.LeftOut, l) {
		d.LeftOut = append(d.LeftOut, l)
	}
}

// An archive is a zip archive.
type archive struct {
	files  map[string]*zip.File // by name; the first of two with one name
	bounds part.Bounds
}

// Read reads a document in a zip archive.
func Read(raw []byte, bounds part.Bounds) (*Document, error) {
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return nil, part.Damaged(
			fmt.Errorf("damaged or incomplete zip archive (%w); download or copy the file again", err),
		)
	}
	if len(z.File) > bounds.Files {
		return nil, bounds.TooManyFiles()
	}
	a := &archive{map[string]*zip.File{}, bounds}
	for _, f := range z.File {
		if name := strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"); a.files[name] == nil {
			a.files[name] = f
		}
	}
	switch {
	case a.files["content.xml"] != nil:
		return a.openDocument()
	case a.files["xl/workbook.xml"] != nil:
		return a.workbook()
	case a.files["ppt/presentation.xml"] != nil:
		return a.presentation()
	case a.files["designmap.xml"] != nil:
		return a.idml()
	case a.files["[Content_Types].xml"] != nil || a.files["word/document.xml"] != nil:
		return a.officeOpen()
	}
	return nil, errors.New("the zip archive is not a document; unpack it and name the files in it")
}

// open opens a file of the archive. Scanners bound its size after unpacking, whatever size the
// archive declares.
func (a *archive) open(name string) (io.ReadCloser, error) {
	f := a.files[name]
	if f == nil {
		return nil, part.Damaged(fmt.Errorf(
			"damaged archive: %s is missing; save the file again with the program that made it", name))
	}
	if f.UncompressedSize64 > uint64(a.bounds.Bytes) {
		return nil, a.bounds.TooManyBytes(name + " in it, unpacked,")
	}
	if f.Flags&1 != 0 {
		return nil, part.Mark(part.ErrProtected, errors.New("encrypted; save the document without a password"))
	}
	in, err := f.Open()
	if err != nil {
		return nil, part.Damaged(fmt.Errorf(
			"%s in it cannot be unpacked (%w); save the file again with the program that made it", name, err))
	}
	return in, nil
}

// scan calls do with a scanner of a file in the archive.
func (a *archive) scan(name string, do func(*xmlscan.Scanner) error) error {
	in, err := a.open(name)
	if err != nil {
		return err
	}
	defer in.Close()
	return do(xmlscan.New(in, name, a.bounds))
}

// drawings returns what of an Office Open XML archive is drawn and not read.
func (a *archive) drawings() []part.LeftOut {
	for name := range a.files {
		base := path.Base(name)
		if strings.HasSuffix(base, ".xml") && (strings.Contains(name, "/diagrams/data") ||
			strings.Contains(name, "/charts/chart")) {
			return []part.LeftOut{{What: "text of diagrams and charts"}}
		}
	}
	return nil
}

// head returns the first 64 KiB of a file in the archive; "" if there is no such file.
func (a *archive) head(name string) string {
	if a.files[name] == nil {
		return ""
	}
	in, err := a.open(name)
	if err != nil {
		return ""
	}
	defer in.Close()
	b, _ := io.ReadAll(io.LimitReader(in, 1<<16))
	return string(b)
}
