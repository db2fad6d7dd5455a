package outfile

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// An existing file keeps its group and its extended attributes, and, for root, its owner. Where the
// system allows none of that, only the mode is checked.
func TestAttributesStay(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(file, []byte("old"), 0o600))
	root := os.Getuid() == 0
	if root {
		require.NoError(t, os.Chown(file, 12345, 23456))
	}
	extended := syscall.Setxattr(file, "user.note", []byte("kept"), 0) == nil
	require.NoError(t, os.Chmod(file, 0o640))
	require.NoError(t, Write(t.Context(), file, put("new")))
	info, err := os.Stat(file)
	require.NoError(t, err)
	assert.Equal(t, os.FileMode(0o640), info.Mode())
	if s := info.Sys().(*syscall.Stat_t); root {
		assert.Equal(t, []uint32{12345, 23456}, []uint32{s.Uid, s.Gid})
	}
	if extended {
		value := make([]byte, 10)
		n, err := syscall.Getxattr(file, "user.note", value)
		require.NoError(t, err)
		assert.Equal(t, "kept", string(value[:n]))
	}
}
