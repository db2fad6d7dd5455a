package srx

import (
	"regexp/syntax"
	"unicode"
)

// An automaton matches any number of patterns at once, from a position on in one direction. It is
// the program of all patterns together; a scanner makes it deterministic as far as a text needs.
// Its instructions are those of package syntax, except that a set of classes is what they match.
type automaton struct {
	insts    []inst
	starts   []uint32 // the first instruction of each pattern
	classes  *classes
	backward bool // the patterns are reversed, and so is the reading
}

type inst struct {
	op   syntax.InstOp
	out  uint32
	arg  uint32 // what syntax.Inst has; the pattern for InstMatch
	sets []uint64
}

// newAutomaton makes one automaton of patterns.
func newAutomaton(patterns []*pattern, backward bool) *automaton {
	a := &automaton{backward: backward}
	var sets [][]rune // of the instructions that match a character
	var at []int      // those instructions
	for i, p := range patterns {
		prog := p.prog
		base := uint32(len(a.insts))
		a.starts = append(a.starts, base+uint32(prog.Start))
		for _, in := range prog.Inst {
			x := inst{op: in.Op, out: base + in.Out, arg: in.Arg}
			switch in.Op {
			case syntax.InstAlt, syntax.InstAltMatch:
				x.op, x.arg = syntax.InstAlt, base+in.Arg
			case syntax.InstMatch:
				x.arg = uint32(i)
			case syntax.InstRune, syntax.InstRune1, syntax.InstRuneAny, syntax.InstRuneAnyNotNL:
				at = append(at, len(a.insts))
				sets = append(sets, rangesOf(&in))
				x.op = syntax.InstRune
			}
			a.insts = append(a.insts, x)
		}
	}
	var members [][]uint64
	a.classes, members = partition(sets)
	for i, k := range at {
		a.insts[k].sets = members[i]
	}
	return a
}

// rangesOf returns the characters that an instruction matches as pairs of first and last.
func rangesOf(in *syntax.Inst) []rune {
	switch in.Op {
	case syntax.InstRuneAny:
		return []rune{0, unicode.MaxRune}
	case syntax.InstRuneAnyNotNL:
		return []rune{0, '\n' - 1, '\n' + 1, unicode.MaxRune}
	}
	if len(in.Rune) != 1 {
		return in.Rune
	}
	r := in.Rune[0]
	ranges := []rune{r, r}
	if syntax.Flags(in.Arg)&syntax.FoldCase != 0 {
		for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
			ranges = append(ranges, f, f)
		}
	}
	return ranges
}
