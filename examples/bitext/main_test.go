package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/stretchr/testify/require"
)

// TestMain makes the program itself a command, "bitext", for the scripts and for the tests in Go.
func TestMain(m *testing.M) {
	if _, ok := os.LookupEnv("BITEXT_CONFIG"); !ok {
		os.Setenv("BITEXT_CONFIG", "") // settings of the person who runs the tests change nothing
	}
	testscript.Main(m, map[string]func(){"bitext": main})
}

// fixture is a bilingual report that was written for this project.
var fixture = filepath.Join("..", "..", "testdata", "report")

// The scripts in testdata/script are sessions at a terminal.
func TestScripts(t *testing.T) {
	report, err := filepath.Abs(filepath.Join(fixture, "report.ar-en.txt"))
	require.NoError(t, err)
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("REPORT", report)
			e.Setenv("SOURCE_DATE_EPOCH", "")
			e.Setenv("BITEXT_CONFIG", "")
			return nil
		},
	})
}

// bitext runs the program, which must succeed, and returns what it wrote to the standard output.
func bitext(t *testing.T, args ...string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	c := exec.Command("bitext", args...)
	c.Stdout, c.Stderr = &stdout, &stderr
	require.NoErrorf(t, c.Run(), "%v\n%s", c, &stderr)
	return stdout.String()
}

// runIn runs the program in a folder and checks its status.
func runIn(t *testing.T, dir string, status int, args ...string) (stderr string) {
	t.Helper()
	c := exec.Command("bitext", args...)
	c.Dir = dir
	var b bytes.Buffer
	c.Stderr = &b
	_ = c.Run()
	require.Equalf(t, status, c.ProcessState.ExitCode(), "%v\n%s", args, &b)
	return b.String()
}

// shared returns the path of a file of the data that the project is developed with. They are in the
// folder that BITEXT_DATA names, or beside the repository. Without them the test is skipped.
func shared(t *testing.T, name string) string {
	t.Helper()
	dir := os.Getenv("BITEXT_DATA")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skip("skipped: no data")
	}
	return filepath.Join(dir, filepath.FromSlash(name))
}
