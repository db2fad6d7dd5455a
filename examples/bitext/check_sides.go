package main

import (
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/check"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/internal/langtag"
)

// sidesOf returns the sides of a unit: those in langs or, if langs is nil, all, the source first.
func sidesOf(u tmx.Unit, source language.Tag, langs []language.Tag) []check.Side {
	var out []check.Side
	if langs != nil {
		said := false
		for _, l := range langs {
			v, ok := u.In(l)
			said = said || ok
			out = append(out, check.Side{Lang: l, Text: v.Text, Codes: codesOf(v)})
		}
		if !said {
			return nil
		}
		return out
	}
	if u.Source != language.Und {
		source = u.Source
	}
	first := -1
	for i, v := range u.Variants {
		out = append(out, check.Side{Lang: v.Lang, Text: v.Text, Codes: codesOf(v)})
		if first < 0 && source != language.Und && langtag.SameBase(v.Lang, source) {
			first = i
		}
	}
	if first > 0 {
		out[0], out[first] = out[first], out[0]
	}
	return out
}

// codesOf returns the inline codes of a variant.
func codesOf(v tmx.Variant) []check.Code {
	var out []check.Code
	for _, c := range v.Inline {
		out = append(out, check.Code{Offset: c.Offset, XML: c.XML})
	}
	return out
}

// textsOf returns the texts of sides.
func textsOf(sides []check.Side) (out []string) {
	for _, s := range sides {
		out = append(out, s.Text)
	}
	return out
}
