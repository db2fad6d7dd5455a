package bilingual

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/read"
	"github.com/bitext-go/bitext/segment"
)

// A builder collects units.
type builder struct {
	langs  []language.Tag
	units  []unit
	damage []error
	bytes  int

	left []leftOut   // what was left out for a reason
	lost []read.Note // characters that could not be decoded

	unsegmented bool // the file has text, but is not cut into segments

	hints   []language.Tag // the languages of a file that does not name them
	assumed []language.Tag // those that were needed
}

// source returns the language of the source of a file that does not name it, or other.
func (b *builder) source(other language.Tag) language.Tag {
	if len(b.hints) > 1 {
		return b.assume(b.hints[0])
	}
	return other
}

// target returns the language of the translation of a file that does not name it; language.Und if
// nobody knows it.
func (b *builder) target() language.Tag {
	if n := len(b.hints); n > 0 {
		return b.assume(b.hints[min(n, 2)-1])
	}
	return language.Und
}

// assume notes that a language was assumed, and returns it.
func (b *builder) assume(l language.Tag) language.Tag {
	if !slices.Contains(b.assumed, l) {
		b.assumed = append(b.assumed, l)
	}
	return l
}

// begin adds an empty unit. The pointer is valid until the next call.
func (b *builder) begin() (*unit, error) {
	if len(b.units) == MaxUnits {
		return nil, fmt.Errorf("more than %d units; split the file (the bound MaxUnits)", MaxUnits)
	}
	b.units = append(b.units, unit{boundary: 1, translation: 1})
	return &b.units[len(b.units)-1], nil
}

// put sets the wording of a unit in a language, unless it is set already.
func (b *builder) put(u *unit, lang language.Tag, wording string) error {
	return b.putVariant(u, tmx.Variant{Lang: lang, Text: wording})
}

// putVariant does the same for a variant with codes, dates or notes.
func (b *builder) putVariant(u *unit, v tmx.Variant) error {
	wording, lang := Shown(v.Text, v.Inline), v.Lang
	if strings.TrimSpace(wording) == "" {
		if len(v.Inline) > 0 {
			b.leave(codesOne, "wordings that hold nothing but codes")
		}
		return nil
	}
	if b.bytes += len(wording); b.bytes > MaxBytes {
		return fmt.Errorf("its units hold more than %d MiB; split the file (the bound MaxBytes)", MaxBytes>>20)
	}
	i := b.column(u, lang)
	for len(u.wording) <= i {
		u.wording = append(u.wording, "")
	}
	if u.wording[i] != "" {
		b.leave("second wording in a language that its unit has already",
			"further wordings in a language that their unit has already")
		return nil
	}
	u.wording[i] = wording
	if lang == b.langs[i] && v.Inline == nil && v.Notes == nil && v.Props == nil && v.Attrs == nil &&
		v.CreatedBy == "" && v.ChangedBy == "" && v.Created.IsZero() && v.Changed.IsZero() {
		return nil
	}
	d := u.more()
	for len(d.Variants) <= i {
		d.Variants = append(d.Variants, tmx.Variant{})
	}
	v.Text, v.Inline = oneLine(v.Text, v.Inline)
	d.Variants[i] = v
	return nil
}

// column returns the index in langs that a unit uses for a language: that of the same tag, else
// that of the same language and script with another region or none, since tools mix these in one
// file. If the unit has that one too, the language is added.
func (b *builder) column(u *unit, lang language.Tag) int {
	near := -1
	for i, l := range b.langs {
		if l == lang {
			return i
		}
		if near < 0 && langtag.SameBaseAndScript(l, lang) && (i >= len(u.wording) || u.wording[i] == "") {
			near = i
		}
	}
	if near >= 0 {
		return near
	}
	b.langs = append(b.langs, lang)
	return len(b.langs) - 1
}

// check returns an error for a file without units or with one language.
func (b *builder) check() error {
	langs := b.used()
	switch {
	case len(b.units) == 0 && len(b.damage) > 0:
		return b.damage[0]
	case len(langs) == 0 && b.count(codesOne) > 0:
		return fmt.Errorf("its %d wordings hold nothing but codes, so there is no text to pair; "+
			"check that it is the right file", b.count(codesOne))
	case len(langs) == 0 && b.unsegmented:
		return errors.New("it has text, but no segments, so it is not translated yet; " +
			"translate it first, or align the original with its translation")
	case len(langs) == 0:
		return errors.New("there is no unit in it; check that it is the right file")
	case len(langs) == 1 && b.count(unfinishedOne) > 0:
		return fmt.Errorf("its translations, %d in all, are new, drafts, fuzzy or rejected; "+
			"confirm those that are right", b.count(unfinishedOne))
	case len(langs) == 1:
		return fmt.Errorf("all its units are in one language, %v; translate it first, or name the translated file",
			langs[0])
	}
	return nil
}

// used returns the languages that some unit has.
func (b *builder) used() (langs []language.Tag) {
	for i, l := range b.langs {
		if slices.ContainsFunc(b.units, func(u unit) bool { return i < len(u.wording) && u.wording[i] != "" }) {
			langs = append(langs, l)
		}
	}
	return langs
}

// file returns the texts and beads of the units.
func (b *builder) file(name string) *File {
	f := &File{Damage: b.damage, Notes: b.lost}
	for _, l := range b.left {
		what := l.many
		if l.n == 1 {
			what = l.one
		}
		f.Notes = append(f.Notes, read.Note{Kind: read.LeftOut, What: fmt.Sprintf("%d %s", l.n, what)})
	}
	for _, l := range b.assumed {
		f.Notes = append(f.Notes, read.Note{Kind: read.Assumed,
			What: fmt.Sprintf("the file does not name its languages; %s was taken from its name or the command", l)})
	}
	sentences := make([][]string, len(b.langs))
	numbers := make([][]int, len(b.langs)) // for each sentence, the number of its unit
	some := false                          // units have details
	for k, u := range b.units {
		bead := align.Bead{Boundary: u.boundary, Translation: u.translation}
		full := false
		for i := range b.langs {
			r := segment.Range{Lo: len(sentences[i]), Hi: len(sentences[i])}
			if i < len(u.wording) && u.wording[i] != "" {
				sentences[i] = append(sentences[i], u.wording[i])
				numbers[i] = append(numbers[i], k+1)
				r.Hi++
				full = true
			}
			bead.Ranges = append(bead.Ranges, r)
		}
		if full {
			f.Beads = append(f.Beads, bead)
			f.Details = append(f.Details, u.details)
			some = some || u.details != nil
		}
	}
	if !some {
		f.Details = nil
	}
	for i, l := range b.langs {
		t := segment.FromSentences(sentences[i], l)
		t.Name = name
		for k := range t.Lines {
			t.Lines[k].Number = numbers[i][k]
		}
		f.Texts = append(f.Texts, t)
	}
	return f
}
