package face

import (
	"fmt"
	"strconv"
	"strings"
)

// hiddenNames maps characters that show nothing themselves, but change the order or the joining of
// the text around them, to their names. A document can use them to display words that it does not
// hold.
var hiddenNames = map[rune]string{
	'\u200E': "LRM", '\u200F': "RLM", '\u061C': "ALM",
	'\u202A': "LRE", '\u202B': "RLE", '\u202C': "PDF", '\u202D': "LRO", '\u202E': "RLO",
	'\u2066': "LRI", '\u2067': "RLI", '\u2068': "FSI", '\u2069': "PDI",
	'\u00AD': "SHY", '\u200B': "ZWSP", '\u2060': "WJ", '\uFEFF': "BOM",
	'\u2028': "LS", '\u2029': "PS", '\u180E': "MVS", '\u034F': "CGJ",
}

// Hidden returns the name of a character that would be invisible, or "" for any other. The joiners
// U+200C and U+200D are not among them: Persian, the scripts of India and emoji are written with
// them.
func Hidden(r rune) string {
	switch {
	case r < ' ' && r != '\t' && r != '\n' && r != '\r', r >= 0x7F && r < 0xA0, r >= 0xFFF9 && r <= 0xFFFB,
		r >= 0x206A && r <= 0x206F, r >= 0xE0000 && r <= 0xE007F:
		return fmt.Sprintf("U+%04X", r)
	}
	return hiddenNames[r]
}

// A Run is text, or the name of a hidden character. Exactly one is set, except in the run of an
// empty text.
type Run struct{ Text, Hidden string }

// Runs splits a text at its hidden characters. It returns at least one run.
func Runs(s string) []Run {
	var out []Run
	start := 0
	for i, r := range s {
		name := Hidden(r)
		if name == "" {
			continue
		}
		if i > start {
			out = append(out, Run{Text: s[start:i]})
		}
		out = append(out, Run{Hidden: name})
		start = i + len(string(r))
	}
	if start < len(s) || len(out) == 0 {
		out = append(out, Run{Text: s[start:]})
	}
	return out
}

// Named returns the character that Hidden gives a name.
func Named(name string) (rune, bool) {
	if digits, ok := strings.CutPrefix(name, "U+"); ok {
		n, err := strconv.ParseUint(digits, 16, 32)
		return rune(n), err == nil && Hidden(rune(n)) == name
	}
	for r, other := range hiddenNames {
		if other == name {
			return r, true
		}
	}
	return 0, false
}
