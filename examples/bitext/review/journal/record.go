package journal

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"sync"
)

var castagnoli = sync.OnceValue(func() *crc32.Table { return crc32.MakeTable(crc32.Castagnoli) })

// A DamageError means that a line before the last one is not what was written.
type DamageError struct {
	Line int // from 1
}

func (e *DamageError) Error() string {
	return fmt.Sprintf(
		"line %d is damaged; remove it and the lines after it to keep what was done before",
		e.Line,
	)
}

// line returns a record as it is written in the file.
func line(record []byte) ([]byte, error) {
	if bytes.IndexByte(record, '\n') >= 0 {
		return nil, errors.New("a record of a journal must not contain a line break")
	}
	// The first record holds the whole document, so it is copied once only.
	l := fmt.Appendf(make([]byte, 0, len(record)+10), "%08x ", crc32.Checksum(record, castagnoli()))
	return append(append(l, record...), '\n'), nil
}

// check returns the record of a line, if its checksum is right.
func check(l []byte) ([]byte, bool) {
	if len(l) < 10 || l[8] != ' ' {
		return nil, false
	}
	record := l[9 : len(l)-1]
	return record, string(l[:8]) == fmt.Sprintf("%08x", crc32.Checksum(record, castagnoli()))
}

// read returns the size of the complete lines, and of what follows them.
func read(r io.Reader, each func(int, []byte) error) (size int64, torn int, err error) {
	b := bufio.NewReader(r)
	for number := 0; ; number++ {
		l, err := b.ReadBytes('\n')
		if err == io.EOF {
			if number == 0 { // Create never leaves an empty file
				return 0, 0, &DamageError{Line: 1}
			}
			return size, len(l), nil
		}
		if err != nil {
			return 0, 0, err
		}
		record, ok := check(l)
		if !ok {
			rest, err := io.Copy(io.Discard, b)
			if err != nil {
				return 0, 0, err
			}
			// A disk may have written the end of the last line but not its beginning.
			if rest > 0 || number == 0 {
				return 0, 0, &DamageError{Line: number + 1}
			}
			return size, len(l), nil
		}
		if err := each(number, record); err != nil {
			return 0, 0, err
		}
		size += int64(len(l))
	}
}
