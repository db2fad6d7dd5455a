package seed_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/papers"
	"github.com/bitext-go/bitext/lang"
	"github.com/bitext-go/bitext/segment"
)

// archive returns a folder of n documents in English and French.
func archive(t testing.TB, n int) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "archive")
	files := map[string]string{}
	for i := range n {
		files[fmt.Sprintf("year%d/paper%03d.en.txt", i%3, i)] = papers.Document(i, 0)
		files[fmt.Sprintf("year%d/paper%03d.fr.txt", i%3, i)] = papers.Document(i, 1)
	}
	put(t, dir, files)
	return dir
}

// put writes files.
func put(t testing.TB, dir string, files map[string]string) {
	t.Helper()
	for name, body := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o777))
		require.NoError(t, os.WriteFile(path, []byte(body), 0o666))
	}
}

func contents(t testing.TB, path string) string {
	t.Helper()
	body, err := os.ReadFile(path)
	require.NoError(t, err)
	return string(body)
}

// read reads plain text, as simply as can be.
func read(_ context.Context, path string, tag language.Tag) ([]*segment.Text, error) {
	body, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if tag != language.Und {
		return []*segment.Text{segment.New(string(body), tag)}, nil
	}
	return lang.Split(string(body), lang.ByLetters()), nil
}
