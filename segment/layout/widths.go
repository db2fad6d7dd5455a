package layout

import (
	"unicode"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/runetable"
	"github.com/bitext-go/bitext/internal/script"
)

// widths is the width of something in columns, by which printers wrap, and in characters, by which
// many programs do. They differ for East Asian wide characters and for combining marks.
type widths [2]int

const (
	inColumns = iota
	inChars
)

// columns returns the width in columns.
func (w widths) columns() int { return w[inColumns] }

// widthsOf measures a string: an East Asian wide character takes two columns, a combining mark
// none, a tab four. It stops at twice the width of the widest line that may be wrapped.
func widthsOf(s string) (w widths) {
	for i := 0; i < len(s) && w[inColumns] < 2*widest; {
		if c := s[i]; c < utf8.RuneSelf {
			i++
			w[inColumns]++
			w[inChars]++
			if c == '\t' {
				w[inColumns] += 3
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		w.add(r)
	}
	return w
}

// add adds a character.
func (w *widths) add(r rune) {
	if r < 0x300 {
		w[inColumns]++
	} else {
		w[inColumns] += int(cellsOf.At(r))
	}
	w[inChars]++
}

// cellsOf has the columns that a character takes.
var cellsOf = runetable.New(func(r rune) uint8 { return uint8(cells(r)) })

// cells returns the columns that a character takes.
func cells(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case wide(r):
		return 2
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	}
	return 1
}

// wide reports whether a character takes two columns: the ranges of East_Asian_Width W and F that
// are in use.
func wide(r rune) bool {
	return r >= 0x1100 && (r <= 0x115F || r >= 0x2E80 && r <= 0xA4CF || r >= 0xAC00 && r <= 0xD7A3 ||
		r >= 0xF900 && r <= 0xFAFF || r >= 0xFE30 && r <= 0xFE6F || r >= 0xFF00 && r <= 0xFF60 ||
		r >= 0xFFE0 && r <= 0xFFE6 || r >= 0x20000 && r <= 0x3FFFD)
}

// firstWord measures a line up to its first space, or its first character in a script without
// spaces.
func firstWord(s string) (w widths) {
	for i, r := range s {
		if unicode.IsSpace(r) {
			break
		}
		if script.Unspaced(r) {
			if i == 0 {
				w.add(r)
			}
			break
		}
		w.add(r)
	}
	return w
}
