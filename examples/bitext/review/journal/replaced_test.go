package journal_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/examples/bitext/review/journal"
)

// A record is never acknowledged into a file that nobody will find.
func TestReplacedFile(t *testing.T) {
	for what, replace := range map[string]func(path string) error{
		"removed": os.Remove,
		"renamed": func(path string) error { return os.Rename(path, path+".old") },
		"replaced": func(path string) error {
			whole, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			if err := os.WriteFile(path+".new", whole, 0o600); err != nil {
				return err
			}
			return os.Rename(path+".new", path)
		},
	} {
		path := made(t, "a", "b")
		j, _ := records(t, path)
		require.NoError(t, j.Replaced(), what)
		kept := path + ".kept"
		require.NoError(t, os.Link(path, kept))
		require.NoError(t, replace(path), what)
		assert.ErrorIs(t, j.Replaced(), journal.ErrReplaced, what)
		assert.ErrorIs(t, j.Append([]byte("c")), journal.ErrReplaced, what)

		// Once the file is back, the journal accepts records again.
		require.NoError(t, os.Rename(kept, path), what)
		require.NoError(t, j.Append([]byte("d")), what)
		require.NoError(t, j.Close())
		_, got := records(t, path)
		assert.Equal(t, []string{"a", "b", "d"}, got, what)
	}
}
