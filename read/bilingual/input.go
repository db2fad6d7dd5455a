package bilingual

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/bitext-go/bitext/internal/lazyregexp"
	"github.com/bitext-go/bitext/read"
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

// decode returns raw, decoded from an encoding. It notes the characters that this loses.
func (b *builder) decode(raw []byte, encoding string) (string, error) {
	text, losses, err := charset.Decode(raw, encoding)
	if len(losses) == 0 {
		return text, err
	}
	n := 0
	for _, l := range losses {
		n += l.Count
	}
	what := fmt.Sprintf("%d characters that are not %s became U+FFFD", n, encoding)
	if n == 1 {
		what = fmt.Sprintf("a character that is not %s became U+FFFD", encoding)
	}
	b.lost = append(b.lost, read.Note{Kind: read.Lost, What: what,
		First: losses[0].Line, Last: losses[len(losses)-1].Line})
	return text, err
}

// inUTF8 returns a reader of XML that is in UTF-8, whatever encoding in has or declares.
func (b *builder) inUTF8(in *bufio.Reader) io.Reader {
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
	raw, err := readAll(in)
	if err != nil {
		return failing{err}
	}
	text, err := b.decode(raw, name)
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
