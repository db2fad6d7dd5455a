package charset

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// odd returns the cost of a text that is the same in every language.
func odd(text string) float64 {
	var t tally
	t.count(text)
	return t.odd
}

func TestCostsOfCharacters(t *testing.T) {
	for _, c := range []struct {
		reason string
		text   string
		want   float64
	}{
		{"small letters", "bank", 0},
		{"a capital at the beginning", "Bank", capitalCost},
		{"a word in capitals", "BANK", 4 * capitalCost},
		{"a capital inside a word", "baNk", capitalCost + insideCost},
		{"a control character of ASCII", "ba\x1bnk", controlCost + amidCost},
		{"DEL", "\x7f", controlCost},
		{"a C1 control, as a code page read as Latin 1 has it", "\u0085", controlCost},
		{"the last C1 control", "\u009f", controlCost},
		{"a character for private use", "\ue000", controlCost},
		{"a character that Unicode does not have", "\u0378", controlCost},
		{"no-break space", "\u00a0", quoteCost},
		{"a quotation mark", "“", quoteCost},
		{"a symbol", "¤", signCost},
		{"a symbol between letters", "a¤b", signCost + amidCost},
		{"a symbol before a letter", "¤b", signCost + besideCost},
		{"a letter of another script in a word", "baнк", mixedCost},
		{"a digit, a space and a mark", "1 .", 2*asciiCost + spaceCost},
	} {
		assert.InDelta(t, c.want, odd(c.text), 1e-9, "%s: %q", c.reason, c.text)
	}
}

// TestConfidenceIsThatOfAnotherText holds the confidence against the costs of all candidates: that
// of the cheapest, and that of the cheapest with another text.
func TestConfidenceIsThatOfAnotherText(t *testing.T) {
	samples := []string{"na\xefve caf\xe9", "gr\xfc\xdf", "\xcf\xf0\xe8\xe2\xe5\xf2", "\xb3\xf3d\xbc", "\x93ja\x94"}
	for b := 0x80; b < 0x100; b += 3 {
		samples = append(samples, string([]byte{byte(b)}), string([]byte{'a', byte(b), byte(b ^ 0x15), 'n'}))
	}
	for _, text := range samples {
		raw := []byte(text)
		least, decoded := math.Inf(1), ""
		var costs []float64
		var texts []string
		for i := range candidates {
			c := &candidates[i]
			cost, s := c.cost(raw, map[string]bool{})
			if c.name != "utf-8" && strings.HasPrefix(c.name, "utf") && bytes.IndexByte(raw, 0) < 0 {
				cost += noZeroByte
			}
			costs, texts = append(costs, cost), append(texts, s)
			if cost < least {
				least, decoded = cost, s
			}
		}
		second := math.Inf(1)
		for i, cost := range costs {
			if texts[i] != decoded {
				second = min(second, cost)
			}
		}
		_, confidence := cheapest(raw, nil)
		assert.InDelta(t, 1/(1+math.Exp2(.2*(least-second))), confidence, 1e-9, "%q", text)
	}
}

func TestAFewBrokenBytesAreStillUTF8(t *testing.T) {
	good := strings.Repeat("né ", brokenShare)
	name, confidence := Detect([]byte(good + "\x92"))
	assert.Equal(t, "utf-8", name)
	assert.Equal(t, 1., confidence, "one broken character among %d", brokenShare)
	_, confidence = Detect([]byte(good + "\x92 \x92"))
	assert.Less(t, confidence, 1., "two of them are weighed against other encodings")
	name, confidence = Detect([]byte(good + "\xc3"))
	assert.Equal(t, "utf-8", name)
	assert.Equal(t, 1., confidence, "a character that the end of a sample cuts off is not broken")
}
