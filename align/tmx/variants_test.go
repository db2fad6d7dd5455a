package tmx_test

import (
	"compress/gzip"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"github.com/bitext-go/bitext/align/tmx"
)

const header = `<header creationtool="hand" creationtoolversion="1" segtype="sentence" o-tmf="hand"` +
	` adminlang="en" srclang="ar" datatype="plaintext"/>`

// small is a memory of two units as any tool might write it; the cases below damage it or spell it
// differently.
const small = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  ` + header + `
  <body>
    <tu tuid="one" creationdate="20240131T080910Z"><note>by hand</note><prop type="x-mark">0.5</prop>
      <tuv xml:lang="ar"><seg>وصل الوفد إلى مسقط.</seg></tuv>
      <tuv xml:lang="en"><seg>The delegation arrived in Muscat.</seg></tuv>
    </tu>
    <tu tuid="two">
      <tuv xml:lang="ar"><seg>مسقط، 3 مايو 2024</seg></tuv>
      <tuv xml:lang="en"><seg>Muscat, 3 May 2024</seg></tuv>
    </tu>
  </body>
</tmx>
`

func swap(pairs ...string) string {
	out := strings.NewReplacer(pairs...).Replace(small)
	if out == small {
		panic("nothing to replace: " + pairs[0])
	}
	return out
}

func utf16Of(s string, big, mark bool) string {
	if mark {
		s = "\uFEFF" + s
	}
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		if big {
			b = append(b, byte(u>>8), byte(u))
		} else {
			b = append(b, byte(u), byte(u>>8))
		}
	}
	return string(b)
}

// halfAPair returns small in UTF-16 with the first half of a surrogate pair in its first unit.
func halfAPair() string {
	return strings.Replace(utf16Of(small, false, true), "r\x00r\x00i\x00", "r\x00\x3D\xD8i\x00", 1)
}

func gzipped(s string) string {
	var b strings.Builder
	w := gzip.NewWriter(&b)
	_, err := w.Write([]byte(s))
	if err := errors.Join(err, w.Close()); err != nil {
		panic(err)
	}
	return b.String()
}

const arabic, english = "وصل الوفد إلى مسقط.", "The delegation arrived in Muscat."

// A met is a file as real tools write it, and what is read of it.
type met struct {
	file  string
	ids   string // of the units read
	first string // the wording of the first unit in English; "" if it is english, "-" if it is empty
	err   string // "" for none
}

func filesAsTheyAreMet() map[string]met {
	return map[string]met{
		"valid":                     {file: small},
		"byte order mark":           {file: "\uFEFF" + small},
		"UTF-16, little, mark":      {file: utf16Of(swap("UTF-8", "UTF-16"), false, true)},
		"UTF-16, big, mark":         {file: utf16Of(swap("UTF-8", "UTF-16"), true, true)},
		"UTF-16, little, no mark":   {file: utf16Of(small, false, false)},
		"UTF-16, big, no mark":      {file: utf16Of(small, true, false)},
		"UTF-16, half a pair":       {file: halfAPair(), ids: "two", first: "Muscat, 3 May 2024", err: "line 8: unit left out: byte 0xFF is not UTF-8"},
		"UTF-16, cut in a letter":   {file: strings.TrimSuffix(utf16Of(small, true, false), "\n") + "\x00<\x00", err: "line 15: only units may come here"},
		"gzip":                      {file: gzipped(small)},
		"gzip, UTF-16":              {file: gzipped(utf16Of(small, true, true))},
		"windows line ends":         {file: swap("\n", "\r\n")},
		"no declaration":            {file: swap("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", "")},
		"no DOCTYPE":                {file: swap("<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n", "")},
		"public DOCTYPE":            {file: swap(`SYSTEM`, `PUBLIC "-//LISA OSCAR:1998//DTD for Translation Memory eXchange//EN"`)},
		"DOCTYPE with a subset":     {file: swap(`"tmx14.dtd">`, `"tmx14.dtd" [ <!-- it's > --> <!ENTITY a "]>"> <!ELEMENT x (y)> ]>`)},
		"no header":                 {file: swap(header, "")},
		"header with a subtree":     {file: swap(`"plaintext"/>`, `"plaintext"><ude name="u"><map unicode="#xF8FF" code="#xF0"/></ude><note>n</note></header>`)},
		"text in the header":        {file: swap(`"plaintext"/>`, `"plaintext">oops</header>`), err: `line 4: rest of the header left out: the text "oops" does not belong in <header>`},
		"header not closed":         {file: swap(`"plaintext"/>`, `"plaintext">`), err: "line 4: header left out: it has no"},
		"version 1.4b":              {file: swap(`version="1.4"`, `version="1.4b"`)},
		"version 2.0":               {file: swap(`version="1.4"`, `version="2.0"`)},
		"name space":                {file: swap(`<tmx version="1.4"`, `<tmx version="1.4" xmlns="http://www.example.org/tmx14"`)},
		"upper-case tags":           {file: swap("<tu ", "<TU ", "</tu>", "</TU>", "tuv", "TUV", "<seg>", "<SEG>", "</seg>", "</SEG >", "<body>", "<BODY>", "</body>", "</BODY>", "tmx>", "TMX>", "xml:lang", "XML:LANG")},
		"lang":                      {file: swap("xml:lang", "lang")},
		"both lang and xml:lang":    {file: swap(`xml:lang="en"`, `lang="fr" xml:lang="en" lang="de"`)},
		"single quotes":             {file: swap(`xml:lang="en"`, `xml:lang = 'en'`)},
		"upper-case language":       {file: swap(`"en"`, `"EN"`, `"ar"`, `"AR"`)},
		"region":                    {file: swap(`"en"`, `"en-US"`, `"ar"`, `"ar-SA"`)},
		"target first":              {file: swap("      <tuv xml:lang=\"ar\"><seg>مسقط، 3 مايو 2024</seg></tuv>\n", "", "Muscat, 3 May 2024</seg></tuv>\n", "Muscat, 3 May 2024</seg></tuv>\n      <tuv xml:lang=\"ar\"><seg>مسقط، 3 مايو 2024</seg></tuv>\n")},
		"units of paragraphs":       {file: swap(`segtype="sentence"`, `segtype="paragraph"`)},
		"isolate marks":             {file: swap("<seg>The", "<seg>\u2067The", "Muscat.<", "Muscat.\u2069<"), first: "\u2067" + english + "\u2069"},
		"underscore":                {file: swap(`"en"`, `"en_US"`, `"ar"`, `"ar_SA"`)},
		"three letters":             {file: swap(`"en"`, `"eng"`, `"ar"`, `"ara"`)},
		"scripts":                   {file: swap(`"en"`, `"en-Latn-US"`, `"ar"`, `"ar-Arab"`)},
		"no language":               {file: strings.Replace(small, ` xml:lang="en"`, "", 1), ids: "two", first: "Muscat, 3 May 2024", err: "line 8: unit left out: <tuv> has no xml:lang"},
		"invalid language":          {file: strings.Replace(small, `"en"><seg>The`, `"English"><seg>The`, 1), ids: "two", first: "Muscat, 3 May 2024", err: `line 8: unit left out: xml:lang="English" is not a language tag`},
		"any source language":       {file: swap(`srclang="ar"`, `srclang="*all*"`)},
		"invalid segtype":           {file: swap(`segtype="sentence"`, `segtype="segment"`)},
		"note after the variants":   {file: swap("</tuv>\n    </tu>", "</tuv>\n      <note>late</note>\n    </tu>")},
		"same id twice":             {file: swap(`"two"`, `"one"`), ids: "one one"},
		"three languages":           {file: swap("</tuv>\n    </tu>", "</tuv><tuv xml:lang=\"fr\"><seg>x</seg></tuv>\n    </tu>")},
		"one language":              {file: swap(`<tuv xml:lang="ar"><seg>مسقط، 3 مايو 2024</seg></tuv>`, "")},
		"ISO date":                  {file: swap("20240131T080910Z", "2024-01-31T10:09:10+02:00")},
		"invalid date":              {file: swap("20240131T080910Z", "31/01/2024")},
		"xml:space":                 {file: swap("<seg>", `<seg xml:space="preserve">`)},
		"line break in a segment":   {file: swap("<seg>The", "<seg>\n   The", "Muscat.<", "Muscat.\n <")},
		"bidi mark":                 {file: swap("<seg>The", "<seg>\u200FThe"), first: "\u200F" + english},
		"no-break space":            {file: swap("in Muscat", "in\u00A0Muscat"), first: "The delegation arrived in\u00A0Muscat."},
		"NFD":                       {file: norm.NFD.String(swap("Muscat.", "Mascaté.")), first: "The delegation arrived in Mascaté."},
		"empty segment":             {file: swap(english, ""), first: "-"},
		"CDATA":                     {file: swap(english, "<![CDATA[a </tu> & b]]>"), first: "a </tu> & b"},
		"comments everywhere":       {file: swap("<tu ", "<!-- <tu> --><tu ", english, "The delegation<!-- </tu> --> arrived in Muscat.")},
		"processing instruction":    {file: swap("<body>", "<?x <tu> ?><body>")},
		"predefined entities":       {file: swap(english, "&lt;&amp;&gt;&quot;&apos;&#65;&#x42;"), first: `<&>"'AB`},
		"control character":         {file: swap("arrived", "arr\fived"), ids: "two", first: "Muscat, 3 May 2024", err: "line 8: unit left out: character U+000C is not allowed in XML"},
		"reference to a control":    {file: swap("arrived", "arr&#12;ived"), ids: "two", first: "Muscat, 3 May 2024", err: "line 8: unit left out: &#12; is a character that is not allowed"},
		"noncharacter":              {file: swap("arrived", "arr\uFFFEived"), ids: "two", first: "Muscat, 3 May 2024", err: "line 8: unit left out: character U+FFFE"},
		"not UTF-8":                 {file: swap("arrived", "arr\xE9ived"), ids: "two", first: "Muscat, 3 May 2024", err: "line 8: unit left out: byte 0xE9 is not UTF-8"},
		"entity of HTML":            {file: swap("arrived", "arr&nbsp;ived"), ids: "two", first: "Muscat, 3 May 2024", err: "line 8: unit left out: the entity &nbsp;"},
		"bare ampersand":            {file: swap("arrived", "R & D"), ids: "two", first: "Muscat, 3 May 2024", err: "line 8: unit left out: an & that begins no reference"},
		"bare less-than":            {file: swap("arrived", "1 < 2"), ids: "two", first: "Muscat, 3 May 2024", err: "line 8: unit left out: a < that begins no tag"},
		"unit not closed":           {file: strings.Replace(small, "</tu>", "", 1), ids: "two", first: "Muscat, 3 May 2024", err: "line 6: unit left out: it has no </tu>"},
		"segment not closed":        {file: strings.Replace(small, "</seg>", "", 1), ids: "two", first: "Muscat, 3 May 2024", err: "line 7: unit left out: </tuv> where </seg> is expected"},
		"quote not closed":          {file: strings.Replace(small, `"one"`, `"one`, 1), ids: "two", first: "Muscat, 3 May 2024", err: `line 6: `},
		"unit without variants":     {file: swap(`<tu tuid="two">`, `<tu tuid="none"/><tu tuid="two">`), err: "line 10: unit left out: it has no <tuv>"},
		"two segments":              {file: strings.Replace(small, "</seg>", "</seg><seg>x</seg>", 1), ids: "two", first: "Muscat, 3 May 2024", err: "line 7: unit left out: <tuv> has 2 <seg>"},
		"no segment":                {file: swap("<seg>"+english+"</seg>", ""), ids: "two", first: "Muscat, 3 May 2024", err: "line 8: unit left out: <tuv> has 0 <seg>"},
		"foreign element":           {file: swap("<note>by hand</note>", "<context>x</context>"), ids: "two", first: "Muscat, 3 May 2024", err: "line 6: unit left out: <context> does not belong in <tu>"},
		"text between elements":     {file: swap("<note>by hand</note>", "by hand"), ids: "two", first: "Muscat, 3 May 2024", err: `line 6: unit left out: the text "by hand" does not belong`},
		"text between units":        {file: swap("</tu>\n    <tu", "</tu>\n oops <tu"), err: "line 10: only units may come here"},
		"element between units":     {file: swap("</tu>\n    <tu", "</tu>\n<tuv><seg>x</seg></tuv> <tu"), err: "line 10: only units may come here"},
		"start of a unit lost":      {file: swap(`<tu tuid="one" creationdate="20240131T080910Z">`, ""), ids: "two", first: "Muscat, 3 May 2024", err: "line 6: only units may come here"},
		"cut in the second unit":    {file: small[:strings.Index(small, "3 May")], ids: "one", err: "line 10: unit left out: the file ends inside it"},
		"cut between units":         {file: small[:strings.Index(small, "    <tu tuid=\"two")], ids: "one", err: "line 10: the file ends before </tmx>"},
		"two memories in one":       {file: small + "\uFEFF" + small, ids: "one two one two"},
		"markup":                    {file: swap("Muscat.", `<bpt i="1" x="2" type="bold">&lt;b&gt;</bpt>Mus<ph x='3'/>cat<ept i="1">&lt;/b&gt;</ept>.`)},
		"markup of another kind":    {file: swap("Muscat.", `<b class="x">Muscat</b><br/>.`)},
		"a mark after markup":       {file: swap("Muscat.", "Muscate<ph/>\u0301."), first: "The delegation arrived in Muscate\u0301."},
		"properties without a type": {file: swap(`<prop type="x-mark">`, "<prop>")},
	}
}

func TestFilesAsTheyAreMet(t *testing.T) {
	for name, c := range filesAsTheyAreMet() {
		t.Run(name, func(t *testing.T) {
			units, errs := read(strings.NewReader(c.file))
			if c.err == "" {
				assert.Empty(t, errs)
			} else if assert.Len(t, errs, 1) {
				assert.ErrorContains(t, errs[0], c.err)
				var syntax *tmx.SyntaxError
				assert.ErrorAs(t, errs[0], &syntax)
			}
			var ids []string
			for _, u := range units {
				ids = append(ids, u.ID)
			}
			want := c.ids
			if want == "" {
				want = "one two"
			}
			assert.Equal(t, want, strings.Join(ids, " "))
			require.NotEmpty(t, units)
			v, ok := units[0].In(language.English)
			require.True(t, ok)
			switch c.first {
			case "":
				assert.Equal(t, english, v.Text)
			case "-":
				assert.Empty(t, v.Text)
			default:
				assert.Equal(t, c.first, v.Text)
			}
			if units[0].ID == "one" {
				v, ok := units[0].In(language.Arabic)
				require.True(t, ok)
				assert.Equal(t, arabic, v.Text)
			}
			// What was read can be written, and is then read again without a change.
			again, errs := read(strings.NewReader(string(write(t, tmx.Header{}, units...))))
			assert.Empty(t, errs)
			assert.Equal(t, units, again)
		})
	}
}

func TestFilesThatAreNoMemory(t *testing.T) {
	for name, c := range map[string]struct{ file, err string }{
		"empty":         {"", "line 1: this is not a TMX file"},
		"text":          {"hello\nworld", "line 2: this is not a TMX file"},
		"HTML":          {"<!DOCTYPE html>\n<html><tu></tu></html>", "line 2: this is not a TMX file"},
		"bad gzip":      {"\x1F\x8B\x08\x00", "damaged gzip data: unexpected EOF; compress the file again"},
		"gzip in gzip":  {gzipped(gzipped(small)), "this is not a TMX file"},
		"Big5":          {`<?xml version="1.0" encoding='Big5'?><tmx/>`, "line 1: the file is in Big5; only UTF-8, UTF-16 and encodings of one byte are read"},
		"endless quote": {"<!DOCTYPE tmx \"><tmx></tmx>", "line 1: the DOCTYPE has no end"},
	} {
		t.Run(name, func(t *testing.T) {
			units, errs := read(strings.NewReader(c.file))
			assert.Empty(t, units)
			require.Len(t, errs, 1)
			assert.ErrorContains(t, errs[0], c.err)
			_, err := tmx.NewReader(strings.NewReader(c.file)).Header()
			assert.ErrorContains(t, err, c.err)
		})
	}
}

func TestWhatTMXDoesNotKnowIsKept(t *testing.T) {
	units, errs := read(strings.NewReader(swap(
		"20240131T080910Z", `31/01/2024" usagecount="2" lastusagedate="never" srclang="??" segtype="whole" matchquality="99`,
		"Muscat.", `<b class="x">Muscat</b><br/>.`)))
	require.Empty(t, errs)
	assert.Equal(t, []tmx.Attr{{Name: "usagecount", Value: "2"}}, units[0].Attrs)
	assert.Equal(t, []tmx.Prop{
		{Type: "x-creationdate", Text: "31/01/2024"}, {Type: "x-lastusagedate", Text: "never"}, {Type: "x-srclang", Text: "??"},
		{Type: "x-segtype", Text: "whole"}, {Type: "x-matchquality", Text: "99"}, {Type: "x-mark", Text: "0.5"},
	}, units[0].Props)
	v, _ := units[0].In(language.English)
	assert.Equal(t, []tmx.Inline{
		{Offset: 26, XML: `<ph>&lt;b class="x"&gt;</ph>`}, {Offset: 32, XML: `<ph>&lt;/b&gt;</ph>`}, {Offset: 32, XML: `<ph>&lt;br/&gt;</ph>`},
	}, v.Inline)
}

func TestDatesOfUseAreTidy(t *testing.T) {
	units, errs := read(strings.NewReader(swap(
		"20240131T080910Z", `20240131T080910Z" lastusagedate="2024-02-03T04:05:06+01:00`)))
	require.Empty(t, errs)
	assert.Equal(t, []tmx.Attr{{Name: "lastusagedate", Value: "20240203T030506Z"}}, units[0].Attrs)
}

func TestMarkupSurvives(t *testing.T) {
	for in, want := range map[string]string{
		`a<bpt i="1" type="b">&lt;b&gt;</bpt>c<ept i="1">&lt;/b&gt;</ept>`:  `a<bpt i="1" type="b">&lt;b&gt;</bpt>c<ept i="1">&lt;/b&gt;</ept>`,
		`a<hi x="1" type="t">b<hi>c</hi></hi>`:                              `a<hi x="1" type="t">b<hi>c</hi></hi>`,
		`<ph assoc="p">[<sub type="alt">the <hi>alt</hi> &amp;</sub>]</ph>`: `<ph assoc="p">[<sub type="alt">the <hi>alt</hi> &amp;</sub>]</ph>`,
		`<sub>x</sub>`:                         `<ph>&lt;sub&gt;</ph>x<ph>&lt;/sub&gt;</ph>`,
		`<it pos="Begin" x="4">&lt;i&gt;</it>`: `<it pos="begin" x="4">&lt;i&gt;</it>`,
		`<it>q</it><bpt>r</bpt>`:               `<ph>q</ph><ph>r</ph>`,
		`<ph id="7" x="2"/>`:                   `<ph x="2"></ph>`,
		`<ut>u<b>v</b></ut>`:                   `<ut>u&lt;b&gt;v&lt;/b&gt;</ut>`,
		`<HI>x</HI>`:                           `<hi>x</hi>`,
		`<hi/>`:                                `<hi></hi>`,
	} {
		units, errs := read(strings.NewReader(swap("Muscat.", in)))
		require.Empty(t, errs, in)
		assert.Contains(t, string(write(t, tmx.Header{}, units...)), "arrived in "+want+"</seg>", in)
	}
}

// dataDir returns the directory of the shared data; the test is skipped where there is none.
func dataDir(t testing.TB, parts ...string) string {
	dir := os.Getenv("BITEXT_DATA")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skip("skipped: no data")
	}
	dir, err := filepath.Abs(filepath.Join(append([]string{dir}, parts...)...))
	require.NoError(t, err)
	return dir
}

// TestSharedVariants reads the files that the shared script makes, and prints what became of each.
func TestSharedVariants(t *testing.T) {
	from, dir := dataDir(t, "tmx-clients"), t.TempDir()
	sample, err := os.ReadFile(filepath.Join(from, "sample.ar-en.tmx"))
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "sample.ar-en.tmx"), sample, 0o666))
	run := exec.Command("python3", filepath.Join(from, "variants.py"))
	run.Dir = dir
	out, err := run.CombinedOutput()
	require.NoError(t, err, string(out))
	files, err := filepath.Glob(filepath.Join(dir, "v*.tmx"))
	require.NoError(t, err)
	require.Len(t, files, 32)
	lost := map[string]string{ // everything else is read whole
		"v09_ctrl.tmx":         "line 7: unit left out: character U+000C",
		"v10_charref_ctrl.tmx": "line 7: unit left out: &#12;",
		"v27_fffe.tmx":         "line 7: unit left out: character U+FFFE",
	}
	for _, name := range files {
		f, err := os.Open(name)
		require.NoError(t, err)
		units, errs := read(f)
		f.Close()
		base := filepath.Base(name)
		t.Logf("%-24s read %d, lost %d %v", base, len(units), len(errs), errs)
		if want := lost[base]; want != "" {
			require.Len(t, units, 1, base)
			require.Len(t, errs, 1, base)
			assert.ErrorContains(t, errs[0], want)
			continue
		}
		assert.Len(t, units, 2, base)
		assert.Empty(t, errs, base)
		for _, u := range units {
			_, ok := u.In(language.Arabic)
			assert.True(t, ok, base)
			_, ok = u.In(language.English)
			assert.True(t, ok, base)
		}
	}
}
