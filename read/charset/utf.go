package charset

import (
	"strings"
	"unicode"

	"golang.org/x/text/encoding"
	xunicode "golang.org/x/text/encoding/unicode"
)

// inUTF32 returns the encoding of a text in UTF-32 without a byte order mark; "" for another text.
// Of each four bytes the first or the last is zero.
func inUTF32(raw []byte) string {
	sample := raw[:min(len(raw), sampleBytes)&^3]
	if len(sample) < 8 || len(raw)%4 != 0 {
		return ""
	}
	little, big := true, true
	for i := 0; i < len(sample); i += 4 {
		little = little && sample[i+3] == 0 && sample[i+2] <= 0x10
		big = big && sample[i] == 0 && sample[i+1] <= 0x10
	}
	switch {
	case little && !big:
		return "utf-32le"
	case big && !little:
		return "utf-32be"
	}
	return ""
}

// inUTF16 returns the encoding of a text in UTF-16 without a byte order mark, in any script; "" if
// that is not sure. Nearly all characters must be ASCII or of one script, in one order of the bytes
// and not in the other.
func inUTF16(raw []byte) string {
	sample := raw[:min(len(raw), sampleBytes)&^1]
	if len(raw)%2 != 0 {
		return ""
	}
	little := inOneScript(sample, xunicode.UTF16(xunicode.LittleEndian, xunicode.IgnoreBOM))
	big := inOneScript(sample, xunicode.UTF16(xunicode.BigEndian, xunicode.IgnoreBOM))
	switch {
	case little && !big:
		return "utf-16le"
	case big && !little:
		return "utf-16be"
	}
	return ""
}

// inOneScript reports whether a text is in one script besides ASCII, with spaces between words
// unless the script has none.
func inOneScript(raw []byte, e encoding.Encoding) bool {
	text, err := e.NewDecoder().Bytes(raw)
	if err != nil {
		return false
	}
	var script *unicode.RangeTable
	fit, spaces, letters, all := 0, 0, 0, 0
	for _, r := range string(text) {
		all++
		switch {
		case r == ' ' || r == '\n':
			spaces++
			fit++
		case r == '\r' || r == '\t' || r > ' ' && r < 0x7F || strings.ContainsRune(punctuation, r):
			fit++
		case unicode.IsLetter(r) || unicode.IsMark(r):
			if script == nil {
				script = anyScript(r)
			}
			if script != nil && unicode.Is(script, r) {
				fit++
				letters++
			}
		case unicode.IsPunct(r):
			fit++
		}
	}
	const fitting, spaced, lettered = .97, .04, .3 // shares of the characters, set by hand
	n := float64(all)
	if script == unicode.Thai || script == unicode.Lao || script == unicode.Khmer || script == unicode.Myanmar {
		spaces = all
	}
	return all >= 16 && float64(fit) >= fitting*n && float64(spaces) >= spaced*n && float64(letters) >= lettered*n
}

// anyScript returns the script of a letter, of all that Unicode has.
func anyScript(r rune) *unicode.RangeTable {
	for name, table := range unicode.Scripts {
		if name != "Common" && name != "Inherited" && unicode.Is(table, r) {
			return table
		}
	}
	return nil
}
