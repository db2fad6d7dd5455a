package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode/utf8"
)

// A document is a file that was read.
type document struct {
	path     string // as the user gave it
	body     string // valid UTF-8, without a byte order mark
	modified time.Time
}

// name is what the document is called in the output.
func (d document) name() string { return filepath.Base(d.path) }

// read reads a document; "-" is the standard input. The errors name file and line, and what to do.
func read(path string) (document, error) {
	d := document{path: path}
	var raw []byte
	var err error
	if path == "-" {
		d.path = "standard input"
		raw, err = io.ReadAll(os.Stdin)
	} else {
		raw, d.modified, err = readFile(path)
	}
	if err != nil {
		return d, err
	}
	raw = bytes.TrimPrefix(raw, []byte("\uFEFF"))
	if err := checkText(d.path, raw); err != nil {
		return d, err
	}
	d.body = string(raw)
	return d, nil
}

func readFile(path string) ([]byte, time.Time, error) {
	info, err := os.Stat(path)
	if err == nil && info.IsDir() {
		return nil, time.Time{}, fmt.Errorf("%s: it is a directory; name the files in it", path)
	}
	if err != nil {
		return nil, time.Time{}, plain(path, err)
	}
	raw, err := os.ReadFile(path)
	return raw, info.ModTime(), plain(path, err)
}

// plain says what went wrong with a file in a person's words.
func plain(path string, err error) error {
	var p *fs.PathError
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: there is no such file; check its name", path)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%s: no permission for that; change the permissions of the file, or choose another", path)
	case errors.As(err, &p):
		return fmt.Errorf("%s: %w", path, p.Err)
	}
	return fmt.Errorf("%s: %w", path, err)
}

// checkText says what keeps bytes from being a text.
func checkText(path string, raw []byte) error {
	switch {
	case len(bytes.TrimSpace(raw)) == 0:
		return fmt.Errorf("%s: the file is empty; there is nothing to work on", path)
	case bytes.HasPrefix(raw, []byte{0xFF, 0xFE}), bytes.HasPrefix(raw, []byte{0xFE, 0xFF}):
		return fmt.Errorf("%s:1: the text is in UTF-16; save it as UTF-8, for example with: iconv -f utf-16 -t utf-8", path)
	case bytes.IndexByte(raw, 0) >= 0:
		return fmt.Errorf("%s:%d: there is a zero byte, so this is no plain text; export the document as plain text in UTF-8",
			path, lineOf(raw, bytes.IndexByte(raw, 0)))
	case bytes.HasPrefix(raw, []byte("%PDF-")):
		return fmt.Errorf("%s:1: this is a PDF file; take the text out of it first, for example with: pdftotext -layout", path)
	}
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && size == 1 {
			return fmt.Errorf("%s:%d: byte 0x%02X is not UTF-8; save the file as UTF-8, for example with: iconv -f windows-1252 -t utf-8",
				path, lineOf(raw, i), raw[i])
		}
		i += size
	}
	return nil
}

func lineOf(raw []byte, offset int) int { return 1 + bytes.Count(raw[:offset], []byte("\n")) }

// lines is the lines of a document. A line break at its end begins no further line.
func lines(body string) []string {
	lines := strings.Split(strings.TrimSuffix(body, "\n"), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimSuffix(l, "\r")
	}
	return lines
}
