package bilingual_test

import (
	"bytes"
	"compress/gzip"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/formats"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/lang"
	"github.com/bitext-go/bitext/read/bilingual"
	"github.com/bitext-go/bitext/segment"
)

// rows returns the wording of a file's beads, one language after the other.
func rows(f *bilingual.File) (out []string) {
	for _, b := range f.Beads {
		var row []string
		for i, r := range b.Ranges {
			row = append(row, f.Texts[i].Wording(r))
		}
		out = append(out, strings.Join(row, " | "))
	}
	return out
}

func langs(f *bilingual.File) (out []string) {
	for _, t := range f.Texts {
		out = append(out, t.Lang.String())
	}
	return out
}

const (
	xliff12 = `<?xml version="1.0"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file source-language="en" target-language="fr-FR" original="a.docx" datatype="x">
<header><note>Not text.</note></header><body>
<group><trans-unit id="1"><source>Press <g id="1">the <ph id="2">&lt;br/&gt;</ph>button</g>.</source>
<target>Appuyez sur <g id="1">le bouton</g>.</target>
<alt-trans><source>Press it.</source><target>Appuyez.</target></alt-trans></trans-unit></group>
<trans-unit id="2"><source>One. Two.</source>
<seg-source><mrk mtype="seg" mid="1">One.</mrk> <mrk mtype="seg" mid="2">Two.</mrk></seg-source>
<target><mrk mtype="seg" mid="1">Un.</mrk> <mrk mtype="seg" mid="2">Deux.</mrk></target></trans-unit>
<trans-unit id="3"><source>Not yet translated.</source><target state="new"/></trans-unit>
</body></file></xliff>`
	xliff20 = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="ar">
<file id="f"><unit id="u"><notes><note>Not text.</note></notes>
<segment><source>The <pc id="1">first</pc> one.<cp hex="0001"/></source><target>الأول.</target></segment>
<ignorable><source> </source></ignorable>
<segment><source>The second<ph id="2"/> one.</source><target>الثاني.</target></segment></unit></file></xliff>`
)

func TestXLIFF(t *testing.T) {
	for _, c := range []struct {
		name, in string
		langs    []string
		rows     []string
	}{
		{"1.2, with codes, marked segments and proposals", xliff12, []string{"en", "fr-FR"},
			[]string{"Press the button. | Appuyez sur le bouton.", "One. | Un.", "Two. | Deux.",
				"Not yet translated. | "}},
		{"2.0, with codes and what can be ignored", xliff20, []string{"en", "ar"}, []string{"The first one. | الأول.", "The second one. | الثاني."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, err := bilingual.Read(t.Context(), "x.xliff", strings.NewReader(c.in))
			require.NoError(t, err)
			assert.Equal(t, c.langs, langs(f))
			assert.Equal(t, c.rows, rows(f))
		})
	}
}

func TestMemory(t *testing.T) {
	const in = `<?xml version="1.0" encoding="UTF-8"?><tmx version="1.4"><header srclang="en"/><body>
<tu><prop type="x-bitext-boundary">0.750</prop>
<tuv xml:lang="en-US"><seg>One <bpt i="1">{b}</bpt>word<ept i="1">{/b}</ept>.</seg></tuv>
<tuv xml:lang="ru"><seg>Одно слово.</seg></tuv></tu>
<tu><tuv xml:lang="ru"><seg>Без перевода.</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Two.</seg></tuv><tuv xml:lang="ru"><seg>Два.</seg></tuv>
<tuv xml:lang="zh-Hans"><seg>二。</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Damaged.</tuv></tu>
</body></tmx>`
	f, err := bilingual.Read(t.Context(), "old.tmx", strings.NewReader(in))
	require.NoError(t, err)
	assert.Equal(t, []string{"en-US", "ru", "zh-Hans"}, langs(f), "English is one language, whatever its region")
	assert.Equal(t, []string{"One word. | Одно слово. | ", " | Без перевода. | ", "Two. | Два. | 二。"}, rows(f))
	assert.Equal(t, .75, f.Beads[0].Boundary)
	assert.Equal(t, 1., f.Beads[0].Translation)
	require.Len(t, f.Damage, 1)
	assert.ErrorContains(t, f.Damage[0], "line 8")
	first, last := f.Texts[0].LinesOf(f.Beads[2].Ranges[0])
	assert.Equal(t, []int{3, 3}, []int{first, last}, "the number of the unit")

	two, ok := f.Select(language.Russian, language.English)
	require.True(t, ok)
	assert.Equal(t, []string{"ru", "en-US"}, langs(two))
	assert.Equal(t, []string{"Одно слово. | One word.", "Без перевода. | ", "Два. | Two."}, rows(two))
	_, ok = f.Select(language.Russian, language.French)
	assert.False(t, ok)
}

// What the project writes of an alignment is read as that alignment, but that only pairs are in it.
func TestRoundTrip(t *testing.T) {
	body, err := os.ReadFile("../../testdata/report/report.ar-en.txt")
	require.NoError(t, err)
	texts := lang.Split(string(body), lang.ByLetters(language.Arabic, language.English))
	beads, err := align.Align(texts...)
	require.NoError(t, err)
	var memory, packed, xliff bytes.Buffer
	w := tmx.NewWriter(&memory)
	x := formats.NewXLIFF(&xliff, texts[0].Lang, texts[1].Lang)
	var want []string
	for _, b := range beads {
		if u, ok := tmx.NewUnit(b, texts...); ok {
			require.NoError(t, w.Write(u))
			want = append(want, u.Variants[0].Text+" | "+u.Variants[1].Text)
		}
		require.NoError(t, x.Write(formats.NewRow(b, texts...)))
	}
	require.NoError(t, w.Close())
	require.NoError(t, x.Close())
	z := gzip.NewWriter(&packed)
	_, err = z.Write(memory.Bytes())
	require.NoError(t, err)
	require.NoError(t, z.Close())
	require.Greater(t, len(want), 15)
	for name, in := range map[string]*bytes.Buffer{"a.tmx": &memory, "a.tmx.gz": &packed, "a.xliff": &xliff} {
		f, err := bilingual.Read(t.Context(), name, in)
		require.NoError(t, err, name)
		assert.Equal(t, want, rows(f), name)
		assert.Empty(t, f.Damage, name)
		for _, text := range f.Texts {
			assert.Equal(t, segment.Range{Lo: 0, Hi: len(text.Sentences)}, text.Paragraphs[0], name)
		}
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"text", "x: its sentences are not paired; read documents with package read"},
		{"\x1f\x8b\x08", "x: damaged gzip data"},
		{"<tmx><body></body></tmx>", "x: there is no unit in it"},
		{`<tmx><body><tu><tuv xml:lang="en"><seg>a</seg></tuv></tu></body></tmx>`, "all its units are in one language, en; translate it first, or name the translated file"},
		{`<xliff version="1.2"><file><body><trans-unit><source>a</source><target>b</target></trans-unit>`, "the file does not declare the languages of its units"},
		{`<xliff version="1.2"><file source-language="klingon!">`, `"klingon!" is not a language; correct it`},
		{`<xliff srcLang="en" trgLang="fr"><segment><source>a`, "damaged XML: unexpected EOF"},
		{`<!DOCTYPE xliff [<!ENTITY a "b">]><xliff srcLang="en" trgLang="fr"><segment><source>&a;</source></segment></xliff>`, "it declares entities, which are never resolved"},
		{`<xliff srcLang="en" trgLang="fr">` + strings.Repeat("<a>", 1001), "more than 1000 deep"},
	} {
		_, err := bilingual.Read(t.Context(), "x", strings.NewReader(c.in))
		require.ErrorContains(t, err, c.want)
	}
}

func FuzzXLIFF(f *testing.F) {
	f.Add(xliff12)
	f.Add(xliff20)
	f.Fuzz(func(t *testing.T, in string) {
		file, err := bilingual.Read(t.Context(), "fuzz", strings.NewReader(in))
		if err != nil {
			return
		}
		require.GreaterOrEqual(t, len(file.Texts), 2)
		for i, text := range file.Texts {
			n := 0
			for _, b := range file.Beads {
				require.Equal(t, n, b.Ranges[i].Lo)
				n = b.Ranges[i].Hi
			}
			require.Equal(t, len(text.Sentences), n, "every sentence is in a bead")
		}
	})
}
