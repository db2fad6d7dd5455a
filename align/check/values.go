package check

import (
	"strconv"
	"strings"
)

// mayHave reports whether a text may have a number of another one in some form.
func (s *study) mayHave(value string) bool {
	if s.values[value] {
		return true
	}
	n, err := strconv.Atoi(value)
	if err != nil { // with decimals, or very long
		whole, decimals, _ := strings.Cut(value, ".")
		if decimals == "5" && s.values["0.5"] {
			return true // one and a half
		}
		if len(decimals) <= 2 && atoi(whole) <= 24 && (s.values[whole] || s.has(atoi(whole)+12) || s.has(atoi(whole)-12)) {
			minutes := (decimals + "0")[:2]
			if atoi(minutes) < 60 && (s.values[minutes] || s.values[strings.TrimLeft(minutes, "0")]) {
				return true // an hour
			}
		}
		if s.values[whole] && s.months[atoi(decimals)] {
			return true // a day and a month
		}
		return s.roundly(value)
	}
	switch {
	case n <= 1, n == 2 && hasDual[s.base]:
		return true
	case n <= 12 && s.months[n]:
		return true
	case n <= 100 && !knowsWords(s.base), n <= 1000 && n%10 == 0 && !knowsWords(s.base):
		return true // it may be in words that the package does not know
	case n < 100 && (s.has(1900+n) || s.has(2000+n) || s.has(1800+n)):
		return true // '90, 2016-17
	case n >= 1800 && n < 2100 && s.has(n%100) && n%100 != 0:
		return true
	case n >= 1000 && n < 2100 && s.has(n%100) && s.has(n/100+1):
		return true // the fifties of the 14th century
	case n >= 13 && n <= 24 && s.has(n-12), n >= 1 && n <= 12 && s.has(n+12):
		return true // hours
	case n <= 21 && n > 9 && s.hasBetween((n-1)*100, n*100):
		return true // centuries
	case n%100 == 0 && n >= 1000 && n <= 2000 && (s.has(n/100) || s.has(n/100+1)):
		return true
	}
	return s.roundly(value)
}

func (s *study) hasBetween(low, high int) bool {
	for v := range s.values {
		if n, err := strconv.Atoi(v); err == nil && n >= low && n <= high {
			return true
		}
	}
	return false
}

func (s *study) has(n int) bool { return s.values[strconv.Itoa(n)] }

// roundly reports whether the text has a number with the same digits and another number of zeros,
// which a word that the package does not know may say.
func (s *study) roundly(value string) bool {
	if knowsScales[s.base] {
		return false
	}
	want, zeros := significant(value)
	for v := range s.values {
		got, other := significant(v)
		if d := zeros - other; got == want && (d >= 2 || d <= -2) {
			return true
		}
	}
	return false
}

// knowsScales is the languages whose words for millions and the like the package reads.
var knowsScales = map[string]bool{"ar": true, "de": true, "en": true, "es": true, "fa": true, "fr": true, "hi": true, "hu": true, "it": true,
	"ja": true, "ko": true, "pt": true, "ru": true, "tr": true, "zh": true}

// significant returns the digits of a number without the zeros at its ends, and its power of ten.
func significant(v string) (digits string, power int) {
	whole, decimals, _ := strings.Cut(v, ".")
	digits = strings.TrimLeft(whole+decimals, "0")
	power = -len(decimals)
	short := strings.TrimRight(digits, "0")
	return short, power + len(digits) - len(short)
}

// hasDual is the languages in which two of a thing is a form of its word.
var hasDual = map[string]bool{"ar": true, "he": true, "sl": true}
