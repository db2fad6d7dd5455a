package check

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/bitext-go/bitext/internal/words"
)

// readNumberWords adds the numbers that are written in words: the value of each word, and the
// values of runs of them, in which one other word may be between two.
func (s *subject) readNumberWords() {
	if numberWords[s.base] == "" {
		return
	}
	var run []float64
	gap := 0 // other words since the last of the run
	flush := func() {
		s.addCombinations(run)
		run, gap = nil, 0
	}
	for _, t := range s.tokens {
		switch t.Kind {
		case words.Mark:
		case words.Number:
			if v, err := strconv.ParseFloat(strings.TrimPrefix(t.Form, "#"), 64); err == nil {
				run, gap = append(run, v), 0
			} else {
				flush()
			}
		case words.Month:
			flush()
		case words.Word:
			if values := s.addNumberWord(&t); values != nil {
				run, gap = append(run, values[0]), 0
			} else if gap++; gap > 1 {
				flush()
			}
		}
	}
	flush()
}

// addNumberWord adds the values of a word and returns them, or nil if it is not a number word.
func (s *subject) addNumberWord(t *words.Token) []float64 {
	if s.sortOf(t)&numberWord == 0 {
		return nil
	}
	values := s.lang.lexeme(t.Full).values
	for _, v := range values {
		s.addFloat(v)
		if s.base == "fr" && strings.HasSuffix(t.Full, "aine") && v >= 10 {
			s.addApproximately(v)
		}
	}
	if s.base == "de" || s.base == "it" { // zweihundertfünfzehn, trentacinque
		if parts := s.lang.numerals.valuesInside(t.Full); len(parts) > 1 {
			s.addCombinations(parts)
		}
	}
	return values
}

// addApproximately adds the whole steps from a tenth below v to a tenth above it: une quarantaine
// is about forty.
func (s *subject) addApproximately(v float64) {
	for d := -v / 10; d <= v/10; d++ {
		s.addFloat(v + d)
	}
}

func (s *subject) addFloat(v float64) { s.values.add(strconv.FormatFloat(v, 'f', -1, 64)) }

// maxNumberWords is how many number words make one number at most: "one hundred and twenty-three
// thousand four hundred and fifty-six" has eight.
const maxNumberWords = 8

// addCombinations adds the numbers that number words beside one another may make: every stretch of
// a few of them, read as English, French, Arabic and Russian build their numbers.
func (s *subject) addCombinations(run []float64) {
	for i := range run {
		total, section := 0.0, 0.0
		sum := 0.0
		for k, v := range run[i:min(i+maxNumberWords, len(run))] {
			sum += v
			switch {
			case v >= 1000:
				total, section = total+max(section, 1)*v, 0
			case v == 100, v == 20 && section == 4: // quatre-vingts
				section = max(section, 1) * v
			default:
				section += v
			}
			if k > 0 {
				s.addFloat(total + section)
				s.addFloat(sum)
			}
			if k == 1 {
				s.addFloat(run[i] * v)
			}
		}
	}
}

var romanDigits = [256]int{'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100, 'D': 500, 'M': 1000}

// maxRoman is the length of the longest Roman numerals that are read, with a short ending.
const maxRoman = 9

// readRoman adds the Roman numerals.
func (s *subject) readRoman() {
	for _, t := range s.tokens {
		if t.Kind != words.Word || !t.Title || t.End-t.Start > maxRoman {
			continue
		}
		numeral := strings.TrimRightFunc(s.Text[t.Start:t.End], unicode.IsLower) // XXe
		if n := romanValue(numeral); n > 0 {
			s.addInt(int64(n))
		}
	}
}

// romanValue returns the value of a Roman numeral, or 0 if it is not one.
func romanValue(numeral string) int {
	n, last := 0, 0
	for i := len(numeral) - 1; i >= 0; i-- {
		v := romanDigits[numeral[i]]
		switch {
		case v == 0:
			return 0
		case v < last:
			n -= v
		default:
			n, last = n+v, v
		}
	}
	return n
}
