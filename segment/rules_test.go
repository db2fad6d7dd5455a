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
		if strings.HasSuffix(file, "_test.go") {
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
}
