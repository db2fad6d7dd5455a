package read

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The common words of fixLamAlef are measured on texts that they do not come from: articles of many
// writers, and resolutions. Lam-alef is turned around in them as pdftotext does, and each word that
// has it is right or wrong after the repair.
func TestLamAlefOfRealTexts(t *testing.T) {
	dir := os.Getenv("BITEXT_DATA")
	if dir == "" {
		dir = "../../shared"
	}
	if _, err := os.Stat(filepath.Join(dir, "bench")); err != nil {
		t.Skip("skipped: no data")
	}
	for _, c := range []struct {
		name  string
		text  string
		right float64 // of the words with lam-alef
		other float64 // of the others that are changed
	}{
		{"articles", articlesIn(t, filepath.Join(dir, "bench", "segment", "dev.jsonl")), .77, .001},
		{"resolutions", linesIn(t, filepath.Join(dir, "bench", "align", "long", "ar-en.20000.src.gz")), .77, .001},
	} {
		right, all, changed, others := lamAlefScore(c.text)
		t.Logf("%s: %d of %d words with lam-alef right (%.3f), %d of %d others changed (%.4f)", c.name,
			right, all, float64(right)/float64(all), changed, others, float64(changed)/float64(others))
		assert.Greater(t, float64(right)/float64(all), c.right, c.name)
		assert.Less(t, float64(changed)/float64(others), c.other, c.name)
	}
}

// lamAlefScore turns the lam-alef of a text around, repairs it, and counts the words that are
// right.
func lamAlefScore(text string) (right, all, changed, others int) {
	pair := regexp.MustCompile(`ل([اأإآ])`)
	words := strings.Fields(text)
	var b strings.Builder
	for _, w := range words {
		b.WriteString(pair.ReplaceAllString(w, "${1}ل") + " ")
	}
	for i, w := range strings.Fields(fixLamAlef(b.String())) {
		switch has := pair.MatchString(words[i]); {
		case has && w == words[i]:
			right++
			all++
		case has:
			all++
		case w != words[i]:
			changed++
			others++
		default:
			others++
		}
	}
	return right, all, changed, others
}

func articlesIn(t *testing.T, name string) string {
	raw, err := os.ReadFile(name)
	require.NoError(t, err)
	var b strings.Builder
	for line := range strings.Lines(string(raw)) {
		var text struct{ Lang, Kind, Text string }
		require.NoError(t, json.Unmarshal([]byte(line), &text))
		if text.Lang == "ar" && text.Kind == "corpus" {
			b.WriteString(text.Text + "\n")
		}
	}
	return b.String()
}

func linesIn(t *testing.T, name string) string {
	f, err := os.Open(name)
	require.NoError(t, err)
	defer f.Close()
	z, err := gzip.NewReader(f)
	require.NoError(t, err)
	var b strings.Builder
	in := bufio.NewScanner(z)
	in.Buffer(nil, 1<<20)
	for n := 0; in.Scan() && n < 4000; n++ {
		b.WriteString(in.Text() + "\n")
	}
	require.NoError(t, in.Err())
	return b.String()
}
