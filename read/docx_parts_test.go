package read_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/read"
)

// What Word draws, replaces or hides is read as its reader sees it.
func TestPartsOfWord(t *testing.T) {
	const styles = `<w:styles xmlns:w="w"><w:style w:styleId="Inhopg1"><w:name w:val="toc 1"/></w:style>` +
		`<w:style w:styleId="Abb"><w:name w:val="table of figures"/></w:style>` +
		`<w:style w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:vanish/></w:rPr></w:style>` +
		`<w:style w:styleId="Also"><w:basedOn w:val="Gone"/></w:style></w:styles>`
	r := func(s string) string { return `<w:r><w:t xml:space="preserve">` + s + `</w:t></w:r>` }
	p := func(s string) string { return "<w:p>" + s + "</w:p>" }
	field := func(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }
	code := func(s string) string { return `<w:r><w:instrText>` + s + `</w:instrText></w:r>` }
	checkFormat(t, []formatCase{
		{name: "symbols", in: p(r("Go ") + `<w:r><w:sym w:font="Wingdings" w:char="F0E0"/><w:t xml:space="preserve"> </w:t>` +
			`<w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Segoe UI Symbol" w:char="2713"/><w:sym w:font="Logos" w:char="F041"/></w:r>` +
			`<w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>` + "\uF0B3" + `</w:t></w:r>`),
			want: []string{"Go → α✓≥"}, out: []string{"a symbol of the font Logos"}},
		{name: "an emoji for old programs", in: p(r("Well ") + `<w:r><mc:AlternateContent xmlns:mc="mc"><mc:Choice Requires="w16se">` +
			`<w16se:symEx xmlns:w16se="s" w16se:char="1F600"/></mc:Choice><mc:Fallback><w:t>😀</w:t></mc:Fallback></mc:AlternateContent></w:r>` +
			r(" done.")), want: []string{"Well 😀 done."}},
		{name: "a large initial", in: p(`<w:pPr><w:framePr w:dropCap="drop" w:lines="3"/></w:pPr>`+r("W")) + p(r("hen it rains, ride slowly.")), want: []string{"When it rains, ride slowly."}},
		{name: "fields", in: p(field("begin")+code(" HYPERLINK x ")+field("separate")+r("A link")+field("end")+r(", page ")+field("begin")+code(" PAGE ")+field("separate")+r("3")+field("end")+
			field("begin")+code(" IF ")+field("begin")+code(" DATE ")+field("separate")+r("1 May")+field("end")+
			code(" = ")+field("separate")+r(" now")+field("end")+r(".")) +
			p(field("begin")+code(" never ends ")) + p(r("More.")), want: []string{"A link, page 3 now.", "More."}},
		{name: "tags and controls", in: p(`<w:smartTag w:element="place">`+r("Rome")+`</w:smartTag><w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>`+r(" in May")+`</w:sdtContent></w:sdt><w:customXml>`+r(".")+`</w:customXml>`) +
			`<w:sdt><w:sdtContent>` + p(r("In a control.")) + `</w:sdtContent></w:sdt>`, want: []string{"Rome in May.", "In a control."}},
		{name: "contents of a Dutch document", in: p(`<w:pPr><w:pStyle w:val="Inhopg1"/></w:pPr>`+r("Een")+r("7")) + p(`<w:pPr><w:pStyle w:val="Abb"/></w:pPr>`+r("Figuur 1")) + p(r("Een")), want: []string{"Een"}, out: []string{"table of contents"}},
		{name: "hidden styles", in: p(`<w:r><w:rPr><w:rStyle w:val="Also"/></w:rPr><w:t>hidden</w:t></w:r>`+r("Shown.")) + p(`<w:pPr><w:pStyle w:val="Gone"/></w:pPr>`+r("Hidden.")+`<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Not this.</w:t></w:r>`), want: []string{"Shown.", "Not this."}, out: []string{"hidden text"}},
		{name: "comments and old formulas", in: p(r("Text") + `<w:r><w:commentReference w:id="1"/></w:r><w:r><w:object><o:OLEObject xmlns:o="o" ProgID="Equation.3"/></w:object></w:r>` + r(".")),
			want: []string{"Text."}, out: []string{"comments",
				"formulas that are pictures (Equation Editor, MathType)"}},
		{name: "another document inside", in: p(r("Text.")) + `<w:altChunk r:id="x" xmlns:r="r"/>`, want: []string{"Text."}, out: []string{"another document inside it (altChunk)"}},
	}, func(in string) (string, []byte) {
		return "a.docx", archive(t, map[string]string{"word/document.xml": wordHead + in + wordTail,
			"word/styles.xml": styles}, "", nil, 0)
	})
	raw := archive(t, map[string]string{"word/document.xml": wordHead + `<w:altChunk/>` + wordTail}, "", nil, 0)
	_, err := new(read.Reader).Read(t.Context(), "a.docx", bytes.NewReader(raw))
	require.ErrorIs(t, err, read.ErrEmpty)
	assert.ErrorContains(t, err, "another document inside it (altChunk); open it in Word, and save it again")
}

// The numbers of PowerPoint are text, as those of Word are. Hidden slides are left out, and content
// for old programs is read once.
func TestPartsOfPowerPoint(t *testing.T) {
	item := func(level, kind, text string) string {
		bullet := `<a:buAutoNum type="` + kind + `"/>`
		if kind == "" {
			bullet = `<a:buChar char="•"/>`
		}
		run := ""
		if text != "" {
			run = `<a:r><a:t>` + text + `</a:t></a:r>`
		}
		return `<a:p><a:pPr lvl="` + level + `">` + bullet + `</a:pPr>` + run + `</a:p>`
	}
	frame := func(in ...string) string { return `<p:sp><p:txBody>` + strings.Join(in, "") + `</p:txBody></p:sp>` }
	slide := func(show, in string) string {
		return `<p:sld xmlns:p="p" xmlns:a="a" xmlns:mc="mc" xmlns:m="m"` + show + `>` + in + `</p:sld>`
	}
	raw := archive(t, map[string]string{
		"ppt/presentation.xml": "<p/>",
		"ppt/slides/slide1.xml": slide("", frame(item("0", "arabicPeriod", "Buy"), item("1", "alphaLcParenBoth", "bread"),
			item("1", "alphaLcParenBoth", "tea"), item("0", "arabicPeriod", ""), item("0", "arabicPeriod", "Pay"),
			item("0", "", "A bullet"), item("0", "arabicPeriod", "Go"))+
			frame(`<a:lstStyle><a:lvl1pPr><a:buAutoNum type="romanUcParenR" startAt="4"/></a:lvl1pPr></a:lstStyle>`+
				`<a:p><a:r><a:t>Four</a:t></a:r></a:p><a:p><a:pPr><a:buNone/></a:pPr><a:r><a:t>None</a:t></a:r></a:p>`)+
			frame(item("0", "circleNumDbPlain", "Circle"), item("0", "ea1JpnKorPlain", "二"))),
		"ppt/slides/slide2.xml": slide(` show="0"`, frame(item("0", "", "Hidden"))),
		"ppt/slides/slide3.xml": slide("", `<mc:AlternateContent><mc:Choice>`+frame(`<a:p><a:r><a:t>It is </a:t></a:r>`+
			`<a14:m xmlns:a14="b"><m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath></a14:m></a:p>`)+
			`</mc:Choice><mc:Fallback>`+frame(`<a:p><a:r><a:t>It is a picture</a:t></a:r></a:p>`)+`</mc:Fallback></mc:AlternateContent>`),
	}, "", nil, 0)
	d, err := new(read.Reader).Read(t.Context(), "a.pptx", bytes.NewReader(raw))
	require.NoError(t, err)
	assert.Equal(t, []string{"1. Buy", "(a) bread", "(b) tea", "2. Pay", "A bullet", "1. Go", "IV) Four", "None",
		"① Circle", "一 二", "It is 1/2"}, paragraphs(d))
	assert.Equal(t, []string{"hidden slide"}, leftOut(d))
}
