package segment

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
)

// TestCases cuts the sentences in testdata/cases; see the README there.
func TestCases(t *testing.T) {
	for folder, style := range map[string]Style{"": Corpus, "clauses": Clauses, "golden": GoldenRules} {
		files, err := filepath.Glob(filepath.Join("testdata", "cases", folder, "*.txt"))
		require.NoError(t, err)
		require.NotEmpty(t, files)
		for _, file := range files {
			lang := strings.TrimSuffix(filepath.Base(file), ".txt")
			t.Run(filepath.Join(folder, lang), func(t *testing.T) {
				body, err := os.ReadFile(file)
				require.NoError(t, err)
				reason := ""
				for line := range strings.Lines(string(body)) {
					line = strings.TrimSpace(line)
					if strings.HasPrefix(line, "#") {
						reason = strings.TrimSpace(line[1:])
						continue
					}
					rules := Rules{Style: style}
					text := strings.NewReplacer(" | ", " ", "|", "").Replace(line)
					assert.Equal(t, line, marked(text, rules, lang), reason)
				}
			})
		}
	}
}

// marked returns the text with a stroke between its sentences, in the form of the cases.
func marked(text string, rules Rules, lang string) string {
	var b strings.Builder
	end := 0
	for s := range rules.Sentences(text, language.Make(lang)) {
		if s.Start > 0 {
			b.WriteString(strings.Repeat(" ", min(1, s.Start-end)) + "|" + text[end:s.Start])
		}
		b.WriteString(text[s.Start:s.End])
		end = s.End
	}
	return b.String()
}
