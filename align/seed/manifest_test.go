package seed_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/align/seed"
)

func TestManifests(t *testing.T) {
	dir := t.TempDir()
	for _, c := range []struct{ file, groups, err, why string }{
		{"ar,en\na.txt,b.txt\n", "a.txt=ar+b.txt=en", "", "CSV"},
		{"\uFEFFar;en\na.txt;b.txt\n", "a.txt=ar+b.txt=en", "", "CSV of a spreadsheet in most of Europe"},
		{"Arabic\tEnglish\tfr\na b.txt\tb.txt\t\n\t\t\n# remark\nc\td\te\n", "a b.txt=ar+b.txt=en c=ar+d=en+e=fr", "", "TSV, an empty cell, an empty line, a remark"},
		{"a.txt,b.txt\nc.txt,d.txt\n", "a.txt=und+b.txt=und c.txt=und+d.txt=und", "", "no headings"},
		{"x/../a.txt,\"b,1.txt\"\r\n", "a.txt=und+b,1.txt=und", "", "a comma in a name"},
		{"both.txt\na.txt\tb.txt\n", "both.txt=und a.txt=und+b.txt=und", "", "the first line does not tell the sign between cells"},
		{"both.txt\n", "both.txt=und", "", "a file of both languages"},
		{"ar,en\na,b,c\n", "", "m.csv:2: 3 cells, but the first line names 2 languages; add a heading, or remove a cell", ""},
		{"ar,en\n\"a,b\n", "", "m.csv:2: extraneous or missing \" in quoted-field; quote names that contain", ""},
		{"ar,en\n", "", "m.csv: no line names a file; write a line for each document", ""},
		{"", "", "m.csv: no line names a file", ""},
	} {
		put(t, dir, map[string]string{"m.csv": c.file})
		found, err := seed.ReadManifest(filepath.Join(dir, "m.csv"))
		if c.err != "" {
			assert.ErrorContains(t, err, c.err)
			continue
		}
		require.NoError(t, err)
		var groups []string
		for _, g := range found.Groups {
			var files []string
			for _, f := range g {
				files = append(files, f.Name+"="+f.Lang.String())
				assert.Equal(t, filepath.Join(dir, f.Name), f.Path, "paths lead from the manifest")
			}
			groups = append(groups, strings.Join(files, "+"))
		}
		assert.Equal(t, c.groups, strings.Join(groups, " "), c.why)
	}
	_, err := seed.ReadManifest(filepath.Join(dir, "none.csv"))
	assert.ErrorContains(t, err, "there is no such file")
}

func TestAManifestOfWhatWasFound(t *testing.T) {
	dir := archive(t, 2)
	put(t, dir, map[string]string{"one.txt": "Personne ne le sait."})
	c, err := seed.Find(dir, nil)
	require.NoError(t, err)
	s := &seed.Seeding{Collection: c, Read: read}
	found, err := s.Plan(t.Context())
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, found.WriteManifest(&b))
	at := func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
	assert.Equal(t, "en\tfr\n"+at("year0/paper000.en.txt")+"\t"+at("year0/paper000.fr.txt")+"\n"+
		at("year1/paper001.en.txt")+"\t"+at("year1/paper001.fr.txt")+"\n"+
		"# one.txt: no translation of it found\n", b.String())
	manifest := filepath.Join(t.TempDir(), "pairs.tsv")
	put(t, filepath.Dir(manifest), map[string]string{"pairs.tsv": b.String()})
	again, err := seed.ReadManifest(manifest)
	require.NoError(t, err)
	assert.Equal(t, len(found.Groups), len(again.Groups))
	for i := range again.Groups {
		for k := range again.Groups[i] {
			assert.Equal(t, found.Groups[i][k].Path, again.Groups[i][k].Path)
			assert.Equal(t, found.Groups[i][k].Lang, again.Groups[i][k].Lang)
		}
	}
}
