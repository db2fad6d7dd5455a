package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Documents that are read at once are in their order, and the error is that of the first that has
// one.
func TestDocumentsAreReadInTheirOrder(t *testing.T) {
	dir := t.TempDir()
	path := func(name, body string) string {
		p := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(p, []byte(body), 0o600))
		return p
	}
	a, b := path("a.txt", "The bridge is closed.\n"), path("b.txt", "Le pont est fermé.\n")
	empty, binary := path("empty.txt", ""), path("binary.txt", "a\x00b")
	var r reading
	docs, err := r.readAll(t.Context(), []string{a, b, a})
	require.NoError(t, err)
	var bodies []string
	for _, d := range docs {
		bodies = append(bodies, d.Body)
	}
	assert.Equal(t, []string{"The bridge is closed.\n", "Le pont est fermé.\n", "The bridge is closed.\n"}, bodies)
	for range 20 {
		_, err = r.readAll(t.Context(), []string{a, empty, binary, b})
		require.ErrorContains(t, err, "empty.txt: ")
		_, err = r.readAll(t.Context(), []string{a, binary, empty})
		require.ErrorContains(t, err, "binary.txt")
	}
}
