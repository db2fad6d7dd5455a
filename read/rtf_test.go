package read_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/read"
)

func TestRTF(t *testing.T) {
	checkFormat(t, []formatCase{
		{"paragraphs and breaks", `One\line two.\par Three\tab four.\par\par Five.\page Six.`,
			[]string{"One / two.", "Three four.", "Five. Six."}, nil},
		{"a paragraph without an end", `{One}`, []string{"One"}, nil},
		{"line ends mean nothing", "On\ne \ntwo.\\\nThree.", []string{"One two.", "Three."}, nil},
		{"Unicode", `\u8220?A\u8221?\'94\uc2\u1046\'c6\'c7\uc0\u-10179\u-8704 .\uc1 {\uc0\u233}\u233e.`,
			[]string{"“A””Ж\U0001F600.éé."}, nil},
		{"characters by name", `\ldblquote A\rdblquote\emdash\~\bullet\_\lquote b\rquote  \{c\}\\`, []string{"“A”—\u00A0•‑‘b’ {c}\\"}, nil},
		{"code pages of fonts", `{\fonttbl{\f0\fnil\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}{\f2\fcharset178 Arial (Arabic);}{\f3\fcharset128 MS;}{\f4\fcharset2 Symbol;}{\f5\cpg1253 G;}}` +
			`\f0 caf\'e9 \f1\'ec\'e8\'f0 {\rtlch\fcs1 \af2 \'d3\'e1\'c7\'e3} \f3\'93\'fa\'96\'7b{\f4 \'b7\'62}\f5\'e1`,
			[]string{"café мир سلام 日本•βα"}, nil},
		{"hidden, deleted and marked text", `A{\v hidden}{\deleted gone} b{\v0 c}{\xe {index}}{\*\bkmkstart x}.{\*\unknown {x} y}`, []string{"A bc."}, []string{"hidden text", "deleted text of tracked changes"}},
		{"pictures", `A{\pict\wmetafile8 010203}{\*\shppict{\pict 04}}\bin3 {}}b`, []string{"Ab"}, nil},
		{"heads and feet", `{\header Head\par}{\footerr 3\par}Text.`, []string{"Text."}, []string{"heads and feet of the pages"}},
		{"notes", `A{\super\chftn{\footnote\pard\plain {\super\chftn} note one.\par}} b.{\footnote\ftnalt End.}\par C.`,
			[]string{"A b.", "note one.", "C.", "End."}, nil},
		{"numbers of items", `{\listtext\pard 1.\tab}First.\par{\pntext 2.\tab}{\*\pn\pnlvlbody}Second.\par{\listtext\bullet\tab}Third.\par{\listtext o\tab}Fourth.\par{\listtext 3.\tab}\par`,
			[]string{"1. First.", "2. Second.", "Third.", "Fourth."}, nil},
		{"fields", `A {\field{\*\fldinst HYPERLINK "x"}{\fldrslt link}}. {\field{\*\fldinst { TOC \\o }}{\fldrslt One\tab 1\par Two\tab 2}}\par B.`,
			[]string{"A link.", "B."}, []string{"table of contents"}},
		{"text boxes", `A{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt Box.\par}}{\shprslt old}} b.`, []string{"A b.", "Box."}, nil},
		{"text twice", `{\upr{caf?}{\*\ud{caf\u233?}}} noir`, []string{"café noir"}, nil},
		{"text after the end", `One}two`, []string{"One"}, nil},
	}, func(in string) (string, []byte) { return "a.rtf", []byte(`{\rtf1\ansi\ansicpg1252\deff0 ` + in + "}") })
}

func TestTablesInRTF(t *testing.T) {
	in := `{\rtf1\ansi Before.\par\trowd\cellx1\cellx2\pard\intbl a\cell b\par c\cell\row` +
		`\pard\intbl d\cell\itap2 n\nestcell m\nestcell{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}\pard\intbl e\cell\row` +
		`\pard After.\par\pard\intbl f\cell\row}`
	d, err := new(read.Reader).Read(t.Context(), "a.rtf", strings.NewReader(in))
	require.NoError(t, err)
	var got [][4]any
	for _, p := range d.Paragraphs {
		got = append(got, [4]any{p.Text, p.Table, p.Row, p.Column})
	}
	assert.Equal(t, [][4]any{
		{"Before.", 0, 0, 0}, {"a", 1, 1, 1}, {"b", 1, 1, 2}, {"c", 1, 1, 2}, {"d", 1, 2, 1}, {"n", 2, 1, 1}, {"m", 2, 1, 2},
		{"e", 1, 2, 2}, {"After.", 0, 0, 0}, {"f", 3, 1, 1},
	}, got)
}
