package seed_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/align/seed"
	"github.com/bitext-go/bitext/internal/papers"
)

// wells are sentences that all documents have.
var wells = []string{"The well is dry.", "Le puits est sec.", "El pozo está seco.", "Der Brunnen ist leer."}

// mixedArchive returns a folder of n documents in two to four languages, with several translations
// of a source, a character that XML cannot hold, files without translation, under names that say
// nothing, and that cannot be read.
func mixedArchive(t *testing.T, n int) string {
	t.Helper()
	dir := t.TempDir()
	files := map[string]string{
		"bad.en.txt": papers.Document(1, 0), "bad.fr.txt": papers.Document(2, 2),
		"alone.txt": "Personne ne le sait, et personne ne l'a demandé au conseil de la ville.",
		"loose.txt": papers.Document(n+3, 0), "another.txt": papers.Document(n+3, 1),
	}
	for i := range n {
		for l, code := range papers.Langs {
			if l < 2 || i%8 == 1 {
				well := wells[l]
				if i%4 == 1 && l == 1 {
					well = "Le puits est à sec.\x01"
				}
				body := papers.Document(i, l) + "\n\n" + well
				files[fmt.Sprintf("year%d/paper%03d.%s.txt", i%3, i, code)] = body
			}
		}
	}
	put(t, dir, files)
	latest := time.Date(2031, 5, 6, 7, 8, 9, 5e8, time.UTC)
	require.NoError(t, os.Chtimes(filepath.Join(dir, "year1", "paper001.en.txt"), time.Time{}, latest))
	return dir
}

type buffer struct{ *bytes.Buffer }

func (buffer) Close() error { return nil }

// seeding returns a seeding of a folder, and the memory that it will write.
func seeding(t *testing.T, dir string) (*seed.Seeding, *bytes.Buffer) {
	t.Helper()
	c, err := seed.Find(dir, nil)
	require.NoError(t, err)
	var memory bytes.Buffer
	return &seed.Seeding{
		Collection: c, Read: read, Filter: seed.NewFilter(0.3, 0.3), Folder: t.TempDir(), Workers: 2, ToolVersion: "7",
		Create: func(int) (io.WriteCloser, error) { return buffer{&memory}, nil },
	}, &memory
}

func shardFile(name, body string) seed.ShardFile {
	return seed.ShardFile{Name: name, Open: func() (io.ReadCloser, error) {
		return io.NopCloser(strings.NewReader(body)), nil
	}}
}

// Any number of shards, made and merged in any order, give the bytes of one run, with and without
// what the collection teaches; more shards than documents too.
func TestShardsMakeTheMemoryOfOneRun(t *testing.T) {
	dir := mixedArchive(t, 30)
	chance := rand.New(rand.NewSource(1))
	for _, alone := range []bool{true, false} {
		whole, want := seeding(t, dir)
		whole.Alone = alone
		all, err := whole.Run(t.Context())
		require.NoError(t, err)
		require.Equal(t, alone, len(all.Learned) == 0)
		require.Positive(t, all.Units.Merged)
		require.Positive(t, all.Units.Alternatives)
		require.Positive(t, all.Units.Dropped)
		require.Len(t, all.Failed, 1)
		numbers := []int{1, 2, 3, 7}
		if alone {
			numbers = append(numbers, 50)
		}
		for _, n := range numbers {
			pools := t.TempDir()
			folders := make([]string, n)
			failed, unused, found := 0, 0, 0
			var files []seed.ShardFile
			for pass := range 2 {
				for _, i := range chance.Perm(n) {
					s, memory := seeding(t, dir)
					s.Shard, s.Alone, s.Pools = seed.Shard{Number: i + 1, Of: n}, alone, pools
					if pass == 0 {
						folders[i] = s.Folder
						if !alone {
							_, err := s.FirstPass(t.Context())
							require.NoError(t, err)
						}
						continue
					}
					if i%2 == 0 { // the others run on a machine that does not have the first pass
						s.Folder = folders[i]
					}
					r, err := s.Run(t.Context())
					require.NoError(t, err)
					failed, unused, found = failed+len(r.Failed), unused+len(r.Unused), found+r.Units.Found
					files = append(files, shardFile(s.Shard.String(), memory.String()))
				}
			}
			assert.Equal(t, []int{len(all.Failed), len(all.Unused), all.Units.Found}, []int{failed, unused, found})
			var got bytes.Buffer
			r, err := seed.MergeShards(t.Context(), files, t.TempDir(), 2000, &got)
			require.NoError(t, err)
			assert.Equal(t, want.String(), got.String(), "%d shards", n)
			assert.Equal(t, all.Units.Written, r.Written)
			assert.Equal(t, all.Units.Alternatives, r.Alternatives)
			assert.Equal(t, all.Units.Dropped, r.Dropped)
			assert.Equal(t, len(all.Documents), r.Documents)
		}
	}
}

// shards returns the memories of two shards, whose run the changes may change.
func shards(t *testing.T, dir string, change func(*seed.Seeding)) [2]string {
	t.Helper()
	var out [2]string
	for i := range out {
		s, memory := seeding(t, dir)
		s.Alone, s.Shard = true, seed.Shard{Number: i + 1, Of: 2}
		if change != nil {
			change(s)
		}
		_, err := s.Run(t.Context())
		require.NoError(t, err)
		out[i] = memory.String()
	}
	return out
}

// What is not all shards of one run is refused, and the error says which file, and why.
func TestShardsThatDoNotBelongTogether(t *testing.T) {
	dir := archive(t, 4)
	a := shards(t, dir, nil)
	sure := shards(t, dir, func(s *seed.Seeding) { s.Filter.Translation = 0.9 })
	other := shards(t, dir, func(s *seed.Seeding) { s.Recipe = "another lexicon" })
	more := shards(t, archive(t, 5), nil)
	s, plain := seeding(t, dir)
	s.Alone = true
	_, err := s.Run(t.Context())
	require.NoError(t, err)
	strip := func(what, by string) string { return strings.Replace(a[1], what, by, 1) }
	lost := strings.Replace(a[1], `x-bitext-document">year`, `x-document">year`, 1)
	for why, second := range map[string]string{
		"of 2 shards, these are missing: 2; make them, and name all":                                "",
		"second.tmx: it is shard 1/2, as first.tmx is; name each shard once":                        a[0],
		"second.tmx: it is of another run than first.tmx, with other documents":                     sure[1],
		"second.tmx: it is of another run than first.tmx, with other documents, flags":              other[1],
		"second.tmx: it is of another run than first.tmx, with other documents, flags ":             more[1],
		"second.tmx: it cannot be merged with first.tmx, which is the memory of a shard; merge all": plain.String(),
		"second.tmx: the properties of its header are damaged":                                      strip(">2/2<", ">2/1<"),
		"second.tmx: unit":               strip("x-bitext-confidence", "x-confidence"),
		"is no value of the property":    strip(`<prop type="x-bitext-confidence">`, `<prop type="x-bitext-confidence">z`),
		"another program has changed it": lost,
		"tmx":                            a[1][:len(a[1])*3/4],
		"is no value of the property x-b": strip(`<prop type="x-bitext-conf`,
			`<prop type="x-bitext-occurrences">0</prop><prop type="x-bitext-conf`),
	} {
		files := []seed.ShardFile{shardFile("first.tmx", a[0])}
		if second != "" {
			files = append(files, shardFile("second.tmx", second))
		}
		_, err := seed.MergeShards(t.Context(), files, t.TempDir(), 0, io.Discard)
		assert.ErrorContains(t, err, why)
	}
	unsharded := []seed.ShardFile{shardFile("plain.tmx", plain.String())}
	_, err = seed.MergeShards(t.Context(), unsharded, t.TempDir(), 0, io.Discard)
	assert.ErrorContains(t, err, "none of the memories is that of a shard")
	ctx, stop := context.WithCancel(t.Context())
	stop()
	folder := t.TempDir()
	_, err = seed.MergeShards(ctx, []seed.ShardFile{shardFile("1", a[0]), shardFile("2", a[1])}, folder, 0, io.Discard)
	assert.ErrorIs(t, err, context.Canceled)
	left, err := os.ReadDir(folder)
	require.NoError(t, err)
	assert.Empty(t, left)
}

// The second pass refuses pools that are missing, damaged, of another run, or of documents that
// have changed since.
func TestTheSecondPassNeedsAllPools(t *testing.T) {
	dir, pools := archive(t, 30), t.TempDir()
	shard := func(n int) *seed.Seeding {
		s, _ := seeding(t, dir)
		s.Shard, s.Pools = seed.Shard{Number: n, Of: 3}, pools
		return s
	}
	first := func(n int) string {
		s := shard(n)
		_, err := s.FirstPass(t.Context())
		require.NoError(t, err)
		return s.PoolFile()
	}
	refused := func(why string) {
		t.Helper()
		_, err := shard(1).Run(t.Context())
		var futile *seed.FutileError
		assert.ErrorAs(t, err, &futile)
		assert.ErrorContains(t, err, why)
	}
	first(1)
	refused("what all shards teach is needed, but of 3 shards, these are missing: 2, 3; do their first pass")
	first(2)
	path := first(3)
	_, err := shard(1).Run(t.Context())
	require.NoError(t, err)

	body := contents(t, path)
	require.NoError(t, os.WriteFile(path, []byte(body[:len(body)-len(body)/3]), 0o666))
	refused("the file is damaged; do the first pass of shard 3/3 again")
	require.NoError(t, os.WriteFile(path, []byte("x\n"+body), 0o666))
	refused("the file is damaged: ")
	s := shard(3)
	s.Recipe = "another lexicon"
	_, err = s.FirstPass(t.Context())
	require.NoError(t, err)
	refused("it is of another run, with other documents or flags; do the first pass of shard 3/3 again")
	first(3)
	put(t, dir, map[string]string{"year0/paper000.fr.txt": papers.Document(0, 1)[200:]})
	refused("documents have changed since; do the first pass of shard 1/3 again, and then the second pass of all")

	s = shard(1)
	s.Pools = ""
	_, err = s.Run(t.Context())
	assert.ErrorContains(t, err, "a shard does not know what the others teach")
	s.Tool.MaxBytes, s.Alone = 1000, true
	_, err = s.Run(t.Context())
	assert.ErrorContains(t, err, "the limits of a tool are for the whole memory")
}

func TestParseShard(t *testing.T) {
	s, err := seed.ParseShard("3/7")
	require.NoError(t, err)
	assert.Equal(t, seed.Shard{Number: 3, Of: 7}, s)
	for _, bad := range []string{"", "3", "3/", "/7", "0/7", "8/7", "-1/7", "3/7/9", "a/b",
		"1/99999999999", "1/9999999"} {
		_, err := seed.ParseShard(bad)
		assert.ErrorContainsf(t, err, "give its number, from 1, and how many there are, as in 3/7", "%q", bad)
	}
}
