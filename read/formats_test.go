package read_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/read"
	"github.com/bitext-go/bitext/segment/layout"
)

// paragraphs returns those of a document, a line break within one as " / ".
func paragraphs(d *read.Document) (out []string) {
	for p := range strings.SplitSeq(d.Body, "\u2029") {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, strings.ReplaceAll(p, "\u2028", " / "))
		}
	}
	return out
}

// leftOut returns what the notes say that is left out.
func leftOut(d *read.Document) (out []string) {
	for _, n := range d.Notes {
		if n.Kind == read.LeftOut {
			out = append(out, strings.TrimSpace(n.What+" "+n.Text))
		}
	}
	return out
}

type formatCase struct {
	name string
	in   string // the body of the document
	want []string
	out  []string // what is left out
}

func checkFormat(t *testing.T, cases []formatCase, wrap func(in string) (name string, raw []byte)) {
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			name, raw := wrap(c.in)
			d, err := new(read.Reader).Read(t.Context(), name, bytes.NewReader(raw))
			require.NoError(t, err)
			assert.Equal(t, c.want, paragraphs(d))
			assert.Equal(t, c.out, leftOut(d))
			assert.Equal(t, layout.Keep, d.Layout)
			text := d.Text(language.English)
			assert.Len(t, text.Paragraphs, len(c.want), "the same paragraphs in the text")
		})
	}
}

func TestDOCX(t *testing.T) {
	const notes = `<w:footnotes xmlns:w="w"><w:footnote w:type="separator" w:id="-1"><w:p>` +
		`<w:r><w:t>No note.</w:t></w:r></w:p></w:footnote>` +
		`<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>` +
		`<w:r><w:t xml:space="preserve"> The note.</w:t></w:r></w:p></w:footnote></w:footnotes>`
	const endnotes = `<w:endnotes xmlns:w="w"><w:endnote w:id="5"><w:p>` +
		`<w:r><w:t>At the end.</w:t></w:r></w:p></w:endnote></w:endnotes>`
	r := func(s string) string { return `<w:r><w:t xml:space="preserve">` + s + `</w:t></w:r>` }
	p := func(s string) string { return "<w:p>" + s + "</w:p>" }
	checkFormat(t, []formatCase{
		{name: "runs make a paragraph", in: p(r("One ")+`<w:r><w:rPr><w:b/></w:rPr><w:t>word</w:t></w:r>`+r(" &amp; more.")) + p("") + p(r("Two.")), want: []string{"One word & more.", "Two."}},
		{name: "tabs, breaks, hyphens", in: p(`<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c` + "\u00AD" + `d</w:t><w:softHyphen/><w:noBreakHyphen/><w:t>e</w:t><w:br w:type="page"/><w:t>f</w:t></w:r>`),
			want: []string{"a b / cd\u2011e f"}},
		{name: "deleted and moved text goes, inserted stays", in: p(r("We ") + `<w:del w:id="1"><w:r><w:delText>never</w:delText></w:r></w:del><w:ins w:id="2">` + r("always") + `</w:ins>` + r(" agree.") +
			`<w:moveFrom>` + r("Gone.") + `</w:moveFrom><w:moveTo>` + r(" Here.") + `</w:moveTo>`), want: []string{"We always agree. Here."}, out: []string{"deleted text of tracked changes"}},
		{name: "a deleted end joins two paragraphs", in: p(`<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>`+r("One ")) + p(r("sentence.")) + p(r("Another.")), want: []string{"One sentence.", "Another."}},
		{name: "cells of a table", in: `<w:tbl><w:tblPr/><w:tr><w:tc>` + p(r("a")) + `</w:tc><w:tc>` + p(r("b")) + p(r("c")) + `</w:tc></w:tr></w:tbl>` + p(r("d")), want: []string{"a", "b", "c", "d"}},
		{name: "a footnote follows its paragraph", in: p(r("Text")+`<w:r><w:footnoteReference w:id="2"/></w:r>`+r(" goes on.")+`<w:r><w:endnoteReference w:id="5"/></w:r>`) + p(r("More.")),
			want: []string{"Text goes on.", "The note.", "More.", "At the end."}},
		{name: "a text box follows its paragraph, once", in: p(r("Before")+`<w:r><mc:AlternateContent xmlns:mc="mc"><mc:Choice><w:drawing><w:txbxContent>`+p(r("In the box."))+`</w:txbxContent></w:drawing></mc:Choice>`+
			`<mc:Fallback><w:pict><w:txbxContent>`+p(r("In the box."))+`</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`+r(" and after.")) + p(r("End.")), want: []string{"Before and after.", "In the box.", "End."}},
		{name: "hidden text, field codes, readings", in: p(`<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>shown </w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>` +
			`<w:fldSimple w:instr="DATE">` + r("1 May") + `</w:fldSimple><w:r><w:ruby><w:rt>` + r("kana") + `</w:rt><w:rubyBase>` + r(" kanji") + `</w:rubyBase></w:ruby></w:r>`), want: []string{"shown 1 May kanji"}, out: []string{"hidden text"}},
		{name: "a table of contents", in: p(`<w:pPr><w:pStyle w:val="TOC1"/></w:pPr>`+r("One")+`<w:r><w:tab/></w:r>`+r("7")) + p(`<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>`+r("One")), want: []string{"One"}, out: []string{"table of contents"}},
	}, func(in string) (string, []byte) {
		return "a.docx", archive(t, map[string]string{"word/document.xml": wordHead + in + "<w:sectPr/>" + wordTail,
			"word/footnotes.xml": notes, "word/endnotes.xml": endnotes}, "", nil, 0)
	})
}

func TestODT(t *testing.T) {
	const head = `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"` +
		` xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"` +
		` xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"><office:body><office:text>`
	p := func(s string) string { return "<text:p>" + s + "</text:p>" }
	checkFormat(t, []formatCase{
		{name: "spaces, tabs, breaks", in: `<text:h text:outline-level="1">Title</text:h>` + p(`a <text:s text:c="3"/>b<text:tab/>c<text:line-break/>d <text:span>e</text:span>f`+"\u00AD"+`g`), want: []string{"Title", "a b c / d efg"}},
		{name: "deleted text goes, inserted stays", in: `<text:tracked-changes><text:changed-region><text:deletion>` + p("Never.") + `</text:deletion></text:changed-region></text:tracked-changes>` +
			p(`We <text:change text:change-id="a"/><text:change-start text:change-id="b"/>agree`+
				`<text:change-end text:change-id="b"/>.`), want: []string{"We agree."}, out: []string{"deleted text of tracked changes"}},
		{name: "tables and lists", in: `<table:table><table:table-row><table:table-cell>` + p("a") + `</table:table-cell><table:table-cell>` + p("b") + `</table:table-cell></table:table-row></table:table>` +
			`<text:list><text:list-item><text:number>1.</text:number>` + p("c") + `</text:list-item></text:list>`, want: []string{"a", "b", "c"}},
		{name: "notes, frames, remarks", in: p(`One<text:note><text:note-citation>1</text:note-citation><text:note-body>`+p("The note.")+`</text:note-body></text:note> two<office:annotation>`+p("A remark.")+`</office:annotation>.`+
			`<draw:frame><draw:text-box>`+p("In the box.")+`</draw:text-box><svg:title>A picture</svg:title></draw:frame>`) + p("<text:title>The title of the document</text:title>"),
			want: []string{"One two.", "The note.", "In the box.", "The title of the document"},
			out:  []string{"comments"}},
		{name: "index and hidden section", in: `<text:table-of-content><text:index-body>` + p("One 7") + `</text:index-body></text:table-of-content><text:section text:display="none">` + p("Hidden.") + `</text:section><text:section>` + p("Shown.") + `</text:section>`,
			want: []string{"Shown."}, out: []string{"index or table of contents", "hidden text"}},
	}, func(in string) (string, []byte) {
		return "a.odt", archive(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.text",
			"content.xml": head + in + `</office:text></office:body></office:document-content>`}, "", nil, 0)
	})
}

func TestMarkdown(t *testing.T) {
	checkFormat(t, []formatCase{
		{name: "headings", in: "# One #\ntext\n\nTwo\n===\nThree\n---\n\n####### no heading\n", want: []string{"One", "text", "Two", "Three", "####### no heading"}},
		{name: "emphasis", in: "**Bold** and *it* and ***both*** and __a__ _b_ ~~c~~; 2 * 3 * 4, a_name_here, 5*6*7, **not closed", want: []string{"Bold and it and both and a b c; 2 * 3 * 4, a_name_here, 567, **not closed"}},
		{name: "links and pictures", in: "See [the *page*](https://x.org/a_(b) \"t\") and ![a picture](p.png), [ref][1], <https://y.org>, [not a link], [^1] [ ] done.\n\n[1]: https://z.org\n[^1]: The note.",
			want: []string{"See the page and a picture, ref, https://y.org, [not a link], [ ] done.", "The note."}, out: []string{"address of a link [1]: https://z.org"}},
		{name: "values of front matter on several lines",
			in: "---\ntitle: 'The mill\n  by the river'\nid: mill\n" +
				"description: It grinds\n  the corn\n   of the valley.\nparts:\n  - title: The wheel\n    id: wheel\n  - text: The\n      yard\n---\n\nText.",
			want: []string{"The mill by the river", "It grinds the corn of the valley.",
				"The wheel", "The yard", "Text."},
			out: []string{"front matter --- title: 'The mill by the river' id: mill description: " +
				"It grinds the corn of the valley. parts: -…"}},
		{name: "brackets in calls", in: "Call ride(bell[, lamp][, pump]) or row[a][b], see [it][x] and [*it*][Y], 見[它][x].\n\n[y]: https://z.org\n",
			want: []string{"Call ride(bell[, lamp][, pump]) or row[a][b], see it and it, 見它."}, out: []string{"address of a link [y]: https://z.org"}},
		{name: "code", in: "Call `f(*x*)` or ``a ` b``.\n\n```go\nx := *p\n\n# no heading\n```\nafter", want: []string{"Call f(*x*) or a ` b.", "after"},
			out: []string{"code ```go x := *p # no heading ```"}},
		{name: "code in items, quotations and by its indentation", in: "1. One\n\n    ```sh\n    ride\n    ```\n\n    Indented text.\n\n> ```\n> x = 1\nText.\n\n    foo(bar);\n    x = 2\n\n    Indented prose is text.\n\nEnd.",
			want: []string{"1. One", "Indented text.", "Text.", "Indented prose is text.", "End."},
			out:  []string{"code ```sh ride ```", "code > ``` > x = 1", "code foo(bar); x = 2"}},
		{name: "a letter between fences", in: "```\nDear Ms. Roe,\nthe gate is shut today.\nTake the ferry.\n```\n", want: []string{"Dear Ms. Roe,", "the gate is shut today.", "Take the ferry."}},
		{name: "an open fence", in: "Text.\n\n```\nx = 1\n", want: []string{"Text."}, out: []string{"code ``` x = 1"}},
		{name: "scripts, formulas and code of sites", in: "Text.\n\n<script setup>\nconst a = '<p>'\n</script>\n\n<pre>\nls -l\n</pre>\n\n$$\na = b\n$$\n\n{% highlight c %}\nx++;\n{% endhighlight %}\n\n{{< figure\n  src=\"a\"\n>}}\n\nexport const x = {\n  a: 1,\n}\n\n<pre> and $$ are words.",
			want: []string{"Text.", "and $$ are words."},
			out: []string{"code of the page <script setup> const a = '<p>' </script>", "code <pre> ls -l </pre>",
				"formula $$ a = b $$", "code {% highlight c %} x++; {% endhighlight %}",
				"code of the site {{< figure src=\"a\" >}}", "code of the page export const x = { a: 1, }"}},
		{name: "attributes, comments of MDX, tabs, icons", in: "# Title {/*title*/}\n\nSee [there](x){.internal target=_blank} and `a`{: .b } {/* remark */}now.\n\n=== \"Bike\"\n\n    Text. :material-check-all:\n\nA {.b} c\n{.lead}",
			want: []string{"Title", "See there and a now.", "Bike", "Text.", "A {.b} c"}},
		{name: "directives of MyST", in: "```{note} Mind\n:class: x\nThe gate\nis shut.\n```\n\n```{code-block} c\nx++;\n```\nEnd.",
			want: []string{"Mind", "The gate is shut.", "End."}, out: []string{"code ```{code-block} c x++; ```"}},
		{name: "lists", in: "- one\n  goes on\n- two\n  1. three\n  2. four\n* [x] five\n+ six\n\n12) seven", want: []string{"one goes on", "two", "1. three", "2. four", "five", "six", "12) seven"}},
		{name: "quotations", in: "text\n> one\n> two\nlazy\n\n> > three", want: []string{"text", "one two lazy", "three"}},
		{name: "tables", in: "| a | b\\|c |\n|---|:-:|\n| **d** | |\n\nafter | all", want: []string{"a", "b|c", "d", "after | all"}},
		{name: "breaks, escapes, entities, HTML", in: "one  \ntwo\\\nthree<br>four \\*five\\* &amp; &copy; a < b <span class=\"x\">six</span>\n\n***\n<!-- a\nremark -->\nend",
			want: []string{"one / two / three / four *five* & © a < b six", "end"},
			out:  []string{"comment <!-- a remark -->"}},
		{name: "front matter", in: "---\ntitle: T\n---\ntext", want: []string{"T", "text"}, out: []string{"front matter --- title: T ---"}},
		{name: "front matter in TOML", in: "+++\ntitle = \"T\"\ndate = 2024\n+++\ntext", want: []string{"T", "text"}, out: []string{"front matter +++ title = \"T\" date = 2024 +++"}},
		{name: "a description over lines", in: "---\nlayout: page\ndescription: >\n  One\n  two.\ntags: [a]\n---\ntext", want: []string{"One two.", "text"},
			out: []string{"front matter --- layout: page description: > One two. tags: [a] ---"}},
		{name: "shortcodes and tags", in: "Ride a\n{{< tooltip text=\"bike\" id=\"b\" >}} home.\n\n{{< note >}}\nSlow down.\n{{< /note >}}\n\n{% include x.html %}\nMind {{ page.name }}.",
			want: []string{"Ride a bike home.", "Slow down.", "Mind {{ page.name }}."},
			out: []string{"code of the site {{< note >}}", "code of the site {{< /note >}}",
				"code of the site {% include x.html %}"}},
		{name: "admonitions, alerts, contents, ids", in: "# Title {#top}\n[[toc]]\n:::tip Read\nText one.\n:::\n!!! note \"Mind\"\n    Text two.\n\n> [!WARNING]\n> Text three. :tada:\n\n> [!Note]\n> Text four.\n",
			want: []string{"Title", "Read", "Text one.", "Mind", "Text two.", "Text three.", "Text four."}},
		{name: "MDX", in: "import Tabs from '@x/Tabs';\n\n<Tabs>\n\nText.\n\n</Tabs>\n", want: []string{"Text."}, out: []string{"import import Tabs from '@x/Tabs';"}},
		{name: "blocks of HTML and definitions", in: "<details>\n<summary>More</summary>\nText.\n</details>\n\nTerm\n: Meaning.\n\n[^1]: Note.\n[g]: https://example.org\n",
			want: []string{"More", "Text.", "Term", "Meaning.", "Note."}, out: []string{"address of a link [g]: https://example.org"}},
		{name: "emphasis in Chinese and Korean", in: "**请先备份。**然后开始。这是**“重要”**的。**[자료](x)**하고 **글(Markdown)**을.", want: []string{"请先备份。然后开始。这是“重要”的。자료하고 글(Markdown)을."}},
		{name: "wrapped lines in Chinese, Thai and Korean", in: "骑车的人应当遵守，交通\n规则。\n\nจักรยานที่ใช้\nแรงคน\n\n사람의 힘으로\n움직인다\n", want: []string{"骑车的人应当遵守，交通规则。", "จักรยานที่ใช้แรงคน", "사람의 힘으로 움직인다"}},
	}, func(in string) (string, []byte) { return "a.md", []byte(in) })
}

func TestHTML(t *testing.T) {
	const prose = "This is a sentence of some length which says that it is part of an article and not of a menu."
	checkFormat(t, []formatCase{
		{name: "blocks and white space", in: "<h1>A\n title</h1><p>one\n<b>two</b>,<i>three</i>&nbsp;four<p>five<div>six<div>seven</div>eight</div>", want: []string{"A title", "one two,three\u00A0four", "five", "six", "seven", "eight"}},
		{name: "line breaks", in: "<p>A title<br>of two lines<p>One sentence.<br>Another.<br><br>A third", want: []string{"A title / of two lines", "One sentence.", "Another.", "A third"}},
		{name: "lists, tables, definitions", in: "<ul><li>a<li>b<ul><li>c</ul><li>d</ul><table><tr><td>e<td>f<tr><th>g</table><dl><dt>h<dd>i</dl>", want: []string{"a", "b", "c", "d", "e", "f", "g", "h", "i"}},
		{name: "preformatted", in: "<pre>one\n  two\n\nthree</pre>", want: []string{"one / two", "three"}},
		{name: "code", in: "<pre><code>x = 1</code></pre><div class='highlight-c notranslate'><div class=highlight><pre><span>y</span>++</pre></div></div><pre>f(a);\n\nreturn b;</pre><pre>One line.\nAnother.</pre><p>Call <code>f</code>.",
			want: []string{"One line.", "Another.", "Call f."}, out: []string{"code x = 1 · y++ · f(a); · return b;"}},
		{name: "marks of notes and headings", in: "<h2>Title<a class=headerlink href=#a>¶</a></h2><h2><a class=header-anchor href=#b>All of it</a></h2><p>One<a href=#n role=doc-noteref>1</a><a class=footnote-ref href=#m><sup>[2]</sup></a> two.</p><aside role=doc-footnote><p>A note. <a role=doc-backlink href=#r>back</a></aside>",
			want: []string{"Title", "All of it", "One two.", "A note."}},
		{name: "what is not shown", in: "<script>var a = '<p>no';</script><style>p{}</style><p>yes<span hidden> no</span><span style='display: none'> no <span>no</span></span> yes<template><p>no</template><svg><text>no</text></svg><select><option>no</select>",
			want: []string{"yes yes"}, out: []string(nil)},
		{name: "entities", in: "<p>&lt;a&gt; &amp;amp; &eacute; &#x4e2d; &nosuch; AT&T", want: []string{"<a> &amp; é 中 &nosuch; AT&T"}},
		{name: "broken tags", in: "<p>one</b></div></p><p>two <a href=x>three<p>four</table>five< 6", want: []string{"one", "two three", "four", "five< 6"}},
		{name: "a page without an article stays whole", in: "<ul><li><a href=a>One</a><li><a href=b>Two</a><li><a href=c>Three</a></ul>", want: []string{"One", "Two", "Three"}},
		{name: "menus by their element", in: "<nav>Home</nav><main><p>" + prose + "</main><footer>Imprint</footer>", want: []string{prose}, out: []string{"menu Home", "foot of the page Imprint"}},
		{name: "menus by their links alone", in: "<div><a href=a>Home</a></div><div><a href=b>News</a></div><div><a href=c>Sport</a></div><div><h2>Title</h2><p>" + prose + "<p>" + prose + "</div>" +
			"<div><a href=d>More of this</a></div><div><a href=e>And of that</a></div><div><a href=f>And so on</a></div>",
			want: []string{"Title", prose, prose}, out: []string{"around the text Home · News · Sport",
				"around the text More of this · And of that · And so on"}},
		{name: "links before and after the text", in: "<h1>Title</h1><ul><li><a href=a>Home</a><li><a href=b>News</a><li><a href=c>Sport</a></ul><p>" + prose + "<p>See <a href=d>there</a>.<p>" + prose + "<ul><li><a href=e>One</a><li><a href=f>Two</a></ul>",
			want: []string{"Title", prose, "See there.", prose, "One", "Two"},
			out:  []string{"links Home · News · Sport"}},
		{name: "an article that is called a sidebar", in: "<body class=sidebar-left><div class=sidebar><p>" + prose + "<p>" + prose + "</div>", want: []string{prose, prose}},
		{name: "a header within the article is its title", in: "<header>Site</header><article><header><h1>Title</h1><p>Rome, 1 May</header><p>" + prose + "</article>", want: []string{"Title", "Rome, 1 May", prose}, out: []string{"head of the page Site"}},
	}, func(in string) (string, []byte) { return "a.html", []byte("<!doctype html>" + in) })
}

func TestLanguagesOfAPage(t *testing.T) {
	d, err := new(read.Reader).Read(t.Context(), "a.html",
		strings.NewReader("<html lang=fr><p lang=en-GB>One<p lang=fr>Deux<p lang='???'>x"))
	require.NoError(t, err)
	assert.Equal(t, []language.Tag{language.French, language.BritishEnglish}, d.Langs)
}

// Comments in pages that Google Docs writes are left out, with their marks.
func TestCommentsOfGoogleDocs(t *testing.T) {
	const in = `<html><body><p><span>The gate is open.</span><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup></p>` +
		`<p><span>It was shut.</span></p><div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Is this right?</span></p></div></body></html>`
	d, err := new(read.Reader).Read(t.Context(), "a.html", strings.NewReader(in))
	require.NoError(t, err)
	assert.Equal(t, []string{"The gate is open.", "It was shut."}, paragraphs(d))
	assert.Equal(t, []string{"comment [a]Is this right?"}, leftOut(d))
}
