package check

import (
	"fmt"
	"math"
	"unicode"

	"github.com/bitext-go/bitext/segment"
)

// The variance of the difference of two lengths grows with their mean: Gale and Church, "A Program
// for Aligning Sentences in Bilingual Corpora" (1993), find 6.8 for each character. Of 8,000
// translations in eight pairs of languages, one is beyond both limits.
const (
	lengthVariance = 6.8
	minDeviation   = 2.9 // in standard deviations; a smaller one is no finding
	minRatio       = 2.1 // of the longer to the shorter side; a smaller one is no finding
)

// lengths reports a side that is far too long for the other.
func lengths(a, b *subject) []difference {
	la, lb := englishLength(a), englishLength(b)
	longer, shorter, ratio := a, b, la/max(lb, 1)
	if lb > la {
		longer, shorter, ratio = b, a, lb/max(la, 1)
	}
	deviation := math.Abs(la-lb) / math.Sqrt((la+lb)/2*lengthVariance) // NaN if neither has letters
	if !(deviation >= minDeviation) || ratio < minRatio {
		return nil
	}
	return []difference{{kind: Length, span: segment.Span{End: len(longer.Text)}, second: longer == b,
		message: fmt.Sprintf("%s is %.1f times as long as its %s suggests",
			languageName(longer.Lang), ratio, languageName(shorter.Lang))}}
}

// expansion is how many letters a text in a language has for each one of its English, if that is
// far from 1: means over the thousand sentences of the Parallel Universal Dependencies.
var expansion = map[string]float64{"fr": 1.15, "es": 1.12, "ru": 1.08}

// englishLength returns the length of a text, in letters, that its English may be expected to have.
// A letter counts 1, in Arabic and Hebrew, which leave out vowels, 1.2, a kana or Hangul syllable
// 2.2, a Han character 3: ratios of the same sentences. Vowel signs of Indic scripts are letters.
func englishLength(s *subject) float64 {
	n := 0.0
	for _, r := range s.Text {
		switch {
		case r < 0x80:
			if r|0x20 >= 'a' && r|0x20 <= 'z' {
				n++
			}
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
	if x := expansion[s.base]; x > 0 {
		n /= x
	}
	return n
}
