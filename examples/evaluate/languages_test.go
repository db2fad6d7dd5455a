package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/gold"
)

func TestNamedPair(t *testing.T) {
	for _, c := range []struct{ path, src, tgt, why string }{
		{"made/ar-en/pud0", "ar", "en", "a folder"},
		{"dtm-hu-en/dtm", "hu", "en", "the end of a folder's name"},
		{"news/fr-en.2000", "fr", "en", "a file"},
		{"en-de/old/zh-fr/a", "zh", "fr", "the last one"},
		{"de-fr/xx-yy/a", "de", "fr", "codes that no language has are passed over"},
		{"mac-dev/001", "", "", "no codes of two letters"},
		{"novels-devel/1", "", "", "inside longer words"},
	} {
		langs, ok := namedPair("/data/" + c.path)
		assert.Equal(t, c.src != "", ok, "%s: %s", c.path, c.why)
		if ok {
			assert.Equal(t, [2]language.Tag{language.Make(c.src), language.Make(c.tgt)}, langs, "%s: %s", c.path, c.why)
		}
	}
}

func TestLanguages(t *testing.T) {
	named := gold.Case{Name: "/data/ar-en/a"}
	given := [2]language.Tag{language.German, language.French}
	langs, err := languages(named, given)
	require.NoError(t, err)
	assert.Equal(t, [2]language.Tag{language.Arabic, language.English}, langs, "the path comes first")

	plain := gold.Case{
		Name: "/data/a", Src: []string{"我们在黎明时出发。"},
		Tgt: []string{"We left at dawn, and it was", "not yet light when we reached the river."},
	}
	langs, err = languages(plain, given)
	require.NoError(t, err)
	assert.Equal(t, given, langs, "then what is given")

	langs, err = languages(plain, [2]language.Tag{})
	require.NoError(t, err)
	for i, want := range []string{"zh", "en"} {
		base, _ := langs[i].Base()
		assert.Equal(t, want, base.String())
	}

	langs, err = languages(gold.Case{Name: "/data/a", Src: []string{"123"}, Tgt: plain.Tgt}, [2]language.Tag{})
	require.NoError(t, err)
	assert.Equal(t, language.Und, langs[0], "undecided")
}
