package segment

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
)

// TestRuleNumbers requires that the code returns the rules of the tables in DESIGN.md, all of them
// and no others.
func TestRuleNumbers(t *testing.T) {
	design, err := os.ReadFile("DESIGN.md")
	require.NoError(t, err)
	var documented []string
	for _, m := range regexp.MustCompile(`(?m)^\| ([A-Z]\d+) \|`).FindAllStringSubmatch(string(design), -1) {
		documented = append(documented, m[1])
	}
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	var returned []string
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") || file == "explain.go" {
			continue
		}
		source, err := os.ReadFile(file)
		require.NoError(t, err)
		for _, m := range regexp.MustCompile(`"([A-Z]\d+)"`).FindAllStringSubmatch(string(source), -1) {
			returned = append(returned, m[1])
		}
	}
	slices.Sort(documented)
	assert.Equal(t, slices.Compact(slices.Clone(documented)), documented, "a rule has one row")
	slices.Sort(returned)
	assert.Equal(t, documented, slices.Compact(returned))
	var explained []string
	for by := range reasons {
		explained = append(explained, string(by))
	}
	slices.Sort(explained)
	assert.Equal(t, documented, explained, "Explain has a reason for each rule")
}

// The decisions that end sentences are the ends of the sentences.
func TestExplain(t *testing.T) {
	text := "Dr. Bell came at 5 p.m. They ate. (See Art. 5.) Done? yes"
	var found []string
	var ends []int
	rules := &Rules{}
	for d := range rules.Explain(text, language.English) {
		found = append(found, d.Rule)
		if d.End > 0 {
			ends = append(ends, d.End)
		}
		assert.NotEmpty(t, d.Reason)
	}
	assert.Equal(t, "A2 P4 A4 P10 A3 P10 E5", strings.Join(found, " "))
	var want []int
	for s := range rules.Sentences(text, language.English) {
		want = append(want, s.End)
	}
	assert.Equal(t, want[:len(want)-1], ends, "no mark ends the last sentence")
	for range (&Rules{Style: Untailored}).Explain(text, language.English) {
		t.Error("the annex is not explained")
	}
}
