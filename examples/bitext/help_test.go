package main

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
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
		assert.Contains(t, append(known, flagTable), f.Name(), "this help belongs to no command")
	}
}

// flagTable is the file that shows which command has which flag.
const flagTable = "flags.txt"

// TestGoldenFlags compares the table of flags and commands with testdata/help/flags.txt, and checks
// that a flag has the same shorthand and takes the same values wherever it is. It fails if a
// command that reads documents, or writes units, lacks a flag that the others have.
func TestGoldenFlags(t *testing.T) {
	reads := []string{"add", "align", "check", "mine", "review", "seed", "segment"}
	writes := []string{"add", "align", "mine", "review", "seed"}
	wanted := map[string][]string{
		"encoding": reads, "style": reads, "srx": reads, "max-size": reads, "with-metadata": reads,
		"sure": append(writes, "check"), "lexicon": append(writes, "check"), "for": writes, "no-properties": writes,
		"unit": {"align", "check", "review"}, "glossary": {"check", "review"}, "quiet": append(writes[:3:3], "check", "seed"),
	}
	flags := map[string]*pflag.Flag{}
	has := map[string][]string{} // by flag: the commands
	var visit func(c *cobra.Command)
	visit = func(c *cobra.Command) {
		for _, below := range c.Commands() {
			if below.Name() != "help" && below.Name() != "completion" {
				visit(below)
			}
		}
		name := strings.TrimPrefix(c.CommandPath(), "bitext ")
		c.LocalNonPersistentFlags().VisitAll(func(f *pflag.Flag) {
			if f.Name == "help" {
				return
			}
			has[f.Name] = append(has[f.Name], name)
			if other := flags[f.Name]; other != nil {
				assert.Equal(t, other.Shorthand, f.Shorthand, "%s --%s", name, f.Name)
				// Some commands take several values of what others take one of.
				single := strings.NewReplacer("Array", "", "Slice", "")
				want, got := single.Replace(other.Value.Type()), single.Replace(f.Value.Type())
				assert.Equal(t, want, got, "%s --%s", name, f.Name)
			}
			flags[f.Name] = f
		})
	}
	visit(command())
	for flag, commands := range wanted {
		for _, c := range commands {
			assert.Contains(t, has[flag], c, "--%s", flag)
		}
	}
	var table strings.Builder
	for _, flag := range slices.Sorted(maps.Keys(has)) {
		fmt.Fprintf(&table, "--%-18s %s\n", flag, strings.Join(has[flag], ", "))
	}
	path := filepath.Join("testdata", "help", flagTable)
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(table.String()), 0o666))
	}
	golden, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, string(golden), table.String(), "if this is what you meant, run with -update")
}
