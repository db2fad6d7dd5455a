package charset

import (
	"bytes"
	"math"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"
)

const (
	mostBytes  = 16 << 10 // of a text that are looked at
	mostBroken = 20       // characters of UTF-8 for each one that is broken, in a text that is UTF-8 all the same
	unasked    = 40       // bits; what a language costs that is not among those that the caller named
	zeroless   = 10       // bits; what UTF-16 costs without any zero byte: even its line ends have one
)

// Detect returns the encoding that a text was saved in, and how sure that is, from 0 to 1. langs
// are the languages that it may be in; others are not ruled out. A text in ASCII is "utf-8", and so
// is an empty one. The confidence is near 0 for what is no text at all.
func Detect(raw []byte, langs ...language.Tag) (name string, confidence float64) {
	if marked, n := Mark(raw); n > 0 {
		return marked, 1
	}
	high, zero := 0, bytes.IndexByte(raw, 0) >= 0
	for _, b := range raw {
		if b >= 0x80 {
			high++
		}
	}
	if high == 0 && !zero {
		if bytes.Contains(raw, []byte("\x1b$B")) || bytes.Contains(raw, []byte("\x1b$@")) {
			return "iso-2022-jp", .99
		}
		return "utf-8", 1
	}
	if !zero {
		if whole, broken := runesOf(raw); whole > 0 && broken*mostBroken <= whole {
			return "utf-8", 1
		}
	}
	return best(raw, langs)
}

// runesOf counts the characters of two bytes and more in UTF-8, and what looks like parts of such.
// What the end of raw cuts off does not count.
func runesOf(raw []byte) (whole, broken int) {
	for i := 0; i < len(raw); {
		if raw[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(raw[i:])
		switch {
		case r != utf8.RuneError || n > 1:
			whole++
		case utf8.FullRune(raw[i:]):
			broken++
		}
		i += n
	}
	return whole, broken
}

// best returns the candidate in which the text costs least.
func best(raw []byte, langs []language.Tag) (name string, confidence float64) {
	least, second := math.Inf(1), math.Inf(1)
	text := ""
	wanted := map[string]bool{}
	for _, l := range langs {
		wanted[tableOf(l)] = true
	}
	short := excerpt(raw)
	for i := range candidates {
		c := &candidates[i]
		sample := short
		if strings.HasPrefix(c.name, "utf-16") {
			sample = raw[:min(len(raw), mostBytes)] // lines are not to be had before it is decoded
		}
		cost, decoded := c.cost(sample, wanted)
		if c.name != "utf-8" && strings.HasPrefix(c.name, "utf") && bytes.IndexByte(sample, 0) < 0 {
			cost += zeroless
		}
		switch {
		case cost < least:
			if decoded != text {
				second = least
			}
			least, name, text = cost, c.name, decoded
		case cost < second && decoded != text:
			second = cost
		}
	}
	// Letters come in words, so that what each says is not independent of the others.
	const damp = .2
	return name, 1 / (1 + math.Exp2(damp*(least-second)))
}

// tableOf returns the name under which the letters of a language are found.
func tableOf(tag language.Tag) string {
	base, _ := tag.Base()
	if base.String() == "zh" {
		script, _ := tag.Script()
		return "zh-" + script.String()
	}
	if base.String() == "no" {
		return "nb"
	}
	return base.String()
}

// excerpt returns the lines of a text that say something, those with bytes that are not ASCII, from
// its beginning and its middle.
func excerpt(raw []byte) []byte {
	if len(raw) <= mostBytes {
		return raw
	}
	var out []byte
	for line := range bytes.Lines(raw) {
		if len(out) >= mostBytes {
			break
		}
		if bytes.ContainsFunc(line, func(r rune) bool { return r >= 0x80 }) {
			out = append(out, line[:min(len(line), mostBytes-len(out))]...)
		}
	}
	return out
}

// cost returns how many bits the text costs in the encoding, in the language in which it costs
// least.
func (c *candidate) cost(raw []byte, wanted map[string]bool) (float64, string) {
	decoded, losses, err := Decode(raw, c.name)
	if err != nil {
		return math.Inf(1), ""
	}
	var t tally
	t.count(decoded)
	lost := 0
	for _, l := range losses {
		lost += l.Count
	}
	least := math.Inf(1)
	for _, l := range c.languages() {
		cost := t.in(l)
		if len(wanted) > 0 && !wanted[l.lang] {
			cost += unasked
		}
		least = min(least, cost)
	}
	return least + c.rare + t.odd + lostCost*float64(lost) + rareCost*float64(c.unusual(raw)), decoded
}
