package bilingual_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/read/bilingual"
)

// What catalogues of GNOME, KDE and others have besides translations.
func TestPOOfProjects(t *testing.T) {
	const head = "msgid \"\"\nmsgstr \"Language: %s\\n\"\n\n"
	for _, c := range []struct {
		what, in string
		langs    []string
		rows     []string
		notes    []string
	}{
		{"names of translators", strings.ReplaceAll(head, "%s", "fr") +
			"msgctxt \"NAME OF TRANSLATORS\"\nmsgid \"Your names\"\nmsgstr \"Anne\"\n\n" +
			"msgid \"translator-credits\"\nmsgstr \"Anne <a@example.org>\"\n\nmsgid \"Your names\"\nmsgstr \"Vos noms\"\n",
			[]string{"en", "fr"}, []string{"Your names | Vos noms"}, []string{"2 lists of the translators, left out"}},
		{"a language by its name", strings.ReplaceAll(head, "%s", "Japanese") + "msgid \"Open\"\nmsgstr \"開く\"\n",
			[]string{"en", "ja"}, []string{"Open | 開く"}, nil},
		{"strings on the next lines, tabs, domains", strings.ReplaceAll(head, "%s", "fr") + "domain shop\n" +
			"msgid\n\"Open \"\n\"it\"\n" +
			"msgstr\n\"Ouvrez\"\nmsgid\t\"One\"\nmsgid_plural \"Many\"\nmsgstr[0]\n\"Un\"\nmsgstr[1]\"Plusieurs\"\n",
			[]string{"en", "fr"}, []string{"Open it | Ouvrez", "One | Un", "Many | Plusieurs"}, nil},
		{"letters of ISO 8859-1 that it does not declare", strings.ReplaceAll(head, "%s", "fr") +
			"msgid \"Symmetry of the gate in summer\"\nmsgstr \"Sym\xe9trie de la barri\xe8re en \xe9t\xe9, l\xe0-bas\"\n",
			[]string{"en", "fr"},
			[]string{"Symmetry of the gate in summer | Symétrie de la barrière en été, là-bas"}, nil},
		{"letters that are not of the encoding it declares",
			"msgid \"\"\nmsgstr \"Language: fr\\nContent-Type: text/plain; charset=UTF-8\\n\"\n\n" +
				"msgid \"Summer\"\nmsgstr \"\xe9t\xe9\"\n",
			[]string{"en", "fr"}, []string{"Summer | \uFFFDt\uFFFD"},
			[]string{"line 5: 2 characters that are not UTF-8 became U+FFFD"}},
		{"an obsolete entry that is fuzzy, between others", strings.ReplaceAll(head, "%s", "fr") +
			"#. On the door\nmsgid \"Open\"\nmsgstr \"Ouvert\"\n#~ msgid \"Shut\"\n#~ msgstr \"Clos\"\n\n" +
			"#, fuzzy\n#~ msgid \"Ajar\"\n#~ msgstr \"Ouvert\"\n\nmsgid \"Closed\"\nmsgstr \"Fermé\"\n",
			[]string{"en", "fr"}, []string{"Open | Ouvert", "Closed | Fermé"},
			[]string{"2 obsolete strings, left out"}},
	} {
		f, err := bilingual.Read(t.Context(), "a.po", strings.NewReader(c.in))
		require.NoError(t, err, c.what)
		assert.Equal(t, c.langs, langs(f), c.what)
		assert.Equal(t, c.rows, rows(f), c.what)
		assert.Equal(t, c.notes, notesOf(f), c.what)
	}
}

// Files without a text to pair say why.
func TestNothingToPair(t *testing.T) {
	const unit = `<xliff version="1.2"><file source-language="en" target-language="fr"><body>%s</body></file></xliff>`
	for _, c := range []struct{ name, in, want string }{
		{"a.sdlxliff", strings.ReplaceAll(unit, "%s", `<trans-unit id="1"><source><x id="1"/></source><target><x id="1"/></target></trans-unit>`),
			"its 2 wordings hold nothing but codes, so there is no text to pair; check that it is the right file"},
		{"a.ttx", "<TRADOStag><Body><Raw>The bridge is closed.</Raw></Body></TRADOStag>",
			"it has text, but no segments, so it is not translated yet; translate it first, or align the original"},
		{"a.xlf", strings.ReplaceAll(unit, "%s", ""), "there is no unit in it; check that it is the right file"},
	} {
		_, err := bilingual.Read(t.Context(), c.name, strings.NewReader(c.in))
		require.ErrorContains(t, err, c.name+": "+c.want)
	}
	// Units that hold the layout of a document are not strings that are left out.
	in := strings.ReplaceAll(unit, "%s", `<trans-unit translate="no"><source><x id="1"/> 1</source></trans-unit>`+
		`<trans-unit translate="no"><source>Brand</source></trans-unit>`+
		`<trans-unit><source>Open</source><target>Ouvrir</target></trans-unit>`)
	f, err := bilingual.Read(t.Context(), "a.xlf", strings.NewReader(in))
	require.NoError(t, err)
	assert.Equal(t, []string{"1 string that is not to be translated, left out"}, notesOf(f))
	assert.Equal(t, language.English, f.Texts[0].Lang)
}

// A comment directly before an entry that is followed by an obsolete one stays with its entry.
func TestPONotesBeforeObsoleteEntry(t *testing.T) {
	const in = "msgid \"\"\nmsgstr \"Language: fr\\n\"\n\n#. On the door\nmsgid \"Open\"\nmsgstr \"Ouvert\"\n" +
		"#~ msgid \"Shut\"\n#~ msgstr \"Clos\"\n"
	f, err := bilingual.Read(t.Context(), "a.po", strings.NewReader(in))
	require.NoError(t, err)
	require.Len(t, f.Details, 1)
	require.NotNil(t, f.Details[0])
	assert.Equal(t, "On the door", f.Details[0].Notes[0].Text)
}

// What a memory of Wordfast loses when it is decoded is noted, not kept silent.
func TestWordfastLosses(t *testing.T) {
	const head = "%20240101~120000\t%User ID\t%TU\t%EN\t%Wordfast\t%FR\t%\n"
	const row = "20240101~120000\tAB\t0\tEN\tThe gate is open in summer.\tFR\tLa barrière est ouverte en été.\n"
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(head + row)
	require.NoError(t, err)
	f, err := bilingual.Read(t.Context(), "a.txt", strings.NewReader(utf16+"\x00\xd8"))
	require.NoError(t, err)
	assert.Equal(t, []string{"line 3: a character that is not utf-16le became U+FFFD"}, notesOf(f))
}
