package bilingual_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/align/formats"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/read/bilingual"
)

// segments returns the units of a file as a memory has them: each variant as XML, and the notes and
// properties.
func segments(t *testing.T, f *bilingual.File) (out []string) {
	for k, b := range f.Beads {
		u, ok := tmx.NewUnit(b, f.Texts...)
		if !ok {
			continue
		}
		f.Detail(&u, k)
		var s strings.Builder
		w := tmx.NewWriter(&s)
		require.NoError(t, w.Write(u))
		require.NoError(t, w.Close())
		for _, line := range strings.Split(s.String(), "\n") {
			if line = strings.TrimSpace(line); strings.HasPrefix(line, "<seg>") {
				out = append(out, strings.TrimSuffix(strings.TrimPrefix(line, "<seg>"), "</seg>"))
			}
		}
	}
	return out
}

func TestCodesOfXLIFF(t *testing.T) {
	const head = `<xliff version="1.2"><file source-language="en" target-language="fr"><header>` +
		`<tag-defs><tag id="7"><bpt name="cf">&lt;cf bold="on"&gt;</bpt><ept name="cf">&lt;/cf&gt;</ept></tag>` +
		`<tag id="8"><ph name="tab">&lt;tab/&gt;</ph></tag></tag-defs></header><body>`
	for _, c := range []struct{ in, source, target string }{
		{`<source>A <g id="1" ctype="bold">b</g>.</source><target><g id="1" ctype="bold">B</g> a.</target>`,
			`A <bpt i="1" x="1" type="bold">&lt;g id="1" ctype="bold"&gt;</bpt>b<ept i="1">&lt;/g&gt;</ept>.`,
			`<bpt i="1" x="1" type="bold">&lt;g id="1" ctype="bold"&gt;</bpt>B<ept i="1">&lt;/g&gt;</ept> a.`},
		{`<source>A<g id="7">b</g><x id="8"/></source>` +
			`<target>a<x id="8"/><g id="7">b</g></target>`,
			`A<bpt i="1" x="1">&lt;cf bold="on"&gt;</bpt>b<ept i="1">&lt;/cf&gt;</ept><ph x="2">&lt;tab/&gt;</ph>`,
			`a<ph x="2">&lt;tab/&gt;</ph><bpt i="1" x="1">&lt;cf bold="on"&gt;</bpt>b<ept i="1">&lt;/cf&gt;</ept>`},
		{`<source><bpt id="1" rid="9">{</bpt>a<ept id="2" rid="9">}</ept></source>` +
			`<target>b<ept id="2" rid="9">}</ept></target>`,
			`<bpt i="1" x="1">{</bpt>a<ept i="1">}</ept>`, `b<it pos="end" x="1">}</it>`},
		{`<source><it id="1" pos="open">[</it>a<it id="2" pos="close">]</it></source><target>b</target>`,
			`<it pos="begin" x="1">[</it>a<it pos="end" x="2">]</it>`, `b`},
		{`<source>See<ph id="1">{f <sub>Only <g id="3">B</g>.</sub>}</ph>.</source><target>Voir.</target>`,
			`See<ph x="1">{f <sub>Only <ph>B</ph>.</sub>}</ph>.`, `Voir.`},
		{`<source><mrk mtype="term">quay</mrk> <mrk mtype="x-sdl-added">1</mrk></source>` +
			`<target>quai<mrk mtype="x-sdl-deleted"> 2</mrk> 1</target>`,
			`<hi type="term">quay</hi> 1`, `quai 1`},
		{`<source>One.<bx id="4"/>Two.<ex id="4"/></source><target>a</target>`,
			`One.<bpt i="1" x="1">&lt;bx id="4"/&gt;</bpt>Two.<ept i="1">&lt;ex id="4"/&gt;</ept>`, `a`},
		{`<source>a<b>b</b><br/></source><target>a</target>`,
			`a<bpt i="1" x="1">&lt;b&gt;</bpt>b<ept i="1">&lt;/b&gt;</ept><ph x="2">&lt;br/&gt;</ph>`, `a`},
	} {
		in := head + `<trans-unit id="u">` + c.in + `</trans-unit></body></file></xliff>`
		f, err := bilingual.Read(t.Context(), "a.xlf", strings.NewReader(in))
		require.NoError(t, err)
		assert.Equal(t, []string{c.source, c.target}, segments(t, f), c.in)
	}
}

func TestCodesOfXLIFF2(t *testing.T) {
	const in = `<xliff srcLang="en" trgLang="fr"><file id="f"><unit id="u"><notes><note>Seen.</note></notes>` +
		`<originalData>` +
		`<data id="d1">[b]</data><data id="d2">[/b]</data><data id="d3">{0}</data></originalData><segment>` +
		`<source>A <pc id="1" type="fmt" subType="xlf:b" dataRefStart="d1" dataRefEnd="d2">b</pc> <ph id="2" ` +
		`dataRef="d3"/></source>` +
		`<target><sc id="1" dataRef="d1"/>B<ec startRef="1" dataRef="d2"/> <ph id="2" dataRef="d3"/></target>` +
		`</segment></unit></file></xliff>`
	f, err := bilingual.Read(t.Context(), "a.xlf", strings.NewReader(in))
	require.NoError(t, err)
	assert.Equal(t, []string{`A <bpt i="1" x="1" type="bold">[b]</bpt>b<ept i="1">[/b]</ept> <ph x="2">{0}</ph>`,
		`<bpt i="1" x="1">[b]</bpt>B<ept i="1">[/b]</ept> <ph x="2">{0}</ph>`}, segments(t, f))
	assert.Equal(t, []string{"A b {0} | B {0}"}, rows(f), "placeholders are part of the sentence")
	require.Len(t, f.Details, 1)
	assert.Equal(t, []tmx.Note{{Text: "Seen."}}, f.Details[0].Notes)
	assert.Equal(t, []tmx.Prop{{Type: bilingual.PropKey, Text: "u"}}, f.Details[0].Props)
}

// A memory that is written as XLIFF has its codes when it is read again.
func TestCodesThroughXLIFF(t *testing.T) {
	const in = `<tmx version="1.4"><header srclang="en"/><body><tu>
<tuv xml:lang="en">
<seg>Press <bpt i="1" x="1" type="bold">{b}</bpt>Go<ept i="1">{/b}</ept> <ph x="2" type="x-var">{0}</ph>.</seg></tuv>
<tuv xml:lang="fr">
<seg><ph x="2" type="x-var">{0}</ph> : <bpt i="1" x="1" type="bold">{b}</bpt>allez<ept i="1">{/b}</ept>.</seg></tuv>
</tu><tu><tuv xml:lang="en">
<seg><it pos="begin" x="1">{\i </it>a<ph x="2"></ph> <hi type="x-term">b</hi><it pos="end" x="3">}</it></seg></tuv>
<tuv xml:lang="fr">
<seg>c &lt;d&gt;</seg></tuv></tu><tu>
<tuv xml:lang="en">
<seg><bpt i="1" x="1">[</bpt>a<bpt i="2" x="2">{</bpt>b<ept i="1">]</ept>c<ept i="2">}</ept></seg></tuv>
<tuv xml:lang="fr">
<seg>x</seg></tuv></tu></body></tmx>`
	memory, err := bilingual.Read(t.Context(), "a.tmx", strings.NewReader(in))
	require.NoError(t, err)
	var b bytes.Buffer
	w := formats.NewXLIFF(&b, memory.Texts[0].Lang, memory.Texts[1].Lang)
	for k, bead := range memory.Beads {
		row := formats.NewRow(bead, memory.Texts...)
		row.Marked = make([]formats.Marked, 2)
		for i := range row.Marked {
			if text, inline, ok := memory.Inline(k, i); ok {
				row.Marked[i] = formats.Marked{Text: text, Inline: inline}
			}
		}
		require.NoError(t, w.Write(row))
	}
	require.NoError(t, w.Close())
	assert.Contains(t, b.String(), `Press <pc id="1" type="other" subType="tmx:bold" dataRefStart="d1" `+
		`dataRefEnd="d2">Go</pc> `+
		`<ph id="2" type="other" subType="tmx:x-var" dataRef="d3"/>.`)
	assert.Contains(t, b.String(), `<ec startRef="1" dataRef="d3"/>`, "crossing pairs are no elements")
	xliff, err := bilingual.Read(t.Context(), "a.xlf", &b)
	require.NoError(t, err)
	assert.Equal(t, segments(t, memory), segments(t, xliff))
}

func TestDetailsOfCatalogues(t *testing.T) {
	const in = `msgid ""
msgstr "Language: fr\n"

# Ask Ana.
#. On the button.
#: src/a.c:12 src/b.c:3
#, c-format
msgctxt "menu"
msgid "Open %s"
msgstr "Ouvrir %s"

#, fuzzy
msgid "Close"
msgstr "Fermer"

#~ msgid "Old"
#~ msgstr "Vieux"
`
	f, err := bilingual.Read(t.Context(), "fr.po", strings.NewReader(in))
	require.NoError(t, err)
	require.Len(t, f.Details, 2)
	assert.Equal(t, &tmx.Unit{Notes: []tmx.Note{{Text: "Ask Ana.\nOn the button."}}, Props: []tmx.Prop{
		{Type: bilingual.PropKey, Text: "menu"}, {Type: bilingual.PropReference, Text: "src/a.c:12 src/b.c:3"},
	}}, f.Details[0])
	assert.Nil(t, f.Details[1])
	require.Len(t, f.Notes, 2)
	assert.Contains(t, f.Notes[0].What, "1 translation that is new, a draft or rejected")
	assert.Contains(t, f.Notes[1].What, "1 obsolete string")
}

func TestShown(t *testing.T) {
	for _, c := range []struct{ text, xml, want string }{
		{"Delete  files", `<ph x="1">{n}</ph>`, "Delete {n} files"},
		{"Delete files", `<ph x="1">&lt;br/&gt;</ph>`, "Delete files"},
		{"Deletefiles", `<ph type="lb">2</ph>`, "Delete files"},
		{"Delete files", `<bpt i="1">%s</bpt>`, "Delete files"},
	} {
		at := len("Delete")
		if strings.Contains(c.text, "  ") {
			at++
		}
		assert.Equal(t, c.want, bilingual.Shown(c.text, []tmx.Inline{{Offset: at, XML: c.xml}}), c.xml)
	}
}
