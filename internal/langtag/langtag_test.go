package langtag

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/language"
)

func TestSame(t *testing.T) {
	for _, c := range []struct {
		a, b                          string
		base, baseAndScript, inMemory bool
	}{
		{"en", "en", true, true, true},
		{"en", "en-GB", true, true, true},
		{"en-US", "en-GB", true, true, false},
		{"pt-BR", "pt-PT", true, true, false},
		{"zh-Hans", "zh-Hant", true, false, false},
		{"zh-Hant", "zh-TW", true, true, true},
		{"zh-CN", "zh-TW", true, false, false},
		{"sr-Latn", "sr", true, false, false},
		{"cmn", "zh", true, true, true},
		{"arb", "ar-EG", true, true, true},
		{"no", "nb", true, true, true},
		{"en", "de", false, false, false},
		{"und", "und", true, true, true},
		{"und", "en", false, false, false},
		{"und-Arab", "ar", false, false, false},
	} {
		for _, pair := range [][2]string{{c.a, c.b}, {c.b, c.a}} {
			a, b := language.MustParse(pair[0]), language.MustParse(pair[1])
			assert.Equal(t, c.base, SameBase(a, b), "SameBase(%v, %v)", a, b)
			assert.Equal(t, c.baseAndScript, SameBaseAndScript(a, b), "SameBaseAndScript(%v, %v)", a, b)
			assert.Equal(t, c.inMemory, SameInMemory(a, b), "SameInMemory(%v, %v)", a, b)
		}
	}
}

func TestScript(t *testing.T) {
	for tag, want := range map[string]string{"zh-TW": "Hani", "zh": "Hani", "ja": "Jpan", "ko": "Kore", "ar": "Arab",
		"sr": "Cyrl", "sr-Latn": "Latn", "und-Thai": "Thai"} {
		assert.Equal(t, want, Script(language.MustParse(tag)), tag)
	}
}

func TestBase(t *testing.T) {
	for tag, want := range map[string]string{"cmn-Hant": "zh", "arb": "ar", "en-GB": "en", "und": "und",
		"und-Cyrl": "und"} {
		assert.Equal(t, want, Base(language.MustParse(tag)).String(), tag)
	}
}
