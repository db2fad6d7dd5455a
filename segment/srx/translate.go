package srx

import (
	"errors"
	"fmt"
	"regexp/syntax"
	"strings"
)

// An alternative is what an expression requires: all its conditions.
type alternative struct {
	flags  string      // such as (?i), for all of it
	main   *pattern    // of its own side
	before []condition // further conditions of the text before
	after  []condition // and after
}

// A condition is that an expression matches, or does not, at the position.
type condition struct {
	*pattern
	not bool
}

// A pattern is an expression ready for an automaton, reversed for the text before a position.
type pattern struct {
	re   *syntax.Regexp
	prog *syntax.Prog
}

// patternOf parses an expression.
func patternOf(expr string, before bool) (*pattern, error) {
	const most = 20_000 // instructions
	re, err := parse(expr, before)
	if err != nil {
		return nil, err
	}
	re = shrink(re.Simplify())
	prog, err := syntax.Compile(re)
	if err == nil && len(prog.Inst) > most {
		err = errors.New("an expression of this size cannot be expressed")
	}
	return &pattern{re, prog}, err
}

var errLookaround = errors.New("lookaround in the middle cannot be expressed")

// translate returns the alternatives of an expression for the text before or after a position.
func translate(expr string, before bool) ([]alternative, error) {
	parts := []string{expr}
	if hasLookaround(expr) {
		parts = alternativesOf(expr)
	}
	var all []alternative
	for _, part := range parts {
		a := alternative{}
		a.flags, part = leadingFlags(part)
		rest, err := a.takeLookaround(part, before)
		if err != nil {
			return nil, err
		}
		if rest, err = farLookaround(rest, a.flags, before); err != nil {
			return nil, err
		}
		if hasLookaround(rest) {
			return nil, errLookaround
		}
		if a.main, err = patternOf(a.flags+rest, before); err != nil {
			return nil, err
		}
		all = append(all, a)
	}
	return all, nil
}

func parse(expr string, before bool) (*syntax.Regexp, error) {
	goExpr, err := toGo(expr)
	if err != nil {
		return nil, err
	}
	re, err := syntax.Parse(goExpr, syntax.Perl|syntax.DotNL)
	if err != nil {
		return nil, fmt.Errorf("not a regular expression: %w", err)
	}
	if before {
		reverse(re)
	}
	return re, nil
}

// takeLookaround takes the lookarounds next to the position out of an expression, as conditions.
func (a *alternative) takeLookaround(expr string, before bool) (rest string, err error) {
	for {
		start, end := 0, 0
		if before {
			start, end = lastGroup(expr), len(expr)
		} else if strings.HasPrefix(expr, "(") {
			end = groupEnd(expr, 0)
		}
		if start < 0 || end <= start {
			return expr, nil
		}
		behind, not, inner := lookaround(expr[start:end])
		if inner < 0 {
			return expr, nil
		}
		body := expr[start+inner : end-1]
		if hasLookaround(body) {
			return "", errLookaround
		}
		p, err := patternOf(a.flags+body, behind)
		if err != nil {
			return "", err
		}
		if behind {
			a.before = append(a.before, condition{p, not})
		} else {
			a.after = append(a.after, condition{p, not})
		}
		expr = expr[:start] + expr[end:]
	}
}

// farLookaround rewrites the lookaround at the end of an expression that is far from the position.
// A positive one is an ordinary group there.
func farLookaround(expr, flags string, before bool) (string, error) {
	start, end := 0, 0
	if !before {
		start, end = lastGroup(expr), len(expr)
	} else if strings.HasPrefix(expr, "(") {
		end = groupEnd(expr, 0)
	}
	if start < 0 || end <= start {
		return expr, nil
	}
	behind, not, inner := lookaround(expr[start:end])
	if inner < 0 {
		return expr, nil
	}
	if behind != before {
		return "", errLookaround
	}
	body := expr[start+inner : end-1]
	if not {
		other, err := otherThan(flags+body, before)
		return expr[:start] + other + expr[end:], err
	}
	return expr[:start] + "(?:" + body + ")" + expr[end:], nil
}

// lookaround returns what kind of lookaround a group is, and where its expression begins; -1 if it
// is none.
func lookaround(group string) (behind, not bool, inner int) {
	switch {
	case strings.HasPrefix(group, "(?="):
		return false, false, 3
	case strings.HasPrefix(group, "(?!"):
		return false, true, 3
	case strings.HasPrefix(group, "(?<="):
		return true, false, 4
	case strings.HasPrefix(group, "(?<!"):
		return true, true, 4
	}
	return false, false, -1
}

// hasLookaround reports whether a lookaround is anywhere in an expression.
func hasLookaround(expr string) bool {
	if !strings.Contains(expr, "(?") {
		return false
	}
	for i := 0; i < len(expr); i = nextToken(expr, i) {
		if _, _, inner := lookaround(expr[i:]); inner > 0 {
			return true
		}
	}
	return false
}

// alternativesOf returns the alternatives between which an expression is a choice as a whole, each
// with the flags at its beginning.
func alternativesOf(expr string) []string {
	flags, expr := leadingFlags(expr)
	var parts []string
	from, depth := 0, 0
	for i := 0; i < len(expr); i = nextToken(expr, i) {
		switch expr[i] {
		case '(':
			depth++
		case ')':
			depth--
		case '|':
			if depth == 0 {
				parts = append(parts, flags+expr[from:i])
				from = i + 1
			}
		}
	}
	return append(parts, flags+expr[from:])
}

// leadingFlags cuts an expression after the flags with which it begins, such as (?i).
func leadingFlags(expr string) (flags, rest string) {
	if end := groupEnd(expr, 0); strings.HasPrefix(expr, "(?") && end > 0 &&
		!strings.ContainsAny(expr[:end], ":=!<>#") {
		return expr[:end], expr[end:]
	}
	return "", expr
}

// nextToken returns the offset after the character, escape or set at pos.
func nextToken(expr string, pos int) int {
	switch expr[pos] {
	case '\\':
		if strings.HasPrefix(expr[pos:], `\Q`) {
			if n := strings.Index(expr[pos:], `\E`); n > 0 {
				return pos + n + 2
			}
			return len(expr)
		}
		return min(pos+2, len(expr))
	case '[':
		return setEnd(expr, pos)
	}
	return pos + 1
}

// setEnd returns the offset after the set that begins at pos, with the sets inside it.
func setEnd(expr string, pos int) int {
	depth := 0
	for i := pos; i < len(expr); i++ {
		switch expr[i] {
		case '\\':
			i++
		case '[':
			depth++
			if strings.HasPrefix(expr[i+1:], "^") {
				i++
			}
			if strings.HasPrefix(expr[i+1:], "]") {
				i++
			}
		case ']':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(expr)
}

// groupEnd returns the offset after the group that begins at pos, -1 if it does not end.
func groupEnd(expr string, pos int) int {
	depth := 0
	for i := pos; i < len(expr); i = nextToken(expr, i) {
		switch expr[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return -1
}

// lastGroup returns where the group begins with which an expression ends, -1 if it ends otherwise.
func lastGroup(expr string) int {
	for i := 0; i < len(expr); {
		if expr[i] != '(' {
			i = nextToken(expr, i)
			continue
		}
		end := groupEnd(expr, i)
		if end < 0 || end == len(expr) {
			return min(i, end)
		}
		i = end
	}
	return -1
}

// reverse turns an expression around, so that it matches reversed text.
func reverse(re *syntax.Regexp) {
	switch re.Op {
	case syntax.OpLiteral:
		for i, j := 0, len(re.Rune)-1; i < j; i, j = i+1, j-1 {
			re.Rune[i], re.Rune[j] = re.Rune[j], re.Rune[i]
		}
	case syntax.OpConcat:
		for i, j := 0, len(re.Sub)-1; i < j; i, j = i+1, j-1 {
			re.Sub[i], re.Sub[j] = re.Sub[j], re.Sub[i]
		}
	case syntax.OpBeginText:
		re.Op = syntax.OpEndText
	case syntax.OpEndText:
		re.Op = syntax.OpBeginText
	case syntax.OpBeginLine:
		re.Op = syntax.OpEndLine
	case syntax.OpEndLine:
		re.Op = syntax.OpBeginLine
	}
	for _, sub := range re.Sub {
		reverse(sub)
	}
}
