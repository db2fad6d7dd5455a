package page

import "strings"

// hidden are characters that show nothing themselves but change the order of what stands around them. A document can use them
// to show other words than it holds.
var hidden = map[rune]string{
	'\u200E': "LRM", '\u200F': "RLM", '\u061C': "ALM",
	'\u202A': "LRE", '\u202B': "RLE", '\u202C': "PDF", '\u202D': "LRO", '\u202E': "RLO",
	'\u2066': "LRI", '\u2067': "RLI", '\u2068': "FSI", '\u2069': "PDI",
}

// pieces parts a text at its hidden characters.
func pieces(s string) []piece {
	var out []piece
	start := 0
	for i, r := range s {
		name, ok := hidden[r]
		if !ok {
			continue
		}
		if i > start {
			out = append(out, piece{Text: s[start:i]})
		}
		out = append(out, piece{Hidden: name})
		start = i + len(string(r))
	}
	if start < len(s) || len(out) == 0 {
		out = append(out, piece{Text: strings.TrimSpace(s[start:])})
	}
	return out
}
