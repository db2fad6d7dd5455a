package charset

import (
	"golang.org/x/text/encoding"
	"golang.org/x/text/transform"
)

// johab is the encoding of Korean in KS X 1001, annex 3: two bytes hold the three letters of a
// syllable, five bits each. Its Chinese characters and symbols are not known.
type johab struct{ transform.NopResetter }

// The letters by their five bits, as indexes of Unicode's; -1 for bits without a meaning.
var (
	johabInitial = [32]int{
		-1, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,
		14, 15, 16, 17, 18, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
	}
	johabVowel = [32]int{
		-1, -1, -1, 0, 1, 2, 3, 4, -1, -1, 5, 6, 7, 8, 9, 10,
		-1, -1, 11, 12, 13, 14, 15, 16, -1, -1, 17, 18, 19, 20, -1, -1,
	}
	johabFinal = [32]int{
		-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14,
		15, 16, -1, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, -1, -1,
	}
)

func (johab) NewDecoder() *encoding.Decoder { return &encoding.Decoder{Transformer: johab{}} }

func (johab) NewEncoder() *encoding.Encoder { return encoding.Replacement.NewEncoder() }

// Transform implements transform.Transformer.
func (johab) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for nSrc < len(src) {
		if nDst+3 > len(dst) {
			return nDst, nSrc, transform.ErrShortDst
		}
		if src[nSrc] < 0x80 {
			dst[nDst] = src[nSrc]
			nDst++
			nSrc++
			continue
		}
		if nSrc+1 == len(src) && !atEOF {
			return nDst, nSrc, transform.ErrShortSrc
		}
		r, n := '\uFFFD', 1
		if nSrc+1 < len(src) {
			bits := int(src[nSrc])<<8 | int(src[nSrc+1])
			initial, vowel, final := johabInitial[bits>>10&31], johabVowel[bits>>5&31], johabFinal[bits&31]
			if n = 2; initial >= 0 && vowel >= 0 && final >= 0 {
				r = rune(0xAC00 + (initial*21+vowel)*28 + final)
			}
		}
		nDst += copy(dst[nDst:], string(r))
		nSrc += n
	}
	return nDst, nSrc, nil
}
