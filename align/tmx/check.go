package tmx

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// check returns an error if TMX 1.4 cannot hold a unit.
func check(u *Unit) error {
	if err := checkUnit(u); err != nil {
		return fmt.Errorf("tmx: unit %q: %w", u.ID, err)
	}
	for i := range u.Variants {
		v := &u.Variants[i]
		if v.Lang == language.Und {
			return fmt.Errorf("tmx: unit %q: variant %d has no language", u.ID, i+1)
		}
		if err := checkVariant(v); err != nil {
			return fmt.Errorf("tmx: unit %q: variant %v: %w", u.ID, v.Lang, err)
		}
	}
	return nil
}

func checkUnit(u *Unit) error {
	if len(u.Variants) == 0 {
		return errors.New("it has no variant")
	}
	if u.SegType != "" && !u.SegType.known() {
		return u.SegType.problem()
	}
	return checkParts(u.Props, u.Attrs)
}

func checkVariant(v *Variant) error {
	if err := checkParts(v.Props, v.Attrs); err != nil {
		return err
	}
	return checkInline(v)
}

func checkParts(props []Prop, attrs []Attr) error {
	for _, p := range props {
		if p.Type == "" {
			return fmt.Errorf("property %q has no type", p.Text)
		}
	}
	for i, a := range attrs {
		if !slices.Contains(freeAttrs, a.Name) {
			return fmt.Errorf("attribute %q is not one of %s", a.Name, strings.Join(freeAttrs, ", "))
		}
		if slices.ContainsFunc(attrs[:i], func(b Attr) bool { return b.Name == a.Name }) {
			return fmt.Errorf("attribute %q is there twice", a.Name)
		}
	}
	return nil
}

// checkInline returns an error if the markup of a variant cannot be written.
func checkInline(v *Variant) error {
	at, depth := 0, 0
	for _, in := range v.Inline {
		inside := in.Offset < len(v.Text)
		if in.Offset < at || in.Offset > len(v.Text) || inside && !utf8.RuneStart(v.Text[in.Offset]) {
			return fmt.Errorf("markup %q is at byte %d, which is not between two characters at or after byte %d",
				in.XML, in.Offset, at)
		}
		at = in.Offset
		if in.XML == "</hi>" {
			if depth--; depth < 0 {
				return errors.New("there is a </hi> without its <hi>")
			}
			continue
		}
		want, start := wellFormed(in.XML)
		if want != in.XML {
			return fmt.Errorf("markup %q is not markup of TMX 1.4 in the form that this package writes: %q",
				in.XML, want)
		}
		if start {
			depth++
		}
		if depth >= maxDepth {
			return fmt.Errorf("elements are nested more than %d deep", maxDepth)
		}
	}
	if depth > 0 {
		return errors.New("there is a <hi> without its </hi>")
	}
	return nil
}

// wellFormed returns xml in the form that the reader gives it, and reports whether it is the start
// tag of a <hi>. The form is "" if xml is not one piece of markup.
func wellFormed(xml string) (form string, start bool) {
	b := []byte(xml)
	if checkChars(b) != nil {
		return "", false
	}
	p := parser{lex: lexer{b: b}}
	t, err := p.lex.next()
	if err != nil || t.kind != startTag && t.kind != emptyTag {
		return "", false
	}
	if t.name == "hi" && t.kind == startTag && p.lex.i == len(b) {
		form, _ = canonical(t)
		return form, true
	}
	p.lex = lexer{b: []byte(xml + "</seg>")}
	words, inline, err := p.segment(token{kind: startTag, name: "seg"})
	if err != nil || words != "" || len(inline) != 1 || p.lex.i != len(p.lex.b) {
		return "", false
	}
	return inline[0].XML, false
}
