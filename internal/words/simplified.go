package words

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:generate go run ./hangen

//go:embed simplified.txt
var simplifiedPairs string

//go:embed pinyin.txt
var pinyinLines string

// The block of Han characters that the tables speak of.
const hanFirst, hanLast = 0x4E00, 0x9FFF

// Simplified returns the simplified form of a traditional or Japanese Han character, or the
// character itself.
func Simplified(r rune) rune {
	if r < hanFirst || r > hanLast {
		return r
	}
	if s := simplifiedTable()[r-hanFirst]; s != 0 {
		return rune(s)
	}
	return r
}

var simplifiedTable = sync.OnceValue(func() *[hanLast - hanFirst + 1]uint16 {
	t := new([hanLast - hanFirst + 1]uint16)
	from := rune(0)
	for _, r := range tableBody(simplifiedPairs) {
		switch {
		case r == '\n':
		case from == 0:
			from = r
		default:
			t[from-hanFirst] = uint16(r)
			from = 0
		}
	}
	return t
})

// Pinyin returns the commonest Mandarin reading of a Han character, traditional or simplified, in
// lower-case ASCII letters without tone ("bei", "lu"), or "" if it is not known.
func Pinyin(r rune) string {
	if r < hanFirst || r > hanLast {
		return ""
	}
	return pinyinTable()[Simplified(r)-hanFirst]
}

var pinyinTable = sync.OnceValue(func() *[hanLast - hanFirst + 1]string {
	t := new([hanLast - hanFirst + 1]string)
	for line := range strings.Lines(tableBody(pinyinLines)) {
		syllable, chars, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		for _, r := range chars {
			t[r-hanFirst] = syllable
		}
	}
	return t
})

// tableBody returns a table without the comment lines that it begins with.
func tableBody(s string) string {
	for strings.HasPrefix(s, "#") {
		s = s[strings.IndexByte(s, '\n')+1:]
	}
	if !utf8.ValidString(s) {
		panic("words: a table of Han characters is damaged")
	}
	return s
}
