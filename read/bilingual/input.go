package bilingual

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/bitext-go/bitext/internal/lazyregexp"
	"github.com/bitext-go/bitext/read/charset"
)

// readAll returns a file, up to MaxBytes.
func readAll(in io.Reader) ([]byte, error) {
	raw, err := io.ReadAll(io.LimitReader(in, MaxBytes+1))
	if err == nil && len(raw) > MaxBytes {
		err = fmt.Errorf("the file is larger than %d MiB; split it (the bound MaxBytes)", MaxBytes>>20)
	}
	return raw, err
}

// inUTF8 returns a reader of XML that is in UTF-8, whatever encoding in has or declares. Files
// beyond MaxBytes fail later.
func inUTF8(in *bufio.Reader) io.Reader {
	head, _ := in.Peek(256)
	name, n := charset.ByteOrderMark(head)
	switch {
	case n == 0 && len(head) > 3 && head[0] == '<' && head[1] == 0:
		name = "utf-16le"
	case n == 0 && len(head) > 3 && head[0] == 0 && head[1] == '<':
		name = "utf-16be"
	case n == 0:
		if m := declared.FindSubmatch(head); m != nil {
			name = string(m[1])
		}
	}
	if canonical, err := charset.Canonical(name); err != nil || canonical == "utf-8" ||
		n == 0 && head[0] != 0 && head[1] != 0 && strings.HasPrefix(canonical, "utf-16") {
		return in // one that is not known is an error of the reader, and UTF-16 would have zero bytes
	}
	raw, err := io.ReadAll(io.LimitReader(in, MaxBytes+1))
	if err != nil {
		return io.MultiReader(bytes.NewReader(raw), failing{err})
	}
	text, _, err := charset.Decode(raw, name)
	if err != nil {
		return failing{err}
	}
	if end := strings.Index(text, "?>"); strings.HasPrefix(text, "<?xml") && end > 0 {
		text = text[end+2:]
	}
	return strings.NewReader(text)
}

// declared is the encoding that the declaration of an XML file names.
var declared = lazyregexp.New(`^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([-\w.:]+)`)

// failing is a reader that fails.
type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }
