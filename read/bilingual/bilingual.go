// Package bilingual reads files whose sentences are paired already: translation memories (TMX,
// Wordfast), XLIFF of any tool and packages of such files, TTX, catalogues of gettext, Qt and
// Xcode, and what this project writes as JSON Lines. It also pairs what documents hold beside one
// another: tables in two languages, see [FromTables], and resource files with the same keys, see
// [Join].
//
//	file, err := bilingual.Read(ctx, "old.xliff", in)
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
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/read"
	"github.com/bitext-go/bitext/read/internal/part"
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

	// Details holds, for each bead, what the file says of the unit besides its wording; see
	// [File.Detail]. It is nil if the file says nothing, and so is an element.
	Details []*tmx.Unit

	// Notes report what else was left out, which characters were lost, and what was assumed.
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
func Detect(name string, raw []byte) bool { return read.DetectBilingual(name, raw) }

// Read reads a file, which may be compressed with gzip. Errors and Texts call it name. Damaged
// units of TMX are left out and reported in File.Damage. Damaged XLIFF is an error, and so is a
// file without units. If ctx is cancelled, Read stops reading in and the error wraps ctx.Err().
//
// XLIFF, PO and Qt's TS may not name their languages. Then langs are the language of the source and
// that of the translation, or the latter alone, and File.Notes say so.
func Read(ctx context.Context, name string, in io.Reader, langs ...language.Tag) (*File, error) {
	b := &builder{hints: langs}
	err := b.readSafely(name, part.Cancelled(ctx, in))
	if ctx.Err() != nil {
		err = ctx.Err()
	}
	if err == nil {
		err = b.check()
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return b.file(filepath.Base(name)), nil
}

// readSafely reads a file. A reader that panics fails this file only.
func (b *builder) readSafely(name string, in io.Reader) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("the program failed on it: %v; report that, with the file if you can", p)
		}
	}()
	return b.read(name, in)
}

// read reads a file in any of the formats.
func (b *builder) read(name string, in io.Reader) error {
	buffered := bufio.NewReaderSize(in, 8192)
	if head, _ := buffered.Peek(2); len(head) == 2 && head[0] == 0x1F && head[1] == 0x8B {
		z, err := gzip.NewReader(buffered)
		if err != nil {
			return fmt.Errorf("damaged gzip data (%w); download or copy the file again", err)
		}
		buffered = bufio.NewReaderSize(z, 8192)
	}
	head, _ := buffered.Peek(4096)
	if bytes.HasPrefix(head, []byte("PK\x03\x04")) {
		return b.readPackage(buffered)
	}
	switch format := read.Detect(name, head); format {
	case read.TMX:
		return b.readTMX(b.inUTF8(buffered))
	case read.XLIFF:
		return b.readXLIFF(name, b.inUTF8(buffered))
	case read.PO:
		return b.readPO(name, buffered)
	case read.TTX:
		return b.readTTX(b.inUTF8(buffered))
	case read.QtTS:
		return b.readTS(name, buffered)
	case read.XCStrings:
		return b.readXCStrings(buffered)
	case read.Wordfast:
		return b.readWordfast(buffered)
	case read.BeadsJSONL:
		return b.readJSONL(buffered)
	}
	return errors.New("its sentences are not paired; read documents with package read")
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
	var details []*tmx.Unit
	for _, i := range order {
		out.Texts = append(out.Texts, f.Texts[i])
	}
	for k, b := range f.Beads {
		c := align.Bead{Boundary: b.Boundary, Translation: b.Translation}
		full := false
		for _, i := range order {
			c.Ranges = append(c.Ranges, b.Ranges[i])
			full = full || b.Ranges[i].Len() > 0
		}
		if !full {
			continue
		}
		out.Beads = append(out.Beads, c)
		if f.Details != nil {
			details = append(details, reordered(f.Details[k], order))
		}
	}
	out.Details = details
	return out, true
}
