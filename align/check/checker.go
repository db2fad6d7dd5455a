package check

import "slices"

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
	// Forbidden are terms that must not be used, in any form. Set it before the first unit.
	Forbidden []Side
	// MaxLength is how many characters a side other than the first may have; 0 means any number.
	MaxLength int

	units    int
	history  history
	glossary *glossary // nil until the first unit
	banned   []forbidden
	checks   checks    // those that find something of Kinds
	examiner *examiner // of Check; nil until the first unit
}

// Check checks the next unit. The first side that has text is the source, and each other side is
// compared with it. A side without text is one that the unit lacks.
func (c *Checker) Check(sides ...Side) []Finding {
	if c.examiner == nil {
		c.examiner = newExaminer()
	}
	c.prepare()
	return c.finish(sides, c.examine(c.examiner, sides))
}

// Units returns how many units were checked.
func (c *Checker) Units() int { return c.units }

func (c *Checker) wants(k Kind) bool { return c.Kinds == nil || slices.Contains(c.Kinds, k) }

// prepare reads the glossary before the first unit.
func (c *Checker) prepare() {
	if c.glossary == nil {
		c.glossary = newGlossary(c.Terms)
		c.banned = newForbidden(c.Forbidden)
		c.checks = allChecks.only(c.wants)
	}
}

// An examined is what a unit shows by itself.
type examined struct {
	findings []Finding
	wordings []wording // of the sides; nil if nobody asks for them
}

// examine checks a unit by itself. It changes nothing but e, so that several goroutines may call
// it, each with an examiner of its own.
func (c *Checker) examine(e *examiner, sides []Side) examined {
	subjects := e.read(sides)
	out := examined{findings: compareAll(sides, subjects, c.checks)}
	if c.wants(Terminology) && len(c.Terms) > 0 {
		out.findings = append(out.findings, c.glossary.check(sides, subjects)...)
	}
	if len(c.banned) > 0 {
		out.findings = append(out.findings, checkForbidden(c.banned, sides, subjects)...)
	}
	if c.MaxLength > 0 {
		out.findings = append(out.findings, tooLong(sides, c.MaxLength)...)
	}
	if c.wants(Inconsistent) || c.wants(Repeated) {
		out.wordings = make([]wording, len(subjects))
		for i, s := range subjects {
			out.wordings[i] = wordingOf(s)
		}
	}
	return out
}

// finish counts the next unit and returns its findings, with those that the units before it show.
func (c *Checker) finish(sides []Side, x examined) []Finding {
	c.units++
	out := x.findings
	if x.wordings != nil {
		out = append(out, c.history.check(c.units, sides, x.wordings)...)
	}
	return slices.DeleteFunc(out, func(f Finding) bool { return !c.wants(f.Kind) })
}
