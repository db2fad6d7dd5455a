package web

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// set returns a set of elements.
func set(names ...atom.Atom) map[atom.Atom]bool {
	m := map[atom.Atom]bool{}
	for _, n := range names {
		m[n] = true
	}
	return m
}

var (
	// blocks are elements that begin a new line.
	blocks = set(atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center,
		atom.Dd, atom.Details, atom.Dialog, atom.Dir, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption,
		atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Head,
		atom.Header, atom.Hgroup, atom.Hr, atom.Html, atom.Legend, atom.Li, atom.Main, atom.Menu, atom.Nav, atom.Ol,
		atom.P, atom.Pre, atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Td, atom.Tfoot, atom.Th,
		atom.Thead, atom.Tr, atom.Ul)

	// void are elements without an end tag.
	void = set(atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link,
		atom.Meta, atom.Param, atom.Source, atom.Track, atom.Wbr)

	// skippedElements are elements whose text is not shown, or is not part of a text.
	skippedElements = set(atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Title, atom.Svg, atom.Object,
		atom.Audio, atom.Video, atom.Canvas, atom.Iframe, atom.Noembed, atom.Noframes, atom.Select, atom.Datalist,
		atom.Textarea, atom.Button, atom.Rt, atom.Rp, atom.Map, atom.Applet)

	// inlineCode are elements whose text is an example of code.
	inlineCode = set(atom.Code, atom.Kbd, atom.Samp, atom.Tt)

	// implied are elements that close open ones: an item of a list closes the item before it.
	implied = map[atom.Atom][]atom.Atom{
		atom.Li: {atom.Li}, atom.Dt: {atom.Dt, atom.Dd}, atom.Dd: {atom.Dt, atom.Dd},
		atom.Td: {atom.Td, atom.Th}, atom.Th: {atom.Td, atom.Th}, atom.Tr: {atom.Tr},
		atom.Tbody: {atom.Tbody, atom.Thead}, atom.Tfoot: {atom.Tbody, atom.Thead}, atom.Body: {atom.Head},
	}

	// barrier are elements that the end tag of a smaller element does not close, nor does
	// implication.
	barrier = set(atom.Table, atom.Ul, atom.Ol, atom.Dl, atom.Menu)
)

// Kinds of elements that are skipped, all but code inside a line too.
const (
	hidden   = "hidden text"
	noteMark = "mark of a note"
	editMark = "mark to edit"
	pageMark = "number of a page"
	code     = "code"
)

// purpose returns what an element declares to be by its attributes and its name: the article
// (main), or something else on the page (noise).
func purpose(name atom.Atom, attrs map[string]string) (noise string, main bool) {
	style := strings.ReplaceAll(strings.ToLower(attrs["style"]), " ", "")
	_, ok := attrs["hidden"]
	if ok || strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") {
		return hidden, false
	}
	if attrs["aria-hidden"] == "true" {
		return hidden, false
	}
	switch strings.ToLower(attrs["role"]) {
	case "main", "article":
		return "", true
	case "navigation", "menu", "menubar", "search", "banner":
		return "menu", false
	case "contentinfo":
		return "foot of the page", false
	case "complementary":
		return "column beside the text", false
	case "dialog", "alert", "alertdialog":
		return "notice", false
	}
	switch name {
	case atom.Main, atom.Article:
		return "", true
	case atom.Nav, atom.Menu:
		return "menu", false
	case atom.Header:
		return "head of the page", false
	case atom.Footer:
		return "foot of the page", false
	case atom.Aside:
		return "column beside the text", false
	case atom.Form:
		return "form", false
	case atom.Html, atom.Body:
		return "", false
	case atom.Sup:
		if strings.Contains(attrs["class"], "reference") {
			return noteMark, false
		}
		return "", false
	}
	switch attrs["title"] { // as LibreOffice writes them
	case "header":
		return "head of the page", false
	case "footer":
		return "foot of the page", false
	}
	if attrs["itemprop"] == "articleBody" {
		return "", true
	}
	for _, value := range []string{attrs["id"], attrs["class"]} {
		for word := range strings.FieldsFuncSeq(strings.ToLower(value), isSeparator) {
			if what, known := namesOfNoise[word]; known {
				return what, false
			}
			for _, p := range prefixesOfNoise {
				if strings.HasPrefix(word, p.prefix) {
					return p.what, false
				}
			}
		}
	}
	return "", false
}

// isSeparator reports whether a character separates the words of an id or a class.
func isSeparator(r rune) bool { return r == ' ' || r == '-' || r == '_' }

// namesOfNoise are words in the ids and classes of elements that are not the article.
var namesOfNoise = map[string]string{
	"nav": "menu", "navbar": "menu", "navigation": "menu", "menu": "menu", "submenu": "menu", "breadcrumb": "menu", "breadcrumbs": "menu",
	"pagination": "menu", "pager": "menu", "toolbar": "menu", "skip": "menu",
	"sidebar": "column beside the text", "aside": "column beside the text", "widget": "column beside the text",
	"footer": "foot of the page", "copyright": "foot of the page",
	"related": "other headlines", "recommended": "other headlines", "popular": "other headlines", "trending": "other headlines",
	"mostread": "other headlines", "teaser": "other headlines", "teasers": "other headlines", "latest": "other headlines",
	"share": "buttons", "sharing": "buttons", "social": "buttons", "socials": "buttons", "buttons": "buttons",
	"comments": "remarks of readers", "comment": "remarks of readers", "disqus": "remarks of readers",
	"cookie": "notice", "cookies": "notice", "consent": "notice", "gdpr": "notice", "popup": "notice", "modal": "notice",
	"newsletter": "notice", "subscribe": "notice", "banner": "notice", "promo": "notice", "advert": "notice", "advertisement": "notice",
	"ads": "notice", "ad": "notice", "sponsored": "notice", "login": "notice",
	"tags": "other headlines", "tagcloud": "other headlines", "editsection": editMark, "toc": "table of contents",
}

// prefixesOfNoise are prefixes of such words.
var prefixesOfNoise = []struct{ prefix, what string }{
	{"share", "buttons"}, {"social", "buttons"}, {"breadcrumb", "menu"}, {"navbar", "menu"}, {"sidebar", "column beside the text"},
	{"cookie", "notice"}, {"newsletter", "notice"}, {"sitefooter", "foot of the page"}, {"pagefooter", "foot of the page"},
}
