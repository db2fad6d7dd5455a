package memory

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/segment"
)

// A match is a wording of the memory that the text has too.
type match struct {
	item    *item
	variant int           // the index in the item's unit; -1 if the item is an unpaired sentence
	own     segment.Range // of the text
	revised bool          // the text has what PropRevised notes beside the variant
}

// find returns what the memory has of the text already. It looks for each wording in its own place
// first, so that a text that was added before is found exactly as it was added: then every sentence
// has a place, and nothing is left to align. What is not in its place may be elsewhere in the text.
func (e *edit) find() []match {
	candidates := e.candidates()
	for _, how := range []where{exactly, onItsLines, anywhere} {
		for _, kind := range []kind{plain, joint, alone} {
			for _, c := range candidates {
				if c.kind == kind && !c.found {
					c.look(e.search, how)
				}
			}
		}
	}
	var out []match
	for _, c := range candidates {
		if c.found {
			out = append(out, c.match)
		}
	}
	return out
}

// A where is how far from its place a wording may be.
type where int

const (
	exactly    where = iota
	onItsLines       // if they repeat it
	anywhere
)

// A candidate is a wording of the memory that may be in the text.
type candidate struct {
	match
	found   bool
	kind    kind
	texts   []string // what the text may have: the wording of the memory and, second, its revision
	written string   // the fingerprint of the wording that a person has corrected, or ""
	lang    language.Tag
	places  []place // where the document of the text's name has it
	mayMove bool    // it may be in another place, too
}

// A kind is what a candidate is in the memory.
type kind int

const (
	plain kind = iota // a variant of a unit
	joint             // a variant of a joint unit
	alone             // an unpaired sentence
)

// candidates returns what the document has in the language of the text, in its order. What another
// file has is only found in the place where an earlier add has found it, because two files may have
// the same short sentence. A joint unit that has what its parts have is left to extendJoint.
func (e *edit) candidates() []*candidate {
	var out []*candidate
	parts := e.document.parts()
	for _, it := range e.document.items {
		if s := it.unpaired; s != nil {
			if e.inLanguage(s.Lang) && s.Document == e.text.Name {
				out = append(out, &candidate{
					match: match{item: it, variant: -1}, kind: alone, lang: s.Lang,
					texts: []string{s.Text}, places: []place{s.place}, mayMove: true,
				})
			}
			continue
		}
		if all := parts[it.unit]; len(all) > 0 && e.haveOwn(all) && e.isSum(it.unit, all) {
			continue
		}
		for i, v := range it.unit.Variants {
			if e.inLanguage(v.Lang) {
				out = append(out, e.candidate(it, i))
			}
		}
	}
	return out
}

// candidate returns the candidate that a variant of a unit is.
func (e *edit) candidate(it *item, i int) *candidate {
	v := &it.unit.Variants[i]
	c := &candidate{
		match: match{item: it, variant: i}, lang: v.Lang,
		texts: []string{v.Text}, places: placesOf(v.Props, e.text.Name),
	}
	if len(it.unit.joins) > 0 {
		c.kind = joint
	}
	document := prop(v.Props, tmx.PropDocument)
	c.mayMove = document == "" || document == e.text.Name
	if is := written(it.unit, v); is != "" && is != fingerprint(v.Lang, v.Text) {
		c.written = is
	}
	if revised := prop(v.Props, PropRevised); revised != "" {
		c.texts = append(c.texts, revised)
	}
	return c
}

// haveOwn reports whether each of some units has a sentence of the text's last version.
func (e *edit) haveOwn(units []*unit) bool {
	own := func(v tmx.Variant) bool {
		return e.inLanguage(v.Lang) && len(placesOf(v.Props, e.text.Name)) > 0 && prop(v.Props, PropGone) != e.text.Name
	}
	return !slices.ContainsFunc(units, func(u *unit) bool { return u == nil || !slices.ContainsFunc(u.Variants, own) })
}

// isSum reports whether the wording of a joint unit may be that of its parts. It may not if the
// unit also joins a sentence that the memory kept for no unit.
func (e *edit) isSum(joint *unit, parts []*unit) bool {
	for i := range joint.Variants {
		v := &joint.Variants[i]
		if !e.inLanguage(v.Lang) {
			continue
		}
		length := 0
		for k, part := range parts {
			at := slices.IndexFunc(part.Variants, func(w tmx.Variant) bool { return e.inLanguage(w.Lang) })
			if at < 0 {
				continue
			}
			w := &part.Variants[at]
			if written(part, w) != fingerprint(w.Lang, w.Text) {
				return true // a person has changed it
			}
			if k == 0 && !strings.HasPrefix(v.Text, w.Text) {
				return false
			}
			length += letters(w.Text)
		}
		if letters(v.Text) > length {
			return false
		}
	}
	return true
}

// letters returns how long a text is without white space, in bytes.
func letters(text string) int {
	n := len(text)
	for _, r := range text {
		if unicode.IsSpace(r) {
			n -= utf8.RuneLen(r)
		}
	}
	return n
}

// look takes the first sentences that have the wording of the candidate and that nothing else has.
func (c *candidate) look(s *search, how where) {
	for i, text := range c.texts {
		if c.kind == alone && s.starts[text] == nil {
			return // the text cuts the sentence in two, or no longer has it
		}
		if c.take(s, s.occurrences(text), how) {
			c.revised = i > 0
			return
		}
		if i == 0 && c.written != "" && c.take(s, s.written(c.lang)[c.written], how) {
			return
		}
	}
}

func (c *candidate) take(s *search, all *ranges, how where) bool {
	if how == anywhere {
		c.found = c.mayMove && s.take(all, &c.own)
		return c.found
	}
	for _, p := range c.places {
		list := s.byPlace(all)[p.first()]
		if how == exactly {
			c.found = s.takeNth(list, max(p.Repeat, 1), &c.own)
		} else {
			c.found = s.take(list, &c.own)
		}
		if c.found {
			return true
		}
	}
	return false
}
