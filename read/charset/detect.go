package charset

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// Costs are in bits: the negative binary logarithm of a probability. They were set by hand and
// checked with the test of accuracy (go test -v -run Accuracy).
const (
	sampleBytes   = 16 << 10 // bytes of a text that are examined
	brokenShare   = 20       // at most one character in brokenShare is broken in a text that is still UTF-8
	otherLanguage = 40       // cost of a language that the caller did not name
	controlShare  = 10       // a text in which one byte of ten is a control character is not ASCII
	noZeroByte    = 10       // cost of UTF-16 without any zero byte: even its line ends have one
)

// Detect returns the encoding of a text and the confidence in it, from 0 to 1. langs are the
// languages that the text may be in; others are not excluded. A text in ASCII is "utf-8", and so is
// an empty one. The confidence is near 0 for binary data.
func Detect(raw []byte, langs ...language.Tag) (name string, confidence float64) {
	if marked, n := ByteOrderMark(raw); n > 0 {
		return marked, 1
	}
	ascii := !slices.ContainsFunc(raw, func(b byte) bool { return b >= utf8.RuneSelf })
	zero := bytes.IndexByte(raw, 0) >= 0
	if ascii && !zero {
		if name := inSevenBits(raw); name != "" {
			return name, .99
		}
		if controls(raw)*controlShare > len(raw) { // Thai and its neighbours have no byte beyond ASCII in UTF-16
			if name := inUTF16(raw); name != "" {
				return name, .99
			}
		}
		return "utf-8", 1
	}
	if !zero {
		if utf8.Valid(raw) {
			return "utf-8", 1
		}
		if whole, broken := countUTF8(raw); whole > 0 && broken*brokenShare <= whole {
			return "utf-8", 1
		}
	} else if name := inUTF32(raw); name != "" {
		return name, .99
	} else if name := inUTF16(raw); name != "" {
		return name, .99
	}
	return cheapest(raw, langs)
}

// controls counts the control characters of ASCII that texts do not have.
func controls(raw []byte) (n int) {
	for _, b := range raw[:min(len(raw), sampleBytes)] {
		if b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1B {
			n++
		}
	}
	return n
}

// countUTF8 counts the characters of two bytes and more in UTF-8, and the bytes that are parts of
// broken ones. A character that the end of raw cuts off is not counted.
func countUTF8(raw []byte) (whole, broken int) {
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

// cheapest returns the candidate in which the text costs least. The confidence is that of a choice
// between it and the cheapest candidate that gives another text.
func cheapest(raw []byte, langs []language.Tag) (name string, confidence float64) {
	least, second := math.Inf(1), math.Inf(1)
	text := ""
	wanted := map[string]bool{}
	for _, l := range langs {
		wanted[letterTable(l)] = true
	}
	short := excerpt(raw)
	for i := range candidates {
		c := &candidates[i]
		sample := short
		if strings.HasPrefix(c.name, "utf-16") {
			sample = raw[:min(len(raw), sampleBytes)] // its lines are unknown until it is decoded
		}
		cost, decoded := c.cost(sample, wanted)
		if c.name != "utf-8" && strings.HasPrefix(c.name, "utf") && bytes.IndexByte(sample, 0) < 0 {
			cost += noZeroByte
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
	// Letters come in words, so they are not independent evidence. The factor makes confidences
	// agree with the share of texts whose encoding is found; see the test of accuracy.
	const damp = .2
	return name, 1 / (1 + math.Exp2(damp*(least-second)))
}

// letterTable returns the name of the table that has the letters of a language.
func letterTable(tag language.Tag) string {
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

// excerpt returns the first lines of a text that have bytes beyond ASCII, up to sampleBytes: only
// these tell encodings apart.
func excerpt(raw []byte) []byte {
	if len(raw) <= sampleBytes {
		return raw
	}
	var out []byte
	for line := range bytes.Lines(raw) {
		if len(out) >= sampleBytes {
			break
		}
		if bytes.ContainsFunc(line, func(r rune) bool { return r >= 0x80 }) {
			out = append(out, line[:min(len(line), sampleBytes-len(out))]...)
		}
	}
	return out
}

// cost returns the cost of the text in the encoding, in the language in which it costs least, and
// the decoded text.
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
		cost := t.cost(l)
		if len(wanted) > 0 && !wanted[l.lang] {
			cost += otherLanguage
		}
		least = min(least, cost)
	}
	return least + c.rare + t.odd + lostCost*float64(lost) + rareCost*float64(c.unusual(raw)), decoded
}
