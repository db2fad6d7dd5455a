package check

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/quote"
	"github.com/bitext-go/bitext/internal/script"
	"github.com/bitext-go/bitext/internal/words"
	"github.com/bitext-go/bitext/segment"
)

// A figure is a number in digits.
type figure struct {
	values []string // in plain digits with a point, "1234.5": what it may say, the likeliest first
	span   segment.Span
	kind   Kind
	taken  bool // a date or a list number reports it
}

// readNumbers collects the numbers of the text, and everything that may stand for one.
func (s *study) readNumbers() {
	for _, t := range s.tokens {
		if t.Kind != words.Number && (t.Kind != words.Month || !startsWithDigit(s.Text[t.Start:])) {
			continue
		}
		v := strings.TrimPrefix(t.Form, "#")
		if t.Kind == words.Month {
			v = strings.TrimPrefix(t.Form, "@M")
		}
		s.say(v)
		scaled := s.readings(t, v)
		if startsWithDigit(s.Text[t.Start:]) && !inside(s.addresses, t.Start) {
			if n := len(s.digits); n > 0 && s.digits[n-1].span.End >= t.End {
				continue // the number before goes on
			}
			f := figure{values: append([]string{v}, scaled...), span: segment.Span{Start: t.Start, End: t.End}, kind: Number}
			if sum, end := s.mixed(t); end > t.End {
				f.values, f.span.End = append([]string{strconv.Itoa(sum)}, f.values...), end
			}
			if half := s.andHalf(t, v); half != "" {
				f.values = []string{half}
			}
			s.say(f.values[0])
			if s.bracketed(t) {
				f.kind = Year
			}
			s.digits = append(s.digits, f)
		}
	}
	s.spelledOut()
	s.roman()
	s.hanNumerals()
}

func (s *study) say(value string) { s.values[value] = true }

func (s *study) sayInt(n int) { s.values[strconv.Itoa(n)] = true }

// readings adds the other values that a number in digits may have: both of 1.234, the groups of
// 10.30, and what a numeral behind it makes of it, which it returns.
func (s *study) readings(t words.Token, v string) (scaled []string) {
	written := plainDigits(s.Text[t.Start:t.End])
	for _, part := range strings.FieldsFunc(written, func(r rune) bool { return r < '0' || r > '9' }) {
		s.say(strings.TrimLeft(part, "0"))
		s.say(part)
	}
	if strings.Count(written, ".")+strings.Count(written, ",") == 1 {
		decimal := strings.TrimRight(strings.Replace(written, ",", ".", 1), "0")
		s.say(strings.TrimRight(strings.TrimLeft(decimal, " "), "."))
	}
	rest := strings.TrimLeft(s.Text[t.End:], " \u00a0多余")
	for _, u := range shortScales {
		if len(rest) >= len(u.word) && strings.EqualFold(rest[:len(u.word)], u.word) && (len(u.word) > 3 || !startsWithLetter(rest[len(u.word):])) {
			scaled = append(scaled, s.shift(v, u.zeros)...)
		}
	}
	for _, u := range smallScales {
		if strings.HasPrefix(rest, u.word) {
			scaled = append(scaled, s.shift(v, u.zeros)...)
		}
	}
	return scaled
}

// andHalf returns the value of a number with a half behind it, as in "2 millions et demi", or "".
func (s *study) andHalf(t words.Token, v string) string {
	rest := s.Text[t.End:]
	for _, half := range [...]string{" et demi", " y medi", " e mei", " e mezz", " с половиной", " ونصف", " and a half", "半"} {
		if !strings.HasPrefix(rest, half) {
			continue
		}
		short := strings.TrimRight(v, "0")
		if zeros := len(v) - len(short); zeros > 0 && !strings.Contains(v, ".") {
			return short + "5" + strings.Repeat("0", zeros-1)
		}
		return v + ".5"
	}
	return ""
}

type scale struct {
	word  string
	zeros int
}

// shortScales and smallScales are words behind a number that the aligner does not read:
// abbreviations, and those below a thousand.
var (
	shortScales = []scale{{"bn", 9}, {"tn", 12}, {"m", 6}, {"mn", 6}, {"k", 3}, {"mio", 6}, {"mrd", 9}, {"md", 9},
		{"juta", 6}, {"ribu", 3}, {"triệu", 6}, {"nghìn", 3}, {"milj", 6}, {"mln", 6}, {"tys.", 3}, {"মিলিয়ন", 6}, {"বিলিয়ন", 9}, {"লাখ", 5},
		{"লক্ষ", 5}, {"কোটি", 7}, {"ملین", 6}, {"بلین", 9}, {"لاکھ", 5}, {"کروڑ", 7}, {"ล้าน", 6}, {"मिलियन", 6}, {"बिलियन", 9}, {"अरब", 9}}
	smallScales = []scale{{"十", 1}, {"百", 2}, {"千", 3}, {"hundred", 2}, {"सौ", 2}, {"сот", 2}}
)

// shift adds a number times a power of ten, and returns it.
func (s *study) shift(v string, zeros int) []string {
	whole, decimals, _ := strings.Cut(v, ".")
	if len(decimals) > zeros {
		return nil
	}
	out := strings.TrimLeft(whole+decimals+strings.Repeat("0", zeros-len(decimals)), "0")
	s.say(out)
	return []string{out}
}

func startsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// mixed returns what digits and numerals make together in Chinese, as in 16万8千, and with a
// full-width or Arabic comma, as in 15，001, and where that ends.
func (s *study) mixed(t words.Token) (sum, end int) {
	total, section, value := 0, 0, 0
reading:
	for i, r := range s.Text[t.Start:] {
		if d := script.DigitValue(r); d >= 0 && value < 1e9 {
			value = value*10 + d
			end = t.Start + i + utf8.RuneLen(r)
			continue
		}
		unit := hanUnit(words.Simplified(r))
		switch {
		case r == '，' || r == '،':
			if !script.ThreeDigits(s.Text[t.Start+i+utf8.RuneLen(r):]) {
				break reading
			}
		case unit >= 1e4:
			total, section, value = (total+section+value)*unit, 0, 0
		case unit > 0:
			section, value = section+value*unit, 0
		default:
			break reading
		}
		if total > 1e14 {
			return 0, 0
		}
		if unit > 0 {
			end = t.Start + i + utf8.RuneLen(r)
		}
	}
	return total + section + value, end
}

func hanUnit(r rune) int {
	switch r {
	case '十':
		return 10
	case '百':
		return 100
	case '千':
		return 1000
	case '万':
		return 1e4
	case '亿':
		return 1e8
	}
	return 0
}

// plainDigits returns a text with all digits as ASCII has them and the Arabic separators as English
// has them.
func plainDigits(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r < utf8.RuneSelf:
			return r
		case r == '٫':
			return '.'
		case r == '٬':
			return ','
		}
		if d := script.DigitValue(r); d >= 0 {
			return rune('0' + d)
		}
		return r
	}, text)
}

func startsWithDigit(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return script.DigitValue(r) >= 0
}

// bracketed reports whether a number is a year alone in brackets, or with a word for "year".
func (s *study) bracketed(t words.Token) bool {
	n, err := strconv.Atoi(strings.TrimPrefix(t.Form, "#"))
	if err != nil || n < 1000 || n > 2100 || t.End-t.Start < 4 {
		return false
	}
	before, after := strings.TrimRight(s.Text[:t.Start], " \u00a0"), s.Text[t.End:]
	if k := strings.LastIndexAny(before, "(（["); k >= 0 && len(before)-k <= 16 && !strings.ContainsAny(before[k:], ")）]") {
		closing := strings.IndexAny(after, ")）]")
		return closing >= 0 && closing <= 8
	}
	return false
}

// numbers returns the numbers in digits of a that b has in no form.
func numbers(a, b *study) []difference {
	var out []difference
	seen := map[string]bool{}
	for _, f := range a.digits {
		if f.taken || seen[f.values[0]] || slices.ContainsFunc(f.values, b.mayHave) {
			continue
		}
		seen[f.values[0]] = true
		what := "number "
		if f.kind == Year {
			what = "year in brackets "
		}
		written := a.Text[f.span.Start:f.span.End]
		if plainDigits(written) == written {
			what += written
		} else {
			what += f.values[0] + " (" + quote.Isolate(written) + ")"
		}
		out = append(out, difference{kind: f.kind, span: f.span, what: what, key: f.values[0]})
	}
	return out
}
