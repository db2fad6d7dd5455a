package tmx

import (
	"errors"
	"io"
)

// A Splitter writes one memory into several files. Each is a complete memory with the same header.
// Set Create, change no field after the first call, and use a Splitter from one goroutine. It keeps
// nothing of a unit.
type Splitter struct {
	Header Header
	// MaxBytes is the largest size of a file before any compression; 0 is no limit. A unit larger
	// than MaxBytes gets a file of its own.
	MaxBytes int64
	// MaxUnits is how many units a file may hold; 0 is no limit.
	MaxUnits int
	// Create creates the file with the given number, from 1. The Splitter closes it.
	Create func(number int) (io.WriteCloser, error)

	w       *Writer
	file    io.WriteCloser
	number  int
	units   int
	dropped int
	err     error
}

// footer is the length of the end of a file, in bytes.
const footer = int64(len("  </body>\n</tmx>\n"))

// Write adds a unit, in a new file if the current one is full. Its errors are those of
// [Writer.Write] and of Create.
func (s *Splitter) Write(u Unit) error {
	if s.err != nil {
		return s.err
	}
	if s.w == nil || s.MaxUnits > 0 && s.units >= s.MaxUnits {
		if err := check(&u); err != nil {
			return err // not worth a new file
		}
		if !s.next() {
			return s.err
		}
	}
	fits := func(size int64) bool {
		return s.units == 0 || s.MaxBytes <= 0 || size+footer <= s.MaxBytes
	}
	full, err := s.w.write(&u, fits)
	if full {
		if !s.next() {
			return s.err
		}
		_, err = s.w.write(&u, func(int64) bool { return true })
	}
	if err == nil {
		s.units++
	}
	s.err = s.w.err
	return err
}

// Files returns the number of files so far.
func (s *Splitter) Files() int { return s.number }

// Dropped returns the sum of [Writer.Dropped] over all files.
func (s *Splitter) Dropped() int {
	if s.w == nil {
		return s.dropped
	}
	return s.dropped + s.w.Dropped()
}

// Close ends the last file. If there was no unit, it makes one file without units.
func (s *Splitter) Close() error {
	if s.err == ErrClosed {
		return nil
	}
	if s.err == nil && s.w == nil {
		s.next()
	}
	s.end()
	if s.err == nil {
		s.err = ErrClosed
		return nil
	}
	return s.err
}

// next ends the current file and begins another.
func (s *Splitter) next() bool {
	if s.end(); s.err != nil {
		return false
	}
	if s.Create == nil {
		s.err = errors.New("tmx: Splitter.Create is not set")
		return false
	}
	s.number++
	s.file, s.err = s.Create(s.number)
	if s.err != nil {
		s.file = nil
		return false
	}
	s.w, s.units = NewWriter(s.file), 0
	s.w.Header = s.Header
	return true
}

// end closes the current file, if there is one, and keeps the first error.
func (s *Splitter) end() {
	if s.file == nil {
		return
	}
	s.dropped += s.w.Dropped()
	err := s.w.Close()
	if closing := s.file.Close(); err == nil {
		err = closing
	}
	if s.err == nil {
		s.err = err
	}
	s.w, s.file = nil, nil
}
