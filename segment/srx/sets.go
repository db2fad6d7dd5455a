package srx

import (
	"errors"
	"fmt"
	"regexp/syntax"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A set of characters is a list of pairs of first and last, ascending and apart.

// tableSet returns the set of a table.
func tableSet(t *unicode.RangeTable) []rune {
	var set []rune
	add := func(lo, hi, stride rune) {
		if stride == 1 {
			set = append(set, lo, hi)
			return
		}
		for r := lo; r <= hi; r += stride {
			set = append(set, r, r)
		}
	}
	for _, r := range t.R16 {
		add(rune(r.Lo), rune(r.Hi), rune(r.Stride))
	}
	for _, r := range t.R32 {
		add(rune(r.Lo), rune(r.Hi), rune(r.Stride))
	}
	return tidied(set)
}

// tidied sorts pairs and joins those that touch.
func tidied(pairs []rune) []rune {
	type stretch struct{ lo, hi rune }
	all := make([]stretch, 0, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		all = append(all, stretch{pairs[i], pairs[i+1]})
	}
	slices.SortFunc(all, func(a, b stretch) int { return int(a.lo - b.lo) })
	var set []rune
	for _, s := range all {
		if n := len(set); n > 0 && s.lo <= set[n-1]+1 {
			set[n-1] = max(set[n-1], s.hi)
			continue
		}
		set = append(set, s.lo, s.hi)
	}
	return set
}

// negated returns all other characters.
func negated(set []rune) []rune {
	var out []rune
	next := rune(0)
	for i := 0; i+1 < len(set); i += 2 {
		if set[i] > next {
			out = append(out, next, set[i]-1)
		}
		next = set[i+1] + 1
	}
	if next <= unicode.MaxRune {
		out = append(out, next, unicode.MaxRune)
	}
	return out
}

// common returns the characters that are in both sets.
func common(a, b []rune) []rune {
	return negated(tidied(append(negated(a), negated(b)...)))
}

// goSet writes a set as Go has it. A set that holds nothing matches nothing.
func goSet(set []rune) string {
	var b strings.Builder
	if len(set) == 0 {
		return `[^\x00-\x{10FFFF}]`
	}
	b.WriteByte('[')
	for i := 0; i+1 < len(set); i += 2 {
		fmt.Fprintf(&b, `\x{%x}-\x{%x}`, set[i], set[i+1])
	}
	b.WriteByte(']')
	return b.String()
}

var errSet = errors.New("a set does not end")

// readSet reads a set that begins with the bracket at pos, as ICU and Java have them: with sets
// inside it, && for what is in both, and -- for what is not in the second. It returns the offset
// after it.
func readSet(expr string, pos int) (set []rune, end int, err error) {
	const deepest = 50
	return readSetAt(expr, pos, deepest)
}

func readSetAt(expr string, pos, depth int) (set []rune, end int, err error) {
	if depth == 0 {
		return nil, 0, errors.New("too many sets inside one another")
	}
	i := pos + 1
	not := strings.HasPrefix(expr[i:], "^")
	if not {
		i++
	}
	var left []rune // the operand before && or --
	var operator byte
	first := true
	operate := func() {
		switch set = tidied(set); operator {
		case '&':
			set = common(left, set)
		case '-':
			set = common(left, negated(set))
		}
	}
	for ; ; first = false {
		switch {
		case i >= len(expr):
			return nil, 0, errSet
		case expr[i] == ']' && !first:
			operate()
			if not {
				set = negated(set)
			}
			return set, i + 1, nil
		case strings.HasPrefix(expr[i:], "&&"), strings.HasPrefix(expr[i:], "--") && !first:
			operate()
			left, set, operator = set, nil, expr[i]
			i += 2
		case expr[i] == '[' && !strings.HasPrefix(expr[i:], "[:"):
			inner, next, err := readSetAt(expr, i, depth-1)
			if err != nil {
				return nil, 0, err
			}
			set, i = append(set, inner...), next
		default:
			member, next, err := readMember(expr, i)
			if err != nil {
				return nil, 0, err
			}
			if len(member) == 2 && member[0] == member[1] && next+1 < len(expr) && expr[next] == '-' &&
				expr[next+1] != ']' && expr[next+1] != '-' && expr[next+1] != '[' {
				last, after, err := readMember(expr, next+1)
				if err != nil {
					return nil, 0, err
				}
				if len(last) != 2 || last[0] != last[1] || last[0] < member[0] {
					return nil, 0, errors.New("a range in a set ends before it begins")
				}
				member, next = []rune{member[0], last[0]}, after
			}
			set, i = append(set, member...), next
		}
	}
}

// readMember reads a character, an escape or a class by name in a set.
func readMember(expr string, pos int) (set []rune, end int, err error) {
	if expr[pos] == '[' { // [:alpha:]
		n := strings.Index(expr[pos:], ":]")
		if n < 0 {
			return nil, 0, errSet
		}
		set, err := setOfGo("[" + expr[pos:pos+n+2] + "]")
		return set, pos + n + 2, err
	}
	if expr[pos] != '\\' || pos+1 == len(expr) {
		r, size := utf8.DecodeRuneInString(expr[pos:])
		return []rune{r, r}, pos + size, nil
	}
	var b strings.Builder
	i := pos + 1
	if strings.IndexByte("SWDHV", expr[i]) >= 0 {
		set, _, err := readMember(expr[:i]+strings.ToLower(expr[i:i+1]), pos)
		return negated(set), i + 1, err
	}
	if err := escape(&b, expr, &i, true); err != nil {
		return nil, 0, err
	}
	set, err = setOfGo("[" + b.String() + "]")
	return set, i + 1, err
}

// setOfGo returns the characters of a set as Go writes it.
func setOfGo(expr string) ([]rune, error) {
	re, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		return nil, fmt.Errorf("not a set: %w", err)
	}
	set, ok := charsOf(re)
	if !ok {
		return nil, fmt.Errorf("%s is not a set", expr)
	}
	return set, nil
}

// charsOf returns the characters that an expression matches, if it always matches one.
func charsOf(re *syntax.Regexp) ([]rune, bool) {
	switch re.Op {
	case syntax.OpNoMatch:
		return nil, true
	case syntax.OpCharClass:
		return re.Rune, true
	case syntax.OpAnyChar:
		return []rune{0, unicode.MaxRune}, true
	case syntax.OpAnyCharNotNL:
		return negated([]rune{'\n', '\n'}), true
	case syntax.OpLiteral:
		if len(re.Rune) == 1 {
			return tidied(rangesOf(&syntax.Inst{Op: syntax.InstRune1, Rune: re.Rune, Arg: uint32(re.Flags)})), true
		}
	}
	return nil, false
}
