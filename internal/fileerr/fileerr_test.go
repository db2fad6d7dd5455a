package fileerr

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestIn(t *testing.T) {
	dir := t.TempDir()
	_, err := os.Open(filepath.Join(dir, "missing"))
	assert.EqualError(t, In("a.txt", err), "a.txt: there is no such file; check its name")
	assert.ErrorIs(t, In("a.txt", err), os.ErrNotExist)
	assert.EqualError(t, In("a.txt", &os.PathError{Op: "open", Path: "/x/a.txt", Err: os.ErrPermission}),
		"a.txt: no permission for that; change the permissions of the file, or choose another")
	assert.EqualError(t, In("a.txt", &os.PathError{Op: "read", Path: "/x/a.txt", Err: errors.New("is a directory")}),
		"a.txt: is a directory")
	assert.ErrorIs(t, In("a.txt", io.ErrUnexpectedEOF), io.ErrUnexpectedEOF)
	assert.NoError(t, In("a.txt", nil))
}
