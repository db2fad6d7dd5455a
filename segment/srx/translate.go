package srx

import (
	"errors"
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
