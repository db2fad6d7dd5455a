package seedfile_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/seed"
	"github.com/bitext-go/bitext/examples/bitext/seedfile"
	"github.com/bitext-go/bitext/internal/papers"
	"github.com/bitext-go/bitext/lang"
	"github.com/bitext-go/bitext/segment"
)

// document returns document number n in a language, 0 for English and 1 for French.
func document(n, lang int) string { return papers.Document(n, lang) }

// archive returns a folder of n documents in English and French.
func archive(t testing.TB, n int) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "archive")
	files := map[string]string{}
	for i := range n {
		files[fmt.Sprintf("year%d/paper%03d.en.txt", i%3, i)] = document(i, 0)
		files[fmt.Sprintf("year%d/paper%03d.fr.txt", i%3, i)] = document(i, 1)
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

// read reads plain text, as simply as can be.
func read(_ context.Context, path string, tag language.Tag) ([]*segment.Text, error) {
	body, err := os.ReadFile(path)
	switch {
	case err != nil:
		return nil, err
	case strings.Contains(string(body), "\x00"):
		return nil, fmt.Errorf("%s: there is a zero byte", path)
	case strings.Contains(string(body), "PANIC"):
		panic("a fault of the reader")
	case tag != language.Und:
		return []*segment.Text{segment.New(string(body), tag)}, nil
	}
	return lang.Split(string(body), lang.ByLetters()), nil
}

// find returns a seeding of a folder.
func find(t testing.TB, dir, out string) *seedfile.Output {
	t.Helper()
	c, err := seed.Find(dir, nil)
	require.NoError(t, err)
	return &seedfile.Output{
		Seeding: &seed.Seeding{Collection: c, Read: read, Workers: 2, Filter: strict},
		Path:    out,
	}
}

var strict = seed.Filter{
	Translation: 0.5,
	Boundary:    0.5,
	Same:        true,
	Language:    true,
	Numbers:     true,
	Related:     seed.Unrelated,
}

func contents(t testing.TB, path string) string {
	t.Helper()
	body, err := os.ReadFile(path)
	require.NoError(t, err)
	return string(body)
}
