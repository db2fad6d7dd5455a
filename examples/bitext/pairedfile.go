package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"io"
	"os"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/read/bilingual"
)

// isTMX reports whether a file is a translation memory, by its content.
func isTMX(path string) bool { return isPaired(path) && beginsTMX(path) }

// beginsTMX reports whether a file begins as a translation memory does.
func beginsTMX(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	_, err = tmx.NewReader(bufio.NewReader(f)).Header()
	return err == nil
}

// isPaired reports whether the sentences of a file are paired already, as those of a memory are.
func isPaired(path string) bool { return bilingual.Detect(path, beginning(path)) }

// pairedFiles remembers of which files it is known whether their sentences are paired. They do not
// change meanwhile, and detection takes as long as reading a short document.
type pairedFiles map[string]bool

func (f *pairedFiles) isPaired(path string) bool {
	is, known := (*f)[path]
	if !known {
		if *f == nil {
			*f = pairedFiles{}
		}
		is = isPaired(path)
		(*f)[path] = is
	}
	return is
}

// isTMX reports what the function isTMX does.
func (f *pairedFiles) isTMX(path string) bool { return f.isPaired(path) && beginsTMX(path) }

// beginning returns the first bytes of a file, decompressed if it is compressed with gzip, and all
// of a zip archive, which has the names of its files at its end. It returns nil for the standard
// input, and for devices and pipes, from which the bytes would be lost.
func beginning(path string) []byte {
	if info, err := os.Stat(path); path == "-" || err != nil || !info.Mode().IsRegular() {
		return nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer f.Close()
	var in io.Reader = f
	if z, err := gzip.NewReader(f); err == nil {
		in = z
	} else if _, err := f.Seek(0, io.SeekStart); err != nil {
		return nil
	}
	head := make([]byte, 4096)
	n, _ := io.ReadFull(in, head)
	head = head[:n]
	if bytes.HasPrefix(head, []byte("PK")) {
		rest, err := io.ReadAll(io.LimitReader(in, bilingual.MaxBytes))
		if err != nil {
			return nil
		}
		head = append(head, rest...)
	}
	return head
}
