package tmx_test

import (
	"cmp"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write VARIANTS.md")

// TestTheTableOfVariants holds VARIANTS.md to what the reader does.
func TestTheTableOfVariants(t *testing.T) {
	var b strings.Builder
	b.WriteString(`# What becomes of files as they are met

Each is a memory of two units, of a person's making, spelled or damaged as the first column says. The second says how many
units are read, the third how many are lost, the fourth what the reader says of it; where that is nothing, the file is read
whole. What is read is written again as TMX that tools accept.

` + "`go test ./align/tmx -run TableOfVariants -update`" + ` writes this table, and the test fails where it does not hold.

| file | read | lost | message |
| --- | --- | --- | --- |
`)
	files := filesAsTheyAreMet()
	for _, name := range slices.SortedFunc(maps.Keys(files), func(x, y string) int { return cmp.Compare(strings.ToLower(x), strings.ToLower(y)) }) {
		whole := 2
		if name == "two memories in one" {
			whole = 4
		}
		units, errs := read(strings.NewReader(files[name].file))
		var messages []string
		for _, err := range errs {
			messages = append(messages, strings.ReplaceAll(strings.TrimPrefix(err.Error(), "tmx: "), "|", `\|`))
		}
		message := strings.Join(messages, "; ")
		if message != "" {
			message = "`" + message + "`"
		}
		fmt.Fprintf(&b, "| %s | %d | %d | %s |\n", name, len(units), max(0, whole-len(units)), message)
	}
	if *update {
		require.NoError(t, os.WriteFile("VARIANTS.md", []byte(b.String()), 0o666))
	}
	written, err := os.ReadFile("VARIANTS.md")
	require.NoError(t, err)
	assert.Equal(t, string(written), b.String(), "write it again with -update")
}
