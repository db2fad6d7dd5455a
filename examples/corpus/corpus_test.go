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

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/seed"
	"github.com/bitext-go/bitext/internal/papers"
	"github.com/bitext-go/bitext/read/bilingual"
	"github.com/bitext-go/bitext/segment"
)

func TestMain(m *testing.M) {
	if os.Getenv("CORPUS_MAIN") != "" { // this process is the program
		main()
		return
	}
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

// seeded returns the memory that package seed makes of a folder in one run, as bitext seed calls
// it.
func seeded(t *testing.T, dir string, c Config) string {
	t.Helper()
	var paired []seed.File
	head := func(path string) []byte {
		b, err := beginning(t.Context(), path)
		require.NoError(t, err)
		return b
	}
	found, err := seed.Find(dir, func(path string) bool {
		if info, err := os.Stat(path); err != nil || info.IsDir() || !bilingual.Detect(path, head(path)) {
			return false
		}
		if !isOwn(head(path)) {
			name, err := filepath.Rel(dir, path)
			require.NoError(t, err)
			paired = append(paired, seed.File{Path: path, Name: filepath.ToSlash(name)})
		}
		return true
	})
	require.NoError(t, err)
	found.Loose = append(found.Loose, paired...)
	given := func(ctx context.Context, path string) ([]*segment.Text, []align.Bead, error) {
		if !bilingual.Detect(path, head(path)) {
			return nil, nil, nil
		}
		f, err := os.Open(path)
		require.NoError(t, err)
		defer f.Close()
		b, err := bilingual.Read(ctx, path, f)
		if err != nil {
			return nil, nil, err
		}
		return b.Texts, b.Beads, nil
	}
	var memory bytes.Buffer
	s := seed.Seeding{
		Method: *c.method(), Collection: found, Filter: *c.filter(), Alone: c.Alone, Folder: t.TempDir(), Workers: 2,
		Paired: func(ctx context.Context, g seed.Group) ([]*segment.Text, []align.Bead, error) {
			if len(g) > 1 {
				return nil, nil, nil
			}
			return given(ctx, g[0].Path)
		},
		Read: func(ctx context.Context, path string, lang language.Tag) ([]*segment.Text, error) {
			if texts, _, err := given(ctx, path); err != nil || len(texts) > 0 {
				return texts, err
			}
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

// listed returns a list of all files of a folder, as JSON Lines, in an order of chance.
func listed(t *testing.T, dir string) string {
	t.Helper()
	var lines []string
	require.NoError(t, filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, path)
		require.NoError(t, err)
		b, err := json.Marshal(line{ID: path, Name: filepath.ToSlash(name), URI: path})
		require.NoError(t, err)
		lines = append(lines, string(b))
		return nil
	}))
	rand.New(rand.NewSource(7)).Shuffle(len(lines), func(i, k int) { lines[i], lines[k] = lines[k], lines[i] })
	return save(t, t.TempDir(), "documents.jsonl", strings.Join(lines, "\n"))
}

// The pipeline makes the units that package seed makes of the same folder, with their confidences,
// places and numbers, with and without the second pass. What cannot be aligned is in the side
// output. The bytes of each shard depend neither on the number of workers nor on the order of the
// input, and the units not on the number of shards. CORPUS_PAPERS=625 makes it 2,000 documents.
func TestThePipelineMakesWhatSeedMakes(t *testing.T) {
	papers := scale(t, "CORPUS_PAPERS", 24)
	dir := archive(t, papers)
	for _, alone := range []bool{true, false} {
		c := config(t.TempDir())
		c.Alone = alone
		counts := run(t, c, dir)
		got := contents(t, c.Output, "memory-")
		want := units(seeded(t, dir, c))
		require.NotEmpty(t, want)
		assert.Equal(t, want, memoryOf(t, c))
		assert.EqualValues(t, len(want), counts["units written"])
		assert.EqualValues(t, 2, counts["grouped by content"])
		assert.EqualValues(t, papers+1, counts["documents in the memory"])
		t.Logf("%d documents, alone %v: %d units equal those of seed", counts["documents"], alone, len(want))
		var failed []string
		for name, why := range failures(t, c) {
			step, _, _ := strings.Cut(why, ":")
			failed = append(failed, step+" "+name)
		}
		assert.ElementsMatch(t, []string{
			"align bad.en.txt + bad.fr.txt", "filter odd.en.txt + odd.fr.txt", "pair by content alone.txt",
		}, failed)

		c.Workers, c.Output = 7, t.TempDir()
		run(t, c, dir)
		assert.Equal(t, got, contents(t, c.Output, "memory-"), "7 workers")
		c.Workers, c.Output = 1, t.TempDir()
		run(t, c, listed(t, dir))
		assert.Equal(t, got, contents(t, c.Output, "memory-"), "1 worker, another order")
		c.Workers, c.Shards, c.Output = 2, 7, t.TempDir()
		run(t, c, dir)
		assert.Equal(t, want, memoryOf(t, c), "7 shards")
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
