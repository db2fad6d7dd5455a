package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestExpand(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"a.txt", "b.txt", "c.md", "[odd].txt"} {
		require.NoError(t, os.WriteFile(name, nil, 0o600))
	}
	assert.Equal(t, []string{"align", "a.txt", "b.txt", "-o", "x.tmx"},
		expand([]string{"align", "?.txt", "-o", "x.tmx"}))
	assert.Equal(t, []string{"[odd].txt"}, expand([]string{"[odd].txt"}), "a file with this name")
	assert.Equal(t, []string{"*.docx", "[", "--format=*"}, expand([]string{"*.docx", "[", "--format=*"}), "no match")
	assert.Equal(t, []string{filepath.Join("..", "nowhere", "*")},
		expand([]string{filepath.Join("..", "nowhere", "*")}))
}
