package bilingual

import (
	"errors"
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
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

	unfinished int // translations that were left out because they are not finished
}

// A unit is the wording of a sentence in each language.
type unit struct {
	wording               []string // by the index of the language in builder.langs; "" if the unit lacks it
	boundary, translation float64
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
	if strings.TrimSpace(wording) == "" {
		return nil
	}
	if b.bytes += len(wording); b.bytes > MaxBytes {
		return fmt.Errorf("its units hold more than %d MiB; split the file (the bound MaxBytes)", MaxBytes>>20)
	}
	i := b.column(u, lang)
	for len(u.wording) <= i {
		u.wording = append(u.wording, "")
	}
	if u.wording[i] == "" {
		u.wording[i] = wording
	}
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
	switch {
	case len(b.units) == 0 && len(b.damage) > 0:
		return b.damage[0]
	case len(b.langs) == 0:
		return errors.New("there is no unit in it; check that it is the right file")
	case len(b.langs) == 1:
		return fmt.Errorf("all its units are in one language, %v; translate it first, or name the translated file",
			b.langs[0])
	}
	return nil
}

// file returns the texts and beads of the units.
func (b *builder) file(name string) *File {
	f := &File{Damage: b.damage}
	if b.unfinished > 0 {
		f.Notes = append(f.Notes, read.Note{Kind: read.LeftOut, What: fmt.Sprintf(
			"%d translations that are new, drafts or rejected", b.unfinished)})
	}
	sentences := make([][]string, len(b.langs))
	numbers := make([][]int, len(b.langs)) // for each sentence, the number of its unit
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
		}
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
