package glossary

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
)

// ReadStarDict reads a dictionary of StarDict from its three files, not compressed. Articles of
// text, with or without markup, are read like those of [ReadDictd]. Sounds and pictures are
// skipped.
func ReadStarDict(ifo, idx, dict io.Reader) (*File, error) {
	var parts [3][]byte
	for i, r := range []io.Reader{ifo, idx, dict} {
		var err error
		if parts[i], err = io.ReadAll(r); err != nil {
			return nil, fmt.Errorf("glossary: %w", err)
		}
	}
	if !bytes.HasPrefix(parts[0], []byte("StarDict's dict ifo file")) {
		return nil, errors.New("glossary: not an .ifo file of StarDict")
	}
	types, wide := "", 4
	for line := range strings.Lines(string(parts[0])) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		switch {
		case key == "sametypesequence":
			types = value
		case key == "idxoffsetbits" && value == "64":
			wide = 8
		}
	}
	f := &File{}
	index, text := parts[1], parts[2]
	budget := budgetOf(len(text))
	for n := 1; len(index) > 0; n++ {
		end := bytes.IndexByte(index, 0)
		if end < 0 || len(index) < end+1+wide+4 {
			f.skip(n, "the index ends in the middle of an entry")
			break
		}
		head := string(index[:end])
		at := uint64(binary.BigEndian.Uint32(index[end+1:]))
		if wide == 8 {
			at = binary.BigEndian.Uint64(index[end+1:])
		}
		size := uint64(binary.BigEndian.Uint32(index[end+1+wide:]))
		index = index[end+1+wide+4:]
		if at > uint64(len(text)) || size > uint64(len(text))-at {
			f.skip(n, "the index points outside of the articles")
			continue
		}
		if !budget.take(int(size)) {
			f.skip(n, overBudget)
			break
		}
		f.article(n, head, starText(text[at:at+size], types))
	}
	return f, nil
}

// starText returns the text of an article. It has fields of the given types or, if types is empty,
// fields that each begin with their type. The last of the given fields ends with the article,
// others with a zero byte.
func starText(b []byte, types string) string {
	var out strings.Builder
	for i := 0; len(b) > 0 && (types == "" || i < len(types)); i++ {
		var kind byte
		if types != "" {
			kind = types[i]
		} else {
			kind, b = b[0], b[1:]
		}
		if kind >= 'A' && kind <= 'Z' { // sounds and pictures, with their size before them
			break
		}
		field := b
		if end := bytes.IndexByte(b, 0); end >= 0 && (types == "" || i < len(types)-1) {
			field, b = b[:end], b[end+1:]
		} else {
			b = nil
		}
		switch kind {
		case 'm', 'l':
			out.Write(field)
		case 'h', 'g', 'x':
			out.WriteString(plainText(string(field)))
		}
		out.WriteByte('\n')
	}
	return out.String()
}
