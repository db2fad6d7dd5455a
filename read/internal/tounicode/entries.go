package tounicode

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf16"
)

// maxGlyphs is how many glyphs of a CMap are looked at.
const maxGlyphs = 1 << 17

// An entry says which characters the glyphs from lo to hi are: those of first, whose last one grows
// with the glyph.
type entry struct {
	lo, hi uint32
	width  int // digits of a glyph
	first  []rune
}

// entries returns the entries of a CMap, those of maxGlyphs glyphs at most.
func entries(text []byte) (out []entry) {
	left := uint32(maxGlyphs)
	for _, s := range section.FindAllSubmatch(text, -1) {
		tokens := hexToken.FindAll(s[2], -1)
		if string(s[1]) == "bfchar" {
			for i := 0; i+1 < len(tokens); i += 2 {
				lo, width, ok := glyph(tokens[i])
				to, good := characters(tokens[i+1])
				if ok && good && left > 0 {
					out = append(out, entry{lo, lo, width, to})
					left--
				}
			}
			continue
		}
		for i := 0; i+2 < len(tokens); {
			lo, width, ok := glyph(tokens[i])
			hi, _, good := glyph(tokens[i+1])
			i += 2
			if string(tokens[i]) != "[" {
				if to, fine := characters(tokens[i]); ok && good && fine && hi >= lo && hi-lo < left {
					out = append(out, entry{lo, hi, width, to})
					left -= hi - lo + 1
				}
				i++
				continue
			}
			i++
			for at := lo; i < len(tokens) && string(tokens[i]) != "]"; i++ {
				if to, fine := characters(tokens[i]); ok && fine && left > 0 {
					out = append(out, entry{at, at, width, to})
					left--
				}
				at++
			}
			i++
		}
	}
	return out
}

// glyph reads the number of a glyph.
func glyph(token []byte) (n uint32, width int, ok bool) {
	digits := strings.Join(strings.Fields(strings.Trim(string(token), "<>")), "")
	v, err := strconv.ParseUint(digits, 16, 32)
	return uint32(v), len(digits), err == nil && v < math.MaxUint32 // after which there is none
}

// characters reads what a glyph is, in UTF-16.
func characters(token []byte) ([]rune, bool) {
	digits := strings.Join(strings.Fields(strings.Trim(string(token), "<>")), "")
	if len(digits) < 4 {
		v, err := strconv.ParseUint(digits, 16, 16)
		return []rune{rune(v)}, err == nil
	}
	var units []uint16
	for ; len(digits) >= 4; digits = digits[4:] {
		v, err := strconv.ParseUint(digits[:4], 16, 16)
		if err != nil {
			return nil, false
		}
		units = append(units, uint16(v))
	}
	return utf16.Decode(units), len(digits) == 0
}

// at returns what a glyph of an entry is.
func (e *entry) at(g uint32) []rune {
	out := append([]rune(nil), e.first...)
	out[len(out)-1] += rune(g - e.lo)
	return out
}
