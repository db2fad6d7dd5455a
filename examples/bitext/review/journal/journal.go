// Package journal keeps records in a file so that none is lost: each is on the disk before
// [File.Append] returns.
//
// A journal is a text file. Each line is the checksum of a record (its CRC-32C as eight hexadecimal
// digits), a space, and the record, which contains no line break. Lines are only ever added. A
// process or machine that fails while it adds one leaves at most one incomplete last line; that
// record was never acknowledged, and [Open] removes it.
package journal

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// A File is a journal that is open for appending. One process at a time can have it open. Except
// for Replaced, a File is not safe for concurrent use.
type File struct {
	f    *os.File
	path string
	size int64
	torn int
	err  error // why nothing can be added any longer
}

// ErrInUse means that another process has the journal open.
var ErrInUse = errors.New("open in another process")

// ErrReplaced means that the path of a journal no longer names the file that is open: it was
// removed, renamed, or replaced by another file. What was appended before is in the file that was
// there then.
var ErrReplaced = errors.New("the file was removed or replaced by another one while it was open")

// Create makes a journal with its first record. If the file exists, the error matches fs.ErrExist.
func Create(path string, first []byte) (*File, error) {
	if _, err := os.Lstat(path); err == nil {
		return nil, &os.PathError{Op: "create", Path: path, Err: os.ErrExist}
	}
	line, err := line(first)
	if err != nil {
		return nil, err
	}
	// Under another name first, so that a journal always has a complete first record.
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
	// Link, not Rename: it never replaces a file that another process created meanwhile.
	if err = os.Link(f.Name(), path); isUnlinkable(err) {
		err = os.Rename(f.Name(), path)
	}
	if err == nil {
		err = syncDir(filepath.Dir(path))
	}
	if err != nil {
		return nil, err
	}
	return reopen(path, int64(len(line)))
}

// reopen opens a journal of one record that was just made, without reading it.
func reopen(path string, size int64) (*File, error) {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err == nil && info.Size() != size {
		err = ErrReplaced
	}
	if err == nil {
		err = lock(f)
	}
	if err == nil {
		_, err = f.Seek(size, io.SeekStart)
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return &File{f: f, path: path, size: size}, nil
}

// isUnlinkable reports whether the file system has no hard links.
func isUnlinkable(err error) bool {
	return err != nil && !errors.Is(err, os.ErrExist) && !errors.Is(err, os.ErrNotExist)
}

// Open opens a journal and calls each with its records in order, the first as number 0. If each
// returns an error, Open stops and returns it. An incomplete last line is removed from the file.
func Open(path string, each func(number int, record []byte) error) (*File, error) {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return nil, err
	}
	j := &File{f: f, path: path}
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

// Read calls each as Open does and does not change the file. Another process may have it open.
func Read(path string, each func(number int, record []byte) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	_, _, err = read(f, each)
	return err
}

// Torn returns how many bytes of an unacknowledged record Open removed.
func (j *File) Torn() int { return j.torn }

// Replaced returns ErrReplaced if the path of the journal names another file, or none. The file
// system may have replaced it since, so Append checks again.
func (j *File) Replaced() error {
	there, err := os.Stat(j.path)
	if errors.Is(err, os.ErrNotExist) {
		return ErrReplaced
	}
	if err != nil {
		return err
	}
	ours, err := j.f.Stat()
	if err == nil && !os.SameFile(ours, there) {
		err = ErrReplaced
	}
	return err
}

// Append adds a record. When it returns nil, the record is on the disk, in the file that the path
// of the journal names. Otherwise the journal is unchanged or, if even that fails, accepts no more
// records.
func (j *File) Append(record []byte) error {
	if j.err != nil {
		return j.err
	}
	l, err := line(record)
	if err != nil {
		return err
	}
	if info, err := j.f.Stat(); err != nil || info.Size() != j.size {
		j.err = errors.Join(err, errors.New("another program has written to the journal; restart the review"))
		return j.err
	}
	if err := j.Replaced(); err != nil {
		return err
	}
	return j.write(l)
}

func (j *File) write(l []byte) error {
	_, err := j.f.Write(l)
	if err == nil {
		err = j.f.Sync()
	}
	if err == nil { // the record is lost if the file was removed before it was on the disk
		err = j.Replaced()
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
		j.err = fmt.Errorf("the journal accepts no more records after this error: %w", err)
	}
	return err
}

// Close closes the file.
func (j *File) Close() error { return j.f.Close() }
