package office

import "strings"

// Characters of the font Symbol from 0x20 and from 0xA0, as Adobe's table symbol.txt (1998) has
// them in Unicode. U+FFFD is none.
var (
	symbolLow = []rune(" !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_" +
		"‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼")

	symbolHigh = []rune("€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪" +
		"\uFFFD〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭")
)

// wingdings are the characters of the font Wingdings that texts use, by their codes.
var wingdings = map[byte]rune{
	0x21: '✏', 0x22: '✂', 0x28: '☎', 0x29: '✆', 0x2A: '✉', 0x32: '🗎', 0x36: '⌛', 0x3A: '💻', 0x41: '✌', 0x43: '👍',
	0x44: '👎', 0x45: '☜', 0x46: '☞', 0x47: '☝', 0x48: '☟', 0x4A: '☺', 0x4B: '😐', 0x4C: '☹', 0x4F: '⚐', 0x52: '☼',
	0x54: '❄', 0x6C: '●', 0x6D: '❍', 0x6E: '■', 0x6F: '□', 0x70: '□', 0x71: '❑', 0x72: '❒', 0x73: '⬧', 0x74: '⧫',
	0x75: '◆', 0x76: '❖', 0x77: '⬥', 0x78: '⌧', 0x80: '⓪', 0x81: '①', 0x82: '②', 0x83: '③', 0x84: '④', 0x85: '⑤',
	0x86: '⑥', 0x87: '⑦', 0x88: '⑧', 0x89: '⑨', 0x8A: '⑩', 0x8C: '❶', 0x8D: '❷', 0x8E: '❸', 0x8F: '❹', 0x90: '❺',
	0x91: '❻', 0x92: '❼', 0x93: '❽', 0x94: '❾', 0x95: '❿', 0x9E: '·', 0x9F: '•', 0xA0: '▪', 0xA1: '○', 0xA7: '▪',
	0xA8: '◻', 0xAB: '★', 0xAC: '✶', 0xD8: '➢', 0xDF: '←', 0xE0: '→', 0xE1: '↑', 0xE2: '↓', 0xE8: '➔', 0xEF: '⇦',
	0xF0: '⇨', 0xF1: '⇧', 0xF2: '⇩', 0xFB: '✗', 0xFC: '✓', 0xFD: '☒', 0xFE: '☑',
}

// symbol returns the character of Unicode for a code of a font of symbols; ok is false if the font
// or the code is not known. Programs write the codes of such fonts from U+F000 on.
func symbol(font string, code rune) (r rune, ok bool) {
	if code >= 0xF000 && code <= 0xF0FF {
		code -= 0xF000
	}
	if code < 0 || code > 0xFF {
		return code, code < 0xE000 || code > 0xF8FF // a character of Unicode, or of one font alone
	}
	switch font = strings.ToLower(strings.TrimSpace(font)); {
	case font == "" || strings.HasPrefix(font, "symbol"):
		switch {
		case code >= 0x20 && int(code)-0x20 < len(symbolLow):
			r = symbolLow[code-0x20]
		case code >= 0xA0 && int(code)-0xA0 < len(symbolHigh):
			r = symbolHigh[code-0xA0]
		}
		return r, r != 0 && r != '\uFFFD'
	case font == "wingdings":
		r, ok = wingdings[byte(code)]
		return r, ok
	}
	return 0, false
}

// symbols replaces the codes of a font of symbols in a text. What is not known remains.
func symbols(font, text string) string {
	return strings.Map(func(r rune) rune {
		if r < 0xF000 || r > 0xF0FF {
			return r
		}
		if known, ok := symbol(font, r); ok {
			return known
		}
		return r
	}, text)
}
