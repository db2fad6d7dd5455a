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
// with all the texts that came with it, and nothing else is. The modules that only a program built
// with the tag lingua has are in a folder of their own.
func TestLicensesAreComplete(t *testing.T) {
	usual := modulesOf(t)
	require.Greater(t, len(usual), 5)
	sameLicenses(t, "licenses", usual)
	more := modulesOf(t, "-tags=lingua")
	for module := range usual {
		delete(more, module)
	}
	assert.Contains(t, more, "github.com/pemistahl/lingua-go")
	sameLicenses(t, "licenses/lingua", more)
}

// modulesOf returns the directories of the modules that the program is built from, by their paths.
func modulesOf(t *testing.T, flags ...string) map[string]string {
	dirs := map[string]string{"go": ""}
	for _, system := range []string{"linux", "darwin", "windows"} {
		args := append([]string{"list", "-deps", "-f", "{{with .Module}}{{.Path}}\t{{.Dir}}{{end}}"}, flags...)
		list := exec.Command("go", append(args, ".")...)
		list.Env = append(os.Environ(), "GOOS="+system)
		out, err := list.Output()
		require.NoError(t, err)
		for line := range strings.Lines(string(out)) {
			path, dir, _ := strings.Cut(strings.TrimSpace(line), "\t")
			if path != "" && path != "github.com/bitext-go/bitext/examples" {
				dirs[path] = dir
			}
		}
	}
	return dirs
}

// sameLicenses fails the test unless a folder holds the licences of the modules, and no others.
func sameLicenses(t *testing.T, folder string, modules map[string]string) {
	files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	require.NoError(t, err)
	for _, f := range files {
		module := strings.ReplaceAll(strings.TrimSuffix(filepath.Base(f), ".txt"), "_", "/")
		assert.Containsf(t, modules, module, "%s is of a module that is not in the program", f)
	}
	for module, dir := range modules {
		have, err := os.ReadFile(filepath.Join(folder, strings.ReplaceAll(module, "/", "_")+".txt"))
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
	for _, list := range []string{"align/lexicon/core", "align/lexicon/wide", "lang/ngram"} {
		for _, name := range []string{"LICENSE", "NOTICE"} {
			text, err := os.ReadFile(filepath.Join("../..", list, name))
			require.NoError(t, err)
			assert.Containsf(t, out, strings.TrimSpace(string(text)), "%s of %s", name, list)
		}
	}
}
