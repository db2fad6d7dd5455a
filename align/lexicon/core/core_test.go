package core_test

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/lexicon/core"
)

func TestLexicon(t *testing.T) {
	for _, c := range []struct{ source, target, form, want string }{
		{"ar", "en", "حرب", "war"},
		{"fr", "en", "mond", "world"},
		{"en-GB", "zh-Hant", "world", "世界"},
		{"es-MX", "ru", "mundo", "мир"},
		{"arb", "cmn", "حرب", "战争"},
		{"ja", "zh", "世界", "世界"},
	} {
		l, err := core.Lexicon(language.MustParse(c.source), language.MustParse(c.target))
		require.NoError(t, err)
		best, p := "", 0.0
		for x := range l.Translations(c.form) {
			if x.Forward*x.Backward > p {
				best, p = x.Form, x.Forward*x.Backward
			}
		}
		assert.Equal(t, c.want, best, "%s-%s %s", c.source, c.target, c.form)
	}
	_, err := core.Lexicon(language.Icelandic, language.English)
	assert.ErrorIs(t, err, fs.ErrNotExist)
	assert.ErrorContains(t, err, "no words of is here")
}

// TestData holds every file to what the package promises of it.
func TestData(t *testing.T) {
	files, err := filepath.Glob("data/*.lex")
	require.NoError(t, err)
	assert.Len(t, files, 31)
	for _, name := range files {
		info, err := os.Stat(name)
		require.NoError(t, err)
		assert.LessOrEqual(t, info.Size(), int64(150000), name)
		l, err := core.Lexicon(language.MustParse(strings.TrimSuffix(filepath.Base(name), "-en.lex")), language.English)
		require.NoError(t, err, name)
		assert.Greater(t, l.Len(), 2000, name)
		for _, part := range []string{"Source: CLDR", "Licence: ", "Made by: go generate"} {
			assert.Contains(t, l.Notes(), part, name)
		}
		for p := range l.All() {
			if p.Forward <= 0 || p.Forward > 1 || p.Backward <= 0 || p.Backward > 1 || p.Source == "" ||
				p.Target == "" {
				assert.Failf(t, "a bad pair", "%s: %+v", name, p)
			}
		}
	}
}

// TestSums compares the files with the checksums that their generator wrote, so that none is
// changed by hand.
func TestSums(t *testing.T) {
	sums, err := os.ReadFile("data/SHA256SUMS")
	require.NoError(t, err)
	assert.Equal(t, fmt.Sprintf("%x", sha256.Sum256(sums))[:12], core.Version)
	n := 0
	for line := range strings.Lines(string(sums)) {
		want, name, _ := strings.Cut(strings.TrimSpace(line), "  ")
		body, err := os.ReadFile(filepath.Join("data", name))
		require.NoError(t, err)
		assert.Equal(t, want, fmt.Sprintf("%x", sha256.Sum256(body)), "%s: run go generate ./align/lexicon/core", name)
		n++
	}
	assert.Equal(t, 31, n)
}

func benchmark(b *testing.B, source, target language.Tag) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := core.Lexicon(source, target); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLexicon opens the largest pair, and one that is led through English.
func BenchmarkLexicon(b *testing.B) {
	b.Run("zh-en", func(b *testing.B) { benchmark(b, language.Chinese, language.English) })
	b.Run("ar-en", func(b *testing.B) { benchmark(b, language.Arabic, language.English) })
	b.Run("en-fr", func(b *testing.B) { benchmark(b, language.English, language.French) })
	b.Run("ar-fr", func(b *testing.B) { benchmark(b, language.Arabic, language.French) })
}
