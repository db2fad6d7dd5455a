package read_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/read"
)

// What generators of sites add to Markdown, each with what a reader of the page sees. In the input
// a prime means a backquote.
func TestMarkdownOfSites(t *testing.T) {
	checkFormat(t, []formatCase{
		{name: "the first page of a site", in: `---
title: 'It''s here'
hero:
  tagline: "A \"fast\" site"
  - text: What is it?
    link: /a
---
End.`,
			want: []string{"It's here", `A "fast" site`, "What is it?", "End."},
			out: []string{`front matter --- title: 'It''s here' hero: tagline: "A \"fast\" site" ` +
				`- text: What is it? link: /a ---`}},
		{name: "blocks of slashes", in: `/// tip | A hint
    open: True

Text one.

///

//// note

Text two.

////

/// No block, but text.`,
			want: []string{"A hint", "Text one.", "Text two.", "/// No block, but text."}},
		{name: "components", in: `<Card title="Bikes" icon="bike">
  Ride slowly.
</Card>
<Tab label='One'>Text.</Tab>
<Steps
  items={[
    { a: x => 1 },
  ]}
  caption={"All steps"}
/>
The <b title="a > b">gate</b>.`,
			want: []string{"Bikes", "Ride slowly.", "One", "Text.", "All steps", "The gate."}},
		{name: "a component in a sentence", in: "Put\n<Card /> here, or a <Card of <paper.",
			want: []string{"Put here, or a <Card of <paper."}},
		{name: "macros of KumaScript", in: `{{APIRef("Bikes")}}{{SeeCompatTable}}

The {{cssxref("color")}} of {{Glossary("bike", "bikes")}} in {{HTMLElement("input")}}. {{optional_inline}}

- {{jsxref("Map.get()")}}
  - : Gets {{ page.name }} and {{ name }}.

{{Compat}}`,
			want: []string{"The color of bikes in <input>.", "Map.get()", "Gets {{ page.name }} and {{ name }}."},
			out:  []string{`code of the site {{APIRef("Bikes")}}{{SeeCompatTable}}`, "code of the site {{Compat}}"}},
		{name: "codes that are shown", in: "Write '{% block a %}' and ''{{< note >}}'' here{% comment %}.",
			want: []string{"Write {% block a %} and {{< note >}} here."}},
		{name: "includes", in: "{{#include ../list.rs:here}}\n\n<<< @/a.js{2}\n\n--8<-- \"a.md\"\n\nText.",
			want: []string{"Text."},
			out: []string{"code of the site {{#include ../list.rs:here}}", "code of the site <<< @/a.js{2}",
				`code of the site --8<-- "a.md"`}},
		{name: "labels and roles of MyST",
			in:   "(top-label)=\n# Title\n\nSee {ref}'the guide <guide>', {py:class}'~a.C' and {doc}'x'.",
			want: []string{"Title", "See the guide, a.C and x."}},
		{name: "links by their names",
			in:   "See [Vue], ['Gate'][g] and [nothing].\n\n[vue]: https://example.org\n[g]: https://example.com",
			want: []string{"See Vue, Gate and [nothing]."},
			out:  []string{"address of a link [vue]: https://example.org", "address of a link [g]: https://example.com"}},
		{name: "titles of alerts and directives, abbreviations", in: `> [!tip]- Mind the gate
> It is shut.

:::note{title="Read"}
Text.
:::

*[HTML]: Markup of pages`,
			want: []string{"Mind the gate", "It is shut.", "Read", "Text.", "Markup of pages"}},
		{name: "marked text, and underscores in Korean",
			in:   "==Marked== text, a==b==c, 메서드 __메서드(method)__를, __init__은.",
			want: []string{"Marked text, a==b==c, 메서드 메서드(method)를, __init__은."}},
		{name: "deleted and marked text in Chinese", in: "~~删除。~~然后==重点==。a ~~b~~ c~~d~~e",
			want: []string{"删除。然后重点。a b cde"}},
		{name: "ids of headings, icons", in: "## Title [#the-title]\n\nText [#2]. :+1:\n\n### Über [#über_1]",
			want: []string{"Title", "Text [#2].", "Über"}},
		{name: "a session of a program", in: "Well:\n\n    >>> 5 > 2\n    True\n\n> A quotation.",
			want: []string{"Well:", "A quotation."}, out: []string{"code >>> 5 > 2 True"}},
	}, func(in string) (string, []byte) {
		if strings.Contains(in, "title: ") {
			return "a.md", []byte(in)
		}
		return "a.md", []byte(strings.NewReplacer("='One'", "='One'", "'", "`").Replace(in))
	})
}

// Tags of components that do not end are text, and each line is looked at once.
func TestOpenTagsOfComponents(t *testing.T) {
	in := strings.Repeat("<Card title=\"a\n", 50_000)
	d, err := new(read.Reader).Read(t.Context(), "a.md", strings.NewReader(in))
	require.NoError(t, err)
	assert.Contains(t, d.Body, `<Card title="a`)
}

// A page that is the template of a site: front matter and tags are left out.
func TestTemplatesOfPages(t *testing.T) {
	const in = "---\n{ \"title\": \"The gate\",\n\"layout\": null }\n---\n{%- include a.html -%}\n" +
		"<h1>{{ page.title }}</h1>\n<p><a href=x>Home</a></p>" +
		"<p>Ride {% if a %}slowly{% endif %} to {{ name }}.</p><p>Write <code>{% if %}</code>.</p>"
	text := []string{"Home", "Ride slowly to {{ name }}.", "Write {% if %}."}
	for metadata, want := range map[bool][]string{false: text, true: append([]string{"The gate"}, text...)} {
		d, err := (&read.Reader{Metadata: metadata}).Read(t.Context(), "a.html", strings.NewReader(in))
		require.NoError(t, err)
		var got []string
		for _, p := range paragraphs(d) {
			got = append(got, strings.Join(strings.Fields(p), " "))
		}
		assert.Equal(t, want, got)
		assert.Equal(t, []string{`front matter { "title": "The gate", "layout": null }`,
			"code of the site {{ page.title }}"}, leftOut(d))
	}
}

// Front matter may name the language of a page.
func TestLanguageInFrontMatter(t *testing.T) {
	for name, in := range map[string]string{
		"a.md": "---\nlang: pt-BR\n---\nText.", "b.md": "+++\nlanguage = \"pt-BR\"\n+++\nText.",
		"a.html": "---\n{\n\"language\": \"pt-BR\",\n\"a\": 1\n}\n---\n<p>Text.",
		"b.html": "---\nlang: pt-BR\n---\n<p>Text.",
	} {
		d, err := new(read.Reader).Read(t.Context(), name, strings.NewReader(in))
		require.NoError(t, err)
		assert.Equal(t, []language.Tag{language.BrazilianPortuguese}, d.Langs, name)
	}
	d, err := new(read.Reader).Read(t.Context(), "a.md", strings.NewReader("---\nlang: none of them\n---\nText."))
	require.NoError(t, err)
	assert.Empty(t, d.Langs)
}

// Marks inside words of a page.
func TestInsideWordsOfPages(t *testing.T) {
	const in = "<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</rt></ruby>を読む。" +
		"<p>Donau<wbr>dampf<wbr>schiff, H<sub>2</sub>O, so&shy;mewhere"
	d, err := new(read.Reader).Read(t.Context(), "a.html", strings.NewReader(in))
	require.NoError(t, err)
	assert.Equal(t, []string{"漢字を読む。", "Donaudampfschiff, H2O, somewhere"}, paragraphs(d))
}
