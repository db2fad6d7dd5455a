package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
)

// everything is a memory with everything that a unit can have.
const everything = `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="hand" creationtoolversion="3" segtype="sentence" o-tmf="own" adminlang="en"
 srclang="en" datatype="html" creationdate="20200102T030405Z"><note>of the header</note></header><body>
<tu tuid="k" creationdate="20190304T101112Z" creationid="ana" changedate="20210506T070809Z" changeid="ben"
 usagecount="4">
<note>Ask the ferryman.</note><prop type="domain">Ferries</prop>
<tuv xml:lang="en" changeid="ben"><note>short</note>
<seg>Press <bpt i="1" type="bold">&lt;b&gt;</bpt>Go<ept i="1">&lt;/b&gt;</ept>.</seg></tuv>
<tuv xml:lang="fr-FR"><prop type="x-own">1</prop>
<seg>Appuyez sur <hi type="x-key">Go</hi><ph x="1">{0}</ph>.</seg></tuv>
<tuv xml:lang="fr-FR"><seg>Pressez Go.</seg></tuv>
<tuv xml:lang="fr-CA"><seg>Pesez sur Go.</seg></tuv>
<tuv xml:lang="zh-CHT"><seg>按「前往」。</seg></tuv></tu>
<tu tuid="l"><tuv xml:lang="en"><seg>The pier</seg></tuv><tuv xml:lang="zh-CN"><seg>码头</seg></tuv></tu>
<tu tuid="m"><tuv xml:lang="en"><seg>The ferry</seg></tuv><tuv xml:lang="fr-FR"><seg>Le bac</seg></tuv></tu>
</body></tmx>
`

func unitsIn(t *testing.T, path string) (h tmx.Header, all []tmx.Unit) {
	f, err := os.Open(path)
	require.NoError(t, err)
	defer f.Close()
	r := tmx.NewReader(f)
	h, err = r.Header()
	require.NoError(t, err)
	for u, err := range r.Units() {
		require.NoError(t, err)
		all = append(all, u)
	}
	return h, all
}

func TestAMemoryIsCopiedWhole(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "all.tmx"), []byte(everything), 0o666))
	runIn(t, dir, 0, "align", "all.tmx", "-o", "copy.tmx")
	header, want := unitsIn(t, filepath.Join(dir, "all.tmx"))
	copied, got := unitsIn(t, filepath.Join(dir, "copy.tmx"))
	assert.Equal(t, header, copied)
	assert.Equal(t, want, got)
	first, err := os.ReadFile(filepath.Join(dir, "copy.tmx"))
	require.NoError(t, err)
	runIn(t, dir, 0, "align", "copy.tmx", "-o", "again.tmx")
	second, err := os.ReadFile(filepath.Join(dir, "again.tmx"))
	require.NoError(t, err)
	assert.Equal(t, string(first), string(second))
}

func TestLanguagesOfAMemory(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "all.tmx"), []byte(everything), 0o666))
	_, want := unitsIn(t, filepath.Join(dir, "all.tmx"))
	runIn(t, dir, 0, "align", "all.tmx", "--langs", "fr-FR=fr,en", "-o", "fr.tmx")
	h, got := unitsIn(t, filepath.Join(dir, "fr.tmx"))
	assert.Equal(t, language.French, h.Source)
	require.Len(t, got, 2)
	assert.Equal(t, []string{"k", "m"}, []string{got[0].ID, got[1].ID})
	var tags []string
	for _, v := range got[0].Variants {
		tags = append(tags, v.Lang.String())
	}
	assert.Equal(t, []string{"fr", "fr", "en"}, tags, "alternatives stay")
	was := want[0]
	assert.Equal(t, was.Notes, got[0].Notes)
	assert.Equal(t, was.Props, got[0].Props)
	assert.Equal(t, was.Attrs, got[0].Attrs)
	assert.Equal(t, was.Changed, got[0].Changed)
	assert.Equal(t, was.Variants[1].Inline, got[0].Variants[0].Inline)
	assert.Equal(t, was.Variants[0], got[0].Variants[2])

	for _, c := range []struct {
		langs, want string
		status      int
	}{
		{"en,fr", "fr could be fr-FR or fr-CA; name the one that you want", 1},
		{"en,de", "no unit is in de; the languages of the memory are en, fr-FR, fr-CA, zh-Hant, zh-CN", 1},
		{"en,en", "English is named twice", 2},
		{"en,pidgin!", "is no language", 2},
	} {
		stderr := runIn(t, dir, c.status, "align", "all.tmx", "--langs", c.langs, "-o", "no.tmx")
		assert.Contains(t, stderr, c.want)
		assert.NoFileExists(t, filepath.Join(dir, "no.tmx"))
	}
	runIn(t, dir, 0, "align", "all.tmx", "--langs", "en,zh-Hans", "--format", "tsv", "-o", "zh.tsv")
	zh, err := os.ReadFile(filepath.Join(dir, "zh.tsv"))
	require.NoError(t, err)
	assert.Equal(t, "The pier\t码头\t1.000\t1.000\n", string(zh))
}
