package check

import (
	"slices"
)

// A Checker checks the units of a memory, or the beads of an alignment, one after another. The zero
// value is ready. It keeps about a hundred bytes for each unit, and none of the wording. Use it
// from one goroutine.
type Checker struct {
	// Kinds is what to look for; nil means everything.
	Kinds []Kind
	// Terms is a glossary. If a unit has a term in one language and none of its translations in the
	// other, that is a finding. A term with several translations is listed once for each. Set it
	// before the first unit.
	Terms []Term

	units    int
	history  history
	glossary *glossary // nil until the first unit
}

// Check checks the next unit. The first side that has text is the source, and each other side is
// compared with it. A side without text is one that the unit lacks.
func (c *Checker) Check(sides ...Side) []Finding {
	c.units++
	subjects := subjectsOf(sides)
	out := compareAll(sides, subjects)
	if c.wants(Terminology) && len(c.Terms) > 0 {
		if c.glossary == nil {
			c.glossary = newGlossary(c.Terms)
		}
		out = append(out, c.glossary.check(sides, subjects)...)
	}
	if c.wants(Inconsistent) || c.wants(Repeated) {
		out = append(out, c.history.check(c.units, sides, subjects)...)
	}
	return slices.DeleteFunc(out, func(f Finding) bool { return !c.wants(f.Kind) })
}

// Units returns how many units were checked.
func (c *Checker) Units() int { return c.units }

func (c *Checker) wants(k Kind) bool { return c.Kinds == nil || slices.Contains(c.Kinds, k) }
