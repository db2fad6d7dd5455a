package check

import (
	"strconv"
	"strings"
)

// mayHave reports whether a text may give a number that another text has in digits, in any form.
func (s *subject) mayHave(value string) bool {
	if s.values.has(value) {
		return true
	}
	n, err := strconv.Atoi(value)
	if err != nil { // it has decimals, or is very long
		return s.mayHaveHalf(value) || s.mayHaveTime(value) || s.mayHaveDay(value) || s.hasOtherZeros(value)
	}
	return s.impliesSmall(n) || s.hasMonth(n) || s.mayHaveUnknownWord(n) ||
		s.mayHaveYear(n) || s.mayHaveHour(n) || s.mayHaveCentury(n) || s.hasOtherZeros(value)
}

// mayHaveHalf reports whether the text may say "one and a half" for 1.5.
func (s *subject) mayHaveHalf(value string) bool {
	_, decimals, _ := strings.Cut(value, ".")
	return decimals == "5" && s.values.has("0.5")
}

// mayHaveTime reports whether the text has the parts of a time of day that is written with a point,
// in either half of the day: 18.30, 6:30.
func (s *subject) mayHaveTime(value string) bool {
	hour, minutes, _ := strings.Cut(value, ".")
	h := atoi(hour)
	if len(minutes) > 2 || h > 24 || !s.values.has(hour) && !s.values.hasInt(h+12) && !s.values.hasInt(h-12) {
		return false
	}
	minutes = (minutes + "00")[:2]
	return atoi(minutes) < 60 && (s.values.has(minutes) || s.values.has(strings.TrimLeft(minutes, "0")))
}

// mayHaveDay reports whether the text has the day and the month of a date such as 19.9.
func (s *subject) mayHaveDay(value string) bool {
	day, month, _ := strings.Cut(value, ".")
	return s.values.has(day) && s.hasMonth(atoi(month))
}

// impliesSmall reports whether a language may say a number without a word for it: by an article, or
// by the dual.
func (s *subject) impliesSmall(n int) bool { return n <= 1 || n == 2 && hasDual[s.base] }

// hasDual holds the languages in which two of a thing is a form of its word.
var hasDual = map[string]bool{"ar": true, "he": true, "sl": true}

// mayHaveUnknownWord reports whether the text may say a number in words that the package does not
// know.
func (s *subject) mayHaveUnknownWord(n int) bool {
	return !knowsWords(s.base) && (n <= 100 || n <= 1000 && n%10 == 0)
}

// mayHaveYear reports whether the text may give a year in a shorter or longer form: '90, 2016-17,
// the fifties of the 14th century.
func (s *subject) mayHaveYear(n int) bool {
	switch {
	case n < 100:
		return s.values.hasInt(1900+n) || s.values.hasInt(2000+n) || s.values.hasInt(1800+n)
	case n >= 1800 && n < 2100 && n%100 != 0 && s.values.hasInt(n%100):
		return true
	}
	return n >= 1000 && n < 2100 && s.values.hasInt(n%100) && s.values.hasInt(n/100+1)
}

// mayHaveHour reports whether the text has an hour in the other half of the day.
func (s *subject) mayHaveHour(n int) bool {
	return n >= 13 && n <= 24 && s.values.hasInt(n-12) || n >= 1 && n <= 12 && s.values.hasInt(n+12)
}

// mayHaveCentury reports whether the text may give a century by its years, or years by their
// century: the 19th century is the 1800s.
func (s *subject) mayHaveCentury(n int) bool {
	if n > 9 && n <= 21 && s.values.hasBetween((n-1)*100, n*100) {
		return true
	}
	return n%100 == 0 && n >= 1000 && n <= 2000 && (s.values.hasInt(n/100) || s.values.hasInt(n/100+1))
}

// hasOtherZeros reports whether the text has a number with the same digits and at least two zeros
// more or fewer, which a scale word that the package does not know may account for.
func (s *subject) hasOtherZeros(value string) bool {
	return !knowsScales[s.base] && s.values.hasOtherMagnitude(value)
}

// knowsScales holds the languages whose words for millions and the like the package reads.
var knowsScales = map[string]bool{"ar": true, "de": true, "en": true, "es": true, "fa": true, "fr": true, "hi": true,
	"hu": true, "it": true, "ja": true, "ko": true, "pt": true, "ru": true, "tr": true, "zh": true}
