package read_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/read"
)

// wordList returns a DOCX file with lists and some paragraphs, each "list level text" or "style
// text".
func wordList(t *testing.T, numbering, styles string, paragraphs ...string) []byte {
	var b strings.Builder
	for _, p := range paragraphs {
		list, rest, _ := strings.Cut(p, " ")
		level, text, _ := strings.Cut(rest, " ")
		properties := fmt.Sprintf(`<w:numPr><w:ilvl w:val="%s"/><w:numId w:val="%s"/></w:numPr>`, level, list)
		if list > "9" {
			properties, text = fmt.Sprintf(`<w:pStyle w:val="%s"/>`, list), rest
		}
		fmt.Fprintf(&b, `<w:p><w:pPr>%s</w:pPr><w:r><w:t>%s</w:t></w:r></w:p>`, properties, text)
	}
	return archive(t, map[string]string{
		"word/document.xml":  wordHead + b.String() + wordTail,
		"word/numbering.xml": `<w:numbering xmlns:w="w">` + numbering + `</w:numbering>`,
		"word/styles.xml":    `<w:styles xmlns:w="w">` + styles + `</w:styles>`,
	}, "", nil, 0)
}

func level(n int, format, text, more string) string {
	return fmt.Sprintf(`<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/>%s</w:lvl>`,
		n, format, text, more)
}

// The numbers that Word gives to paragraphs are part of their text.
func TestNumbersOfWordLists(t *testing.T) {
	const list = `<w:num w:numId="%d"><w:abstractNumId w:val="%d"/>%s</w:num>`
	numbering := `<w:abstractNum w:abstractNumId="0">` + level(0, "decimal", "%1.", "") +
		level(1, "decimal", "%1.%2.", "") + level(2, "lowerLetter", "(%3)", "") + `</w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="1">` + level(0, "upperRoman", "Article %1", `<w:pStyle w:val="Clause"/>`) +
		level(1, "decimal", "%1.%2", `<w:isLgl/>`) + level(2, "bullet", "o", "") + `</w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="2">` + level(0, "chineseCounting", "第%1条", `<w:suff w:val="nothing"/>`) +
		`</w:abstractNum>` +
		fmt.Sprintf(list, 1, 0, "") + fmt.Sprintf(list, 2, 1, "") + fmt.Sprintf(list, 4, 2, "") +
		fmt.Sprintf(list, 3, 0, `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>`)
	styles := `<w:style w:styleId="Clause"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>` +
		`<w:style w:styleId="Sub"><w:basedOn w:val="Clause"/></w:style>`
	raw := wordList(t, numbering, styles,
		"1 0 Parties", "1 1 The buyer", "1 2 or his agent", "1 2 or his heirs", "1 1 The seller", "1 0 Payment",
		"1 1 Price", "1 0 ", "0 0 No number", "3 0 Anew", "Clause Scope", "2 1 Law", "2 2 Bullet", "Sub Terms",
		"2 1 Courts", "4 0 总则", "1 0 On")
	doc, err := new(read.Reader).Read(t.Context(), "a.docx", bytes.NewReader(raw))
	require.NoError(t, err)
	assert.Equal(t, []string{"1. Parties", "1.1. The buyer", "(a) or his agent", "(b) or his heirs", "1.2. The seller",
		"2. Payment", "2.1. Price", "No number", "1. Anew", "Article I Scope", "1.1 Law", "Bullet", "Article II Terms",
		"2.1 Courts", "第一条总则", "2. On"}, paragraphs(doc))
}

// So are those of HTML, as browsers show them, and therefore of books.
func TestNumbersOfHTMLLists(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"<ol><li>Buy<li>Pay</ol>", []string{"1. Buy", "2. Pay"}},
		{"<ol start=5><li>Five</li><li value=9><p>Nine</p><p>more</p></li><li>Ten</li></ol>", []string{"5. Five", "9. Nine", "more", "10. Ten"}},
		{"<ol type=a><li>One<ol type=I><li>In<li>Out</ol><li>Two<ul><li>Bullet</ul><li>Three</ol>", []string{"a. One", "I. In", "II. Out", "b. Two", "Bullet", "c. Three"}},
		{"<ol reversed start=2><li>Two<li>One</ol><ol reversed><li>No number</ol>", []string{"2. Two", "1. One", "No number"}},
		{"<ol style='list-style-type: lower-roman; color: red'><li>i</ol><ol style='list-style: none'><li>none</ol>", []string{"i. i", "none"}},
		{"<ol class=list-unstyled><li>none</ol><ol role=list><li>none, too</ol>", []string{"none", "none, too"}},
		{"<ol><li></li><li>Two</ol><p>After", []string{"2. Two", "After"}},
		{"<ol><li>One</ol><ol><li>Anew</ol><li>alone", []string{"1. One", "1. Anew", "alone"}},
		{"<ul><li>a<ol><li>b</ol></ul>", []string{"a", "1. b"}},
		{"<ol start=x type=z><li>One", []string{"1. One"}},
	} {
		d, err := new(read.Reader).Read(t.Context(), "a.html", strings.NewReader("<!doctype html>"+c.in))
		require.NoError(t, err, c.in)
		assert.Equal(t, c.want, paragraphs(d), c.in)
	}
}

// So are those of OpenDocument.
func TestNumbersOfOpenDocumentLists(t *testing.T) {
	const styles = `<office:automatic-styles><text:list-style style:name="L">` +
		`<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>` +
		`<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="("` +
		` style:num-suffix=")" text:display-levels="2"/></text:list-style>` +
		`<text:list-style style:name="M"><text:list-level-style-number text:level="1" style:num-format="i"` +
		` loext:num-list-format="§%1%:"/></text:list-style>` +
		`<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/>` +
		`</text:list-style><text:outline-style style:name="O"><text:outline-level-style text:level="1"` +
		` style:num-format="I" style:num-suffix=" –"/></text:outline-style></office:automatic-styles>`
	item := func(in string) string { return "<text:list-item>" + in + "</text:list-item>" }
	p := func(in string) string { return "<text:p>" + in + "</text:p>" }
	body := `<text:h text:outline-level="1">Contract</text:h>` +
		`<text:list xml:id="x" text:style-name="L">` + item(p("Parties")+p("and others")) +
		item(p("Price")+`<text:list>`+item(p("net"))+item(p("gross"))+`</text:list>`) + `</text:list>` +
		`<text:list text:style-name="M">` + item(p("Law")) + `</text:list>` +
		`<text:list text:continue-list="x" text:style-name="L">` + item(p("Term")) + `<text:list-header>` + p("Note") +
		`</text:list-header><text:list-item text:start-value="7">` + p("End") + `</text:list-item></text:list>` +
		`<text:list text:style-name="B">` + item(p("Bullet")) + `</text:list>` +
		`<text:h text:outline-level="1">Annex</text:h>`
	raw := archive(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.text",
		"content.xml": `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" ` +
			`xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" ` +
			`xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:loext="l">` + styles +
			`<office:body><office:text>` + body + `</office:text></office:body></office:document-content>`,
	}, "", nil, 0)
	doc, err := new(read.Reader).Read(t.Context(), "a.odt", bytes.NewReader(raw))
	require.NoError(t, err)
	assert.Equal(t, []string{"I – Contract", "1. Parties", "and others", "2. Price", "(2.a) net", "(2.b) gross",
		"§i: Law", "3. Term", "Note", "7. End", "Bullet", "II – Annex"}, paragraphs(doc))
}
