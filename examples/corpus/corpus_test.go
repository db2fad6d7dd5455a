package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"math/rand"
	"os"
	"path/filepath"
	"regexp"
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
	"github.com/bitext-go/bitext/segment"
)

func TestMain(m *testing.M) {
	registerAll()
	ptest.MainWithDefault(m, "prism")
}

// archive returns a folder of n documents in four languages, a fifth of the translations missing.
// Some have names that say nothing, and some cannot be read.
func archive(t *testing.T, n int) string {
	t.Helper()
	dir := t.TempDir()
	put := func(name, body string) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o777))
		require.NoError(t, os.WriteFile(path, []byte(body), 0o666))
	}
	for i := range n {
		for l, code := range papers.Langs {
			if (i+l)%5 != 4 {
				put(fmt.Sprintf("year%d/paper%04d.%s.txt", i%7, i, code), papers.Document(i, l))
			}
		}
	}
	put("bad.en.txt", "\x00bad\x00")
	put("bad.fr.txt", papers.Document(1, 1))
	put("odd.en.txt", strings.Repeat("Rabbits eat clover in the morning. Foxes sleep until noon. ", 9))
	put("odd.fr.txt", papers.Document(5, 1))
	put("loose.txt", papers.Document(n+3, 0))
	put("another.txt", papers.Document(n+3, 3))
	put("alone.txt", "Personne ne le sait, et personne ne l'a demandé au conseil de la ville.")
	return dir
}

func config(out string) Config {
	return Config{Lexicon: "wide", Sure: 0.5, Workers: 2, Shards: 3, Format: "tmx", Output: out}
}

// run runs the pipeline and returns the counters of its report.
func run(t *testing.T, c Config, inputs ...string) map[string]int64 {
	t.Helper()
	require.NoError(t, c.check())
	p, s := beam.NewPipelineWithRoot()
	memory(s, c, inputs)
	result, err := ptest.RunWithMetrics(p)
	require.NoError(t, err)
	return counters(result)
}

// seeded returns the memory that package seed makes of a folder in one run.
func seeded(t *testing.T, dir string, c Config) string {
	t.Helper()
	found, err := seed.Find(dir, nil)
	require.NoError(t, err)
	var memory bytes.Buffer
	s := seed.Seeding{
		Method: *c.method(), Collection: found, Filter: *c.filter(), Alone: c.Alone, Folder: t.TempDir(), Workers: 2,
		Read: func(ctx context.Context, path string, lang language.Tag) ([]*segment.Text, error) {
			d := Document{URI: path, Lang: lang.String()}
			return d.texts(ctx)
		},
		Create: func(int) (io.WriteCloser, error) { return file{&memory}, nil },
	}
	_, err = s.Run(t.Context())
	require.NoError(t, err)
	return memory.String()
}

type file struct{ *bytes.Buffer }

func (file) Close() error { return nil }

// units returns the units of a memory, sorted, with all that the file says about them.
func units(memory string) []string {
	all := regexp.MustCompile(`(?s)<tu .*?</tu>`).FindAllString(memory, -1)
	slices.Sort(all)
	return all
}

// contents returns the files of a folder whose names begin so, by name.
func contents(t *testing.T, dir, begin string) map[string]string {
	t.Helper()
	out := map[string]string{}
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), begin) {
			body, err := os.ReadFile(filepath.Join(dir, e.Name()))
			require.NoError(t, err)
			out[e.Name()] = string(body)
		}
	}
	return out
}

// The pipeline makes the units that package seed makes of the same folder, with their confidences,
// places and numbers, with and without the second pass. What cannot be aligned is in the side
// output. The bytes of each shard do not depend on the number of workers.
func TestThePipelineMakesWhatSeedMakes(t *testing.T) {
	dir := archive(t, 24)
	for _, alone := range []bool{true, false} {
		c := config(t.TempDir())
		c.Alone = alone
		counts := run(t, c, dir)
		got := contents(t, c.Output, "memory-")
		var all strings.Builder
		for _, body := range got {
			all.WriteString(body)
		}
		want := units(seeded(t, dir, c))
		require.NotEmpty(t, want)
		assert.Equal(t, want, units(all.String()))
		assert.EqualValues(t, len(want), counts["units written"])
		assert.EqualValues(t, 2, counts["grouped by content"])

		var failed []string
		for _, body := range contents(t, c.Output, "failed-") {
			for l := range strings.Lines(body) {
				var f Failure
				require.NoError(t, json.Unmarshal([]byte(l), &f))
				failed = append(failed, f.Step+" "+f.Name)
			}
		}
		assert.ElementsMatch(t, []string{
			"align bad.en.txt + bad.fr.txt", "filter odd.en.txt + odd.fr.txt", "pair by content alone.txt",
		}, failed)

		other := c
		other.Workers, other.Output = 7, t.TempDir()
		run(t, other, dir)
		assert.Equal(t, got, contents(t, other.Output, "memory-"))
	}
}

// Documents as lines of JSON make the same bytes in any order, and the manifest says which.
func TestTheOrderOfTheInputDoesNotMatter(t *testing.T) {
	var lines []string
	for i := range 12 {
		for l, code := range papers.Langs[:2] {
			l := line{ID: fmt.Sprint(i, code), Name: fmt.Sprint("paper", i, ".", code), Text: papers.Document(i, l)}
			b, err := json.Marshal(l)
			require.NoError(t, err)
			lines = append(lines, string(b))
		}
	}
	lines = append(lines, "this is no JSON")
	var first map[string]string
	for round := range 3 {
		chance := rand.New(rand.NewSource(int64(round)))
		chance.Shuffle(len(lines), func(i, k int) { lines[i], lines[k] = lines[k], lines[i] })
		input := filepath.Join(t.TempDir(), "documents.jsonl")
		require.NoError(t, os.WriteFile(input, []byte(strings.Join(lines, "\n")), 0o666))
		c := config(t.TempDir())
		c.Alone = true
		counts := run(t, c, input)
		assert.EqualValues(t, 1, counts["failures: read"])
		assert.EqualValues(t, 12, counts["documents in the memory"])
		got := contents(t, c.Output, "memory-")
		if first == nil {
			first = got
		}
		assert.Equal(t, first, got)
		var m Manifest
		require.NoError(t, json.Unmarshal([]byte(contents(t, c.Output, manifestName)[manifestName]), &m))
		n := 0
		for _, s := range m.Shards {
			assert.Equal(t, fmt.Sprintf("%x", sha256.Sum256([]byte(got[s.Name]))), s.SHA256, s.Name)
			assert.EqualValues(t, len(got[s.Name]), s.Bytes)
			n += s.Units
		}
		assert.Equal(t, m.Units, n)
		assert.Positive(t, n)
	}
}

// A memory that is given goes into the new one, and its confidences stay.
func TestAMemoryIsInput(t *testing.T) {
	c := config(t.TempDir())
	run(t, c, archive(t, 6))
	old := filepath.Join(t.TempDir(), "old.tmx")
	var want []string
	for name, body := range contents(t, c.Output, "memory-") {
		if strings.Contains(name, "-00001-") {
			require.NoError(t, os.WriteFile(old, []byte(body), 0o666))
			want = units(body)
		}
	}
	require.NotEmpty(t, want)
	again := config(t.TempDir())
	again.Shards = 1
	counts := run(t, again, old)
	assert.EqualValues(t, len(want), counts["units written"])
}
