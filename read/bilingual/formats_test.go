package bilingual_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/read/bilingual"
)

const catalogue = `# Translations.
msgid ""
msgstr ""
"Language: fr\n"
"Content-Type: text/plain; charset=ISO-8859-1\n"

#: door.c:1
msgid "Open the door."
msgstr "Ouvrir la porte."

#, fuzzy
msgid "Close it."
msgstr "Fermer."

msgctxt "menu"
msgid "%d key"
msgid_plural "%d keys"
msgstr[0] "%d cl\351"
msgstr[1] "%d cl\351s"

msgid ""
"A long line "
"in \"two\" parts."
msgstr ""
"Une longue ligne "
"en \"deux\" parties."

#~ msgid "Gone."
#~ msgstr "Parti."

msgid "Not yet."
msgstr ""
`

// Each format of paired sentences gives its units.
func TestFormats(t *testing.T) {
	xliffDe := `<xliff version="1.2"><file source-language="en-US" target-language="de_DE"><body><trans-unit id="1">` +
		`<source>One.</source><target>Eins.</target></trans-unit></body></file></xliff>`
	for _, c := range []struct {
		name, in string
		langs    []string
		rows     []string
		notes    string
	}{
		{"door.po", strings.ReplaceAll(catalogue, `\351`, "\xe9"), []string{"en", "fr"}, []string{"Open the door. | Ouvrir la porte.",
			"Close it. | ", "%d key | %d clé", "%d keys | %d clés", `A long line in "two" parts. | Une longue ligne en "deux" parties.`,
			"Not yet. | "}, "1 translation that is new, a draft or rejected1 obsolete string"},
		{"door.ja.po", "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\nmsgid \"%d key\"\nmsgid_plural \"%d keys\"\nmsgstr[0] \"鍵%d本\"\n",
			[]string{"en", "ja"}, []string{"%d keys | 鍵%d本"}, ""},
		{"rows.jsonl", `{"langs":["en","fr-CA"],"texts":["One.","Une."],"boundary":0.5,"translation":0.25}` + "\n" +
			`{"langs":["en","fr-CA"],"texts":["Two.",""],"boundary":1,"translation":1}` + "\n",
			[]string{"en", "fr-CA"}, []string{"One. | Une.", "Two. | "}, ""},
		{"a.ttx", `<?xml version="1.0"?><TRADOStag><Body><Raw><Tu MatchPercent="0"><Tuv Lang="EN-US">Press <ut Type="start">&lt;b&gt;</ut>stop.</Tuv>` +
			`<Tuv Lang="DE-DE">Halt drücken.</Tuv></Tu></Raw></Body></TRADOStag>`, []string{"en-US", "de-DE"}, []string{"Press stop. | Halt drücken."}, ""},
		{"memory.txt", "%20200101~100000\t%User\tTU=1\t%EN-US\t%Wordfast TM\t%DE-DE\t%---\n" +
			"20200101~100001\tme\t0\tEN-US\tPress &tA;stop.\tDE-DE\tHalt drücken.\n20200101~100002\tbroken\n",
			[]string{"en-US", "de-DE"}, []string{"Press stop. | Halt drücken."}, ""},
		{"app.ts", `<?xml version="1.0"?><!DOCTYPE TS><TS version="2.1" language="de_DE"><context><message><source>Stop</source><translation>Halt</translation></message>` +
			`<message><source>Go</source><translation type="unfinished">Los</translation></message><message numerus="yes"><source>%n keys</source>` +
			`<translation><numerusform>%n Schlüssel</numerusform><numerusform>%n Schlüssel (viele)</numerusform></translation></message></context></TS>`,
			[]string{"en", "de-DE"}, []string{"Stop | Halt", "Go | ", "%n keys | %n Schlüssel (viele)"},
			"1 translation that is new, a draft or rejected"},
		{"Localizable.xcstrings", `{"sourceLanguage":"en","strings":{"Stop %@":{"localizations":{"de":{"stringUnit":{"state":"translated","value":"%@ anhalten"}},` +
			`"fr":{"stringUnit":{"state":"new","value":"Arrêter"}}}},"key.go":{"localizations":{"en":{"stringUnit":{"state":"translated","value":"Go"}},` +
			`"de":{"variations":{"plural":{"other":{"stringUnit":{"state":"translated","value":"Los"}}}}}}}},"version":"1.0"}`,
			[]string{"en", "de"}, []string{"Stop %@ | %@ anhalten", "Go | Los"},
			"1 translation that is new, a draft or rejected"},
		{"job.zip", zipped(t, "de/a.sdlxliff", xliffDe, "photo.jpg", "x", "de/b.xlf", strings.ReplaceAll(strings.ReplaceAll(xliffDe, "One", "Two"), "Eins", "Zwei")),
			[]string{"en-US", "de-DE"}, []string{"One. | Eins.", "Two. | Zwei."}, ""},
		{"utf16.xlf", "\xff\xfe" + wide(`<?xml version="1.0" encoding="UTF-16"?>`+xliffDe), []string{"en-US", "de-DE"}, []string{"One. | Eins."}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.True(t, bilingual.Detect(c.name, []byte(c.in)))
			f, err := bilingual.Read(t.Context(), c.name, strings.NewReader(c.in))
			require.NoError(t, err)
			assert.Equal(t, c.langs, langs(f))
			assert.Equal(t, c.rows, rows(f))
			notes := ""
			for _, n := range f.Notes {
				notes += n.What
			}
			assert.Equal(t, c.notes, notes)
		})
	}
}

func wide(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		b.WriteByte(c)
		b.WriteByte(0)
	}
	return b.String()
}

// States, tracked changes, breaks and placeholders of XLIFF.
func TestXLIFFOfTools(t *testing.T) {
	unit := func(source, target string) string {
		return `<xliff xmlns:sdl="s" xmlns:mq="m" version="1.2"><file source-language="en" target-language="ko-KO">` +
			`<body>` +
			`<trans-unit id="1"><source>` + source + `</source>` + target + `</trans-unit></body></file></xliff>`
	}
	for _, c := range []struct{ in, want, why string }{
		{unit("Press it.", `<target state="new">Press it.</target>`), "Press it. | ", "new"},
		{unit("Press it.", `<target state="needs-review-translation">눌러.</target>`), "Press it. | ", "to be reviewed"},
		{unit("Press it.", `<target state="final">눌러.</target>`), "Press it. | 눌러.", "final"},
		{unit("Press it.", `<target><mrk mtype="seg" mid="1">눌러.</mrk></target><sdl:seg-defs><sdl:seg id="1" conf="Draft"/></sdl:seg-defs>`), "Press it. | ", "a draft in Trados"},
		{unit(`Hello <x id="INTERPOLATION" equiv-text="{{name}}"/>!`, `<target>안녕, <x id="INTERPOLATION" equiv-text="{{name}}"/>!</target>`), "Hello {{name}}! | 안녕, {{name}}!", "Angular"},
		{unit(`One<ph id="1">&lt;br/&gt;</ph>two <ph id="2">%1$s</ph><bpt id="3">{}</bpt>.`, `<target>하나<ph id="1">&lt;br/&gt;</ph>둘 <ph id="2">%1$s</ph>.</target>`), "One two %1$s. | 하나 둘 %1$s.", "breaks and placeholders"},
		{unit("New.", `<target><mrk mtype="x-sdl-deleted">옛</mrk><mrk mtype="x-sdl-added">새</mrk>것.</target>`), "New. | 새것.", "tracked changes"},
	} {
		f, err := bilingual.Read(t.Context(), "a.xlf", strings.NewReader(c.in+strings.Repeat(" ", 10)))
		if strings.HasSuffix(c.want, "| ") {
			require.ErrorContains(t, err, "are new, drafts, fuzzy or rejected; confirm those that are right", c.why)
			continue
		}
		require.NoError(t, err, c.why)
		assert.Equal(t, []string{c.want}, rows(f), c.why)
	}
	two := `<xliff version="2.0" srcLang="en" trgLang="fr"><file id="f"><unit id="1">` +
		`<originalData><data id="d">{n}</data></originalData>` +
		`<segment state="translated"><source><ph id="1" dataRef="d"/> contacts</source><target><ph id="1" dataRef="d"/> contacts en tout</target></segment></unit>` +
		`<unit id="2"><segment state="initial"><source>Stop</source><target>Stop</target></segment></unit></file></xliff>`
	f, err := bilingual.Read(t.Context(), "a.xlf", strings.NewReader(two))
	require.NoError(t, err)
	assert.Equal(t, []string{"{n} contacts | {n} contacts en tout", "Stop | "}, rows(f))
}

// Wrong files say what is wrong.
func TestWrongCatalogues(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"a.po", "msgid \"a\"\nmsgstr \"b\n", `a.po: line 2: a string is not between quotation marks`},
		{"a.po", "msgid \"a\"\nmsgstr \"b\"\n", `does not say which language it is translated into; name it with --langs, or add the line "Language: fr\n"`},
		{"a.po", "\"a\"\nmsgid \"\"\n", `line 1: a string without msgid or msgstr before it`},
		{"a.po", "msgid \"a\"\nword \"b\"\nmsgstr \"b\"\n", `line 2: "word" is not part of a catalogue`},
		{"a.jsonl", "{\"langs\":[\"en\",\"fr\"],\"texts\":[\"a\",\"b\"]}\n{\"langs\":[\"en\"],\"texts\":[]}\n", "line 2: 1 languages for 0 texts"},
		{"a.zip", zipped(t, "a.xlf", "<xliff"), "a.xlf: "},
	} {
		_, err := bilingual.Read(t.Context(), c.name, strings.NewReader(c.in))
		require.ErrorContains(t, err, c.want)
	}
}

// No file makes a reader panic or go on for ever.
func FuzzRead(f *testing.F) {
	for name, in := range map[string]string{
		"a.po": catalogue, "a.ttx": "<TRADOStag><Tu><Tuv Lang=\"EN\">a</Tuv></Tu></TRADOStag>", "a.ts": "<TS language=\"de\"><source>a</source><translation><numerusform>b</numerusform></translation></TS>",
		"a.xcstrings": `{"sourceLanguage":"en","strings":{"a":{"localizations":{"de":{"stringUnit":{"value":"b"}}}}}}`,
		"a.txt":       "%20200101~100000\t\n1\t2\t3\tEN\ta\tFR\tb\n", "a.jsonl": `{"langs":["en","fr"],"texts":["a","b"]}`, "a.xlf": xliff12,
	} {
		f.Add(name, in)
	}
	f.Fuzz(func(t *testing.T, name, in string) {
		file, err := bilingual.Read(t.Context(), name, strings.NewReader(in))
		if err != nil {
			require.NotContains(t, err.Error(), "the program failed")
			return
		}
		require.NotEmpty(t, file.Beads)
	})
}
