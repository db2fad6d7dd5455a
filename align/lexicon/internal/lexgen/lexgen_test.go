package main

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestNoLeak proves that no sentence of five words or more of the texts that alignments are scored
// on is among the sentences that lexicons are trained on. In scripts without spaces, five pairs of
// characters are five words.
func TestNoLeak(t *testing.T) {
	data := dataDir(t)
	back, err := holdBack(data)
	require.NoError(t, err)
	require.Greater(t, len(back), 10000, "the scored texts were read")
	require.True(t, back.has("What are you talking about?"), "a phrase that the training data has by chance")
	lines, left := 0, 0
	for _, lang := range languages {
		all := filepath.Join(data, "lexicon-data", "parallel", lang+"-en.tsv.gz")
		require.NoError(t, rows(all, 3, func([]string) { left++ }))
		err := sentences(filepath.Join(data, "lexicon-data"), lang, back, func(tag, source, english string) {
			lines++
			left--
			for _, s := range []string{source, english} {
				if back.has(s) {
					assert.Failf(t, "leak", "%s: %q", lang, s)
				}
			}
		})
		require.NoError(t, err)
	}
	assert.Greater(t, lines, 500000, "the training data was read")
	assert.Less(t, left, 300, "no more was left out than had to be")
}

// TestReproducible makes one small file of each kind again, and compares it with the one that is
// built in.
func TestReproducible(t *testing.T) {
	data := dataDir(t)
	back, err := holdBack(data)
	require.NoError(t, err)
	for name, k := range kinds {
		_, file, err := k.make(filepath.Join(data, "lexicon-data"), "hy", back)
		require.NoError(t, err)
		built, err := os.ReadFile(filepath.Join("..", "..", name, "data", "hy-en.lex"))
		require.NoError(t, err)
		assert.Equal(t, sum(built), sum(file), "%s: run go generate ./align/lexicon/%s", name, name)
	}
}

func sum(b []byte) string {
	h := sha256.Sum256(b)
	return hex.EncodeToString(h[:])
}

// dataDir returns the directory of data that is not part of the project.
func dataDir(t *testing.T) string {
	dir := os.Getenv("BITEXT_DATA")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "..", "..", "shared")
	}
	if _, err := os.Stat(filepath.Join(dir, "lexicon-data")); err != nil {
		t.Skip("skipped: no data")
	}
	return dir
}
