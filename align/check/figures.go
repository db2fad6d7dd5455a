package check

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/script"
	"github.com/bitext-go/bitext/internal/words"
	"github.com/bitext-go/bitext/segment"
)

// readNumbers collects the numbers in digits, and the values of everything that may be a number.
func (s *subject) readNumbers() {
	for _, t := range s.tokens {
		inDigits := startsWithDigit(s.Text[t.Start:])
		if t.Kind != words.Number && (t.Kind != words.Month || !inDigits) {
			continue
		}
		value := strings.TrimLeft(t.Form, "#@M")
		s.values.add(value)
		scaled := s.addReadings(t, value)
		if !inDigits || !s.isWording(t.Start) {
			continue
		}
		if n := len(s.digits); n > 0 && s.digits[n-1].span.End >= t.End {
			continue // the number before includes it
		}
		f := figure{kind: Number, span: segment.Span{Start: t.Start, End: t.End},
			values: append([]string{value}, scaled...)}
		if sum, end := s.mixedNumber(t); end > t.End {
			f.values, f.span.End = append([]string{strconv.FormatInt(sum, 10)}, f.values...), end
		}
		if half := s.andHalf(t, value); half != "" {
			f.values = []string{half}
		}
		s.values.add(f.values[0])
		if s.isBracketedYear(t) {
			f.kind = Year
		}
		s.digits = append(s.digits, f)
	}
	s.readNumberWords()
	s.readRoman()
	s.readHan()
}

func (s *subject) addInt(n int64) { s.values.add(strconv.FormatInt(n, 10)) }

// addReadings adds the other values that a number in digits may have: both of 1.234, the groups of
// 10.30, and the values with the scale word after it, which it returns.
func (s *subject) addReadings(t words.Token, value string) (scaled []string) {
	written := plainDigits(s.Text[t.Start:t.End])
	for _, part := range strings.FieldsFunc(written, func(r rune) bool { return r < '0' || r > '9' }) {
		s.values.add(strings.TrimLeft(part, "0"))
		s.values.add(part)
	}
	if strings.Count(written, ".")+strings.Count(written, ",") == 1 {
		decimal := strings.TrimRight(strings.Replace(written, ",", ".", 1), "0")
		s.values.add(strings.TrimRight(strings.TrimLeft(decimal, " "), "."))
	}
	rest := strings.TrimLeft(s.Text[t.End:], " \u00a0多余")
	for _, scale := range abbreviatedScales {
		if len(rest) < len(scale.word) || !strings.EqualFold(rest[:len(scale.word)], scale.word) {
			continue
		}
		if next, _ := utf8.DecodeRuneInString(rest[len(scale.word):]); len(scale.word) > 3 || !unicode.IsLetter(next) {
			scaled = s.addScaled(scaled, value, scale.zeros)
		}
	}
	for _, scale := range smallScales {
		if strings.HasPrefix(rest, scale.word) {
			scaled = s.addScaled(scaled, value, scale.zeros)
		}
	}
	return scaled
}

// A scale is a word after a number that multiplies it by a power of ten.
type scale struct {
	word  string
	zeros int
}

// abbreviatedScales and smallScales are the scale words that package words does not read:
// abbreviations and those of more languages, and those below a thousand.
var (
	abbreviatedScales = []scale{{"bn", 9}, {"tn", 12}, {"m", 6}, {"mn", 6}, {"k", 3}, {"mio", 6}, {"mrd", 9}, {"md", 9},
		{"juta", 6}, {"ribu", 3}, {"triệu", 6}, {"nghìn", 3}, {"milj", 6}, {"mln", 6}, {"tys.", 3}, {"মিলিয়ন", 6},
		{"বিলিয়ন", 9}, {"লাখ", 5}, {"লক্ষ", 5}, {"কোটি", 7}, {"ملین", 6}, {"بلین", 9}, {"لاکھ", 5}, {"کروڑ", 7},
		{"ล้าน", 6}, {"मिलियन", 6}, {"बिलियन", 9}, {"अरब", 9}}
	smallScales = []scale{{"十", 1}, {"百", 2}, {"千", 3}, {"hundred", 2}, {"सौ", 2}, {"сот", 2}}
)

// addScaled adds a number times a power of ten to the values of the text and to list, unless it has
// more decimals than that.
func (s *subject) addScaled(list []string, value string, zeros int) []string {
	whole, decimals, _ := strings.Cut(value, ".")
	if len(decimals) > zeros {
		return list
	}
	out := strings.TrimLeft(whole+decimals+strings.Repeat("0", zeros-len(decimals)), "0")
	s.values.add(out)
	return append(list, out)
}

// halves are the words for "and a half".
var halves = [...]string{" et demi", " y medi", " e mei", " e mezz", " с половиной", " ونصف", " and a half", "半"}

// andHalf returns the value of a number with a half after it, or "". After a scale word it is half
// of what that stands for, as in "2 millions et demi", else a half: "20 and a half" is 20.5.
func (s *subject) andHalf(t words.Token, value string) string {
	if !slices.ContainsFunc(halves[:], func(half string) bool { return strings.HasPrefix(s.Text[t.End:], half) }) {
		return ""
	}
	parts := strings.FieldsFunc(plainDigits(s.Text[t.Start:t.End]), func(r rune) bool { return r < '0' || r > '9' })
	digits := strings.TrimLeft(strings.Join(parts, ""), "0")
	zeros, ok := strings.CutPrefix(value, digits)
	switch {
	case !ok || strings.Trim(zeros, "0") != "": // it has decimals
		return ""
	case zeros == "":
		return value + ".5"
	case len(parts) > 1: // 1,5 millions et demi
		return ""
	}
	return digits + "5" + zeros[1:]
}

// How many bytes may be between a bracket and the year in it: room for a word for "year".
const (
	beforeYear = 16
	afterYear  = 8
)

// isBracketedYear reports whether a number is a year in brackets, alone or with a word for "year".
func (s *subject) isBracketedYear(t words.Token) bool {
	n, err := strconv.Atoi(strings.TrimPrefix(t.Form, "#"))
	if err != nil || n < 1000 || n > 2100 || t.End-t.Start < len("1999") {
		return false
	}
	before := strings.TrimRight(s.Text[:t.Start], " \u00a0")
	before = before[max(len(before)-beforeYear, 0):]
	opening := strings.LastIndexAny(before, "(（[")
	if opening < 0 || strings.ContainsAny(before[opening:], ")）]") {
		return false
	}
	after := s.Text[t.End:min(t.End+afterYear+len("）"), len(s.Text))]
	closing := strings.IndexAny(after, ")）]")
	return closing >= 0 && closing <= afterYear
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
