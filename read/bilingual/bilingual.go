// Package bilingual reads files whose sentences are paired already: translation memories in TMX,
// and XLIFF 1.2 and 2.
//
//	file, err := bilingual.Read("old.xliff", in)
//	for _, bead := range file.Beads {
//		if unit, ok := tmx.NewUnit(bead, file.Texts...); ok {
//			…
//		}
//	}
//
// The result has the form that package align gives to documents, a text for each language and beads
// over them, and can be used in the same ways.
package bilingual

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/read"
	"github.com/bitext-go/bitext/read/internal/xmlscan"
	"github.com/bitext-go/bitext/segment"
)

// A File is the content of a bilingual file.
type File struct {
	// Texts has one text for each language, in the order in which the languages appear. Each
	// sentence is the wording of one unit, without markup, and its line is the number of the unit.
	Texts []*segment.Text

	// Beads are the units. The range of a text is empty if the unit lacks the language. The
	// confidences are those that this project wrote into the file, as properties of TMX or notes
	// of XLIFF; 1 for other files, since a person or a tool vouched for the unit.
	Beads []align.Bead

	// Notes report what else was left out.
	Notes []read.Note

	// Damage reports the units that were left out because they cannot be read, in order.
	Damage []error
}

// Bounds of what is read. A file beyond them is an error.
const (
	MaxUnits = 1_000_000
	MaxBytes = 256 << 20 // the size of XLIFF after unpacking, and of the wording of all units together
)

// Detect reports whether this package reads a file, by its name and its content, of which the first
// 4096 bytes are enough unless the file is a zip archive.
func Detect(name string, raw []byte) bool { return read.Detect(name, raw).Bilingual() }

// Read reads a file, which may be compressed with gzip. Errors and Texts call it name. Damaged
// units of TMX are left out and reported in File.Damage. Damaged XLIFF is an error, and so is a
// file without units.
func Read(name string, in io.Reader) (*File, error) {
	buffered := bufio.NewReaderSize(in, 8192)
	if head, _ := buffered.Peek(2); len(head) == 2 && head[0] == 0x1F && head[1] == 0x8B {
		z, err := gzip.NewReader(buffered)
		if err != nil {
			return nil, fmt.Errorf("%s: damaged gzip data (%w); download or copy the file again", name, err)
		}
		buffered = bufio.NewReaderSize(z, 8192)
	}
	head, _ := buffered.Peek(4096)
	b := &builder{}
	var err error
	switch root := xmlscan.Root(head); root {
	case "tmx":
		err = b.readTMX(buffered)
	case "xliff":
		err = b.readXLIFF(buffered)
	default:
		err = errors.New("neither TMX nor XLIFF; read documents with package read")
	}
	if err == nil {
		err = b.check()
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return b.file(filepath.Base(name)), nil
}

// Select returns a file with the texts in these languages, in that order, and the units that have
// one of them. A language selects the text with the same tag, else the first text with the same
// base language. ok is false if a language has no text of its own.
func (f *File) Select(langs ...language.Tag) (selected *File, ok bool) {
	var order []int
	for _, l := range langs {
		i := slices.IndexFunc(f.Texts, func(t *segment.Text) bool { return t.Lang == l })
		if i < 0 {
			i = slices.IndexFunc(f.Texts, func(t *segment.Text) bool { return langtag.SameBase(t.Lang, l) })
		}
		if i < 0 || slices.Contains(order, i) {
			return nil, false
		}
		order = append(order, i)
	}
	out := &File{Damage: f.Damage, Notes: f.Notes}
	for _, i := range order {
		out.Texts = append(out.Texts, f.Texts[i])
	}
	for _, b := range f.Beads {
		c := align.Bead{Boundary: b.Boundary, Translation: b.Translation}
		full := false
		for _, i := range order {
			c.Ranges = append(c.Ranges, b.Ranges[i])
			full = full || b.Ranges[i].Len() > 0
		}
		if full {
			out.Beads = append(out.Beads, c)
		}
	}
	return out, true
}
