package bilingual_test

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/formats"
	"github.com/bitext-go/bitext/lang"
	"github.com/bitext-go/bitext/read"
	"github.com/bitext-go/bitext/read/bilingual"
)

// clauses are the rows of a contract in two languages.
var clauses = [][2]string{
	{"Lease", "Mietvertrag"},
	{"Term", "Laufzeit"},
	{"The lease begins on 1 May 2023.", "Das Mietverhältnis beginnt am 1. Mai 2023."},
	{"Rent", "Miete"},
	{"The rent is 900 euros. It is paid on the 3rd day of each month.", "Die Miete beträgt 900 Euro. Sie ist am 3. Tag jedes Monats zu zahlen."},
	{"Deposit", "Kaution"},
	{"The tenant pays a deposit & signs “here”.", "Der Mieter zahlt eine Kaution & unterschreibt „hier“."},
	{"Pets", "Haustiere"},
	{"No pets.", "Keine Haustiere."},
	{"Keys", "Schlüssel"},
	{"The tenant gets two keys.", "Der Mieter erhält zwei Schlüssel."},
	{"Signature", "Unterschrift"},
	{"Date", "Datum"},
}

// cells returns the rows of a table of the clauses: two columns, or five as translators' tools
// write them.
func cells(wide bool) (rows [][]string) {
	rows = append(rows, []string{"English", "German"})
	if wide {
		rows[0] = []string{"#", "ID", "English", "German", "Comment"}
	}
	for i, c := range clauses {
		if wide {
			comment := ""
			if i == 4 {
				comment = "Check the sum with the owner."
			}
			rows = append(rows, []string{fmt.Sprint(i + 1), fmt.Sprintf("a%df", i), c[0], c[1], comment})
		} else {
			rows = append(rows, []string{c[0], c[1]})
		}
	}
	return rows
}

var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;")

// inXML writes rows with elements for a table, a row and a cell.
func inXML(rows [][]string, row, cell string) string {
	var b strings.Builder
	for _, r := range rows {
		in := ""
		for _, c := range r {
			in += fmt.Sprintf(cell, escape.Replace(c))
		}
		fmt.Fprintf(&b, row, in)
	}
	return b.String()
}

func zipped(t *testing.T, files ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		w, err := z.CreateHeader(&zip.FileHeader{Name: files[i], Method: zip.Store})
		require.NoError(t, err)
		_, err = w.Write([]byte(files[i+1]))
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return b.String()
}

// tablesIn returns the same table in each format that has tables.
func tablesIn(t *testing.T, wide bool) map[string]string {
	rows := cells(wide)
	odt := func(kind string) string {
		return `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"` +
			` xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0">` +
			`<office:body><office:` + kind + `><table:table>` +
			inXML(rows, `<table:table-row>%s</table:table-row>`,
				`<table:table-cell><text:p>%s</text:p></table:table-cell>`) +
			`</table:table></office:` + kind + `></office:body></office:document-content>`
	}
	quoted, tabs, markdown := "", "", ""
	for i, r := range rows {
		for k, c := range r {
			if k > 0 {
				quoted += ";"
				tabs += "\t"
			}
			quoted += `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
			tabs += c
			markdown += "| " + c + " "
		}
		quoted, tabs, markdown = quoted+"\n", tabs+"\n", markdown+"|\n"
		if i == 0 {
			markdown += strings.Repeat("|---", len(r)) + "|\n"
		}
	}
	return map[string]string{
		"a.docx": zipped(t, "word/document.xml", `<w:document xmlns:w="w"><w:body><w:tbl>`+
			inXML(rows, `<w:tr>%s</w:tr>`,
				`<w:tc><w:tcPr><w:tcW w:w="1"/></w:tcPr><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:tc>`)+
			`</w:tbl></w:body></w:document>`),
		"a.odt": zipped(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", odt("text")),
		"a.ods": zipped(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", odt("spreadsheet")),
		"a.xlsx": zipped(t, "xl/workbook.xml", `<workbook xmlns:r="r"><sheets><sheet name="a" r:id="x"/></sheets></workbook>`,
			"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="x" Target="worksheets/sheet1.xml"/></Relationships>`,
			"xl/worksheets/sheet1.xml", `<worksheet><sheetData>`+
				inXML(rows, `<row>%s</row>`, `<c t="inlineStr"><is><t>%s</t></is></c>`)+`</sheetData></worksheet>`),
		"a.html": `<table>` + inXML(rows, `<tr>%s</tr>`, `<td>%s</td>`) + `</table>`,
		"a.md":   markdown,
		"a.csv":  quoted,
		"a.tsv":  tabs,
	}
}

func detect(text string) language.Tag {
	tag, _ := lang.ByLetters(language.English, language.German).Detect(text)
	return tag
}

// A table in two languages gives the same units in each format.
func TestTables(t *testing.T) {
	var want []string
	for _, c := range clauses {
		if c[0] == clauses[4][0] {
			want = append(want, "The rent is 900 euros. | Die Miete beträgt 900 Euro.",
				"It is paid on the 3rd day of each month. | Sie ist am 3. Tag jedes Monats zu zahlen.")
			continue
		}
		want = append(want, c[0]+" | "+c[1])
	}
	require.Len(t, want, 14)
	for _, wide := range []bool{false, true} {
		for name, in := range tablesIn(t, wide) {
			t.Run(fmt.Sprint(name, " ", wide), func(t *testing.T) {
				d, err := new(read.Reader).Read(t.Context(), name, strings.NewReader(in))
				require.NoError(t, err)
				f, err := bilingual.FromTables(d, bilingual.Columns{Detect: detect})
				require.NoError(t, err)
				require.NotNil(t, f)
				require.NoError(t, f.Complete(context.Background(), new(align.Aligner)))
				assert.Equal(t, []string{"en", "de"}, langs(f))
				assert.Equal(t, want, rows(f))
			})
		}
	}
}

// A table may have three languages, beside columns of numbers, states and comments.
func TestThreeLanguages(t *testing.T) {
	const in = "ID;Status;English;Deutsch;Français;Comment\n" +
		"1;ok;The bridge is closed.;Die Brücke ist geschlossen.;Le pont est fermé.;see map\n" +
		"2;ok;Take the ferry.;Nehmen Sie die Fähre.;Prenez le bac.;\n3;new;It leaves at ten.;;Il part à dix heures.;check\n"
	d, err := new(read.Reader).Read(t.Context(), "a.csv", strings.NewReader(in))
	require.NoError(t, err)
	for want, c := range map[string]bilingual.Columns{
		"It leaves at ten. |  | Il part à dix heures.": {},
		"Il part à dix heures. | It leaves at ten.":    {Langs: []language.Tag{language.French, language.English}},
		" | It leaves at ten.":                         {Langs: []language.Tag{language.German, language.English}, Numbers: []int{4, 3}},
	} {
		c.Detect = detect
		f, err := bilingual.FromTables(d, c)
		require.NoError(t, err)
		require.Len(t, f.Beads, 3)
		assert.Equal(t, want, rows(f)[2])
	}
}

// Named columns are taken, whatever they hold, and text around a table is aligned.
func TestNamedColumns(t *testing.T) {
	const in = "Rules of the house.\n\n" +
		"| a | b | c |\n|---|---|---|\n| Rest | 1 | Ruhe |\n| | 2 | Nacht |\n\nRegeln des Hauses.\n"
	d, err := new(read.Reader).Read(t.Context(), "a.md", strings.NewReader(in))
	require.NoError(t, err)
	f, err := bilingual.FromTables(d, bilingual.Columns{
		Langs: []language.Tag{language.German, language.English}, Numbers: []int{3, 1}, Detect: detect,
	})
	require.NoError(t, err)
	require.NoError(t, f.Complete(context.Background(), new(align.Aligner)))
	assert.Equal(t, []string{"de", "en"}, langs(f))
	assert.ElementsMatch(t, []string{" | Rules of the house.", "c | a", "Ruhe | Rest", "Nacht | ",
		"Regeln des Hauses. | "}, rows(f))

	f, err = bilingual.FromTables(d, bilingual.Columns{Langs: []language.Tag{language.German}, Numbers: []int{3, 1},
		Detect: detect})
	require.ErrorContains(t, err, "2 columns are named for 1 languages")
	assert.Nil(t, f)
}

// Tables that this project writes come back with their confidences.
func TestOurTablesComeBack(t *testing.T) {
	written := []formats.Row{
		{Texts: []string{"One house.", "Ein Haus."}, Boundary: .5, Translation: .25},
		{Texts: []string{"The garden is left out.", ""}, Boundary: 1, Translation: .125},
		{Texts: []string{"=2 is not a formula here.", "=2 ist hier keine Formel."}, Boundary: .75, Translation: 1},
		{Texts: []string{"“Two, or three”\tdoors.", `"Zwei, oder drei" Türen.`}, Boundary: .75, Translation: 1},
	}
	for name, open := range map[string]func(*bytes.Buffer) *formats.Writer{
		"a.csv": func(b *bytes.Buffer) *formats.Writer { return formats.NewCSV(b, language.English, language.German) },
		"a.tsv": func(b *bytes.Buffer) *formats.Writer { return formats.NewTSV(b) },
	} {
		var b bytes.Buffer
		w := open(&b)
		for _, r := range written {
			require.NoError(t, w.Write(r))
		}
		require.NoError(t, w.Close())
		d, err := new(read.Reader).Read(t.Context(), name, &b)
		require.NoError(t, err)
		f, err := bilingual.FromTables(d, bilingual.Columns{Detect: detect})
		require.NoError(t, err)
		require.NotNil(t, f, name)
		require.Len(t, f.Beads, len(written), name)
		for i, got := range rows(f) {
			assert.Equal(t, strings.ReplaceAll(strings.Join(written[i].Texts, " | "), "\t", " "), got, name)
			assert.EqualValues(t, written[i].Boundary, f.Beads[i].Boundary)
			assert.EqualValues(t, written[i].Translation, f.Beads[i].Translation)
		}
	}
}

// The languages of JSON Lines keep their order, though the first rows lack one.
func TestOurJSONLinesKeepTheirOrder(t *testing.T) {
	const in = `{"langs":["ar","en"],"texts":["","Draft"],"boundary":1,"translation":0}` + "\n" +
		`{"langs":["ar","en"],"texts":["الجسر مغلق.","The bridge is closed."],"boundary":0.5,"translation":1}` + "\n"
	f, err := bilingual.Read(t.Context(), "a.jsonl", strings.NewReader(in))
	require.NoError(t, err)
	assert.Equal(t, []string{"ar", "en"}, langs(f))
	assert.Equal(t, []string{" | Draft", "الجسر مغلق. | The bridge is closed."}, rows(f))
	_, err = bilingual.Read(t.Context(), "a.jsonl", strings.NewReader(in[:strings.Index(in, "\n")+1]))
	assert.ErrorContains(t, err, "all its units are in one language, en")
}

// What is not a table in two languages is none.
func TestNoBilingualTable(t *testing.T) {
	for _, in := range []string{
		"| a | b |\n|---|---|\n| One house | Two houses |\n| The garden | The door |\n",
		"Text.\n",
		"| Firma | Ort | Dienst | Link |\n|---|---|---|---|\n| Acme Corporation | Utrecht | hosting of web pages | https://example.org |\n" +
			"| Müller und Söhne | Köln am Rhein | search engine | https://example.com |\n| Initech | Springfield | payments | - |\n" +
			"| Überbau Gesellschaft | Wien | maps and the like | www.example.net |\n",
		"| 1 | 2 |\n|---|---|\n| 3 | 4 |\n",
	} {
		d, err := new(read.Reader).Read(t.Context(), "a.md", strings.NewReader(in))
		require.NoError(t, err)
		f, err := bilingual.FromTables(d, bilingual.Columns{Detect: detect})
		require.NoError(t, err)
		assert.Nil(t, f, in)
	}
}

func TestLanguageNamed(t *testing.T) {
	for name, want := range map[string]string{
		"English": "en", "français": "fr", "Deutsch": "de", "Anglais": "en", "fr-FR": "fr-FR", "zh_CN": "zh-CN", "ja": "ja",
		"zh-CHT": "zh-Hant", "Portuguese (Brazil)": "pt", "Source": "und", "Comment": "und", "No": "und", "12": "und", "": "und",
	} {
		tag, _ := bilingual.LanguageNamed(name)
		assert.Equal(t, want, tag.String(), name)
	}
}
