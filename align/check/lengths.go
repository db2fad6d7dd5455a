package check

import (
	"fmt"
	"math"
	"unicode"

	"github.com/bitext-go/bitext/segment"
)

// The variance of the difference of two lengths grows with their mean: Gale and Church (1993) find
// 6.8 for each character. Of 8,000 translations in eight pairs of languages one is beyond both
// limits.
const (
	lengthVariance = 6.8
	leastDeviation = 2.9 // standard deviations from which on a length is odd
	leastRatio     = 2.1 // how many times as long one side is at least
)

// lengths finds a side that is far too long for the other one, or too short.
func lengths(a, b *study) []difference {
	la, lb := weight(a), weight(b)
	longer, times := a, la/max(lb, 1)
	if lb > la {
		longer, times = b, lb/max(la, 1)
	}
	deviation := math.Abs(la-lb) / math.Sqrt((la+lb)/2*lengthVariance)
	if deviation < leastDeviation || times < leastRatio {
		return nil
	}
	other := a
	if longer == a {
		other = b
	}
	return []difference{{kind: Length, span: segment.Span{End: len(longer.Text)}, second: longer == b,
		message: fmt.Sprintf("%s is %.1f times as long as its %s suggests", languageName(longer.Lang), times, languageName(other.Lang))}}
}

// wordy is how many letters a text has in a language for each one that its English has: means over
// the thousand sentences of the Parallel Universal Dependencies.
var wordy = map[string]float64{"fr": 1.15, "es": 1.12, "ru": 1.08}

// weight returns the length of a text as that of an English one: a letter counts one, in Arabic and
// Hebrew, which leave vowels out, 1.2, a kana or Hangul syllable 2.2, a Han character 3. Vowel
// signs of Indic scripts are letters.
func weight(s *study) float64 {
	n := 0.0
	for _, r := range s.Text {
		switch {
		case unicode.Is(unicode.Han, r):
			n += 3
		case r >= 0x3040 && r < 0x3100, unicode.Is(unicode.Hangul, r):
			n += 2.2
		case r >= 0x0590 && r < 0x0780 && unicode.IsLetter(r):
			n += 1.2
		case unicode.IsLetter(r), r >= 0x0900 && unicode.IsMark(r):
			n++
		}
	}
	if w := wordy[s.base]; w > 0 {
		n /= w
	}
	return n
}
