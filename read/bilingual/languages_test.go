package bilingual_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/read/bilingual"
)

// A file that does not name its languages has those that the caller knows, and a note says so. What
// the file says counts more.
func TestFilesWithoutLanguages(t *testing.T) {
	const (
		po = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n" +
			"msgid \"Open\"\nmsgstr \"Ouvrir\"\n"
		xliff = `<xliff version="1.2"><file source-language="en"><body><trans-unit id="1"><source>Open</source>` +
			`<target>Ouvrir</target></trans-unit></body></file></xliff>`
		ts = `<TS version="2.1"><context><message><source>Open</source><translation>Ouvrir</translation></message>` +
			`</context></TS>`
	)
	for name, in := range map[string]string{"a.po": po, "a.xlf": xliff, "a.ts": ts} {
		_, err := bilingual.Read(t.Context(), name, strings.NewReader(in))
		require.ErrorContains(t, err, "--langs", name)

		f, err := bilingual.Read(t.Context(), name, strings.NewReader(in), language.French)
		require.NoError(t, err, name)
		require.Len(t, f.Texts, 2)
		assert.Equal(t, language.English, f.Texts[0].Lang)
		assert.Equal(t, language.French, f.Texts[1].Lang)
		require.Len(t, f.Notes, 1)
		assert.Contains(t, f.Notes[0].String(), "fr was taken from its name or the command")

		f, err = bilingual.Read(t.Context(), name, strings.NewReader(in), language.English, language.CanadianFrench)
		require.NoError(t, err, name)
		assert.Equal(t, language.CanadianFrench, f.Texts[1].Lang)
	}
	f, err := bilingual.Read(t.Context(), "a.po",
		strings.NewReader(strings.Replace(po, "Content", "Language: de\\nContent", 1)),
		language.French)
	require.NoError(t, err)
	assert.Equal(t, language.German, f.Texts[1].Lang)
	assert.Empty(t, f.Notes)
}

// Translations that nobody has confirmed in Phrase are left out.
func TestPhrase(t *testing.T) {
	const in = `<xliff version="1.2" xmlns:m="http://www.memsource.com/mxlf/2.0"><file source-language="en" ` +
		`target-language="fr"><body><group id="0"><trans-unit id="a:0" m:confirmed="1"><source>Open</source>` +
		`<target>Ouvrir</target></trans-unit></group><group id="1"><trans-unit id="a:1" m:confirmed="0" ` +
		`m:trans-origin="mt"><source>Close</source><target>Fermer</target><alt-trans origin="memsource-tm">` +
		`<target>Clore</target></alt-trans></trans-unit></group></body></file></xliff>`
	f, err := bilingual.Read(t.Context(), "a.mxliff", strings.NewReader(in))
	require.NoError(t, err)
	require.Len(t, f.Beads, 2)
	assert.Equal(t, "Ouvrir", f.Texts[1].Sentence(0))
	assert.Len(t, f.Texts[1].Sentences, 1)
	assert.Contains(t, notesOf(f), "1 translation that is new, a draft or rejected, left out")
}

// For placeholders of libraries, Angular writes a piece of the library's program as the equiv-text.
// Then the id of the placeholder is its text.
func TestWrongTextsOfAngular(t *testing.T) {
	const (
		slide = `<x id="INTERPOLATION" equiv-text="ueryList&lt;Ng"/>`
		count = `<x id="PH_1" equiv-text="{{ n }}"/>`
		in    = `<xliff version="1.2"><file source-language="en" target-language="fr"><body><trans-unit id="a">` +
			`<source>Slide ` + slide + ` of ` + count + `</source><target>Page ` + slide + ` sur ` + count +
			`</target></trans-unit></body></file></xliff>`
	)
	f, err := bilingual.Read(t.Context(), "a.xlf", strings.NewReader(in))
	require.NoError(t, err)
	assert.Equal(t, "Slide {INTERPOLATION} of {{ n }}", f.Texts[0].Sentence(0))
	assert.Equal(t, "Page {INTERPOLATION} sur {{ n }}", f.Texts[1].Sentence(0))
}

// An error of XML says the line.
func TestDamagedXLIFFNamesItsLine(t *testing.T) {
	_, err := bilingual.Read(t.Context(), "a.xlf",
		strings.NewReader("<xliff version=\"1.2\">\n<file>\n<body>\n</file>"))
	require.ErrorContains(t, err, "a.xlf: line 4: damaged XML")
}

func notesOf(f *bilingual.File) (out []string) {
	for _, n := range f.Notes {
		out = append(out, n.String())
	}
	return out
}
