package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// program returns the program with flags, as a process of its own.
func program(args ...string) (*exec.Cmd, *bytes.Buffer) {
	c := exec.Command(os.Args[0], args...)
	c.Env = append(os.Environ(), "CORPUS_MAIN=1")
	var said bytes.Buffer
	c.Stderr = &said
	return c, &said
}

// A run that is killed in the middle leaves no manifest, and a run that is given again makes the
// bytes of one that was not killed, whatever halves of files are there. A folder with a manifest is
// refused. Prism is one process, so that nothing smaller can be killed.
func TestAKilledRun(t *testing.T) {
	dir := archive(t, 12)
	args := func(out string) []string {
		return []string{"--input", listed(t, dir), "--output", out, "--shards", "2", "--lexicon", "core"}
	}
	out, again := t.TempDir(), t.TempDir()
	whole, said := program(args(out)...)
	require.NoError(t, whole.Run(), said)
	want := contents(t, out, "memory-")
	require.Len(t, want, 2)
	assert.Contains(t, said.String(), "  documents in the memory\n")
	assert.Contains(t, said.String(), "  milliseconds to align a group, ")
	assert.Contains(t, said.String(), "  processor seconds\n")

	// A document that cannot be read to its end holds the run up until it is killed.
	path := filepath.Join(dir, "year1", "paper0001.en.txt")
	body, err := os.ReadFile(path)
	require.NoError(t, err)
	require.NoError(t, os.Remove(path))
	if err := exec.Command("mkfifo", path).Run(); err != nil {
		t.Logf("no pipe can be made here, so that the run is killed at its beginning: %v", err)
	}
	c, _ := program(args(again)...)
	require.NoError(t, c.Start())
	time.Sleep(2 * time.Second)
	require.NoError(t, c.Process.Kill())
	assert.Error(t, c.Wait())
	assert.NoFileExists(t, filepath.Join(again, manifestName))
	require.NoError(t, os.RemoveAll(path))
	require.NoError(t, os.WriteFile(path, body, 0o666))
	save(t, again, "memory-00001-of-00002.tmx", "half of a f")

	c, said = program(args(again)...)
	require.NoError(t, c.Run(), said)
	assert.Equal(t, want, contents(t, again, "memory-"))

	c, said = program(args(again)...)
	require.Error(t, c.Run())
	assert.Contains(t, said.String(), "manifest.json: the folder holds a complete memory; choose another folder")
}

// Flags that make no sense are refused before anything is done, with what to do.
func TestFlagsAreChecked(t *testing.T) {
	for why, change := range map[string]func(*options){
		"no input is named; add --input archive":                   func(o *options) { o.input = "" },
		"no output folder is named; add --output memory":           func(o *options) { o.Output = "" },
		`--langs: "qqqq1" is not a language`:                       func(o *options) { o.langs = "qqqq1,en" },
		"--langs names one language":                               func(o *options) { o.langs = "en" },
		`--allow: "x" is not a reason`:                             func(o *options) { o.allow = "x" },
		`--lexicon: "x" is not built in; give core, wide or none`:  func(o *options) { o.Lexicon = "x" },
		`--format: there is no "x"; give tmx, tsv or jsonl`:        func(o *options) { o.Format = "x" },
		"--shards 0: invalid number; give 1 or more":               func(o *options) { o.Shards = 0 },
		"--sure 2: invalid confidence; give a number from 0 to 1":  func(o *options) { o.Sure = 2 },
		"--near 0.1: invalid similarity; give a number from 0.5 t": func(o *options) { o.Near = 0.1 },
	} {
		o := &options{input: "archive", Config: config("memory")}
		change(o)
		assert.ErrorContains(t, o.run(t.Context(), nil), why)
	}
}
