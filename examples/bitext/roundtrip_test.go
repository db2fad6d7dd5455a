package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Tables and JSON Lines that bitext writes come back into it, and nothing of a row is lost: rows
// without a counterpart, the order of the languages, and confidences.
func TestOwnOutputsComeBack(t *testing.T) {
	dir := t.TempDir()
	report := filepath.Join("..", "..", "testdata", "report", "report.ar-en.txt")
	for _, format := range []string{"tsv", "csv", "xlsx", "jsonl"} {
		first, again := filepath.Join(dir, "a."+format), filepath.Join(dir, "again."+format)
		bitext(t, "align", report, "-o", first)
		bitext(t, "align", first, "-o", again)
		want, err := os.ReadFile(first)
		require.NoError(t, err)
		got, err := os.ReadFile(again)
		require.NoError(t, err)
		if format == "jsonl" { // which also holds why, and that is not read
			want, got = bare(t, want), bare(t, got)
		}
		assert.Equal(t, string(want), string(got), format)
	}
}

// bare returns beads in JSON Lines without the reasons for them, and without the numbers of
// sentences: a wording that comes back is one sentence.
func bare(t *testing.T, lines []byte) []byte {
	t.Helper()
	var b strings.Builder
	for line := range strings.Lines(string(lines)) {
		var bead struct {
			Langs, Texts          []string
			Boundary, Translation float64
		}
		require.NoError(t, json.Unmarshal([]byte(line), &bead))
		require.NotEmpty(t, bead.Langs)
		out, err := json.Marshal(bead)
		require.NoError(t, err)
		b.Write(append(out, '\n'))
	}
	return []byte(b.String())
}
