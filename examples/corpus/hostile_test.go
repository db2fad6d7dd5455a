package main

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/seed"
	"github.com/bitext-go/bitext/internal/papers"
	"github.com/bitext-go/bitext/read"
)

// zipped returns a zip archive with one file of n zero bytes.
func zipped(t *testing.T, name string, n int) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create(name)
	require.NoError(t, err)
	_, err = w.Write([]byte("<w:document>"))
	require.NoError(t, err)
	for range n >> 20 {
		_, err = w.Write(make([]byte, 1<<20))
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return b.String()
}

// failures returns the side output of a run, by name.
func failures(t *testing.T, c Config) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, body := range contents(t, c.Output, "failed-") {
		for l := range strings.Lines(body) {
			var f Failure
			require.NoError(t, json.Unmarshal([]byte(l), &f))
			out[f.Name] = f.Step + ": " + f.Why
		}
	}
	return out
}

// Whatever cannot be read goes to the side output with the reason, and all else into the memory: a
// file that is not there, a damaged archive, a bomb, a document on which the reader panics, a link
// to nowhere, a damaged table, a file of garbage that claims to be JSON.
func TestDocumentsFailAlone(t *testing.T) {
	real := readDocument
	defer func() { readDocument = real }()
	readDocument = func(r *read.Reader, ctx context.Context, name string, in io.Reader) (*read.Document, error) {
		if strings.Contains(name, "panic") {
			panic("a fault of the reader")
		}
		return real(r, ctx, name, in)
	}
	dir, other := t.TempDir(), t.TempDir()
	put := func(dir, name, body string) string {
		path := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(path, []byte(body), 0o666))
		return path
	}
	for l, code := range papers.Langs[:2] {
		put(dir, "good."+code+".txt", papers.Document(1, l))
		put(dir, "panic."+code+".txt", papers.Document(2, l))
		put(dir, "bomb."+code+".docx", zipped(t, "word/document.xml", 64<<20))
		put(dir, "cut."+code+".docx", zipped(t, "word/document.xml", 1<<20)[:300])
		put(dir, "gz."+code+".txt.gz", "\x1f\x8b\x08garbage")
		put(dir, "empty."+code+".txt", "")
	}
	put(dir, "another-panic.txt", "Nobody knows what this is called.")
	require.NoError(t, os.Symlink("nowhere", filepath.Join(dir, "link.en.txt")))
	var garbage bytes.Buffer
	z := gzip.NewWriter(&garbage)
	_, err := z.Write(bytes.Repeat([]byte("x\n"), 2_000_000))
	require.NoError(t, err)
	require.NoError(t, z.Close())
	inputs := []string{
		dir, put(other, "garbage.jsonl.gz", garbage.String()), put(other, "table.csv", "a\"b,c\n\"d"),
		put(other, "broken.xliff", `<xliff version="1.2"><file`),
		put(other, "gone.jsonl", `{"id":"gone","name":"gone.en.txt","uri":"/nowhere/gone.en.txt"}`+"\n"+
			`{"id":"tongue","lang":"!!","text":"x"}`+"\n"+
			`{"id":"one","name":"gone.fr.txt","text":"Personne ne le sait."}`),
	}
	c := config(t.TempDir())
	counts := run(t, c, inputs...)
	failed := failures(t, c)
	bad := 0
	for name := range failed {
		if strings.Contains(name, "garbage.jsonl.gz:") {
			bad++
			delete(failed, name)
		}
	}
	assert.Equal(t, mostBadLines, bad)
	for name, why := range map[string]string{
		"panic.en.txt + panic.fr.txt": "align: the program failed on it: a fault of the reader",
		"another-panic.txt":           "pair by content: the program failed on it",
		"bomb.en.docx + bomb.fr.docx": "align: ",
		"cut.en.docx + cut.fr.docx":   "align: ",
		"gz.en.txt.gz + gz.fr.txt.gz": "align: ",
		"empty.en.txt + empty.fr.txt": "align: ",
		"gone.en.txt + gone.fr.txt":   "no such file",
		"tongue":                      `"!!" is not a language; give its tag`,
		"table.csv":                   "read: ",
		"broken.xliff":                "read: ",
		"garbage.jsonl.gz":            "more than 1000 lines are not JSON",
	} {
		assert.Contains(t, failed[name], why, name)
		delete(failed, name)
	}
	assert.Empty(t, failed)
	assert.EqualValues(t, 1, counts["documents in the memory"])
	assert.EqualValues(t, 1, counts["failures: pair by content"])
}

// manyFn makes equal units, as many documents would, of one thousand numbers each.
type manyFn struct{ Units int }

func (f *manyFn) ProcessElement(n int, unit func(Record)) {
	side := func(lang language.Tag, text string) seed.Side {
		return seed.Side{Lang: lang, Text: text, Place: seed.Place{Document: fmt.Sprintf("paper%06d", n)}}
	}
	for k := range f.Units {
		u := seed.Unit{Translation: 0.9, Boundary: float64(n%100) / 100, Sides: []seed.Side{
			side(language.English, "All rights are reserved."), side(language.French, "Tous droits réservés."),
		}}
		if k == 0 { // a source that all have, each with another translation
			u.Sides[1].Text += fmt.Sprint(" ", n)
		}
		unit(Record{orderOf(fmt.Sprintf("paper%06d", n), k), u})
	}
}

// A sentence that occurs a million times is added up where it is found, and its places are bounded.
func TestASentenceOfAMillionDocuments(t *testing.T) {
	const documents, each = 1000, 1000
	p, s := beam.NewPipelineWithRoot()
	var numbers []int
	for n := range documents {
		numbers = append(numbers, n)
	}
	c := config(t.TempDir())
	records := beam.ParDo(s, &manyFn{each}, beam.Reshuffle(s, beam.CreateList(s, numbers)))
	none := beam.ParDo(s, noFailure, beam.Impulse(s))
	write(s, c, number(s, deduplicate(s, records)), none)
	_, err := ptest.RunWithMetrics(p)
	require.NoError(t, err)
	var all []string
	for _, body := range contents(t, c.Output, "memory-") {
		all = append(all, units(body)...)
	}
	require.Len(t, all, documents+1)
	all = slices.DeleteFunc(all, func(u string) bool { return !strings.Contains(u, "Tous droits réservés.<") })
	require.Len(t, all, 1)
	assert.Contains(t, all[0], fmt.Sprintf(`"x-bitext-occurrences">%d<`, documents*(each-1)))
	assert.Contains(t, all[0], `"x-bitext-alternative">2/1001<`)
	assert.Contains(t, all[0], `"x-bitext-boundary">0.990<`)
	assert.Equal(t, 2*seed.MaxPlaces, strings.Count(all[0], "x-bitext-document"))
	assert.Equal(t, 2*seed.MaxPlaces, strings.Count(all[0], ">paper000000<"), "the first ones")
}

// A long document is aligned in pieces, by the pipeline as by seed.
func TestALongDocumentIsAlignedInPieces(t *testing.T) {
	dir := t.TempDir()
	for l, code := range papers.Langs[:3] {
		var body strings.Builder
		for i := range 60 {
			body.WriteString(papers.Varied(i, l, 10))
		}
		require.NoError(t, os.WriteFile(filepath.Join(dir, "long."+code+".txt"), []byte(body.String()), 0o666))
		short := filepath.Join(dir, "short."+code+".txt")
		require.NoError(t, os.WriteFile(short, []byte(papers.Varied(77, l, 10)), 0o666))
	}
	for _, alone := range []bool{true, false} {
		c := config(t.TempDir())
		c.Alone, c.Piece, c.Shards = alone, 100, 1
		counts := run(t, c, dir)
		assert.GreaterOrEqual(t, counts["pieces of long documents aligned"], int64(3))
		var got string
		for _, body := range contents(t, c.Output, "memory-") {
			got += body
		}
		assert.Equal(t, units(seeded(t, dir, c)), units(got))
		assert.Empty(t, failures(t, c))
	}
	require.NoError(t, os.WriteFile(filepath.Join(dir, "long.fr.txt"), []byte("\x00"), 0o666))
	c := config(t.TempDir())
	run(t, c, dir)
	assert.Len(t, failures(t, c), 1)
}

func noFailure([]byte, func(Failure)) {}

func init() {
	beam.RegisterDoFn(&manyFn{})
	beam.RegisterFunction(noFailure)
}
