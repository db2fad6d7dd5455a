package tmx

import (
	"errors"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/langtag"
)

// freeAttrs are the attributes of <tu> and <tuv> that have no field of their own.
var freeAttrs = []string{
	"usagecount", "lastusagedate", "creationtool", "creationtoolversion", "datatype", "o-tmf", "o-encoding",
}

// unitAttrs sets the fields of a unit from the attributes of its <tu>. An attribute that TMX does
// not have, or whose value is invalid, becomes a property.
func (p *parser) unitAttrs(u *Unit, t token) error {
	for _, a := range t.attrs {
		switch {
		case setLife(a, &u.Created, &u.Changed, &u.CreatedBy, &u.ChangedBy):
		case a.name == "tuid":
			u.ID = a.value
		case a.name == "segtype" && SegType(strings.ToLower(a.value)).known():
			u.SegType = SegType(strings.ToLower(a.value))
		case a.name == "srclang" && strings.EqualFold(a.value, "*all*"):
			u.AnySource = true
		case a.name == "srclang":
			tag, err := p.lang(a.value)
			if err != nil {
				u.Props = append(u.Props, Prop{Type: "x-srclang", Text: a.value})
			}
			u.Source = tag
		default:
			keepAttr(a, &u.Attrs, &u.Props)
		}
	}
	return nil
}

// variantAttrs sets the fields of a variant from the attributes of its <tuv>. xml:lang takes
// precedence over lang.
func (p *parser) variantAttrs(v *Variant, t token) error {
	lang, has := "", false
	for _, a := range t.attrs {
		switch {
		case setLife(a, &v.Created, &v.Changed, &v.CreatedBy, &v.ChangedBy):
		case a.name == "xml:lang", a.name == "lang" && !has:
			lang, has = a.value, true
		case isLang(a.name):
		default:
			keepAttr(a, &v.Attrs, &v.Props)
		}
	}
	if !has {
		return faultf(t.at, "<tuv> has no xml:lang")
	}
	tag, err := p.lang(lang)
	if err != nil {
		return faultf(t.at, "xml:lang=%q is not a language tag such as \"en\" or \"pt-BR\"", excerpt(lang))
	}
	v.Lang = tag
	return nil
}

// keepAttr keeps an attribute that has no field of its own: as it is if TMX has it, else as a
// property.
func keepAttr(a xattr, attrs *[]Attr, props *[]Prop) {
	switch {
	case a.name == "xmlns", strings.HasPrefix(a.name, "xmlns:"), a.name == "xml:space":
		// These are about the XML, not about the unit.
	case slices.ContainsFunc(*attrs, func(b Attr) bool { return b.Name == a.name }):
	case slices.Contains(freeAttrs, a.name):
		if a.name == "lastusagedate" {
			d, ok := tidyDate(a.value)
			if !ok {
				*props = append(*props, Prop{Type: "x-lastusagedate", Text: a.value})
				return
			}
			a.value = d
		}
		*attrs = append(*attrs, Attr{a.name, a.value})
	default:
		*props = append(*props, Prop{Type: "x-" + a.name, Text: a.value})
	}
}

// tidyDate returns a date in the form of TMX; ok is false if it is not a date.
func tidyDate(s string) (tidy string, ok bool) {
	var t time.Time
	if !setDate(s, &t) {
		return "", false
	}
	return t.Format(dateLayout), true
}

func isLang(name string) bool { return name == "xml:lang" || name == "lang" }

var errLang = errors.New("it is not a language tag")

// longestTag bounds the bytes of a language tag, and mostTags how many of them are remembered. RFC
// 5646 asks for at least 35 bytes.
const (
	longestTag = 100
	mostTags   = 1000
)

// lang returns the language of a tag in any of its usual spellings: "pt-BR", "PT-BR", "pt_BR",
// "por".
func (p *parser) lang(s string) (language.Tag, error) {
	if tag, ok := p.langs[s]; ok {
		return tag, nil
	}
	if len(s) > longestTag {
		return language.Und, errLang
	}
	tag, err := langtag.Parse(s)
	if tag == language.Und {
		return tag, errors.Join(errLang, err)
	}
	if p.langs == nil || len(p.langs) > mostTags {
		p.langs = map[string]language.Tag{}
	}
	p.langs[s] = tag
	return tag, nil
}

// setLife sets the time or the author from an attribute, and reports whether it could.
func setLife(a xattr, created, changed *time.Time, by, changedBy *string) bool {
	switch a.name {
	case "creationdate":
		return setDate(a.value, created)
	case "changedate":
		return setDate(a.value, changed)
	case "creationid":
		*by = a.value
	case "changeid":
		*changedBy = a.value
	default:
		return false
	}
	return true
}

// dateLayouts are TMX's form of a date and the other forms of ISO 8601 that files have.
var dateLayouts = []string{
	dateLayout, time.RFC3339, "20060102T150405Z0700", "20060102T150405",
	"2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02", "20060102",
}

// setDate sets t from a date and reports whether it could. The year must have four digits.
func setDate(s string, t *time.Time) bool {
	s = strings.TrimSpace(s)
	for _, layout := range dateLayouts {
		d, err := time.Parse(layout, s)
		if err == nil && !d.IsZero() && d.UTC().Year() >= 0 && d.UTC().Year() <= 9999 {
			*t = d.UTC().Truncate(time.Second)
			return true
		}
	}
	return false
}
