package check

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
)

// The report that was written for this project is in six languages, and a person said which
// sentences correspond. Its English leaves Eritrea out; nothing else is to be found in any two of
// the languages.
func TestReportInSixLanguages(t *testing.T) {
	var rows struct {
		Languages []string
		Sentences map[string][]struct{ Text string }
		Rows      []map[string]json.RawMessage // by language, and a note
	}
	read(t, "report.rows.json", &rows)
	var first struct {
		Sentences map[string][]struct{ Text string }
	}
	read(t, "report.gold.json", &first)
	for l, s := range first.Sentences {
		rows.Sentences[l] = s
	}
	pairs := 0
	for i, x := range rows.Languages {
		for _, y := range rows.Languages[i+1:] {
			for _, row := range rows.Rows {
				var unit [2]Side
				for k, l := range [...]string{x, y} {
					var numbers []int
					if raw, ok := row[l]; ok {
						require.NoError(t, json.Unmarshal(raw, &numbers))
					}
					var said []string
					for _, n := range numbers {
						said = append(said, rows.Sentences[l][n].Text)
					}
					unit[k] = Side{Lang: language.MustParse(l), Text: strings.Join(said, " ")}
				}
				if unit[0].Text == "" || unit[1].Text == "" {
					continue
				}
				pairs++
				for _, f := range Pair(unit[0], unit[1]) {
					assert.Truef(t, (x == "en" || y == "en") && strings.HasPrefix(f.Message, "Eritrea"),
						"%s-%s: %s\n%s\n%s", x, y, f.Message, unit[0].Text, unit[1].Text)
				}
			}
		}
	}
	assert.Greater(t, pairs, 200)
}

func read(t *testing.T, name string, to any) {
	t.Helper()
	body, err := os.ReadFile("../../testdata/report/" + name)
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(body, to))
}
