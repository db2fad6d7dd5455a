package read_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/lang"
	"github.com/bitext-go/bitext/read"
)

// A textAt is a line of text at a place on a page, in points from its upper left corner.
type textAt struct {
	x, y float64
	text string
}

// turned is the place of text that is turned by a right angle, and runs upwards.
const turned = -1000

// pdfOf returns a PDF (ISO 32000) of pages of text in Courier, whose width every reader knows.
func pdfOf(pages ...[]textAt) []byte {
	var b bytes.Buffer
	var offsets []int
	object := func(format string, args ...any) {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(offsets), fmt.Sprintf(format, args...))
	}
	b.WriteString("%PDF-1.4\n")
	var kids []string
	for i := range pages {
		kids = append(kids, fmt.Sprintf("%d 0 R", 4+2*i))
	}
	object("<</Type/Catalog/Pages 2 0 R>>")
	object("<</Type/Pages/Kids[%s]/Count %d>>", strings.Join(kids, " "), len(pages))
	object("<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>")
	for _, page := range pages {
		var content strings.Builder
		for _, t := range page {
			text, _ := charmap.Windows1252.NewEncoder().String(t.text)
			text = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(text)
			at := fmt.Sprintf("1 0 0 1 %.1f %.1f", t.x, 800-t.y)
			if t.x < 0 {
				at = fmt.Sprintf("0 1 -1 0 %.1f %.1f", t.x-turned, 800-t.y)
			}
			fmt.Fprintf(&content, "BT /F 10 Tf %s Tm (%s) Tj ET\n", at, text)
		}
		object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents %d 0 R/Resources<</Font<</F 3 0 R>>>>>>",
			len(offsets)+2)
		object("<</Length %d>>stream\n%sendstream", content.Len(), content.String())
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, at := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, start)
	return b.Bytes()
}

// wrap cuts a text into lines of a number of characters.
func wrap(text string, width int) (lines []string) {
	line := ""
	for _, w := range strings.Fields(text) {
		if line != "" && len([]rune(line))+1+len([]rune(w)) > width {
			lines = append(lines, line)
			line = ""
		}
		line = strings.TrimSpace(line + " " + w)
	}
	return append(lines, line)
}

const leading = 14.0

// tableOn typesets the rows of a table, whose columns begin at some places, from y on.
func tableOn(y float64, starts []float64, rows ...[]string) (page []textAt) {
	for _, row := range rows {
		height := 0.0
		for c, cell := range row {
			for i, line := range wrap(cell, 34) {
				page = append(page, textAt{starts[c], y + leading*float64(i), line})
				height = max(height, leading*float64(i+1))
			}
		}
		y += height + 8
	}
	return page
}

// readPDF reads a PDF where pdftotext is installed; ok is false where it is not.
func readPDF(t *testing.T, raw []byte) (d *read.Document, ok bool) {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		require.Empty(t, os.Getenv("BITEXT_PDF"), "pdftotext must be there")
		return nil, false
	}
	d, err := new(read.Reader).Read(t.Context(), "a.pdf", bytes.NewReader(raw))
	require.NoError(t, err)
	return d, true
}

var (
	rulesEN = []string{
		"The council meets at least four times a year in the town hall.",
		"Each member has one vote, and the chair decides if the votes are equal.",
		"A member who cannot attend informs the secretary in writing, and may name a substitute with the same rights.",
		"Decisions are published in the gazette.",
		"Any resident may ask for a question to be put on the agenda.",
	}
	rulesDE = []string{
		"Der Rat tritt mindestens viermal im Jahr im Rathaus zusammen.",
		"Jedes Mitglied hat eine Stimme.",
		"Ein verhindertes Mitglied meldet sich schriftlich beim Sekretär ab und darf eine Vertretung mit denselben Rechten benennen.",
		"Beschlüsse werden im Amtsblatt veröffentlicht.",
		"Jeder Einwohner darf verlangen, dass eine Frage auf die Tagesordnung kommt.",
	}
)

// A table keeps its cells whole, and goes on over the pages.
func TestPDFTable(t *testing.T) {
	var rows [][]string
	for i := range rulesEN {
		rows = append(rows, []string{rulesEN[i], rulesDE[i]})
	}
	starts := []float64{60, 300}
	const before = "These are the rules of the council as they were agreed on in the spring of the year."
	const after = "They were signed on the first day of May in the presence of all members of the council."
	first := append([]textAt{{60, 60, before}},
		tableOn(100, starts, rows[:4]...)...)
	second := append(tableOn(60, starts, rows[4]), textAt{60, 200, after})
	d, ok := readPDF(t, pdfOf(first, second))
	if !ok {
		return
	}
	var got [][3]any
	for _, p := range d.Paragraphs {
		got = append(got, [3]any{p.Row, p.Column, p.Text})
	}
	want := [][3]any{{0, 0, before}}
	for i := range rulesEN {
		want = append(want, [3]any{i + 1, 1, rulesEN[i]}, [3]any{i + 1, 2, rulesDE[i]})
	}
	want = append(want, [3]any{0, 0, after})
	assert.Equal(t, want, got)
	text := d.Text(language.English)
	assert.Equal(t, 1, text.Lines[0].Page)
	assert.Equal(t, 2, text.Lines[len(text.Lines)-1].Page)
}

// Columns in two languages that run on their own are two texts.
func TestPDFColumnsInTwoLanguages(t *testing.T) {
	var pages [][]textAt
	at := [2]int{} // the next rule of each language
	for range 3 {
		var page []textAt
		for c, rules := range [][]string{rulesEN, rulesDE} {
			for y := 60.0; y < 500; y += 6 + 3*float64(c) {
				for _, line := range wrap(fmt.Sprintf("In case %d: %s", at[c]+1, rules[at[c]%len(rules)]), 34-2*c) {
					page = append(page, textAt{60 + 240*float64(c), y, line})
					y += leading
				}
				at[c]++
			}
		}
		pages = append(pages, page)
	}
	d, ok := readPDF(t, pdfOf(pages...))
	if !ok {
		return
	}
	texts := d.Split(lang.ByLetters(language.English, language.German))
	require.Len(t, texts, 2)
	for c, rules := range [][]string{rulesEN, rulesDE} {
		got := sentences(texts[c])
		require.Len(t, got, at[c], texts[c].Lang)
		for i, s := range got {
			assert.Equal(t, fmt.Sprintf("In case %d: %s", i+1, rules[i%len(rules)]), s)
		}
	}
}

// What has no text is said.
func TestPDFWithPagesOfPictures(t *testing.T) {
	page := []textAt{{60, 60, "The council meets in the town hall."}}
	d, ok := readPDF(t, pdfOf(page, nil, nil))
	if !ok {
		return
	}
	require.Len(t, d.Notes, 1)
	assert.Equal(t, read.Doubted, d.Notes[0].Kind)
	assert.Equal(t, "2 of 3 pages have no text: they are pictures or empty; recognise the text first, "+
		"for example with: ocrmypdf", d.Notes[0].String())
	assert.Equal(t, "The council meets in the town hall.", strings.TrimSpace(d.Body))
}

// Text from right to left in a table is read as pdftotext orders it.
func TestPDFTableFromRightToLeft(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join(fixtures, "formats", "rules.en-he.pdf"))
	require.NoError(t, err)
	d, ok := readPDF(t, raw)
	if !ok {
		return
	}
	var got []string
	for _, p := range d.Paragraphs {
		if p.Column == 2 {
			got = append(got, p.Text)
		}
	}
	assert.Equal(t, []string{
		"המועצה תתכנס לפחות ארבע פעמים בשנה בבניין העירייה.",
		"לכל חבר מועצה קול אחד, וליושב הראש קול מכריע אם הקולות שקולים (סעיף 3).",
		"חבר שאינו יכול להגיע יודיע למזכיר בכתב לפחות יומיים לפני הישיבה.",
		"המזכיר רושם את הפרוטוקול ושולח אותו לכל החברים בתוך עשרה ימים.",
	}, got)
}

// column returns lines of text below one another, leading apart, from x and y on.
func column(x, y float64, lines ...string) (page []textAt) {
	for i, line := range lines {
		page = append(page, textAt{x, y + leading*float64(i), line})
	}
	return page
}

// Numbers of lines in the margin, as bills and records of courts have them, are left out: of each
// line, anew on each page or not, or of each fifth.
func TestPDFLineNumbers(t *testing.T) {
	const times, perPage = 15, 40
	text := wrap(strings.Repeat(strings.Join(rulesEN, " ")+" ", times), 60)
	want := slices.Repeat(rulesEN, times)
	for _, c := range []struct {
		why   string
		first func(page int) int // number on a page
		step  int
	}{
		{"through the document", func(page int) int { return page*perPage + 1 }, 1},
		{"anew on each page", func(int) int { return 1 }, 1},
		{"each fifth line", func(page int) int { return page*perPage + 1 }, 5},
	} {
		var pages [][]textAt
		for at := 0; at < len(text); at += perPage {
			var page []textAt
			for i, line := range text[at:min(at+perPage, len(text))] {
				y := 60 + leading*float64(i)
				if n := c.first(len(pages)) + i; n%c.step == 0 {
					page = append(page, textAt{60, y, fmt.Sprintf("%3d", n)})
				}
				page = append(page, textAt{100, y, line})
			}
			pages = append(pages, page)
		}
		d, ok := readPDF(t, pdfOf(pages...))
		if !ok {
			return
		}
		require.Len(t, d.Notes, 1, c.why)
		assert.Equal(t, "the numbers of lines in its margin are left out", d.Notes[0].String())
		assert.Equal(t, want, sentences(d.Text(language.English)), c.why)
	}
}

// Text along the edge of a page is left out, and does not come between the words beside it.
func TestPDFTurnedText(t *testing.T) {
	text := wrap(strings.Repeat(strings.Join(rulesEN, " ")+" ", 3), 60)
	var pages [][]textAt
	for at := 0; at < len(text); at += 9 {
		pages = append(pages, append(column(100, 60, text[at:min(at+9, len(text))]...),
			textAt{turned + 80, 180, "free of charge from"}))
	}
	d, ok := readPDF(t, pdfOf(pages...))
	if !ok {
		return
	}
	require.Len(t, d.Notes, 1)
	assert.Equal(t, "text that is turned in its margins is left out", d.Notes[0].String())
	assert.Equal(t, slices.Repeat(rulesEN, 3), sentences(d.Text(language.English)))
}

// A glyph that its font gives no character is said to be lost.
func TestPDFGlyphsWithoutCharacters(t *testing.T) {
	raw := pdfOf(column(60, 60, "The council meets in the town hall x."))
	raw = bytes.Replace(raw, []byte("/Encoding/WinAnsiEncoding>>"),
		[]byte("/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[120/uniFFFD]>>>>"), 1)
	d, ok := readPDF(t, raw)
	if !ok {
		return
	}
	assert.Equal(t, "The council meets in the town hall \uFFFD.", strings.TrimSpace(d.Body))
	assert.True(t, d.Lossy())
	require.Len(t, d.Notes, 1)
	assert.Equal(t, "1 glyphs have no characters in its fonts and became U+FFFD; use the document that the PDF was "+
		"made of", d.Notes[0].String())
}

// A PDF that cannot be opened without a password is said to be so, with what to do.
func TestPDFWithPassword(t *testing.T) {
	raw := pdfOf(column(60, 60, rulesEN...))
	key := strings.Repeat("5A", 32)
	raw = bytes.Replace(raw, []byte("trailer<<"), []byte("trailer<</ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/O<"+
		key+">/U<"+key+">/P -4>>"), 1)
	if _, err := exec.LookPath("pdftotext"); err != nil {
		require.Empty(t, os.Getenv("BITEXT_PDF"), "pdftotext must be there")
		return
	}
	_, err := new(read.Reader).Read(t.Context(), "a.pdf", bytes.NewReader(raw))
	require.ErrorIs(t, err, read.ErrProtected)
	assert.ErrorContains(t, err, "protected by a password; make a copy without it, for example with: "+
		"qpdf --password=PASSWORD --decrypt IN.pdf OUT.pdf")
}

// A numbered list is none.
func TestPDFNumberedList(t *testing.T) {
	var lines, want []string
	for i := range 15 {
		want = append(want, fmt.Sprintf("%d. %s", i+1, rulesEN[3+i%2]), fmt.Sprintf("%d Item of the list", i+1))
		lines = append(lines, want[2*i], want[2*i+1])
	}
	d, ok := readPDF(t, pdfOf(column(60, 60, lines...)))
	if !ok {
		return
	}
	assert.Empty(t, d.Notes)
	assert.Equal(t, want, sentences(d.Text(language.English)))
	lines = nil
	for i := range 30 {
		lines = append(lines, fmt.Sprintf("%2d years   %d", i+1, 1000*i+7))
	}
	d, _ = readPDF(t, pdfOf(column(60, 60, lines...)))
	assert.Empty(t, d.Notes, "a table of ages")
}

// Contents have titles, without dots and page numbers.
func TestPDFContents(t *testing.T) {
	dots := strings.Repeat(".", 30)
	d, ok := readPDF(t, pdfOf(append(column(60, 60, "1. The council "+dots+" 3", "2. Voting "+dots+" 12",
		"3. Publication "+strings.Repeat(". ", 15)+"xiv", "4. Questions of residents"+dots),
		column(60, 160, rulesEN[0], "The name is ........ and the age is given in years.")...)))
	if !ok {
		return
	}
	require.Len(t, d.Notes, 1)
	assert.Equal(t, "4 lines of contents are read without dots and page numbers", d.Notes[0].String())
	got := sentences(d.Text(language.English))
	assert.Equal(t, []string{"1. The council", "2. Voting", "3. Publication", "4. Questions of residents", rulesEN[0]},
		got[:5])
	assert.Contains(t, strings.Join(got[5:], " "), "The name is ........ and", "a blank to be filled in is text")
}

// Heads and feet are no rows of a table that goes on over the pages.
func TestPDFTableBetweenHeadsAndFeet(t *testing.T) {
	var pages [][]textAt
	var want []string
	for n := range 4 {
		page := column(60, 40, fmt.Sprintf("Rules of the council%sPage %d", strings.Repeat(" ", 30), n+1))
		var rows [][]string
		for i := range rulesEN {
			rule := (i + n) % len(rulesEN) // pages begin and end with other rules
			en := fmt.Sprintf("Case %d%d. %s", n+1, i, rulesEN[rule])
			de := fmt.Sprintf("Fall %d%d. %s", n+1, i, rulesDE[rule])
			rows = append(rows, []string{en, de})
			want = append(want, en, de)
		}
		page = append(page, tableOn(80, []float64{60, 300}, rows...)...)
		foot := "Council of Oakham, in the county of the oaks and on the river of that name"
		pages = append(pages, append(page, column(60, 700, foot)...))
	}
	d, ok := readPDF(t, pdfOf(pages...))
	if !ok {
		return
	}
	var got []string
	for _, p := range d.Paragraphs {
		got = append(got, p.Text)
	}
	assert.Equal(t, want, got)
}
