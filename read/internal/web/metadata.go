package web

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/net/html/atom"
)

// describing reads what an element says about the page or a picture.
func (r *reader) describing(name atom.Atom, attrs map[string]string) {
	switch name {
	case atom.Title:
		r.inTitle = r.skipped == 0 // not that of a drawing
	case atom.Meta:
		switch strings.ToLower(attrs["name"] + attrs["property"]) {
		case "description", "og:title", "og:description", "twitter:title", "twitter:description":
			r.describe(attrs["content"])
		}
	case atom.Img:
		if alt := strings.TrimSpace(attrs["alt"]); alt != "" && r.skipped == 0 {
			r.pictures = append(r.pictures, alt)
			if !r.begun {
				r.breakBlock()
			}
		}
	}
}

// maxLangs is how many languages of a page are kept.
const maxLangs = 20

// lang adds the language of an element to those of the page, up to maxLangs.
func (r *reader) lang(attrs map[string]string) {
	l := cmp.Or(attrs["lang"], attrs["xml:lang"])
	if l != "" && len(r.page.Langs) < maxLangs && !slices.Contains(r.page.Langs, l) {
		r.page.Langs = append(r.page.Langs, l)
	}
}
