package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/internal/papers"
)

// save writes a file into a folder and returns its path.
func save(t *testing.T, dir, name, body string) string {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o777))
	require.NoError(t, os.WriteFile(path, []byte(body), 0o666))
	return path
}

// xliff is a file of pairs, as translators' tools have it.
const xliff = `<?xml version="1.0"?>
<xliff version="1.2"><file original="a" source-language="en" target-language="fr" datatype="plaintext"><body>
<trans-unit id="1"><source>The harbour closes at six.</source><target>Le port ferme à six heures.</target></trans-unit>
<trans-unit id="2"><source>Nobody had asked for that.</source><target>Personne ne le veut.</target></trans-unit>
</body></file></xliff>
`

// foreignMemory returns a memory that another program has written, with n units.
func foreignMemory(t *testing.T, n int) string {
	t.Helper()
	var b bytes.Buffer
	w := tmx.NewWriter(&b)
	w.Header.Tool = "another program"
	for i := range n {
		require.NoError(t, w.Write(tmx.Unit{Variants: []tmx.Variant{
			{Lang: language.English, Text: fmt.Sprintf("The well of house %d is dry.", i)},
			{Lang: language.French, Text: fmt.Sprintf("Le puits de la maison %d est sec.", i)},
		}}))
	}
	require.NoError(t, w.Close())
	return b.String()
}

// memoryOf returns the units of a run, of all shards.
func memoryOf(t *testing.T, c Config) (all []string) {
	t.Helper()
	for _, body := range contents(t, c.Output, "memory-") {
		all = append(all, units(body)...)
	}
	slices.Sort(all)
	return all
}

// Memories and XLIFF that are in a folder are used as bitext seed uses them, and teach; a memory
// that bitext has written is ignored.
func TestWhatIsPairedInAFolder(t *testing.T) {
	dir := t.TempDir()
	for i := range 20 {
		for l, code := range papers.Langs[:2] {
			save(t, dir, fmt.Sprintf("paper%02d.%s.txt", i, code), papers.Document(i, l))
		}
	}
	save(t, dir, "jobs/job.xliff", xliff)
	save(t, dir, "old.tmx", foreignMemory(t, 2*unitsAtATime+5))
	own := config(t.TempDir())
	own.Shards = 1
	run(t, own, dir)
	save(t, dir, "own.tmx", contents(t, own.Output, "memory-")["memory-00000-of-00001.tmx"])
	for _, alone := range []bool{true, false} {
		c := config(t.TempDir())
		c.Alone = alone
		counts := run(t, c, dir)
		assert.Equal(t, units(seeded(t, dir, c)), memoryOf(t, c))
		assert.EqualValues(t, 22, counts["documents in the memory"])
		assert.Empty(t, failures(t, c))
	}
}

// The same documents come as a folder, as a manifest, as a pattern, as JSON Lines of texts or of
// files, and as a mixture, and always make the same wordings with the same confidences.
func TestAllInputs(t *testing.T) {
	dir := t.TempDir()
	var manifest, texts, uris, half strings.Builder
	manifest.WriteString("en\tfr\n")
	for i := range 8 {
		var names []string
		for l, code := range papers.Langs[:2] {
			name := fmt.Sprintf("paper%02d.%s.txt", i, code)
			path := save(t, dir, name, papers.Document(i, l))
			names = append(names, name)
			add := func(to *strings.Builder, l line) {
				b, err := json.Marshal(l)
				require.NoError(t, err)
				to.Write(append(b, '\n'))
			}
			add(&texts, line{ID: path, Lang: code, Name: fmt.Sprintf("paper%02d", i), Text: papers.Document(i, l)})
			add(&uris, line{ID: name, Name: name, URI: path})
			if i < 4 {
				add(&half, line{ID: name, Name: name, URI: path})
			}
		}
		manifest.WriteString(strings.Join(names, "\t") + "\n")
	}
	lists := t.TempDir()
	rest := t.TempDir()
	for i := 4; i < 8; i++ {
		for l, code := range papers.Langs[:2] {
			save(t, rest, fmt.Sprintf("paper%02d.%s.txt", i, code), papers.Document(i, l))
		}
	}
	var want []string
	for name, inputs := range map[string][]string{
		"folder":   {dir},
		"manifest": {save(t, dir, ".list.tsv", manifest.String())},
		"pattern":  {filepath.Join(dir, "paper*.txt")},
		"texts":    {save(t, lists, "texts.jsonl", texts.String())},
		"uris":     {save(t, lists, "uris.jsonl", uris.String())},
		"mixture":  {save(t, lists, "half.jsonl", half.String()), rest},
	} {
		c := config(t.TempDir())
		c.Format, c.Shards, c.Alone = "tsv", 1, true
		run(t, c, inputs...)
		got := strings.Split(contents(t, c.Output, "memory-")["memory-en-fr-00000-of-00001.tsv"], "\n")
		slices.Sort(got)
		require.Greater(t, len(got), 80, name)
		if want == nil {
			want = got
		}
		assert.Equal(t, want, got, name)
		assert.Empty(t, failures(t, c), name)
	}
}

// A memory and XLIFF that are named are input, whoever has written them, in the languages of the
// flag.
func TestPairedInput(t *testing.T) {
	dir := t.TempDir()
	c := config(t.TempDir())
	c.Langs = []string{"fr", "en"}
	counts := run(t, c, save(t, dir, "old.tmx", foreignMemory(t, 10)), save(t, dir, "job.xliff", xliff))
	assert.EqualValues(t, 2, counts["documents in the memory"])
	all := memoryOf(t, c)
	require.Len(t, all, 12)
	assert.Regexp(t, `(?s)xml:lang="fr".*xml:lang="en"`, all[0])
	c = config(t.TempDir())
	c.Langs = []string{"de", "en"}
	run(t, c, save(t, dir, "job.xliff", xliff))
	assert.Equal(t, map[string]string{"job.xliff": "read: only its English text is in --langs, " +
		"but a unit needs two languages"}, failures(t, c))
}

// All formats hold the same units, and the manifest has the counts and hashes of the files.
func TestAllOutputs(t *testing.T) {
	dir := archive(t, 6)
	pairs := map[string][]string{}
	for _, format := range []string{"tmx", "tsv", "jsonl"} {
		c := config(t.TempDir())
		c.Format, c.Alone = format, true
		run(t, c, dir)
		files := contents(t, c.Output, "memory-")
		var m Manifest
		require.NoError(t, json.Unmarshal([]byte(contents(t, c.Output, manifestName)[manifestName]), &m))
		assert.Equal(t, format, m.Format)
		require.Len(t, m.Shards, len(files))
		n := 0
		for _, s := range slices.Concat(m.Shards, m.Failed) {
			body := contents(t, c.Output, s.Name)[s.Name]
			assert.Equal(t, fmt.Sprintf("%x", sha256.Sum256([]byte(body))), s.SHA256)
			assert.EqualValues(t, len(body), s.Bytes)
			if strings.HasPrefix(s.Name, "memory-") {
				n += s.Units
			}
		}
		for _, body := range files {
			switch format {
			case "tmx":
				for u, err := range tmx.Units(strings.NewReader(body)) {
					require.NoError(t, err)
					pairs[format] = append(pairs[format], u.Variants[0].Text+"\t"+u.Variants[1].Text)
				}
			case "tsv":
				for l := range strings.Lines(body) {
					cells := strings.Split(l, "\t")
					require.Greater(t, len(cells), 3)
					pairs[format] = append(pairs[format], cells[0]+"\t"+cells[1])
				}
			case "jsonl":
				for l := range strings.Lines(body) {
					var u struct{ Sides []struct{ Lang, Text string } }
					require.NoError(t, json.Unmarshal([]byte(l), &u))
					pairs[format] = append(pairs[format], u.Sides[0].Text+"\t"+u.Sides[1].Text)
				}
			}
		}
		assert.Equal(t, m.Units, n)
		assert.Len(t, pairs[format], n, format)
		slices.Sort(pairs[format])
	}
	assert.Equal(t, pairs["tmx"], pairs["jsonl"])
	assert.Equal(t, pairs["tmx"], pairs["tsv"])
}
