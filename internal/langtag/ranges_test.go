package langtag

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
)

func tags(t *testing.T, s string) (out []language.Tag) {
	for _, f := range strings.Fields(s) {
		tag, err := Parse(f)
		require.NoError(t, err)
		out = append(out, tag)
	}
	return out
}

func TestMatch(t *testing.T) {
	for _, c := range []struct{ wanted, have, selected, near string }{
		{"zh-Hans", "en zh-TW zh-CN zh-Hans", "zh-CN zh-Hans", ""},
		{"zh-Hans", "zh-TW zh-Hant", "", ""},
		{"zh-Hans", "zh-CHT zh-CHS", "zh-Hans", ""},
		{"zh-TW", "zh-HK zh-Hant", "zh-Hant", ""},
		{"zh-TW", "zh-HK zh-CN", "", ""},
		{"zh-Hant", "zh-HK zh-CN", "zh-HK", ""},
		{"zh-Hans", "zh", "zh", ""},
		{"zh", "zh-TW", "zh-TW", ""},
		{"zh", "zh-TW zh-CN", "", "zh-TW zh-CN"},
		{"fr", "fr fr-FR fr-CA", "fr", "fr-FR fr-CA"},
		{"fr", "en fr-CA", "fr-CA", ""},
		{"fr", "fr-FR fr-CA", "", "fr-FR fr-CA"},
		{"fr-FR", "fr-CA fr-FR fr", "fr-FR", "fr"},
		{"fr-FR", "fr-CA fr", "fr", ""},
		{"fr-FR", "fr-CA", "", ""},
		{"pt-BR", "pt pt-PT", "pt", ""},
		{"en", "en-US", "en-US", ""},
		{"sr", "sr-Latn", "sr-Latn", ""},
		{"sr-Latn", "sr-Cyrl sr", "sr", ""},
		{"de", "fr", "", ""},
	} {
		selected, near := Match(tags(t, c.wanted)[0], tags(t, c.have))
		assert.ElementsMatch(t, tags(t, c.selected), selected, "%s of %s", c.wanted, c.have)
		assert.ElementsMatch(t, tags(t, c.near), near, "%s of %s", c.wanted, c.have)
	}
}

func TestParse(t *testing.T) {
	for in, want := range map[string]string{"zh-CHT": "zh-Hant", "ZH_chs": "zh-Hans", " pt_br ": "pt-BR", "por": "pt"} {
		tag, err := Parse(in)
		require.NoError(t, err)
		assert.Equal(t, want, tag.String())
	}
	_, err := Parse("English")
	assert.Error(t, err)
}
