package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func put(text string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	}
}

func TestWriteOutKeepsLinksAndModes(t *testing.T) {
	dir := t.TempDir()
	file, link := filepath.Join(dir, "file"), filepath.Join(dir, "link")
	require.NoError(t, os.WriteFile(file, []byte("old"), 0o640))
	require.NoError(t, os.Symlink(file, link))
	before, err := os.Stat(file)
	require.NoError(t, err)
	require.NoError(t, writeOut(link, put("new")))
	body, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, "new", string(body))
	info, err := os.Lstat(link)
	require.NoError(t, err)
	assert.NotZero(t, info.Mode()&os.ModeSymlink, "the link is still one")
	info, err = os.Stat(file)
	require.NoError(t, err)
	assert.Equal(t, before.Mode(), info.Mode())
}

func TestWriteOutLeavesNothingBehind(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	failure := errors.New("the disk is full")
	err := writeOut(file, func(w io.Writer) error {
		require.NoError(t, put("half")(w))
		return failure
	})
	require.ErrorIs(t, err, failure)
	assert.ErrorContains(t, err, file)
	left, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Empty(t, left)
}

// A device is written to directly, and not replaced by a file.
func TestWriteOutToADevice(t *testing.T) {
	require.NoError(t, writeOut(os.DevNull, put("text")))
	info, err := os.Stat(os.DevNull)
	require.NoError(t, err)
	assert.False(t, info.Mode().IsRegular())
}
