package main

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Other users can list the arguments of commands: the secret of the address is in none of them, and
// in no file that they can read.
func TestSecretIsInNoArgument(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("skipped: other users see no arguments there")
	}
	dir := t.TempDir()
	opener := "#!/bin/sh\nprintf '%s\\n' \"$@\" >" + dir + "/args.part; mv " + dir + "/args.part " + dir + "/args\n"
	for _, name := range []string{"xdg-open", "open"} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(opener), 0o755))
	}
	t.Setenv("PATH", dir+string(os.PathListSeparator)+os.Getenv("PATH"))

	remove := openBrowser("http://127.0.0.1:8080/SECRET/", filepath.Join(dir, "a b.review"))
	var args []byte
	require.Eventually(t, func() bool {
		var err error
		args, err = os.ReadFile(filepath.Join(dir, "args"))
		return err == nil
	}, 10*time.Second, 10*time.Millisecond)
	assert.NotContains(t, string(args), "SECRET")
	file := strings.TrimSpace(string(args))
	info, err := os.Stat(file)
	require.NoError(t, err, "the one argument is a file")
	assert.Equal(t, os.FileMode(0o600), info.Mode().Perm())
	page, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Contains(t, string(page), "url=http://127.0.0.1:8080/SECRET/")

	remove()
	assert.NoFileExists(t, file)
}
