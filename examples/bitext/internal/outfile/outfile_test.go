package outfile

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// put returns a function that writes a text.
func put(text string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	}
}

// holds checks that a folder holds certain files with certain contents, and nothing else.
func holds(t *testing.T, dir string, want map[string]string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	got := map[string]string{}
	for _, e := range entries {
		body, err := os.ReadFile(filepath.Join(dir, e.Name()))
		require.NoError(t, err)
		got[e.Name()] = string(body)
	}
	assert.Equal(t, want, got)
}

func TestLinksAndModesStay(t *testing.T) {
	dir := t.TempDir()
	file, link := filepath.Join(dir, "file"), filepath.Join(dir, "link")
	require.NoError(t, os.WriteFile(file, []byte("old"), 0o640))
	require.NoError(t, os.Chmod(file, 0o660)) // whatever the umask
	require.NoError(t, os.Symlink("file", link))
	require.NoError(t, Write(t.Context(), link, put("new")))
	info, err := os.Lstat(link)
	require.NoError(t, err)
	assert.NotZero(t, info.Mode()&os.ModeSymlink, "the link is still one")
	info, err = os.Stat(file)
	require.NoError(t, err)
	assert.Equal(t, os.FileMode(0o660), info.Mode())
	holds(t, dir, map[string]string{"file": "new", "link": "new"})
}

func TestADanglingLinkIsFollowed(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(dir, "real"), 0o777))
	require.NoError(t, os.Symlink("real", filepath.Join(dir, "folder")))
	require.NoError(t, os.Symlink("../later", filepath.Join(dir, "real", "first")))
	require.NoError(t, os.Symlink(filepath.Join(dir, "folder", "first"), filepath.Join(dir, "link")))
	require.NoError(t, Write(t.Context(), filepath.Join(dir, "link"), put("text")))
	body, err := os.ReadFile(filepath.Join(dir, "later"))
	require.NoError(t, err)
	assert.Equal(t, "text", string(body))
	for _, link := range []string{"link", "real/first"} {
		info, err := os.Lstat(filepath.Join(dir, link))
		require.NoError(t, err)
		assert.NotZero(t, info.Mode()&os.ModeSymlink, "%s is still a link", link)
	}
	require.NoError(t, os.Symlink("circle", filepath.Join(dir, "circle")))
	assert.ErrorContains(t, Write(t.Context(), filepath.Join(dir, "circle"), put("text")), "links in a circle")
}

func TestNothingIsLeftAfterAnError(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	full := errors.New("the disk is full")
	err := Write(t.Context(), file, func(w io.Writer) error {
		require.NoError(t, put("half")(w))
		return full
	})
	require.ErrorIs(t, err, full)
	assert.ErrorContains(t, err, file+" was not written")
	ctx, stop := context.WithCancel(t.Context())
	err = Write(ctx, file, func(w io.Writer) error {
		stop()
		return put("whole, but too late")(w)
	})
	require.ErrorIs(t, err, context.Canceled)
	holds(t, dir, map[string]string{})
}

func TestWhatCannotBeWrittenIsSaid(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	require.NoError(t, os.WriteFile(file, []byte("old"), 0o444))
	for path, message := range map[string]string{
		file:                             "the file is read-only; change its permissions, or choose another name",
		dir:                              "this is a folder; give the name of a file in it",
		filepath.Join(dir, "no", "file"): "there is no folder " + filepath.Join(dir, "no") + "; create it",
		filepath.Join(file, "file"):      "not a directory",
	} {
		err := Write(t.Context(), path, put("new"))
		assert.ErrorContains(t, err, message)
		assert.ErrorContains(t, err, path)
	}
	holds(t, dir, map[string]string{"file": "old"})
}

func TestADeviceIsWrittenDirectly(t *testing.T) {
	require.NoError(t, Write(t.Context(), os.DevNull, put("text")))
	info, err := os.Stat(os.DevNull)
	require.NoError(t, err)
	assert.False(t, info.Mode().IsRegular())
}

func TestLongNames(t *testing.T) {
	for _, name := range []string{strings.Repeat("n", 255), strings.Repeat("ن", 127), strings.Repeat("日", 85)} {
		dir := t.TempDir()
		require.NoError(t, Write(t.Context(), filepath.Join(dir, name), put("text")))
		holds(t, dir, map[string]string{name: "text"})
	}
	a, b := beside(strings.Repeat("n", 250)+"a"), beside(strings.Repeat("n", 250)+"b")
	assert.NotEqual(t, a, b)
}

// Only the leftovers of the same file are removed, and no temporary file that is in use.
func TestLeftoversAreRemoved(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	used, err := Create(file)
	require.NoError(t, err)
	_, err = used.Write([]byte("used"))
	require.NoError(t, err)
	others := map[string]string{
		".file.bitext-0123456789ab.tmp":    "left",
		".file.bitext-0123456789xy.tmp":    "not one of ours",
		".file.bitext-0123456789ab":        "not one of ours",
		".file.tmp":                        "not one of ours",
		".other.bitext-0123456789ab.tmp":   "of another file",
		".file.gz.bitext-0123456789ab.tmp": "of another file",
	}
	for name, text := range others {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666))
	}
	require.NoError(t, Write(t.Context(), file, put("first")))
	delete(others, ".file.bitext-0123456789ab.tmp")
	others[filepath.Base(used.file.Name())] = "used"
	others["file"] = "first"
	holds(t, dir, others)
	require.NoError(t, used.Commit())
	delete(others, filepath.Base(file))
	require.NoError(t, os.Remove(file))
	for name := range others {
		if strings.HasPrefix(name, ".file.bitext-") && others[name] == "used" {
			delete(others, name)
		}
	}
	holds(t, dir, others)
}

func contents(t *testing.T, path string) string {
	t.Helper()
	body, err := os.ReadFile(path)
	require.NoError(t, err)
	return string(body)
}
