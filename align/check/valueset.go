package check

import (
	"slices"
	"strconv"
	"strings"
)

// A valueSet is a set of numbers, each as its digits with a decimal point: "1234.5". The zero value
// is empty. Questions about ranges and magnitudes sort or group the set once, so that they cost the
// same whatever its size.
type valueSet struct {
	all    map[string]bool
	whole  []int                // the whole numbers in order; nil if not up to date
	powers map[string]powerSpan // by significant digits; nil if not up to date
}

// powerSpan is the least and the greatest power of ten that the significant digits of some numbers
// are multiplied by.
type powerSpan struct{ least, most int }

func (v *valueSet) add(value string) {
	if v.all == nil {
		v.all = map[string]bool{}
	}
	v.all[value] = true
	v.whole, v.powers = nil, nil
}

// clear empties the set and keeps its memory.
func (v *valueSet) clear() {
	clear(v.all)
	v.whole, v.powers = nil, nil
}

func (v *valueSet) has(value string) bool { return v.all[value] }

func (v *valueSet) hasInt(n int) bool { return v.all[strconv.Itoa(n)] }

// hasBetween reports whether the set has a whole number from low to high.
func (v *valueSet) hasBetween(low, high int) bool {
	if v.whole == nil {
		v.whole = make([]int, 0, len(v.all))
		for value := range v.all {
			if n, err := strconv.Atoi(value); err == nil {
				v.whole = append(v.whole, n)
			}
		}
		slices.Sort(v.whole)
	}
	i, _ := slices.BinarySearch(v.whole, low)
	return i < len(v.whole) && v.whole[i] <= high
}

// hasOtherMagnitude reports whether the set has a number with the digits of value that is at least
// a hundred times as large or as small.
func (v *valueSet) hasOtherMagnitude(value string) bool {
	if v.powers == nil {
		v.powers = make(map[string]powerSpan, len(v.all))
		for other := range v.all {
			digits, power := significant(other)
			span, ok := v.powers[digits]
			if !ok {
				span = powerSpan{power, power}
			}
			v.powers[digits] = powerSpan{min(span.least, power), max(span.most, power)}
		}
	}
	digits, power := significant(value)
	span, ok := v.powers[digits]
	return ok && (power-span.least >= 2 || span.most-power >= 2)
}

// significant returns the digits of a number without the zeros at its ends, and the power of ten
// that they are multiplied by.
func significant(value string) (digits string, power int) {
	whole, decimals, _ := strings.Cut(value, ".")
	digits = strings.TrimLeft(whole+decimals, "0")
	power = -len(decimals)
	short := strings.TrimRight(digits, "0")
	return short, power + len(digits) - len(short)
}
