package seed

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// FuzzJournal opens any bytes as a journal: what it says that it has can be asked for, and what is
// added is there when it is opened again.
func FuzzJournal(f *testing.F) {
	path := filepath.Join(f.TempDir(), "j")
	j, err := openJournal(path)
	require.NoError(f, err)
	require.NoError(f, j.put(keyOf("a"), "first"))
	require.NoError(f, j.put(keyOf("b"), map[string]int{"x": 1}))
	require.NoError(f, j.close())
	whole, err := os.ReadFile(path)
	require.NoError(f, err)
	f.Add(whole, uint16(3), byte(1))
	f.Add(whole[:len(whole)-4], uint16(60), byte(7))
	f.Add([]byte(journalHead+"\xff\xff\xff\xff"), uint16(0), byte(0))
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, b []byte, at uint16, by byte) {
		if len(b) > 0 {
			b[int(at)%len(b)] ^= by
		}
		path := filepath.Join(dir, "j")
		require.NoError(t, os.WriteFile(path, b, 0o600))
		j, err := openJournal(path)
		if err != nil {
			return
		}
		for k := range j.at {
			var v any
			j.get(k, &v) // an error, if the value is not JSON
		}
		require.NoError(t, j.put(keyOf("new"), "more"))
		n := len(j.at)
		require.NoError(t, j.close())
		j, err = openJournal(path)
		require.NoError(t, err)
		defer j.close()
		var v string
		require.NoError(t, j.get(keyOf("new"), &v))
		require.Equal(t, "more", v)
		require.Len(t, j.at, n)
	})
}
