package seed

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/internal/gold"
	"github.com/bitext-go/bitext/lang"
	"github.com/bitext-go/bitext/segment"
)

// TestDocumentsArePairedByContent gives documents names that say nothing, some of them without a
// counterpart. What is paired is right, and most is paired.
func TestDocumentsArePairedByContent(t *testing.T) {
	root := gold.Dir(t)
	for _, c := range []struct {
		src, tgt string
		least    int // of 16 pairs that are to be found
	}{{"ar", "en", 16}, {"zh", "fr", 16}, {"ru", "en", 16}} {
		dir := t.TempDir()
		want := map[string]string{}
		n := 0
		cases, err := gold.Cases(filepath.Join(root, "bench", "align", "made", "mixed", c.src+"-"+c.tgt))
		require.NoError(t, err)
		for _, k := range cases {
			for i, p := range pieces(k, 40) {
				a, b := fmt.Sprintf("a%02d.txt", n), fmt.Sprintf("b%02d.txt", (n*7)%100)
				n++
				write := func(name string, lines []string) {
					require.NoError(t,
						os.WriteFile(filepath.Join(dir, name), []byte(strings.Join(lines, "\n\n")), 0o666))
				}
				if i < 4 {
					want[a] = b
					write(b, p.Tgt)
				}
				write(a, p.Src)
			}
		}
		collection, err := Find(dir, nil)
		require.NoError(t, err)
		require.Empty(t, collection.Groups)
		s := &Seeding{
			Collection: collection,
			Workers:    2,
			Method:     Method{Dictionaries: []evidence.Dictionary{wideLexicon()}},
			Read: func(_ context.Context, path string, _ language.Tag) ([]*segment.Text, error) {
				body, err := os.ReadFile(path)
				tag := language.MustParse(c.src)
				if filepath.Base(path)[0] == 'b' {
					tag = language.MustParse(c.tgt)
				}
				return []*segment.Text{segment.New(string(body), tag)}, err
			},
		}
		found, err := s.Plan(t.Context())
		require.NoError(t, err)
		right := 0
		for _, g := range found.Groups {
			if assert.Lenf(t, g, 2, "%s", g) && assert.Equal(t, want[g[0].Name], g[1].Name, g[0].Name) {
				right++
			}
		}
		t.Logf("%s-%s: %d of %d pairs found, %d files left", c.src, c.tgt, right, len(want), len(found.Unused))
		assert.GreaterOrEqual(t, right, c.least, "%s-%s", c.src, c.tgt)
	}
}

// The report of this project in six languages, under names that say nothing.
func TestGroupsOfSeveralLanguagesArePairedByContent(t *testing.T) {
	dir := t.TempDir()
	report := filepath.Join("..", "..", "testdata", "report")
	langs := map[string]string{
		"report.es.txt": "es",
		"report.fr.txt": "fr",
		"report.ru.txt": "ru",
		"report.zh.txt": "zh",
	}
	names := map[string]language.Tag{}
	for i, name := range []string{"report.es.txt", "report.fr.txt", "report.ru.txt", "report.zh.txt"} {
		body, err := os.ReadFile(filepath.Join(report, name))
		require.NoError(t, err)
		other := fmt.Sprintf("%c.txt", 'p'+i)
		names[other] = language.MustParse(langs[name])
		require.NoError(t, os.WriteFile(filepath.Join(dir, other), body, 0o666))
	}
	both, err := os.ReadFile(filepath.Join(report, "report.ar-en.txt"))
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "x.txt"), both, 0o666))
	collection, err := Find(dir, nil)
	require.NoError(t, err)
	s := &Seeding{
		Collection: collection,
		Method:     Method{Dictionaries: []evidence.Dictionary{wideLexicon()}},
		Read: func(_ context.Context, path string, _ language.Tag) ([]*segment.Text, error) {
			body, err := os.ReadFile(path)
			if tag, ok := names[filepath.Base(path)]; ok {
				return []*segment.Text{segment.New(string(body), tag)}, err
			}
			return lang.Split(string(body), lang.ByLetters()), err
		},
	}
	found, err := s.Plan(t.Context())
	require.NoError(t, err)
	var groups []string
	for _, g := range found.Groups {
		groups = append(groups, g.String())
	}
	slices.Sort(groups)
	assert.Equal(t, []string{"p.txt + q.txt + r.txt + s.txt", "x.txt"}, groups)
}
