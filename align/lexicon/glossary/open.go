package glossary

import (
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/text/language"
)

// Open reads a glossary of two languages. The ending of its name shows the format: .tsv or .txt,
// .csv, .dic, .tbx or .xml, .index or .dict or .dict.dz, .ifo. The other files of a dictionary must
// be beside the one that is named. If a glossary ends early, Open returns what was read and an
// error.
func Open(name string, source, target language.Tag) (*File, error) {
	f, err := open(name, source, target)
	if err != nil {
		return f, fmt.Errorf("%s: %w", name, err)
	}
	return f, nil
}

func open(name string, source, target language.Tag) (*File, error) {
	switch ext := strings.ToLower(filepath.Ext(strings.TrimSuffix(name, ".dz"))); ext {
	case ".tsv", ".txt":
		return with(ReadTSV, name)
	case ".dic":
		return with(ReadDic, name)
	case ".csv":
		return with(func(r io.Reader) (*File, error) { return ReadCSV(r, source, target) }, name)
	case ".tbx", ".xml":
		return with(func(r io.Reader) (*File, error) { return ReadTBX(r, source, target) }, name)
	case ".index", ".dict":
		base := name[:len(strings.TrimSuffix(name, ".dz"))-len(ext)]
		read := func(r []io.Reader) (*File, error) { return ReadDictd(r[0], r[1]) }
		return withAll(read, base, ".index", ".dict")
	case ".ifo":
		base := strings.TrimSuffix(name, filepath.Ext(name))
		read := func(r []io.Reader) (*File, error) { return ReadStarDict(r[0], r[1], r[2]) }
		return withAll(read, base, ".ifo", ".idx", ".dict")
	default:
		return nil, fmt.Errorf("glossary: a file %q is not a glossary; the endings are %s", ext,
			".tsv, .txt, .csv, .dic, .tbx, .xml, .index, .dict, .dict.dz and .ifo")
	}
}

// with opens a file and reads it.
func with(read func(io.Reader) (*File, error), name string) (*File, error) {
	in, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	return read(in)
}

// withAll opens the files of a dictionary, each as it is or compressed.
func withAll(read func([]io.Reader) (*File, error), base string, endings ...string) (*File, error) {
	var readers []io.Reader
	for _, end := range endings {
		r, c, err := openPart(base + end)
		if err != nil {
			return nil, err
		}
		defer c.Close()
		readers = append(readers, r)
	}
	return read(readers)
}

// A compressed part of a dictionary may inflate to maxInflation times its size and minInflated
// bytes. Dictionaries inflate to three to ten times their size.
const (
	maxInflation = 64
	minInflated  = 1 << 20
)

// inflated returns what is in a gzip file, up to an error if that is out of all proportion.
func inflated(z *os.File) (io.Reader, error) {
	info, err := z.Stat()
	if err != nil {
		return nil, err
	}
	r, err := gzip.NewReader(z)
	if err != nil {
		return nil, err
	}
	return &boundedReader{r, maxInflation*info.Size() + minInflated}, nil
}

// A boundedReader reads at most left bytes, and then fails.
type boundedReader struct {
	r    io.Reader
	left int64
}

func (b *boundedReader) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errors.New("it inflates to more than a dictionary does; check that it is the right file")
	}
	n, err := b.r.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	return n, err
}

// openPart opens a file, or its compressed form.
func openPart(name string) (io.Reader, io.Closer, error) {
	f, err := os.Open(name)
	if err == nil {
		return f, f, nil
	} else if !errors.Is(err, fs.ErrNotExist) {
		return nil, nil, err
	}
	for _, end := range []string{".dz", ".gz"} {
		z, zerr := os.Open(name + end)
		if zerr != nil {
			continue
		}
		r, zerr := inflated(z)
		if zerr != nil {
			z.Close()
			return nil, nil, fmt.Errorf("%s: %w", name+end, zerr)
		}
		return r, z, nil
	}
	return nil, nil, err
}
