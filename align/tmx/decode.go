package tmx

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"strings"
)

// sniffed is how many bytes decode looks at.
const sniffed = 256

// decode finds out how the file is compressed and encoded, and makes b read it as UTF-8.
func decode(b *buffer) error {
	if hasPrefix(b.rest(0, sniffed), "\x1F\x8B") {
		unpacked, err := gzip.NewReader(b.instead())
		if err != nil {
			return fmt.Errorf("tmx: damaged gzip data: %w; compress the file again", err)
		}
		b.r = unpacked
	}
	start := b.rest(0, sniffed)
	switch {
	case hasPrefix(start, "\xEF\xBB\xBF"):
		b.pos += 3
	case hasPrefix(start, "\xFE\xFF"), hasPrefix(start, "\xFF\xFE"):
		b.pos += 2
		b.r = &utf16Reader{raw: b.instead(), big: start[0] == 0xFE}
		return nil
	case hasPrefix(start, "\x00<"), hasPrefix(start, "<\x00"):
		b.r = &utf16Reader{raw: b.instead(), big: start[0] == 0}
		return nil
	}
	return checkEncoding(b.rest(0, sniffed))
}

// checkEncoding returns an error if the XML declaration at the start of a file names an encoding
// other than UTF-8 and UTF-16.
func checkEncoding(start []byte) error {
	if !hasPrefix(start, "<?xml") {
		return nil
	}
	if n := bytes.Index(start, []byte("?>")); n >= 0 {
		start = start[:n]
	}
	_, after, ok := strings.Cut(string(start), "encoding")
	if !ok {
		return nil
	}
	after = strings.TrimLeft(after, " \t\r\n=")
	if after == "" {
		return nil
	}
	name, _, _ := strings.Cut(after[1:], after[:1])
	switch strings.ToLower(name) {
	case "utf-8", "utf8", "us-ascii", "ascii", "utf-16", "utf16":
		return nil
	}
	return &SyntaxError{1, fmt.Errorf("the file is in %s; only UTF-8 and UTF-16 are read. "+
		"Convert it, and its declaration too: "+
		"iconv -f %[1]s -t UTF-8 OLD | sed '1s/%[1]s/UTF-8/' > NEW", excerpt(name))}
}
