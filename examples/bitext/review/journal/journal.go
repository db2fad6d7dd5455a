// Package journal keeps records in a file so that none is lost: each is on the disk before
// [File.Append] returns.
//
// A journal is a file of text. Each line holds one record, which has no line break in it, behind
// its checksum: the CRC-32C of the record as eight hexadecimal digits, and a space. Lines are only
// ever added. A process or machine that dies while it adds one leaves at most a last line that is
// not whole; such a record was never acknowledged, and [Open] takes it away.
package journal

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// A File is a journal that is open for adding to. One process at a time can have it open.
type File struct {
	f    *os.File
	size int64
	torn int
	err  error // why nothing can be added any more
}

// A DamageError says that a line which is not the last one is not what was written.
type DamageError struct {
	Line int // from 1
}

func (e *DamageError) Error() string {
	return fmt.Sprintf("line %d is damaged; the lines before it are whole, so taking it and those after it away keeps what was done until then", e.Line)
}

// ErrInUse says that another process has the journal open.
var ErrInUse = errors.New("it is open in another process")

// Create makes a journal with its first record. It is an error if the file is there.
func Create(path string, first []byte) (*File, error) {
	if _, err := os.Lstat(path); err == nil {
		return nil, &os.PathError{Op: "create", Path: path, Err: os.ErrExist}
	}
	line, err := line(first)
	if err != nil {
		return nil, err
	}
	// Under another name first, so that there never is a journal without a whole first record.
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return nil, err
	}
	defer os.Remove(f.Name())
	_, err = f.Write(line)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return nil, err
	}
	// Link, not Rename: it never takes the place of a file that came up meanwhile.
	if err = os.Link(f.Name(), path); isUnlinkable(err) {
		err = os.Rename(f.Name(), path)
	}
	if err == nil {
		err = syncDir(filepath.Dir(path))
	}
	if err != nil {
		return nil, err
	}
	return Open(path, func(int, []byte) error { return nil })
}

// isUnlinkable reports whether a file system knows no links.
func isUnlinkable(err error) bool {
	return err != nil && !errors.Is(err, os.ErrExist) && !errors.Is(err, os.ErrNotExist)
}

// Open opens a journal and hands on its records in order, the first as number 0. An error of each
// ends the reading and is returned. A last line that is not whole is taken off the file.
func Open(path string, each func(number int, record []byte) error) (*File, error) {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return nil, err
	}
	j := &File{f: f}
	if err = lock(f); err == nil {
		j.size, j.torn, err = read(f, each)
	}
	if err == nil && j.torn > 0 {
		if err = f.Truncate(j.size); err == nil {
			err = f.Sync()
		}
	}
	if err == nil {
		_, err = f.Seek(j.size, io.SeekStart)
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return j, nil
}

// Read hands on the records of a journal as Open does, and leaves the file as it is. Another
// process may have it open.
func Read(path string, each func(number int, record []byte) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	_, _, err = read(f, each)
	return err
}

// read returns the size of what is whole, and of what follows it.
func read(r io.Reader, each func(int, []byte) error) (size int64, torn int, err error) {
	b := bufio.NewReader(r)
	for number := 0; ; number++ {
		l, err := b.ReadBytes('\n')
		if err == io.EOF {
			if number == 0 { // Create leaves no such file
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
			// A disk may have written the end of the last line and not its beginning.
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

// line returns a record as it stands in the file.
func line(record []byte) ([]byte, error) {
	if bytes.IndexByte(record, '\n') >= 0 {
		return nil, errors.New("a record of a journal holds no line break")
	}
	return fmt.Appendf(make([]byte, 0, len(record)+10), "%08x %s\n", crc32.Checksum(record, castagnoli), record), nil
}

// check returns the record of a line, if the line is whole.
func check(l []byte) ([]byte, bool) {
	if len(l) < 10 || l[8] != ' ' {
		return nil, false
	}
	record := l[9 : len(l)-1]
	return record, string(l[:8]) == fmt.Sprintf("%08x", crc32.Checksum(record, castagnoli))
}

// Torn returns how many bytes of a record that was never acknowledged Open took away.
func (j *File) Torn() int { return j.torn }

// Append adds a record. When it returns nil, the record is on the disk; otherwise the journal is as
// it was before or, where even that fails, takes no more.
func (j *File) Append(record []byte) error {
	if j.err != nil {
		return j.err
	}
	l, err := line(record)
	if err != nil {
		return err
	}
	if info, err := j.f.Stat(); err != nil || info.Size() != j.size {
		j.err = errors.Join(err, errors.New("something else has written into the journal; start again"))
		return j.err
	}
	return j.write(l)
}

func (j *File) write(l []byte) error {
	_, err := j.f.Write(l)
	if err == nil {
		err = j.f.Sync()
	}
	if err == nil {
		j.size += int64(len(l))
		return nil
	}
	undone := j.f.Truncate(j.size)
	if undone == nil {
		_, undone = j.f.Seek(j.size, io.SeekStart)
	}
	if undone != nil {
		j.err = fmt.Errorf("the journal takes no more since this: %w", err)
	}
	return err
}

// Close closes the file.
func (j *File) Close() error { return j.f.Close() }
