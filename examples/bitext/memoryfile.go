package main

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/bitext-go/bitext/examples/bitext/internal/outfile"
	"github.com/bitext-go/bitext/internal/fileerr"
)

// A memoryFile is a memory that bitext add reads, several times. It is opened once, so that each
// time reads the same file, whatever another program does to it.
type memoryFile struct {
	path    string
	inPlace bool // the output is the memory itself
	file    *os.File
	info    fs.FileInfo
	unlock  func() // nil if the memory is not locked
}

// openMemoryFile opens a memory. If out is the same file, it first waits for other programs that
// are adding to the memory, and keeps others waiting until close.
func openMemoryFile(ctx context.Context, path, out string, log io.Writer) (_ *memoryFile, err error) {
	m := &memoryFile{path: path, inPlace: out != "-" && identify(path).same(identify(out))}
	if m.inPlace {
		m.unlock, err = outfile.Lock(ctx, path, -1, func() {
			fmt.Fprintf(log, "%s: waiting for another bitext that is changing it\n", path)
		})
		if err != nil {
			return nil, err
		}
	}
	if m.file, err = os.Open(path); err == nil {
		m.info, err = m.file.Stat()
	}
	if err != nil {
		m.close()
		return nil, fileerr.In(path, err)
	}
	if !m.info.Mode().IsRegular() {
		m.close()
		return nil, fmt.Errorf("%s: the memory is read several times, and this is not a regular file; "+
			"save it as a file first", path)
	}
	return m, nil
}

// open returns a reader of the memory from its beginning.
func (m *memoryFile) open() (io.ReadCloser, error) {
	return io.NopCloser(io.NewSectionReader(m.file, 0, m.info.Size())), nil
}

// ready returns an error if the output would replace a memory that was changed since it was opened.
// It closes the file, since some systems cannot replace a file that is open.
func (m *memoryFile) ready() error {
	if !m.inPlace {
		return nil
	}
	now, err := os.Stat(m.path)
	if err != nil {
		return fileerr.In(m.path, err)
	}
	if !os.SameFile(now, m.info) || now.Size() != m.info.Size() || !now.ModTime().Equal(m.info.ModTime()) {
		return fmt.Errorf("%s: another program has changed it meanwhile; give the same command again", m.path)
	}
	return m.file.Close()
}

// close closes the memory and lets others change it.
func (m *memoryFile) close() {
	if m.file != nil {
		m.file.Close() // a second time does nothing
	}
	if m.unlock != nil {
		m.unlock()
	}
}
