package gold_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The report of testdata/report is written by hand, and so is its gold. These tests keep the two
// together.

type sentence struct {
	Lines [2]int
	Text  string
}

const reports = "../../testdata/report"

func reportFile(t *testing.T, name string, into any) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(reports, name))
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(b, into))
}

func reportLines(t *testing.T, name string) []string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(reports, name))
	require.NoError(t, err)
	return strings.Split(string(b), "\n")
}

// areWhereTheySay checks that each sentence is in its lines, and that nothing else is
// there.
func areWhereTheySay(t *testing.T, lines []string, lang string, sentences []sentence) {
	t.Helper()
	gap := " "
	if lang == "zh" {
		gap = ""
	}
	all := ""
	for i, s := range sentences {
		var there []string
		for _, l := range lines[s.Lines[0]-1 : s.Lines[1]] {
			if l = strings.ReplaceAll(l, "**", ""); l != "" {
				there = append(there, l)
			}
		}
		assert.Contains(t, strings.Join(there, gap), s.Text, lang)
		if i > 0 {
			assert.LessOrEqual(t, sentences[i-1].Lines[1], s.Lines[1], lang)
		}
		all += s.Text
	}
	first, last := sentences[0].Lines[0], sentences[len(sentences)-1].Lines[1]
	bare := strings.NewReplacer(" ", "", "**", "")
	want := bare.Replace(strings.Join(lines[first-1:last], ""))
	assert.Equal(t, want, bare.Replace(all), "%s: every word is in a sentence", lang)
}

// holdAll checks that the beads hold the numbers from 0 to n-1 in order.
func holdAll(t *testing.T, n int, beads [][]int, what string) {
	t.Helper()
	var want, got []int
	for i := range n {
		want = append(want, i)
	}
	for _, b := range beads {
		got = append(got, b...)
	}
	assert.Equal(t, want, got, what)
}

func TestTheReportAndItsGold(t *testing.T) {
	var g struct {
		Sentences struct{ Ar, En []sentence }
		Beads     []struct{ Ar, En []int } `json:"sentence_beads"`
		Blocks    []struct{ Ar, En []int } `json:"paragraph_beads"`
	}
	reportFile(t, "report.gold.json", &g)
	lines := reportLines(t, "report.ar-en.txt")
	areWhereTheySay(t, lines, "ar", g.Sentences.Ar)
	areWhereTheySay(t, lines, "en", g.Sentences.En)
	var ar, en [][]int
	for _, b := range g.Beads {
		ar, en = append(ar, b.Ar), append(en, b.En)
	}
	holdAll(t, len(g.Sentences.Ar), ar, "ar")
	holdAll(t, len(g.Sentences.En), en, "en")

	var blocks, found []int
	for i, l := range lines {
		if l != "" && (i == 0 || lines[i-1] == "") {
			blocks = append(blocks, i+1)
		}
	}
	for _, b := range g.Blocks {
		found = append(found, b.Ar...)
	}
	for _, b := range g.Blocks {
		found = append(found, b.En...)
	}
	assert.Equal(t, blocks, found, "paragraph beads hold the first line of each block")
}

func TestTheRowsOfTheReport(t *testing.T) {
	var bilingual, g struct {
		Languages []string
		Sources   map[string]string
		Sentences map[string][]sentence
		Rows      []map[string]any
	}
	reportFile(t, "report.rows.json", &g)
	reportFile(t, "report.gold.json", &bilingual)
	for _, lang := range g.Languages {
		sentences := g.Sentences[lang]
		if sentences == nil {
			sentences = bilingual.Sentences[lang]
		}
		areWhereTheySay(t, reportLines(t, g.Sources[lang]), lang, sentences)
		var rows [][]int
		for _, row := range g.Rows {
			numbers, _ := row[lang].([]any)
			var one []int
			for _, n := range numbers {
				one = append(one, int(n.(float64)))
			}
			rows = append(rows, one)
		}
		holdAll(t, len(sentences), rows, lang)
	}
}
