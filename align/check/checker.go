package check

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"io"
	"slices"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/quote"
	"github.com/bitext-go/bitext/internal/words"
	"github.com/bitext-go/bitext/segment"
)

// A Checker checks the units of a memory, or the beads of an alignment, one after another. The zero
// value is ready. It keeps about a hundred bytes for each unit and never the wording. Use it from
// one goroutine.
type Checker struct {
	// Kinds is what to look for; nil means everything.
	Kinds []Kind
	// Terms is a glossary: where a unit has a term in one language and none of its translations in
	// the other, that is a finding. A term with several translations stands in it several times.
	// Set it before the first unit.
	Terms []Term

	units    int
	sources  map[uint64]seen // by source and target language
	targets  map[uint64]seen
	reported map[uint64]bool
	terms    map[string][]*term // by how they begin: see key
}

// A Term is a word or phrase of a glossary and its translation, each in its dictionary form.
type Term struct{ Source, Target Side }

// seen is a unit that was met before, and what stood on its other side.
type seen struct {
	unit  int
	other uint64
}

// Unit checks the next unit. Each side is compared with the first one that has text, which is the
// source; a side without text is one that the unit lacks.
func (c *Checker) Unit(sides ...Side) []Finding {
	c.units++
	studies := studied(sides)
	out := unit(sides, studies)
	if c.wants(Terminology) {
		out = append(out, c.checkTerms(sides, studies)...)
	}
	if c.wants(Inconsistent) || c.wants(Repeated) {
		out = append(out, c.consistency(sides, studies)...)
	}
	return slices.DeleteFunc(out, func(f Finding) bool { return !c.wants(f.Kind) })
}

// Units returns how many units were checked.
func (c *Checker) Units() int { return c.units }

func (c *Checker) wants(k Kind) bool { return c.Kinds == nil || slices.Contains(c.Kinds, k) }

// consistency compares a unit with those before it.
func (c *Checker) consistency(sides []Side, studies []*study) []Finding {
	if c.sources == nil {
		c.sources, c.targets, c.reported = map[uint64]seen{}, map[uint64]seen{}, map[uint64]bool{}
	}
	var out []Finding
	source, said := wordKey(studies[0])
	for i := 1; i < len(sides); i++ {
		target, says := wordKey(studies[i])
		if !said || !says || sides[0].Text == "" || sides[i].Text == "" {
			continue
		}
		pair := mix(source, langKey(sides[i].Lang))
		if before, ok := c.sources[pair]; !ok {
			c.sources[pair] = seen{c.units, target}
		} else if before.other != target && !c.reported[mix(pair, target)] {
			c.reported[mix(pair, target)] = true
			out = append(out, Finding{Kind: Inconsistent, Side: i, Span: segment.Span{End: len(sides[i].Text)}, Wording: sides[i].Text, Unit: before.unit,
				Message: fmt.Sprintf("%s is translated otherwise in unit %d", quote.Isolate(excerpt(sides[0].Text)), before.unit)})
		}
		back := mix(target, langKey(sides[0].Lang))
		if before, ok := c.targets[back]; !ok {
			c.targets[back] = seen{c.units, source}
		} else if before.other != source && !c.reported[mix(back, source)] {
			c.reported[mix(back, source)] = true
			out = append(out, Finding{Kind: Repeated, Side: i, Span: segment.Span{End: len(sides[i].Text)}, Wording: sides[i].Text, Unit: before.unit,
				Message: fmt.Sprintf("%s translates another sentence in unit %d", quote.Isolate(excerpt(sides[i].Text)), before.unit)})
		}
	}
	return out
}

// wordKey stands for a wording: its letters and digits, whatever the case and the marks between
// them. Numbers alone say nothing.
func wordKey(s *study) (key uint64, says bool) {
	h := fnv.New64a()
	for _, w := range s.tokens {
		if w.Kind != words.Mark {
			io.WriteString(h, w.Full)
			h.Write([]byte{0})
			says = says || w.Kind == words.Word
		}
	}
	io.WriteString(h, s.Lang.String())
	return h.Sum64(), says
}

// mix returns one key of two.
func mix(a, b uint64) uint64 {
	h := fnv.New64a()
	h.Write(binary.LittleEndian.AppendUint64(binary.LittleEndian.AppendUint64(nil, a), b))
	return h.Sum64()
}

func langKey(t language.Tag) uint64 {
	h := fnv.New64a()
	io.WriteString(h, t.String())
	return h.Sum64()
}
