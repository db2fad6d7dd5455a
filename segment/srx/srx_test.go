package srx_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/segment"
	"github.com/bitext-go/bitext/segment/srx"
)

// document returns an SRX file with the given header attributes and body.
func document(cascade, rules, maps string) string {
	return `<?xml version="1.0" encoding="UTF-8"?>
<srx xmlns="http://www.lisa.org/srx20" xmlns:tool="urn:tool" version="2.0">
<header segmentsubflows="yes" cascade="` + cascade + `">
<formathandle type="start" include="no"/><tool:note>ignored</tool:note></header>
<body><languagerules>` + rules + `</languagerules><maprules>` + maps + `</maprules></body></srx>`
}

func compile(t *testing.T, source string) *srx.Rules {
	d, err := srx.Read(strings.NewReader(source))
	require.NoError(t, err)
	r, err := d.Compile()
	require.NoError(t, err)
	return r
}

// cut returns the sentences of a text with a stroke between them.
func cut(r *srx.Rules, text, lang string) string {
	rules := segment.Rules{Breaker: r}
	var out []string
	for s := range rules.Sentences(text, language.Make(lang)) {
		out = append(out, text[s.Start:s.End])
	}
	return strings.Join(out, " | ")
}

func rule(breaks, before, after string) string {
	return `<rule break="` + breaks + `"><beforebreak>` + before + `</beforebreak><afterbreak>` + after +
		`</afterbreak></rule>`
}

const dots = `<rule><beforebreak>[\.\?!]+</beforebreak><afterbreak>\s</afterbreak></rule>`

// What section 5 of the standard says of the order of rules, of cascading and of defaults.
func TestConformance(t *testing.T) {
	en := `<languagerule languagerulename="English">` + rule("no", `\bMr\.`, `\s`) +
		rule("no", `\s[UK]\.K?\.?`, `\s`) + `</languagerule>`
	fr := `<languagerule languagerulename="French">` + rule("no", `\bMme\.`, `\s`) + `</languagerule>`
	common := `<languagerule languagerulename="Default">` + dots + rule("yes", "", `\n`) + `</languagerule>`
	maps := `<languagemap languagepattern="EN.*" languagerulename="English"/>` +
		`<languagemap languagepattern="fr.*" languagerulename="French"/>` +
		`<languagemap languagepattern=".*" languagerulename="Default"/>`
	cascading := compile(t, document("yes", en+fr+common, maps))
	text := "In the U.K. Mr. Bell spoke. Mme. Roy left. It rained?\nYes! No."
	assert.Equal(t, "In the U.K. Mr. Bell spoke. | Mme. | Roy left. | It rained? | Yes! | No.",
		cut(cascading, text, "en-GB"), "exceptions come first")
	assert.Equal(t, "In the U.K. | Mr. | Bell spoke. | Mme. Roy left. | It rained? | Yes! | No.",
		cut(cascading, text, "fr"), "each language has its own")
	first := compile(t, document("no", en+fr+common, maps))
	assert.Equal(t, text, cut(first, text, "en"), "without cascade the first map alone counts, and it has no breaks")
	assert.Equal(t, "In the U.K. | Mr. | Bell spoke. | Mme. | Roy left. | It rained? | Yes! | No.",
		cut(first, text, "sw"))
	none := compile(t, document("yes", en, `<languagemap languagepattern="en" languagerulename="English"/>`))
	assert.Equal(t, text, cut(none, text, "de"), "no map, no break")
	order := compile(t, document("yes", `<languagerule languagerulename="x">`+dots+rule("no", `Mr\.`,
		`\s`)+`</languagerule>`,
		`<languagemap languagepattern=".*" languagerulename="x"/>`))
	assert.Equal(t, "Mr. | Bell.", cut(order, "Mr. Bell.", "en"), "the first rule that matches decides")
}

// Expressions of ICU as rule files have them.
func TestExpressions(t *testing.T) {
	for _, row := range []struct{ before, after, text, want string }{
		{`[.]`, `\s+\p{Lu}`, "One. Two. three.", "One. | Two. three."},
		{`\.`, `\s+(?=\p{Lu})`, "Un. Été. fin.", "Un. | Été. fin."},
		{`\.`, `(?!\s+\p{Ll})\s`, "Un. Été. fin.", "Un. | Été. fin."},
		{`\.(?<!Dr\.)`, `\s`, "Dr. Été. Fin.", "Dr. Été. | Fin."},
		{`(?<=\s)ab\.`, `\s`, "cd ab. Ef. Gh.", "cd ab. | Ef. Gh."},
		{`\bé\.`, `\s`, "caé. Ef é. Gh.", "caé. Ef é. | Gh."},
		{`[\p{Ll}[0-9]]\.++`, `\h`, "a1.. B c. D.", "a1.. | B c. | D."},
		{`\u3002`, ``, "水。火。", "水。 | 火。"},
		{`\x{3002}`, `\w`, "水。火。", "水。 | 火。"},
		{`(?i)ende\.`, `\s`, "Das ENDE. Nun.", "Das ENDE. | Nun."},
		{``, `#`, "ab#cd#", "ab | #cd | #"},
		{`[a-z&&[^bc]]\.`, `\s`, "a. b. c. d. E", "a. | b. c. d. | E"},
		{`[[a-z]--[bc]]\.`, `\s`, "a. b. c. d. E", "a. | b. c. d. | E"},
		{`[\p{L}[^íá]]\.`, `\s`, "í. 5. E", "í. | 5. | E"},
		{`[^\W\d]\.`, `\s`, "í. 5. E", "í. | 5. E"},
		{`(\Q...\E|…)`, `\s`, "a... b… c. d", "a... | b… | c. d"},
		{`(?iu)é\.`, `\s`, "É. e. f", "É. | e. f"},
		{`(?<!3ds )[Mm]ax\.`, `\s`, "3ds max. b. A max. c. Max. d", "3ds max. b. A max. | c. Max. | d"},
		{`(?<!(von|zu) )Ab\.`, `\s`, "von Ab. zu Ab. an Ab. c", "von Ab. zu Ab. an Ab. | c"},
		{`\.`, `\s+\p{Lu}(?!\p{L}|\d+)`, "a. B c. D5 e. Fg", "a. | B c. D5 e. Fg"},
		{`\.(?=\s\p{Lu})`, `\s`, "a. B c. d", "a. | B c. d"},
		{`\.`, `(?<!c\.)\s`, "a. B c. D", "a. | B c. D"},
		{`(?<=a)\.(?!\s\d)|(?<=b)\.`, `\s`, "a. 5 b. 5 a. B c. d", "a. 5 b. | 5 a. | B c. d"},
		{`^\s*\d+\.`, `\s`, "1. Ab 2. Cd", "1. | Ab 2. Cd"},
		{`x\.(?#a comment)`, `\s\B`, "x. (a) x. b", "x. | (a) x. b"},
	} {
		source := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")
		r := compile(t, document("yes", `<languagerule languagerulename="x">`+rule("yes", source.Replace(row.before),
			source.Replace(row.after))+
			`</languagerule>`, `<languagemap languagepattern=".*" languagerulename="x"/>`))
		assert.Empty(t, r.Limits(), row.before)
		assert.Equal(t, row.want, cut(r, row.text, "en"), "%s ¦ %s", row.before, row.after)
	}
}

// What cannot be expressed is named, and the other rules apply.
func TestLimits(t *testing.T) {
	r := compile(t, document("yes", "<languagerule languagerulename=\"x\">\n"+rule("no", `(.)\1\.`,
		`\s`)+"\n"+rule("no", `a(?=b)c`, `\s`)+"\n"+
		rule("no", `\X`, `\s`)+"\n"+rule("no", `(`, `\s`)+"\n"+dots+"</languagerule>",
		`<languagemap languagepattern=".*" languagerulename="x"/>`))
	require.Len(t, r.Limits(), 4)
	for i, reason := range []string{"back reference", "lookaround", `\X cannot`, "not a regular expression"} {
		assert.Equal(t, 6+i, r.Limits()[i].Line)
		assert.Contains(t, r.Limits()[i].String(), reason)
	}
	assert.Equal(t, "One. | Two.", cut(r, "One. Two.", "en"))
}

func TestErrorsNameTheLine(t *testing.T) {
	for source, want := range map[string]string{
		"<tmx/>":                         "1: the root element is <tmx>",
		"":                               "no <srx> element",
		document("yes", "\n<rule/>", ""): "6: <rule> outside <languagerule>",
		document("yes", "<languagerule languagerulename=\"x\"><rule break=\"maybe\"/></languagerule>",
			""): `break="maybe"`,
		"<srx>\n<body>": "not valid XML",
	} {
		_, err := srx.Read(strings.NewReader(source))
		assert.ErrorContains(t, err, want)
	}
	d, err := srx.Read(strings.NewReader(document("yes", "",
		`<languagemap languagepattern=".*" languagerulename="y"/>`)))
	require.NoError(t, err)
	_, err = d.Compile()
	assert.ErrorContains(t, err, `languagemap names "y"`)
}

func TestWriteIsRead(t *testing.T) {
	d := &srx.Document{Cascade: true,
		Languages: []srx.Language{{Name: `a "b"`,
			Rules: []srx.Rule{{Break: true, Before: `<&"`, After: `\s`}, {Before: "x"}}}},
		Maps: []srx.Map{{Pattern: `x|"y"`, Name: `a "b"`}}}
	var b bytes.Buffer
	require.NoError(t, d.Write(&b))
	back, err := srx.Read(&b)
	require.NoError(t, err)
	for i := range back.Languages[0].Rules {
		back.Languages[0].Rules[i].Line = 0
	}
	back.Maps[0].Line = 0
	assert.Equal(t, d, back)
}

func TestExport(t *testing.T) {
	r, err := srx.Export("en", "de").Compile()
	require.NoError(t, err)
	assert.Empty(t, r.Limits())
	assert.Equal(t, "Mr. Bell met Dr. Roy at 5 p.m. in Art. 5 of it. | He left. | It rained.",
		cut(r, "Mr. Bell met Dr. Roy at 5 p.m. in Art. 5 of it. He left. It rained.", "en"))
	assert.Equal(t, "Das gilt z. B. für Nr. 5. | Er ging.", cut(r, "Das gilt z. B. für Nr. 5. Er ging.", "de-AT"))
	assert.Equal(t, "水。 | 火！", cut(r, "水。火！", "zh"))
}

// Rules are applied in linear time, whatever they say.
func BenchmarkBreaks(b *testing.B) {
	var rules strings.Builder
	for i := range 2000 {
		rules.WriteString(rule("no", fmt.Sprintf(`\bAbk%d\.`, i), `\s`))
	}
	d, _ := srx.Read(strings.NewReader(document("yes",
		`<languagerule languagerulename="x">`+rules.String()+dots+`</languagerule>`,
		`<languagemap languagepattern=".*" languagerulename="x"/>`)))
	r, err := d.Compile()
	if err != nil {
		b.Fatal(err)
	}
	exported, err := srx.Export().Compile()
	if err != nil {
		b.Fatal(err)
	}
	text := strings.Repeat("The committee met on 12 May in Geneva. Its chair, Dr. Moore, "+
		"opened the session at 9.30 a.m. Nobody spoke! ", 10<<20/110)
	for name, r := range map[string]*srx.Rules{"2000 rules": r, "exported": exported} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				for range r.Breaks(text, language.English) {
				}
			}
		})
	}
}

// Elements of other namespaces are ignored, whatever their names are, and so is what is in them.
func TestOtherNamespaces(t *testing.T) {
	const foreign = `<tool:rule break="maybe"><beforebreak>x</beforebreak></tool:rule>`
	d, err := srx.Read(strings.NewReader(document("no", `<languagerule languagerulename="all">`+foreign+
		`<rule><beforebreak>\.<tool:rule>more</tool:rule></beforebreak><afterbreak>\s</afterbreak></rule></languagerule>`,
		`<languagemap languagepattern=".*" languagerulename="all"/>`)))
	require.NoError(t, err)
	require.Len(t, d.Languages[0].Rules, 1)
	assert.Equal(t, `\.`, d.Languages[0].Rules[0].Before)
	_, err = srx.Read(strings.NewReader(`<srx xmlns="a" xmlns:b="b"><b:x><b:y></b:x></srx>`))
	assert.ErrorContains(t, err, "not valid XML")
}
