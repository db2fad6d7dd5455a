package check

import (
	"strings"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/script"
	"github.com/bitext-go/bitext/internal/words"
)

// The values of Chinese numerals, and of the units that they are multiplied by.
var (
	hanDigits = map[rune]int64{'〇': 0, '零': 0, '一': 1, '二': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8,
		'九': 9, '两': 2, '双': 2, '俩': 2, '仨': 3}
	hanUnits = map[rune]int64{'十': 10, '百': 100, '千': 1000, '万': 10000, '亿': 100000000}
	hanTens  = map[rune]int64{'廿': 20, '卅': 30}
)

const (
	hanHalf     = '半'
	hanNumerals = "〇零一二三四五六七八九十百千万亿两廿卅半双俩仨" // every numeral and unit
)

// mixedNumber returns the value of digits and numerals together, as in 16万8千, or of a number with a
// full-width or Arabic comma, as in 15，001, and where it ends. Both are 0 if it is too large.
func (s *subject) mixedNumber(t words.Token) (sum int64, end int) {
	const maxTotal = 1e14
	total, section, value := int64(0), int64(0), int64(0)
	for i, r := range s.Text[t.Start:] {
		next := t.Start + i + utf8.RuneLen(r)
		unit := hanUnits[words.Simplified(r)]
		switch d := script.DigitValue(r); {
		case d >= 0 && value < 1e9:
			value, end = value*10+int64(d), next
		case r == '，' || r == '،':
			if !script.ThreeDigits(s.Text[next:]) {
				return total + section + value, end
			}
		case unit >= 1e4:
			total, section, value, end = (total+section+value)*unit, 0, 0, next
		case unit > 0:
			section, value, end = section+value*unit, 0, next
		default:
			return total + section + value, end
		}
		if total > maxTotal {
			return 0, 0
		}
	}
	return total + section + value, end
}

// readHan adds the numbers in Chinese numerals.
func (s *subject) readHan() {
	var run []rune
	for _, r := range s.Text {
		r = words.Simplified(r)
		if r >= 0x3007 && strings.ContainsRune(hanNumerals, r) {
			run = append(run, r)
			continue
		}
		s.addHanRun(run)
		run = run[:0]
	}
	s.addHanRun(run)
}

// addHanRun adds the values of a run of numerals: each numeral, and the whole run read by units
// (二十五) and by place (二五).
func (s *subject) addHanRun(run []rune) {
	if len(run) == 0 {
		return
	}
	total, section, digit, place := int64(0), int64(0), int64(0), int64(0)
	for i, r := range run {
		if r == hanHalf {
			s.values.add("0.5")
			s.values.add("50")
			s.values.add("30")
			continue
		}
		d, isDigit := hanDigits[r]
		switch unit := hanUnits[r]; {
		case isDigit:
			digit, place = d, place*10+d
			s.addInt(d)
		case unit >= 10000:
			total, section, digit = (total+section+digit)*unit, 0, 0
		case unit == 0:
			section, digit = section+hanTens[r], 0
			s.addInt(hanTens[r])
		default:
			if digit == 0 && (i == 0 || run[i-1] != '零') {
				digit = 1
			}
			s.addInt(digit * unit)
			section, digit = section+digit*unit, 0
		}
		if place > 1e12 || total > 1e15 {
			return
		}
	}
	s.addInt(place)
	s.addInt(total + section + digit)
}
