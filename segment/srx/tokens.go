package srx

import "strings"

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
		switch end {
		case -1:
			return -1
		case len(expr):
			return i
		}
		i = end
	}
	return -1
}
