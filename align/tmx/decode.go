package tmx

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"strings"

	"golang.org/x/text/encoding/charmap"
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
	inUTF16 := func(mark int, big bool) {
		b.begin(start[:mark], func(s []byte) ([]byte, error) { return toUTF16(s, big) })
		b.r = &utf16Reader{raw: b.instead(), big: big}
	}
	switch {
	case hasPrefix(start, "\xEF\xBB\xBF"):
		b.begin(start[:3], nil)
	case hasPrefix(start, "\xFE\xFF"), hasPrefix(start, "\xFF\xFE"):
		inUTF16(2, start[0] == 0xFE)
		return nil
	case hasPrefix(start, "\x00<"), hasPrefix(start, "<\x00"):
		inUTF16(0, start[0] == 0)
		return nil
	}
	name := declaredEncoding(b.rest(0, sniffed))
	switch strings.ToLower(name) {
	case "", "utf-8", "utf8", "us-ascii", "ascii", "utf-16", "utf16":
		return nil
	}
	if m := charmapOf(name); m != nil {
		b.begin(nil, func(s []byte) ([]byte, error) { return toBytes(s, m) })
		b.r = m.NewDecoder().Reader(b.instead())
		return nil
	}
	return place{1, 1, 0}.fatal(fmt.Errorf("the file is in %s; only UTF-8, UTF-16 and encodings of one byte are read. "+
		"Convert it, and its declaration too: "+
		"iconv -f %[1]s -t UTF-8 OLD | sed '1s/%[1]s/UTF-8/' > NEW", excerpt(name)))
}

// toBytes returns UTF-8 in an encoding of one byte a character.
func toBytes(s []byte, m *charmap.Charmap) ([]byte, error) {
	out := make([]byte, 0, len(s))
	for _, r := range string(s) {
		c, ok := m.EncodeRune(r)
		if !ok {
			return nil, fmt.Errorf(
				"character %q is not in the encoding of the file, %v; convert the file to UTF-8 first",
				r,
				m,
			)
		}
		out = append(out, c)
	}
	return out, nil
}

// declaredEncoding returns the encoding that the XML declaration at the start of a file names; ""
// if it names none.
func declaredEncoding(start []byte) string {
	if !hasPrefix(start, "<?xml") {
		return ""
	}
	if n := bytes.Index(start, []byte("?>")); n >= 0 {
		start = start[:n]
	}
	_, after, ok := strings.Cut(string(start), "encoding")
	if !ok {
		return ""
	}
	after = strings.TrimLeft(after, " \t\r\n=")
	if after == "" {
		return ""
	}
	name, _, _ := strings.Cut(after[1:], after[:1])
	return name
}

// charmapOf returns the encoding of one byte a character with a name; nil if there is none. The
// tables of other encodings would make every program that reads TMX much larger.
func charmapOf(name string) *charmap.Charmap {
	name = bare(name)
	switch name {
	case "latin1", "iso88591":
		return charmap.Windows1252 // as the WHATWG Encoding Standard has it
	}
	name = strings.TrimPrefix(strings.TrimPrefix(name, "x"), "windows")
	for _, e := range charmap.All {
		m, ok := e.(*charmap.Charmap)
		if !ok {
			continue
		}
		known := strings.TrimPrefix(strings.TrimPrefix(bare(m.String()), "windows"), "ibmcodepage")
		if known == name || known == strings.TrimPrefix(strings.TrimPrefix(name, "cp"), "ibm") {
			return m
		}
	}
	return nil
}

// bare returns the letters and digits of a name in lower case.
func bare(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			return r
		}
		return -1
	}, name)
}
