package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/segment"
)

// mined returns the pairs that the pipeline finds in two piles of sentences, by their lines, and
// the manifest's bytes.
func mined(t *testing.T, c Config, src, tgt []string, srcLang, tgtLang string) (map[[2]string]bool, map[string]string) {
	t.Helper()
	var lines []string
	// Ten lines make a document, so that the pile is in many.
	add := func(pile []string, lang string) {
		for i := 0; i < len(pile); i += 10 {
			part := pile[i:min(i+10, len(pile))]
			text := strings.Join(part, "\n\n")
			b, err := json.Marshal(line{ID: fmt.Sprintf("%s%05d", lang, i), Lang: lang, Text: text})
			require.NoError(t, err)
			lines = append(lines, string(b))
		}
	}
	add(src, srcLang)
	add(tgt, tgtLang)
	run(t, c, save(t, t.TempDir(), "pile.jsonl", strings.Join(lines, "\n")))
	out, files := map[[2]string]bool{}, contents(t, c.Output, "memory-")
	for _, body := range files {
		for l := range strings.Lines(body) {
			var u struct{ Sides []struct{ Lang, Text string } }
			require.NoError(t, json.Unmarshal([]byte(l), &u))
			out[[2]string{u.Sides[0].Text, u.Sides[1].Text}] = true
		}
	}
	return out, files
}

// pile returns the lines of a pile of the shared data.
func pile(t *testing.T, name string) []string {
	t.Helper()
	dir := os.Getenv("BITEXT_DATA")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skip("skipped: no data")
	}
	f, err := os.Open(filepath.Join(dir, "bench", "mine", filepath.FromSlash(name)))
	require.NoError(t, err)
	defer f.Close()
	var lines []string
	for s := bufio.NewScanner(f); s.Scan(); {
		lines = append(lines, s.Text())
	}
	return lines
}

// Two piles in many buckets give nearly what bitext mine finds with both in memory, and the same
// bytes each time.
func TestMining(t *testing.T) {
	src, tgt := pile(t, "fr-en/pile.src"), pile(t, "fr-en/pile.tgt")
	c := config(t.TempDir())
	c.Mine, c.Format, c.Bucket, c.Langs = true, "jsonl", 300, []string{"fr", "en"}
	got, files := mined(t, c, src, tgt, "fr", "en")
	gold := map[[2]string]bool{}
	for _, l := range pile(t, "fr-en/pile.gold") {
		var i, k int
		_, err := fmt.Sscan(l, &i, &k)
		require.NoError(t, err)
		gold[[2]string{src[i], tgt[k]}] = true
	}
	score := func(found map[[2]string]bool) (right int) {
		for p := range found {
			if gold[p] {
				right++
			}
		}
		return right
	}
	whole := map[[2]string]bool{}
	a, b := segment.FromSentences(src, language.French), segment.FromSentences(tgt, language.English)
	beads, err := c.method().Mine(t.Context(), a, b)
	require.NoError(t, err)
	for _, x := range beads {
		whole[[2]string{a.Sentence(x.Ranges[0].Lo), b.Sentence(x.Ranges[1].Lo)}] = true
	}
	t.Logf("of %d pairs, %d of %d are right in buckets, and %d of %d in memory", len(gold), score(got), len(got),
		score(whole), len(whole))
	assert.GreaterOrEqual(t, score(got), score(whole)*95/100)
	assert.LessOrEqual(t, len(got)-score(got), len(whole)-score(whole)+2)

	c.Output = t.TempDir()
	c.Workers = 7
	_, again := mined(t, c, src, tgt, "fr", "en")
	assert.Equal(t, files, again)
}
