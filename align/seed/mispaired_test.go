package seed

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/internal/gold"
	"github.com/bitext-go/bitext/segment"
)

// TestDocumentsUnderWrongNamesAreNamed seeds collections in which some documents are paired with
// the translation of another one. The report names those and no others.
func TestDocumentsUnderWrongNamesAreNamed(t *testing.T) {
	for _, c := range []struct{ src, tgt string }{{"ar", "en"}, {"zh", "fr"}} {
		for k, dictionaries := range [][]evidence.Dictionary{nil, {wideLexicon()}} {
			dir, n := t.TempDir(), 0
			cases, err := gold.Cases(filepath.Join(gold.Dir(t), "bench", "align", "made", "mixed", c.src+"-"+c.tgt))
			require.NoError(t, err)
			wrong := map[string]bool{}
			for i, one := range cases {
				docs := pieces(one, 60)
				for m, p := range docs {
					other := p
					if m == 0 { // the first piece of each document gets the translation of another one
						other = pieces(cases[(i+1)%len(cases)], 60)[0]
					}
					name := fmt.Sprintf("d%02d", n)
					n++
					group := fmt.Sprintf("%[1]s.%[2]s.txt + %[1]s.%[3]s.txt",
						name, min(c.src, c.tgt), max(c.src, c.tgt))
					wrong[group] = m == 0
					for l, lines := range map[string][]string{c.src: p.Src, c.tgt: other.Tgt} {
						path := filepath.Join(dir, name+"."+l+".txt")
						require.NoError(t, os.WriteFile(path, []byte(strings.Join(lines, "\n\n")), 0o666))
					}
				}
			}
			collection, err := Find(dir, nil)
			require.NoError(t, err)
			s := &Seeding{
				Collection: collection,
				Folder:     t.TempDir(),
				Create:     func(int) (io.WriteCloser, error) { return discard{}, nil },
				Workers:    2,
				Method:     Method{Dictionaries: dictionaries},
				Filter:     Filter{Related: Unrelated},
				Read: func(_ context.Context, path string, tag language.Tag) ([]*segment.Text, error) {
					body, err := os.ReadFile(path)
					return []*segment.Text{segment.New(string(body), tag)}, err
				},
			}
			r, err := s.Run(t.Context())
			require.NoError(t, err)
			named, mistaken := 0, 0
			for _, f := range r.Failed {
				if wrong[f.Name] {
					named++
				} else {
					mistaken++
				}
			}
			t.Logf("%s-%s, word list %s: %d of %d documents under a wrong name are named, and %d of %d others", c.src,
				c.tgt, []string{"none", "wide"}[k], named, len(cases), mistaken, n-len(cases))
			assert.Zero(t, mistaken)
			assert.Equal(t, len(cases), named)
		}
	}
}

// TestTenOfFortyPairsAreMismatched seeds 40 pairs of files, of which ten have one another's
// translations. Exactly those are left out, and the report says where the translations are.
func TestTenOfFortyPairsAreMismatched(t *testing.T) {
	const pairs, mismatched = 40, 10
	cases, err := gold.Cases(filepath.Join(gold.Dir(t), "bench", "align", "made", "mixed", "ru-en"))
	require.NoError(t, err)
	var docs []gold.Case
	for _, c := range cases {
		docs = append(docs, pieces(c, 24)...)
	}
	require.GreaterOrEqual(t, len(docs), pairs)
	dir := t.TempDir()
	name := func(i int, lang string) string { return fmt.Sprintf("d%02d.%s.txt", i, lang) }
	for i, d := range docs[:pairs] {
		tgt := d.Tgt
		if i < mismatched {
			tgt = docs[(i+1)%mismatched].Tgt
		}
		for lang, lines := range map[string][]string{"ru": d.Src, "en": tgt} {
			body := []byte(strings.Join(lines, "\n\n"))
			require.NoError(t, os.WriteFile(filepath.Join(dir, name(i, lang)), body, 0o666))
		}
	}
	collection, err := Find(dir, nil)
	require.NoError(t, err)
	require.Len(t, collection.Groups, pairs)
	var memory bytes.Buffer
	s := &Seeding{
		Collection: collection,
		Folder:     t.TempDir(),
		Create:     func(int) (io.WriteCloser, error) { return file{&memory}, nil },
		Method:     Method{Dictionaries: []evidence.Dictionary{wideLexicon()}},
		Filter:     Filter{Translation: .5, Boundary: .5, Related: Unrelated},
		Read: func(_ context.Context, path string, tag language.Tag) ([]*segment.Text, error) {
			body, err := os.ReadFile(path)
			text := segment.New(string(body), tag)
			text.Name = filepath.Base(path)
			return []*segment.Text{text}, err
		},
	}
	r, err := s.Run(t.Context())
	require.NoError(t, err)
	assert.Len(t, r.Documents, pairs-mismatched)
	if assert.Len(t, r.Failed, mismatched) {
		for i, f := range r.Failed {
			assert.Equal(t, name(i, "en")+" + "+name(i, "ru"), f.Name)
			right := fmt.Sprintf("%s seems to be a translation of %s", name(i, "en"), name((i+1)%mismatched, "ru"))
			assert.Contains(t, f.Why, right)
		}
	}
	for i := range mismatched {
		assert.NotContains(t, memory.String(), ">"+name(i, "ru")+"<")
	}
	t.Log(r.Failed[0].Why)
}

// A file is a memory that a test looks at.
type file struct{ *bytes.Buffer }

func (file) Close() error { return nil }

// discard is a memory that nobody looks at.
type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }
func (discard) Close() error                { return nil }
