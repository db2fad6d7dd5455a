package memories

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/read/bilingual"
)

// A Client is a translators' tool, and what it wants of a memory that it imports.
type Client struct {
	Name string

	MaxCharacters int   // of a segment; 0 for any number
	MaxTag        int   // characters of a language tag; 0 for any number
	MaxBytes      int64 // of a file; 0 for any number
	regions       bool  // languages need a region
	pairs         bool  // a unit has one source and one translation

	// props returns the properties of a unit of one translation as the tool knows them.
	props func(u *tmx.Unit) []tmx.Prop
}

// Clients are the tools that are known. Their limits and properties are those of:
//
//   - Trados: docs.rws.com, "Importing TM content" (2,000 characters a segment, 1 GB a file, the
//     languages of the memory); developers.rws.com, "Importing a TMX file" (one language pair);
//     x-Origin and x-ConfirmationLevel as in the files that Studio exports;
//   - memoQ: docs.memoq.com, "TMX import settings" (one pair is chosen of a file; TMX 1.1 to 1.4b);
//     aligned, corrected and x-document as in the files that memoQ exports;
//   - OmegaT: its class ProjectTMX (a unit with a property "file" or "id" is for that place only;
//     of two translations of one source the last one is used);
//   - Wordfast Classic: wordfast.net, "The WFC Translation memory format" (8,000 characters a
//     segment, 5 characters a language tag, one pair).
var Clients = []*Client{
	{Name: "trados", MaxCharacters: 2000, MaxBytes: 1 << 30, regions: true, pairs: true, props: tradosProps},
	{Name: "memoq", pairs: true, props: memoqProps},
	{Name: "omegat", props: omegatProps},
	{Name: "wordfast", MaxCharacters: 8000, MaxTag: 5, pairs: true, props: withoutOwn},
}

// ClientNames returns the names of Clients.
func ClientNames() (names []string) {
	for _, c := range Clients {
		names = append(names, c.Name)
	}
	return names
}

// ClientNamed returns the client with a name; nil if there is none.
func ClientNamed(name string) *Client {
	for _, c := range Clients {
		if c.Name == name {
			return c
		}
	}
	return nil
}

// units returns a unit as the tool wants it: one unit for each translation, if the tool knows only
// pairs or reads only one of several translations.
func (c *Client) units(u tmx.Unit, source language.Tag) []tmx.Unit {
	for i := range u.Variants {
		u.Variants[i].Lang = c.tag(u.Variants[i].Lang)
	}
	u.Source = c.tag(u.Source)
	if !c.pairs && !hasAlternatives(&u) {
		u.Props = c.props(&u)
		return []tmx.Unit{u}
	}
	from := slices.IndexFunc(u.Variants, func(v tmx.Variant) bool { return v.Lang == source })
	if from < 0 {
		from = slices.IndexFunc(u.Variants, func(v tmx.Variant) bool { return langtag.SameBase(v.Lang, source) })
	}
	from = max(from, 0)
	var out []tmx.Unit
	for i := range u.Variants {
		if i == from {
			continue
		}
		pair := u
		pair.Variants = []tmx.Variant{u.Variants[from], u.Variants[i]}
		if u.ID != "" && len(u.Variants) > 2 {
			pair.ID = fmt.Sprintf("%s.%v", u.ID, u.Variants[i].Lang)
			if n := countBefore(u.Variants, i); n > 0 {
				pair.ID += fmt.Sprint(".", n+1)
			}
		}
		pair.Props = c.props(&pair)
		out = append(out, pair)
	}
	// OmegaT uses the last of several translations, and other tools let a newer one replace an
	// older one: the first variant of a language is its main one.
	slices.Reverse(out)
	return out
}

// hasAlternatives reports whether a unit has two variants in one language.
func hasAlternatives(u *tmx.Unit) bool {
	for i := range u.Variants {
		if countBefore(u.Variants, i) > 0 {
			return true
		}
	}
	return false
}

// countBefore returns how many variants before variant i are in its language.
func countBefore(variants []tmx.Variant, i int) (n int) {
	for k := range i {
		if variants[k].Lang == variants[i].Lang {
			n++
		}
	}
	return n
}

// tag returns a language tag that the tool can read. A tag that is too long loses its script, but
// gets the region in which the script is used.
func (c *Client) tag(l language.Tag) language.Tag {
	if c.MaxTag == 0 || len(l.String()) <= c.MaxTag {
		return l
	}
	base, _ := l.Base()
	region, _ := l.Region()
	if short, err := language.Compose(base, region); err == nil && len(short.String()) <= c.MaxTag {
		return short
	}
	if short, err := language.Compose(base); err == nil && len(short.String()) <= c.MaxTag {
		return short
	}
	return l
}

// fault returns why the tool refuses a unit; "" if it does not.
func (c *Client) fault(u *tmx.Unit) string {
	for _, v := range u.Variants {
		if n := utf8.RuneCountInString(v.Text); c.MaxCharacters > 0 && n > c.MaxCharacters {
			return fmt.Sprintf("%v has %d characters, and %s takes %d", v.Lang, n, c.Name, c.MaxCharacters)
		}
	}
	return ""
}

// own reports whether a property is one that this project writes for itself.
func own(p tmx.Prop) bool { return strings.HasPrefix(p.Type, "x-bitext-") }

// withoutOwn returns the properties of a unit that are not for this project alone, and removes
// those of its variants.
func withoutOwn(u *tmx.Unit) []tmx.Prop {
	u.Variants = slices.Clone(u.Variants)
	for i := range u.Variants {
		u.Variants[i].Props = slices.DeleteFunc(slices.Clone(u.Variants[i].Props), own)
	}
	return slices.DeleteFunc(slices.Clone(u.Props), own)
}

// approved reports whether a person has approved a unit, and aligned whether a program has made it.
func approved(u *tmx.Unit) bool { return valueOf(u, "x-bitext-review") == "approved" }
func aligned(u *tmx.Unit) bool  { return valueOf(u, tmx.PropTranslation) != "" }

// addProp adds a property, unless the unit has one of the type or there is no text.
func addProp(props []tmx.Prop, kind, text string) []tmx.Prop {
	if text == "" || slices.ContainsFunc(props, func(p tmx.Prop) bool { return p.Type == kind }) {
		return props
	}
	return append(props, tmx.Prop{Type: kind, Text: text})
}

func tradosProps(u *tmx.Unit) []tmx.Prop {
	isApproved, isAligned := approved(u), aligned(u)
	document, key := valueOf(u, tmx.PropDocument), valueOf(u, bilingual.PropKey)
	props := withoutOwn(u)
	switch {
	case isApproved:
		props = addProp(addProp(props, "x-Origin", "TM"), "x-ConfirmationLevel", "ApprovedTranslation")
	case isAligned:
		props = addProp(addProp(props, "x-Origin", "Alignment"), "x-ConfirmationLevel", "Draft")
	}
	props = addProp(props, "x-Document:SingleString", document)
	return addProp(props, "x-Key:SingleString", key)
}

func memoqProps(u *tmx.Unit) []tmx.Prop {
	isApproved, isAligned := approved(u), aligned(u)
	document, key := valueOf(u, tmx.PropDocument), valueOf(u, bilingual.PropKey)
	props := withoutOwn(u)
	switch {
	case isApproved:
		props = addProp(addProp(props, "corrected", "yes"), "aligned", "no")
	case isAligned:
		props = addProp(addProp(props, "corrected", "no"), "aligned", "yes")
	}
	props = addProp(props, "x-document", document)
	return addProp(props, "x-context", key)
}

// omegatProps renames the properties that would tie a unit to one place of one file.
func omegatProps(u *tmx.Unit) []tmx.Prop {
	props := withoutOwn(u)
	for i, p := range props {
		switch p.Type {
		case "file", "id", "prev", "next", "path":
			props[i].Type = "x-" + p.Type
		}
	}
	return props
}
