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

// TestTheTableOfVariants compares VARIANTS.md with what the reader does.
func TestTheTableOfVariants(t *testing.T) {
	var b strings.Builder
	b.WriteString(`# How files of real tools are read

Each row is a memory of two units, spelled or damaged as the first column says. The other columns are the number of
units that are read, the number that are lost, and the reader's message, which is empty for a file that is read whole.
Everything that is read can be written again as TMX that tools accept.

` + "`go test ./align/tmx -run TableOfVariants -update`" + ` writes this table, and the test fails if it does not hold.

| file | read | lost | message |
| --- | --- | --- | --- |
`)
	files := filesAsTheyAreMet()
	byName := func(x, y string) int { return cmp.Compare(strings.ToLower(x), strings.ToLower(y)) }
	for _, name := range slices.SortedFunc(maps.Keys(files), byName) {
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
