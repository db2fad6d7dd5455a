// Package corpus cleans bitext for people who train translation systems: it holds the conditions
// that a unit must meet, and counts what is left out and why.
package corpus

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/script"
)

// A Measure is a number that a unit has.
type Measure string

// The measures of conditions.
const (
	Translation Measure = "translation" // the confidence that the sides translate each other, from 0 to 1
	Characters  Measure = "characters"  // of the longest side
	Words       Measure = "words"       // of the side with the most
	Ratio       Measure = "ratio"       // of the characters of the longest side to those of the shortest, from 1
)

// Measures are all measures.
var Measures = []Measure{Translation, Characters, Words, Ratio}

// comparisons are the comparisons of conditions; one that begins with another comes first.
var comparisons = []string{"<=", ">=", "<", ">", "="}

// A Condition is what a unit must have, as in "translation>=.7".
type Condition struct {
	Measure    Measure
	Comparison string // one of < <= > >= =
	Number     float64
}

// ParseCondition reads a condition.
func ParseCondition(s string) (Condition, error) {
	at := strings.IndexAny(s, "<>=")
	if at < 0 {
		return Condition{}, fmt.Errorf("%q has no comparison; write it as in translation>=.7", s)
	}
	c := Condition{Measure: Measure(strings.TrimSpace(s[:at]))}
	if !slices.Contains(Measures, c.Measure) {
		return c, fmt.Errorf("there is no measure %q; choose translation, characters, words or ratio",
			string(c.Measure))
	}
	rest := s[at:]
	for _, comparison := range comparisons {
		if number, ok := strings.CutPrefix(rest, comparison); ok {
			c.Comparison = comparison
			var err error
			if c.Number, err = strconv.ParseFloat(strings.TrimSpace(number), 64); err != nil || math.IsNaN(c.Number) {
				return c, fmt.Errorf("%q is not a number; write the condition as in translation>=.7", number)
			}
			return c, nil
		}
	}
	return c, fmt.Errorf("%q has no comparison; write it as in translation>=.7", s)
}

// Holds reports whether a number meets the condition. A number that is not known does not.
func (c Condition) Holds(x float64) bool {
	switch c.Comparison {
	case "<":
		return x < c.Number
	case "<=":
		return x <= c.Number
	case ">":
		return x > c.Number
	case ">=":
		return x >= c.Number
	}
	return x == c.Number
}

// Of returns the measure of texts; NaN for Translation. A side without text makes Ratio infinite.
func (m Measure) Of(texts ...string) float64 {
	longest, shortest := 0., math.Inf(1)
	for _, t := range texts {
		n := 0.
		switch m {
		case Characters, Ratio:
			n = float64(utf8.RuneCountInString(t))
		case Words:
			n = float64(words(t))
		default:
			return math.NaN()
		}
		longest, shortest = max(longest, n), min(shortest, n)
	}
	if m != Ratio {
		return longest
	}
	if shortest == 0 {
		return math.Inf(1)
	}
	return longest / shortest
}

// words returns the number of words; in scripts without spaces, each letter counts.
func words(s string) (n int) {
	inside := false
	for _, r := range s {
		switch {
		case script.Dense(r):
			n++
			inside = false
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			if !inside {
				n++
			}
			inside = true
		case r == '\'' || r == '’' || r == '-':
		default:
			inside = false
		}
	}
	return n
}
