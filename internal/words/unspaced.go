package words

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Unspaced reports whether r belongs to a script that is written without spaces between words: Han,
// kana, Thai and their neighbours. Unlike script.Unspaced it is about words, so punctuation is not.
func Unspaced(r rune) bool {
	switch {
	case r < 0x0E00:
		return false
	case r <= 0x0EFF: // Thai, Lao
		return unicode.IsLetter(r) || unicode.IsMark(r)
	case r >= 0x1000 && r <= 0x109F, r >= 0x1780 && r <= 0x17DD: // Myanmar, Khmer
		return unicode.IsLetter(r) || unicode.IsMark(r)
	case r >= 0x3005 && r <= 0x3007, r >= 0x3041 && r <= 0x30FF && r != 0x30FB, r >= 0x3400 && r <= 0x9FFF,
		r >= 0xF900 && r <= 0xFAFF, r >= 0xFF66 && r <= 0xFF9F, r >= 0x20000 && r <= 0x3FFFF:
		return true
	}
	return false
}

func katakana(r rune) bool {
	return r >= 0x30A1 && r <= 0x30FF && r != 0x30FB || r >= 0xFF66 && r <= 0xFF9F
}
func hiragana(r rune) bool { return r >= 0x3041 && r <= 0x309F }

// run appends the words of a stretch without spaces and returns where it ends: a run of katakana is
// one word, Han numerals are a number, then comes the longest known word; what is left becomes
// overlapping pairs of characters.
func (t *Tokenizer) run(dst *[]Token, s string, i int) int {
	end := i
	for end < len(s) {
		r, n := utf8.DecodeRuneInString(s[end:])
		if !Unspaced(r) {
			break
		}
		end += n
	}
	folded, at := t.foldRun(s[i:end])
	emit := func(a, b int, kind Kind, form string) {
		*dst = append(*dst, Token{Form: form, Full: form, Kind: kind, Start: i + at[a], End: i + at[b]})
	}
	loose := -1 // where characters that no word holds began
	flush := func(b int) {
		if loose >= 0 {
			t.pairs(dst, folded[loose:b], i, at[loose:])
			loose = -1
		}
	}
	for p := 0; p < len(folded); {
		if v, n := hanNumber(folded[p:]); n > 0 {
			flush(p)
			kind, form := Number, "#"+strconv.FormatInt(v, 10)
			if strings.HasPrefix(folded[p+n:], "月") && v >= 1 && v <= 12 {
				kind, form, n = Month, "@M"+strconv.FormatInt(v, 10), n+len("月")
			}
			emit(p, p+n, kind, form)
			p += n
			continue
		}
		r, n := utf8.DecodeRuneInString(folded[p:])
		if katakana(r) {
			q := p
			for q < len(folded) {
				r, n := utf8.DecodeRuneInString(folded[q:])
				if !katakana(r) {
					break
				}
				q += n
			}
			flush(p)
			emit(p, q, Word, folded[p:q])
			p = q
			continue
		}
		if t.Longest != nil {
			if l := t.Longest(folded[p:]); l > n || l == n && !hiragana(r) {
				flush(p)
				emit(p, p+l, Word, folded[p:p+l])
				p += l
				continue
			}
		}
		if loose < 0 {
			loose = p
		}
		p += n
	}
	flush(len(folded))
	return end
}

// pairs appends the overlapping pairs of characters of a stretch in which no word is known, or its
// one character.
func (t *Tokenizer) pairs(dst *[]Token, s string, base int, at []int) {
	_, n := utf8.DecodeRuneInString(s)
	if n == len(s) {
		if r, _ := utf8.DecodeRuneInString(s); !hiragana(r) {
			*dst = append(*dst, Token{Form: s, Full: s, Start: base + at[0], End: base + at[n]})
		}
		return
	}
	for a := 0; a+n < len(s); {
		_, m := utf8.DecodeRuneInString(s[a+n:])
		*dst = append(*dst, Token{Form: s[a : a+n+m], Full: s[a : a+n+m], Start: base + at[a], End: base + at[a+n+m]})
		a, n = a+n, m
	}
}

// foldRun folds a run and maps each byte of the result, and its end, to the byte of s that it came
// from.
func (t *Tokenizer) foldRun(s string) (string, []int) {
	b := make([]byte, 0, len(s))
	at := make([]int, 0, len(s)+1)
	for i, r := range s {
		b = appendFolded(b, r)
		for len(at) < len(b) {
			at = append(at, i)
		}
	}
	return string(b), append(at, len(s))
}

// hanNumber reads a number written in Han numerals at the start of s: its value and length in
// bytes, or 0, 0. Single numerals count only before a unit of time, since 一 and its like are also
// plain words.
func hanNumber(s string) (value int64, length int) {
	digits, scaled := 0, false
	var total, section, digit int64
	positional := int64(0)
	for i, r := range s {
		d := int64(strings.IndexRune("〇一二三四五六七八九", r))
		switch {
		case d >= 0:
			d /= 3 // bytes a numeral takes
			digit, positional = d, positional*10+d
		case r == '零':
			digit, positional = 0, positional*10
		case r == '两':
			digit, positional = 2, positional*10+2
		case r == '十' || r == '百' || r == '千':
			unit := map[rune]int64{'十': 10, '百': 100, '千': 1000}[r]
			if digits == 0 && r != '十' {
				return 0, 0
			}
			if digit == 0 {
				digit = 1
			}
			section, digit, scaled = section+digit*unit, 0, true
		case (r == '万' || r == '亿') && digits > 0:
			unit := map[rune]int64{'万': 1e4, '亿': 1e8}[r]
			total, section, digit, scaled = total+(section+digit)*unit, 0, 0, true
		default:
			if digits == 1 && !(r == '月' || r == '日' || r == '年' || r == '届') {
				return 0, 0
			}
			return hanValue(scaled, total+section+digit, positional), i
		}
		if digits++; digits > 16 {
			return 0, 0
		}
		length = i + utf8.RuneLen(r)
	}
	if digits < 2 {
		return 0, 0
	}
	return hanValue(scaled, total+section+digit, positional), length
}

func hanValue(scaled bool, sum, positional int64) int64 {
	if scaled {
		return sum
	}
	return positional
}
