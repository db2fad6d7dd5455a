package web

import (
	"strings"

	"github.com/bitext-go/bitext/internal/lazyregexp"
	"github.com/bitext-go/bitext/read/internal/part"
)

// Pages that are templates of a site, as Jekyll's, begin with front matter, and have tags of
// Liquid, Jinja or Twig in their text.
var (
	frontValue = lazyregexp.New(`(?m)^\s*(?:\{\s*)?"?(?:title|description)"?\s*:\s*"?(.*?)"?,?\s*$`)
	frontLang  = lazyregexp.New(`(?m)^\s*(?:\{\s*)?"?(?:lang|language|locale)"?\s*:\s*"?` +
		`([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)"?,?\s*$`)
	templateTag  = lazyregexp.New(`\{%.*?%\}|\{#.*?#\}`)
	templateOnly = lazyregexp.New(`^(?:\s*\{\{[^{}]*\}\})+\s*$`)
)

// maxFront is the most bytes of the front matter of a page.
const maxFront = 10_000

// frontMatter leaves out what is between two lines of hyphens at the beginning of a page, and
// returns the rest with the same line numbers.
func (r *reader) frontMatter(text string) string {
	const mark = "---"
	first, rest, ok := strings.Cut(text, "\n")
	if !ok || strings.TrimSpace(first) != mark {
		return text
	}
	at := strings.Index(rest[:min(len(rest), maxFront)], "\n"+mark)
	if at < 0 {
		return text
	}
	front, body := rest[:at], rest[at+1+len(mark):]
	if line, _, _ := strings.Cut(body, "\n"); strings.TrimSpace(line) != "" {
		return text
	}
	lines := strings.Count(front, "\n") + 2
	r.page.LeftOut = append(r.page.LeftOut, part.LeftOut{First: 1, Last: lines + 1, What: "front matter",
		Text: strings.Join(strings.Fields(front), " ")})
	if !strings.Contains(body, "<body") && !strings.Contains(body, "<BODY") {
		r.Book = true // the layout of the site adds what is around the text
	}
	if m := frontLang.FindStringSubmatch(front); m != nil {
		r.lang(map[string]string{"lang": m[1]})
	}
	if r.Metadata {
		for _, m := range frontValue.FindAllStringSubmatch(front, -1) {
			r.describe(m[1])
		}
	}
	return strings.Repeat("\n", lines) + body
}

// withoutTags returns text without the tags of a template. Those in code are an example of their
// use.
func (r *reader) withoutTags(s string) string {
	if r.inCode || !strings.Contains(s, "{%") && !strings.Contains(s, "{#") {
		return s
	}
	return templateTag.ReplaceAllString(s, " ")
}
