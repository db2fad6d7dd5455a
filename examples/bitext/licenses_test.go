package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every module that is built into the program, on any system, is in what bitext licenses writes,
// with all the texts that came with it, and nothing else is.
func TestLicensesAreComplete(t *testing.T) {
	want := map[string]string{"go": ""}
	for _, system := range []string{"linux", "darwin", "windows"} {
		list := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{.Path}}\t{{.Dir}}{{end}}", ".")
		list.Env = append(os.Environ(), "GOOS="+system)
		out, err := list.Output()
		require.NoError(t, err)
		for line := range strings.Lines(string(out)) {
			path, dir, _ := strings.Cut(strings.TrimSpace(line), "\t")
			if path != "" && path != "github.com/bitext-go/bitext/examples" {
				want[path] = dir
			}
		}
	}
	require.Greater(t, len(want), 5)
	files, err := licenses.ReadDir("licenses")
	require.NoError(t, err)
	for _, f := range files {
		module := strings.ReplaceAll(strings.TrimSuffix(f.Name(), ".txt"), "_", "/")
		assert.Containsf(t, want, module, "licenses/%s is of a module that is not in the program", f.Name())
	}
	for module, dir := range want {
		have, err := licenses.ReadFile("licenses/" + strings.ReplaceAll(module, "/", "_") + ".txt")
		if !assert.NoErrorf(t, err, "the licence of %s is missing", module) || dir == "" {
			continue
		}
		found := 0
		for _, name := range []string{"LICENSE", "LICENSE.txt", "LICENSE.md", "NOTICE", "PATENTS"} {
			text, err := os.ReadFile(filepath.Join(dir, name))
			if err != nil {
				continue
			}
			found++
			assert.Truef(t, bytes.Contains(have, text), "%s of %s is not the one in licenses", name, module)
		}
		assert.NotZerof(t, found, "%s has no licence", module)
	}
}

// Word lists come with licences and notices of their own.
func TestLicensesOfWordLists(t *testing.T) {
	out := bitext(t, "licenses")
	for _, list := range []string{"core", "wide"} {
		for _, name := range []string{"LICENSE", "NOTICE"} {
			text, err := os.ReadFile(filepath.Join("..", "..", "align", "lexicon", list, name))
			require.NoError(t, err)
			assert.Containsf(t, out, strings.TrimSpace(string(text)), "%s of %s", name, list)
		}
	}
}
