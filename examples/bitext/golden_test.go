package main

import (
	"bytes"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden outputs instead of comparing with them")

// TestGolden compares what the program writes for the project's own report with the files in
// testdata/report/golden, byte for byte. If you meant to change an output, run
//
//	go test ./examples/bitext -run TestGolden -update
//
// and explain each changed line in the commit message. Confidences are sums of float64 and were
// written on amd64; a processor with fused multiply-add may round the last digit differently.
func TestGolden(t *testing.T) {
	golden, err := filepath.Abs(filepath.Join(fixture, "golden"))
	require.NoError(t, err)
	t.Chdir(workingCopy(t))
	t.Setenv("SOURCE_DATE_EPOCH", "1700000000")

	six := []string{
		"report.ar.txt",
		"report.en.txt",
		"report.es.txt",
		"report.fr.txt",
		"report.ru.txt",
		"report.zh.txt",
	}
	for _, c := range []struct {
		name   string
		args   []string
		status int
	}{
		{"ar-en.tmx", []string{"align", "report.ar-en.txt", "-o", "ar-en.tmx"}, 0},
		{"six.tmx", append([]string{"align", "-o", "six.tmx"}, six...), 0},
		{"ar-en.jsonl", []string{"align", "report.ar-en.txt", "--format", "jsonl", "-o", "ar-en.jsonl"}, 0},
		{"add-fr.tmx", []string{"add", "--tmx", "ar-en.tmx", "--lang", "fr", "report.fr.txt", "-o", "add-fr.tmx"}, 0},
		{"segment.txt", []string{"segment", "report.ar-en.txt"}, 0},
		{"clauses.txt", []string{"segment", "--style", "clauses", "report.ar-en.txt"}, 0},
		{"check.txt", []string{"check", "report.ar-en.txt"}, 3},
	} {
		var stdout, stderr bytes.Buffer
		command := exec.Command("bitext", c.args...)
		command.Stdout, command.Stderr = &stdout, &stderr
		_ = command.Run()
		require.Equalf(t, c.status, command.ProcessState.ExitCode(), "%v\n%s", command, &stderr)
		got := stdout.Bytes()
		if written, err := os.ReadFile(c.name); err == nil {
			got = written
		}
		want := filepath.Join(golden, c.name)
		if *update {
			require.NoError(t, os.MkdirAll(golden, 0o777))
			require.NoError(t, os.WriteFile(want, got, 0o666))
			continue
		}
		expected, err := os.ReadFile(want)
		require.NoError(t, err)
		assert.Equalf(t, string(expected), string(got), "%s; if this is what you meant, run with -update", c.name)
	}
}

// workingCopy returns a folder with the fixture's texts, the bilingual one also as two files of one
// language each.
func workingCopy(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	texts, err := filepath.Glob(filepath.Join(fixture, "*.txt"))
	require.NoError(t, err)
	for _, path := range texts {
		text, err := os.ReadFile(path)
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(filepath.Join(dir, filepath.Base(path)), text, 0o666))
	}
	both, err := os.ReadFile(filepath.Join(dir, "report.ar-en.txt"))
	require.NoError(t, err)
	arabic, english, found := strings.Cut(string(both), "draft\n")
	require.True(t, found)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "report.ar.txt"), []byte(arabic), 0o666))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "report.en.txt"), []byte("draft\n"+english), 0o666))
	return dir
}
