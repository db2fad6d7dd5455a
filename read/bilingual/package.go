package bilingual

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
)

// packed are the extensions of files that are read in a package of a translators' tool, such as
// SDLPPX and MQXLZ, or in a zip archive of memories.
var packed = []string{".tmx", ".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff", ".txlf"}

// readPackage reads all bilingual files in a zip archive, in the order of their names.
func (b *builder) readPackage(in io.Reader) error {
	raw, err := readAll(in)
	if err != nil {
		return err
	}
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return fmt.Errorf("damaged or incomplete zip archive (%w); download or copy the file again", err)
	}
	files := slices.Clone(z.File)
	slices.SortFunc(files, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	for _, f := range files {
		if !slices.Contains(packed, strings.ToLower(path.Ext(f.Name))) || f.UncompressedSize64 > MaxBytes {
			continue
		}
		if err := b.readMember(f); err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
	}
	return nil
}

// readMember reads one file of a package.
func (b *builder) readMember(f *zip.File) error {
	if f.Flags&1 != 0 {
		return fmt.Errorf("encrypted; make the package again without a password")
	}
	in, err := f.Open()
	if err != nil {
		return fmt.Errorf("cannot be unpacked (%w); download or copy the package again", err)
	}
	defer in.Close()
	return b.read(f.Name, in)
}
