// Package office reads documents of word processors: DOCX (Office Open XML) and ODT (OpenDocument).
package office

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/bitext-go/bitext/read/internal/part"
	"github.com/bitext-go/bitext/read/internal/xmlscan"
)

// A Document is what one of these files holds.
type Document struct {
	Format     string // "docx" or "odt"
	Paragraphs []part.Paragraph
	LeftOut    []part.LeftOut
}

// An archive is the files in a zip archive.
type archive struct {
	files  map[string]*zip.File
	bounds part.Bounds
}

// Read reads the document that a zip archive is.
func Read(raw []byte, bounds part.Bounds) (*Document, error) {
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return nil, fmt.Errorf("it is a damaged or cut off zip archive (%w); get it again from where it came from", err)
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
	case a.files["[Content_Types].xml"] != nil || a.files["word/document.xml"] != nil:
		return a.officeOpen()
	case a.files["META-INF/container.xml"] != nil:
		return nil, errors.New("it is an electronic book; take the pages of HTML out of it (it is a zip archive) and name those")
	}
	return nil, errors.New("it is a zip archive but no document; unpack it and name the files in it")
}

// open opens a file of the archive. Its size after unpacking is bounded, whatever the archive says
// of it.
func (a *archive) open(name string) (io.ReadCloser, error) {
	f := a.files[name]
	if f == nil {
		return nil, fmt.Errorf("%s is missing in it, so that it is damaged; save it again with the program that made it", name)
	}
	if f.UncompressedSize64 > uint64(a.bounds.Bytes) {
		return nil, a.bounds.TooManyBytes(name + " in it, unpacked,")
	}
	if f.Flags&1 != 0 {
		return nil, errors.New("it is encrypted; save it without a password")
	}
	in, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%s in it cannot be unpacked (%w); save it again with the program that made it", name, err)
	}
	return in, nil
}

// scan walks a file of the archive with do.
func (a *archive) scan(name string, do func(*xmlscan.Scanner) error) error {
	in, err := a.open(name)
	if err != nil {
		return err
	}
	defer in.Close()
	return do(xmlscan.New(in, name, a.bounds))
}

// small returns the beginning of a file of the archive, "" without one.
func (a *archive) small(name string) string {
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
