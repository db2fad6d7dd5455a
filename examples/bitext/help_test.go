package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestGoldenHelp compares the help of every command with the files in testdata/help. If you meant
// to change a text, run
//
//	go test ./examples/bitext -run TestGolden -update
//
// and read the new file aloud before you commit it.
func TestGoldenHelp(t *testing.T) {
	folder := filepath.Join("testdata", "help")
	var known []string
	var visit func(c *cobra.Command)
	visit = func(c *cobra.Command) {
		for _, below := range c.Commands() {
			if below.Name() != "help" && below.Name() != "completion" {
				visit(below)
			}
		}
		var help bytes.Buffer
		c.SetOut(&help)
		c.InitDefaultHelpFlag()
		require.NoError(t, c.Help())
		for line := range strings.Lines(help.String()) {
			// Examples have a remark after the command.
			assert.LessOrEqualf(t, utf8.RuneCountInString(line), helpWidth+32, "%s: %s", c.CommandPath(), line)
		}
		name := strings.ReplaceAll(c.CommandPath(), " ", "-") + ".txt"
		known = append(known, name)
		want := filepath.Join(folder, name)
		if *update {
			require.NoError(t, os.MkdirAll(folder, 0o777))
			require.NoError(t, os.WriteFile(want, help.Bytes(), 0o666))
			return
		}
		expected, err := os.ReadFile(want)
		require.NoError(t, err)
		assert.Equalf(t, string(expected), help.String(), "%s; if this is what you meant, run with -update", name)
	}
	visit(command())
	files, err := os.ReadDir(folder)
	require.NoError(t, err)
	for _, f := range files {
		assert.Contains(t, known, f.Name(), "this help belongs to no command")
	}
}
