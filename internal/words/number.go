package words

import (
	"math/big"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/script"
)

// number appends the number that begins at i and returns where it ends. Its form is its value:
// thousands separators are removed, a decimal comma becomes a point, and a scale word after it
// (million, مليون, 万) multiplies it.
func number(dst *[]Token, s string, i int) int {
	var groups []string // runs of digits
	var seps []rune     // between them
	end := i
	for {
		from := end
		var run []byte
		for end < len(s) {
			r, n := utf8.DecodeRuneInString(s[end:])
			d := script.DigitValue(r)
			if d < 0 {
				break
			}
			run = append(run, byte('0'+d))
			end += n
		}
		if len(run) == 0 {
			end = from
			break
		}
		groups = append(groups, string(run))
		r, n := utf8.DecodeRuneInString(s[end:])
		next, _ := utf8.DecodeRuneInString(s[min(end+n, len(s)):])
		if !strings.ContainsRune(".,'’٫٬\u00a0\u202f ", r) || script.DigitValue(next) < 0 || len(groups) > 8 {
			break
		}
		if (r == ' ' || r == 0xA0 || r == 0x202F) && !script.ThreeDigits(s[end+n:]) || r == ' ' && len(run) > 3 {
			break
		}
		seps = append(seps, r)
		end += n
	}
	if len(seps) >= len(groups) { // the separator after the last group was not one
		last := seps[len(groups)-1]
		seps = seps[:len(groups)-1]
		end -= utf8.RuneLen(last)
	}
	for _, v := range values(groups, seps) {
		v, end = scaled(v, s, end)
		form := "#" + v
		*dst = append(*dst, Token{Form: form, Full: form, Kind: Number, Start: i, End: end})
		if v, err := strconv.Atoi(v); err == nil && v >= 1 && v <= 12 && strings.HasPrefix(s[end:], "月") {
			(*dst)[len(*dst)-1].Kind = Month
			(*dst)[len(*dst)-1].Form = "@M" + strconv.Itoa(v)
			end += len("月")
		}
	}
	return end
}

// values returns the value of groups of digits as one number with thousands and decimals or, if
// they cannot be that, as several numbers.
func values(groups []string, seps []rune) []string {
	if len(groups) == 1 {
		return []string{plain(groups[0], "")}
	}
	last := len(groups) - 1
	thousands := len(groups[0]) <= 3
	for k, g := range groups[1:last] {
		thousands = thousands && len(g) == 3 && seps[k] == seps[0]
	}
	switch {
	case thousands && len(groups[last]) == 3 && (last == 1 || seps[last-1] == seps[0]) &&
		(last > 1 || groups[0] != "0"):
		return []string{plain(strings.Join(groups, ""), "")}
	case thousands && (last == 1 || seps[last-1] != seps[0]) && strings.ContainsRune(".,٫", seps[last-1]):
		return []string{plain(strings.Join(groups[:last], ""), groups[last])}
	}
	var out []string
	for _, g := range groups {
		out = append(out, plain(g, ""))
	}
	return out
}

func plain(whole, decimals string) string {
	whole = strings.TrimLeft(whole, "0")
	if whole == "" {
		whole = "0"
	}
	if decimals = strings.TrimRight(decimals, "0"); decimals != "" {
		return whole + "." + decimals
	}
	return whole
}

// scaled returns v multiplied by the scale word at end, if there is one, and where that ends.
func scaled(v, s string, end int) (string, int) {
	rest := strings.TrimLeft(s[end:], " \u00a0\u202f多余")
	gap := len(s) - end - len(rest)
	if gap > 4 || rest == "" {
		return v, end
	}
	for _, scale := range scalesBy[rest[0]] {
		if len(rest) < len(scale.word) || !strings.EqualFold(rest[:len(scale.word)], scale.word) {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(rest[len(scale.word):]); unicode.IsLetter(r) && !Unspaced(r) {
			continue
		}
		x, ok := new(big.Rat).SetString(v)
		if !ok || len(v) > 20 {
			return v, end
		}
		x.Mul(x, new(big.Rat).SetInt64(scale.by))
		if !x.IsInt() {
			return v, end
		}
		return x.Num().String(), end + gap + len(scale.word)
	}
	return v, end
}

// scalesBy has the scales by the bytes with which their words may begin, in either case.
var scalesBy = func() (by [256][]scale) {
	for _, scale := range scales {
		first := script.First(scale.word)
		for r := first; ; {
			b := string(r)[0]
			if n := len(by[b]); n == 0 || by[b][n-1] != scale {
				by[b] = append(by[b], scale)
			}
			if r = unicode.SimpleFold(r); r == first {
				break
			}
		}
	}
	return by
}()

type scale struct {
	word string
	by   int64
}

// scales are the words that multiply the number before them. "billion" is 10⁹, as in English and
// Russian. Languages in which it is 10¹² write 10⁹ as "milliard" or "mil millones".
var scales = []scale{
	{"thousand", 1e3}, {"mille", 1e3}, {"mil millones", 1e9}, {"mil", 1e3}, {"tausend", 1e3}, {"тыс.", 1e3}, {"тысяч", 1e3},
	{"тысячи", 1e3}, {"тысяча", 1e3}, {"ezer", 1e3}, {"bin", 1e3}, {"ألف", 1e3}, {"آلاف", 1e3}, {"الف", 1e3}, {"هزار", 1e3},
	{"million", 1e6}, {"millions", 1e6}, {"millones", 1e6}, {"millón", 1e6}, {"Millionen", 1e6}, {"milioni", 1e6},
	{"milhões", 1e6}, {"milhão", 1e6}, {"milioane", 1e6}, {"millió", 1e6}, {"milyon", 1e6}, {"млн", 1e6}, {"миллион", 1e6},
	{"миллиона", 1e6}, {"миллионов", 1e6}, {"مليون", 1e6}, {"ملايين", 1e6}, {"میلیون", 1e6},
	{"billion", 1e9}, {"billions", 1e9}, {"milliard", 1e9}, {"milliards", 1e9}, {"Milliarden", 1e9}, {"Milliarde", 1e9},
	{"miliardi", 1e9}, {"bilhões", 1e9}, {"миллиард", 1e9}, {"миллиарда", 1e9}, {"миллиардов", 1e9}, {"млрд", 1e9},
	{"مليار", 1e9}, {"مليارات", 1e9}, {"بليون", 1e9}, {"میلیارد", 1e9}, {"milyar", 1e9}, {"milliárd", 1e9},
	{"千万", 1e7}, {"百万", 1e6}, {"萬", 1e4}, {"万", 1e4}, {"億", 1e8}, {"亿", 1e8}, {"만", 1e4}, {"억", 1e8},
	{"लाख", 1e5}, {"करोड़", 1e7}, {"हज़ार", 1e3}, {"हजार", 1e3},
}
