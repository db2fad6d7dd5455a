package read_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/read"
)

// wordFormula returns an element of a formula of Office Open XML, and its runs for single letters.
func wordFormula(name string, in ...string) string {
	return "<m:" + name + ">" + strings.Join(in, "") + "</m:" + name + ">"
}

// Formulas are text within their sentence, in one line.
func TestFormulas(t *testing.T) {
	m := wordFormula
	r := func(s string) string { return m("r", m("t", s)) }
	value := func(name, v string) string { return `<m:` + name + ` m:val="` + v + `"/>` }
	for _, c := range []struct{ in, want string }{
		{m("f", m("num", r("a")), m("den", r("b"))), "a/b"},
		{m("f", m("num", r("a+b")), m("den", r("2"))), "(a+b)/2"},
		{m("f", m("fPr", value("type", "noBar")), m("num", r("n")), m("den", r("k"))), "(n¦k)"},
		{m("sSup", m("e", r("x")), m("sup", r("2"))), "x^2"},
		{m("sSup", m("e", r("x")), m("sup", r("n+1"))), "x^(n+1)"},
		{m("sSub", m("e", r("x")), m("sub", r("1"))), "x_1"},
		{m("sSubSup", m("e", r("x")), m("sub", r("i")), m("sup", r("2"))), "x_i^2"},
		{m("sSub", m("e", r("a")), m("sub", r("i"))) + m("sSub", m("e", r("x")), m("sub", r("j"))) + r("+b"), "a_i x_j+b"},
		{m("sPre", m("sub", r("2")), m("sup", r("4")), m("e", r("He"))), "_2^4 He"},
		{m("rad", m("radPr", value("degHide", "1")), m("deg"), m("e", r("x+1"))), "√(x+1)"},
		{m("rad", m("deg", r("3")), m("e", r("x"))), "∛x"},
		{m("rad", m("deg", r("n")), m("e", r("x"))), "√(n&x)"},
		{m("nary", m("naryPr", value("chr", "∑")), m("sub", r("i=1")), m("sup", r("n")), m("e", r("i"))), "∑_(i=1)^n i"},
		{m("nary", m("sub"), m("sup"), m("e", r("x"))), "∫ x"},
		{m("d", m("dPr", value("begChr", "["), value("endChr", "]")), m("e", r("a")), m("e", r("b"))), "[a|b]"},
		{m("d", m("dPr", value("begChr", "{"), value("endChr", "")), m("e", m("eqArr", m("e", r("1")), m("e", r("2"))))), "{1; 2"},
		{m("func", m("fName", r("sin")), m("e", r("x"))), "sin x"},
		{m("func", m("fName", m("limLow", m("e", r("lim")), m("lim", r("x→0")))), m("e", m("d", m("e", r("x"))))), "lim_(x→0)(x)"},
		{m("acc", m("accPr", value("chr", "\u20D7")), m("e", r("v"))), "v\u20D7"},
		{m("bar", m("e", r("x"))), "x\u0305"},
		{m("d", m("e", m("m", m("mr", m("e", r("1")), m("e", r("0"))), m("mr", m("e", r("0")), m("e", r("1")))))), "(1, 0; 0, 1)"},
		{m("phant", m("e", r("x"))) + r("y\u2061"), "y"},
		{"<w:del>" + r("x") + "</w:del>" + r("y"), "y"},
		{m("f", m("num"), m("den")), "/"},
		{m("f"), "/"},
		{strings.Repeat("<m:rad><m:e>", 200) + r("x") + strings.Repeat("</m:e></m:rad>", 200),
			strings.Repeat("√(", 29) + "√x" + strings.Repeat(")", 29)},
	} {
		body := `<w:p><w:r><w:t xml:space="preserve">Let </w:t></w:r><m:oMath xmlns:m="m">` + c.in +
			`</m:oMath><w:r><w:t>.</w:t></w:r></w:p>`
		raw := archive(t, map[string]string{"word/document.xml": wordHead + body + wordTail}, "", nil, 0)
		d, err := new(read.Reader).Read(t.Context(), "a.docx", bytes.NewReader(raw))
		require.NoError(t, err, c.want)
		assert.Equal(t, []string{"Let " + c.want + "."}, paragraphs(d))
	}
}

// So are those of OpenDocument, which are in MathML and files of their own.
func TestFormulasOfOpenDocument(t *testing.T) {
	const head = `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"` +
		` xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="x"` +
		` xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"><office:body><office:text>`
	const math = `<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><msup><mi>x</mi><mn>2</mn></msup>` +
		`<mo>=</mo><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><msqrt><mi>c</mi></msqrt></mfrac><mo>+</mo>` +
		`<munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover><mroot><mi>y</mi><mn>3</mn></mroot><mo>+</mo>` +
		`<msubsup><mi>z</mi><mn>1</mn><mn>2</mn></msubsup><mo>+</mo><mfenced><mi>p</mi><mi>q</mi></mfenced></mrow>` +
		`<annotation encoding="StarMath 5.0">x^2</annotation></semantics></math>`
	raw := archive(t, map[string]string{
		"mimetype": "application/vnd.oasis.opendocument.text",
		"content.xml": head + `<text:p>Let <draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>.</text:p>` +
			`<text:p>See <draw:frame><draw:object xlink:href="./Object 2"/></draw:frame>.</text:p>` +
			`</office:text></office:body></office:document-content>`,
		"Object 1/content.xml": math,
		"Object 2/content.xml": `<office:document-content xmlns:office="o"><t>A chart</t></office:document-content>`,
	}, "", nil, 0)
	d, err := new(read.Reader).Read(t.Context(), "a.odt", bytes.NewReader(raw))
	require.NoError(t, err)
	assert.Equal(t, []string{"Let x^2=(a+b)/(√c)+∑_i^n∛y+z_1^2+(p, q).", "See ."}, paragraphs(d))
	assert.Equal(t, []string{"text of diagrams and charts"}, leftOut(d))
}
