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
// What comes out is what package align makes of documents, a text for each language and beads over
// them, so that whatever works on the one works on the other: a file becomes a memory, a table or a
// page, and is checked or reviewed.
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
	"github.com/bitext-go/bitext/read/internal/xmlscan"
	"github.com/bitext-go/bitext/segment"
)

// A File is what a file holds.
type File struct {
	// Texts holds the wording, one text a language, in the order in which the languages appear.
	// Each is cut as the file has it: sentence k is the wording of one unit, without markup, and
	// its line is the number of that unit.
	Texts []*segment.Text

	// Beads are the units: bead k holds the sentence of unit k in each text, and none where the
	// unit lacks the language. Both confidences are those that the unit has where this project has
	// written the file, as properties of TMX or as notes of XLIFF, else 1: somebody put it there.
	Beads []align.Bead

	// Damage is what was left out because it cannot be read, in the order of the lines.
	Damage []error
}

// Bounds of what is read; more is an error that says so.
const (
	MaxUnits = 1_000_000
	MaxBytes = 256 << 20 // of XLIFF after unpacking, and of the wording of all units together
)

// Is reports whether a file is TMX or XLIFF by its beginning, of which some thousand bytes are
// enough.
func Is(head []byte) bool {
	root := xmlscan.Root(head)
	return root == "tmx" || root == "xliff"
}

// Read reads the file in in, which may be compressed with gzip; name is what errors and Texts call
// it. Units of a memory that are damaged are left out, see File.Damage; XLIFF that is damaged is an
// error, and so is a file without any unit.
func Read(name string, in io.Reader) (*File, error) {
	buffered := bufio.NewReaderSize(in, 8192)
	if head, _ := buffered.Peek(2); len(head) == 2 && head[0] == 0x1F && head[1] == 0x8B {
		z, err := gzip.NewReader(buffered)
		if err != nil {
			return nil, fmt.Errorf("%s: it is damaged gzip (%w); get it again from where it came from", name, err)
		}
		buffered = bufio.NewReaderSize(z, 8192)
	}
	head, _ := buffered.Peek(4096)
	b := &builder{}
	var err error
	switch root := xmlscan.Root(head); root {
	case "tmx":
		err = b.memory(buffered)
	case "xliff":
		err = b.xliff(buffered)
	default:
		err = errors.New("it is neither TMX nor XLIFF; read documents with package read")
	}
	if err == nil {
		err = b.check()
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return b.file(filepath.Base(name)), nil
}

// Select returns the file with the texts in these languages alone, in that order, and the units
// that have one of them; a language finds the text with that very tag, else the first with the same
// base language. ok is false where there is none.
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
	out := &File{Damage: f.Damage}
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
