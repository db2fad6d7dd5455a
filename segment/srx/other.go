package srx

import (
	"errors"
	"regexp/syntax"
	"strings"
)

// otherThan returns an expression for text in which an expression does not match at the end that is
// near the match: a negative lookaround that is far from the position. The expression must be a
// choice between sequences of characters.
func otherThan(expr string, before bool) (string, error) {
	re, err := parse(expr, before)
	if err != nil {
		return "", err
	}
	sequences, ok := sequencesOf(shrink(re.Simplify()))
	if !ok {
		return "", errLookaround
	}
	var b strings.Builder
	if !writeOther(&b, sequences, before) {
		return "", errors.New("a lookaround of this size cannot be expressed")
	}
	return b.String(), nil
}

// sequencesOf returns the sequences of sets of characters that an expression matches, the nearest
// first, if there are few.
func sequencesOf(re *syntax.Regexp) (all [][][]rune, ok bool) {
	const most = 200
	if set, ok := charsOf(re); ok {
		return [][][]rune{{set}}, true
	}
	switch re.Op {
	case syntax.OpEmptyMatch:
		return [][][]rune{{}}, true
	case syntax.OpCapture:
		return sequencesOf(re.Sub[0])
	case syntax.OpLiteral:
		var sequence [][]rune
		for _, r := range re.Rune {
			one := &syntax.Regexp{Op: syntax.OpLiteral, Flags: re.Flags, Rune: []rune{r}}
			set, _ := charsOf(one)
			sequence = append(sequence, set)
		}
		return [][][]rune{sequence}, true
	case syntax.OpAlternate:
		for _, sub := range re.Sub {
			s, ok := sequencesOf(sub)
			if all = append(all, s...); !ok || len(all) > most {
				return nil, false
			}
		}
		return all, true
	case syntax.OpQuest:
		s, ok := sequencesOf(re.Sub[0])
		return append(s, [][]rune{}), ok && len(s) < most
	case syntax.OpConcat:
		all = [][][]rune{{}}
		for _, sub := range re.Sub {
			s, ok := sequencesOf(sub)
			if !ok || len(s)*len(all) > most {
				return nil, false
			}
			var longer [][][]rune
			for _, head := range all {
				for _, tail := range s {
					longer = append(longer, append(append([][]rune(nil), head...), tail...))
				}
			}
			all = longer
		}
		return all, true
	}
	return nil, false
}

// writeOther writes an expression for what begins with none of the sequences. It reports whether it
// is of a bounded size.
func writeOther(b *strings.Builder, sequences [][][]rune, before bool) bool {
	const longest = 1 << 16 // bytes
	var all []rune
	for _, s := range sequences {
		if len(s) == 0 { // it matches everywhere
			b.WriteString(goSet(nil))
			return true
		}
		all = append(all, s[0]...)
	}
	end := `\z`
	if before {
		end = `\A`
	}
	rest := negated(tidied(all))
	b.WriteString("(?:" + end + "|" + goSet(rest))
	for left := tidied(all); len(left) > 0; {
		part := left // characters that the same sequences begin with
		var tails [][][]rune
		for _, s := range sequences {
			if both := common(part, s[0]); len(both) > 0 && both[0] == part[0] {
				part = both
			} else {
				part = common(part, negated(s[0]))
			}
		}
		for _, s := range sequences {
			if len(common(part, s[0])) > 0 {
				tails = append(tails, s[1:])
			}
		}
		left = common(left, negated(part))
		b.WriteByte('|')
		if !before {
			b.WriteString(goSet(part))
		}
		if b.Len() > longest || !writeOther(b, tails, before) {
			return false
		}
		if before {
			b.WriteString(goSet(part))
		}
	}
	b.WriteByte(')')
	return b.Len() <= longest
}
