package bilingual

import (
	"errors"
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/segment"
)

// A builder collects units.
type builder struct {
	langs  []language.Tag
	units  []unit
	damage []error
	bytes  int
}

// A unit is the wording in each language; "" for none.
type unit struct {
	wording               []string // by the place of the language in langs
	boundary, translation float64
}

// begin begins a unit.
func (b *builder) begin() (*unit, error) {
	if len(b.units) == MaxUnits {
		return nil, fmt.Errorf("it has more than %d units; split it (the bound MaxUnits)", MaxUnits)
	}
	b.units = append(b.units, unit{boundary: 1, translation: 1})
	return &b.units[len(b.units)-1], nil
}

// put adds the wording in a language to a unit, unless it has one already.
func (b *builder) put(u *unit, lang language.Tag, wording string) error {
	if strings.TrimSpace(wording) == "" {
		return nil
	}
	if b.bytes += len(wording); b.bytes > MaxBytes {
		return fmt.Errorf("its units hold more than %d MiB; split it (the bound MaxBytes)", MaxBytes>>20)
	}
	i := b.place(u, lang)
	for len(u.wording) <= i {
		u.wording = append(u.wording, "")
	}
	if u.wording[i] == "" {
		u.wording[i] = wording
	}
	return nil
}

// place returns the place of a language: its own, else that of the same language in the same script
// with another region or none, which tools mix in one file, unless the unit has that one too.
func (b *builder) place(u *unit, lang language.Tag) int {
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

func (b *builder) check() error {
	switch {
	case len(b.units) == 0 && len(b.damage) > 0:
		return b.damage[0]
	case len(b.langs) == 0:
		return errors.New("there is no unit in it; check that it is the right file")
	case len(b.langs) == 1:
		return fmt.Errorf("all its units are in one language, %v; it holds no translation yet", b.langs[0])
	}
	return nil
}

func (b *builder) file(name string) *File {
	f := &File{Damage: b.damage}
	sentences := make([][]string, len(b.langs))
	numbers := make([][]int, len(b.langs)) // of the units that the sentences are of
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
