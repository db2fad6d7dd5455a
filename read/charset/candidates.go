package charset

import "strings"

// A candidate is an encoding that Detect considers. If two candidates give the same text, the first
// is named.
type candidate struct {
	name   string
	langs  string  // the languages that are written in it
	rare   float64 // bits; how much less it is used than other encodings of these languages
	common func(lead,
		trail byte) bool // reports whether two bytes are a common character; nil if characters are single bytes
}

const (
	western  = "en fr de es pt it nl sv da nb fi is ca gl id sw sq af"
	central  = "pl cs sk hu ro hr sl sq"
	baltic   = "lt lv et"
	cyrillic = "ru uk bg be sr mk kk mn"
	arabic   = "ar fa ur"
)

var candidates = []candidate{
	{name: "utf-8", langs: everything},
	{name: "windows-1252", langs: western},
	{name: "windows-1251", langs: cyrillic},
	{name: "windows-1256", langs: arabic},
	{name: "windows-1250", langs: central},
	{name: "windows-1253", langs: "el"},
	{name: "windows-1254", langs: "tr"},
	{name: "windows-1255", langs: "he"},
	{name: "windows-1257", langs: baltic},
	{name: "windows-1258", langs: "vi"},
	{name: "windows-874", langs: "th"},
	{name: "gb18030", langs: "zh-Hans zh-Hant", common: gb},
	{name: "big5", langs: "zh-Hant", common: big5},
	{name: "shift_jis", langs: "ja", common: shiftJIS},
	{name: "euc-jp", langs: "ja", rare: 3, common: eucJP},
	{name: "euc-kr", langs: "ko", common: eucKR},
	{name: "iso-8859-2", langs: central, rare: 3},
	{name: "iso-8859-15", langs: western, rare: 3},
	{name: "iso-8859-5", langs: cyrillic, rare: 4},
	{name: "iso-8859-6", langs: arabic, rare: 3},
	{name: "iso-8859-7", langs: "el", rare: 2},
	{name: "iso-8859-8", langs: "he", rare: 3},
	{name: "iso-8859-4", langs: baltic, rare: 6},
	{name: "iso-8859-13", langs: baltic, rare: 3},
	{name: "koi8-r", langs: "ru bg", rare: 2},
	{name: "koi8-u", langs: "uk ru be", rare: 3},
	{name: "ibm866", langs: "ru uk be bg", rare: 6},
	{name: "macintosh", langs: western, rare: 10},
	{name: "ibm850", langs: western, rare: 8},
	{name: "ibm437", langs: "en de fr es it nl", rare: 9},
	{name: "ibm852", langs: central, rare: 8},
	{name: "ibm737", langs: "el", rare: 8},
	{name: "ibm869", langs: "el", rare: 10},
	{name: "ibm857", langs: "tr", rare: 8},
	{name: "ibm861", langs: "is", rare: 8},
	{name: "ibm775", langs: baltic, rare: 9},
	{name: "ibm862", langs: "he", rare: 8},
	{name: "ibm1125", langs: "uk", rare: 7},
	{name: "ibm855", langs: cyrillic, rare: 10},
	{name: "x-mac-cyrillic", langs: cyrillic, rare: 8},
	{name: "x-mac-ce", langs: central, rare: 10},
	{name: "x-mac-greek", langs: "el", rare: 10},
	{name: "x-mac-turkish", langs: "tr", rare: 10},
	{name: "x-mac-icelandic", langs: "is", rare: 10},
	{name: "johab", langs: "ko", rare: 6},
	{name: "utf-16le", langs: everything},
	{name: "utf-16be", langs: everything, rare: 3},
}

const everything = western + " " + central + " " + baltic + " " + cyrillic + " " + arabic +
	" el tr he vi th zh-Hans zh-Hant ja ko hi"

// The two-byte encodings keep common characters in some of their rows, by the standards that they
// contain.

// gb reports whether a character is punctuation or of level 1 in GB 2312.
func gb(a, b byte) bool {
	return b >= 0xA1 && (a >= 0xA1 && a <= 0xA3 || a >= 0xB0 && a <= 0xD7)
}

// big5 reports whether a character is of level 1 in Big5.
func big5(a, b byte) bool { return a >= 0xA1 && a <= 0xC6 }

// eucKR reports whether a character is punctuation or Hangul in KS X 1001.
func eucKR(a, b byte) bool {
	return b >= 0xA1 && (a >= 0xA1 && a <= 0xA3 || a >= 0xB0 && a <= 0xC8)
}

// eucJP reports whether a character is punctuation, kana or of level 1 in JIS X 0208.
func eucJP(a, b byte) bool {
	return b >= 0xA1 && (a >= 0xA1 && a <= 0xA5 || a >= 0xB0 && a <= 0xCF) || a == 0x8E
}

// shiftJIS reports whether a character is punctuation, kana or of level 1 in JIS X 0208.
func shiftJIS(a, b byte) bool { return a >= 0x81 && a <= 0x83 || a >= 0x88 && a <= 0x98 }

// unusual returns how many pairs of bytes in raw are not common characters.
func (c *candidate) unusual(raw []byte) (n int) {
	if c.common == nil {
		return 0
	}
	for i := 0; i+1 < len(raw); i++ {
		if raw[i] < 0x80 || c.name == "shift_jis" && raw[i] >= 0xA0 && raw[i] < 0xE0 {
			if raw[i] >= 0x80 {
				n++ // half-width kana
			}
			continue
		}
		if !c.common(raw[i], raw[i+1]) {
			n++
		}
		i++
	}
	return n
}

// languages returns the letters of the languages that are written in the encoding.
func (c *candidate) languages() []*letters {
	all := languages()
	var out []*letters
	for tag := range strings.FieldsSeq(c.langs) {
		if l := all[tag]; l != nil {
			out = append(out, l)
		}
	}
	return out
}
