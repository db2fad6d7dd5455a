package srx

import (
	"errors"
	"regexp"
	"strings"
)

// toGo writes an expression of ICU as one of Go.
func toGo(expr string) (string, error) {
	var b strings.Builder
	for i := 0; i < len(expr); {
		next := nextToken(expr, i)
		switch c := expr[i]; {
		case strings.HasPrefix(expr[i:], `\Q`):
			b.WriteString(regexp.QuoteMeta(strings.TrimSuffix(expr[i+2:next], `\E`)))
		case c == '\\' && i+1 < len(expr):
			i++
			if err := escape(&b, expr, &i, false); err != nil {
				return "", err
			}
			next = i + 1
		case c == '[':
			set, err := goSetOf(expr[i:next])
			if err != nil {
				return "", err
			}
			b.WriteString(set)
		case c == '+' && i > 0 && strings.IndexByte("*+?}", expr[i-1]) >= 0 && (i < 2 || expr[i-2] != '\\'):
			// a possessive quantifier
		case strings.HasPrefix(expr[i:], "(?>"):
			b.WriteString("(?:")
			next = i + 3
		case strings.HasPrefix(expr[i:], "(?#"):
			if next = groupEnd(expr, i); next < 0 {
				return "", errors.New("a comment does not end")
			}
		case strings.HasPrefix(expr[i:], "(?"):
			flags, after, err := flagsAt(expr, i+2)
			if err != nil {
				return "", err
			}
			b.WriteString("(?" + flags)
			next = after
		default:
			b.WriteString(expr[i:next])
		}
		i = next
	}
	return b.String(), nil
}

// flagsAt returns the flags at pos as Go has them, and the offset after them. Letters of all
// scripts are always known, which u and U ask for, and line ends are those of Unix, which d does.
func flagsAt(expr string, pos int) (flags string, end int, err error) {
	for end = pos; end < len(expr); end++ {
		switch c := expr[end]; c {
		case 'i', 'm', 's', '-':
			flags += string(c)
		case 'u', 'U', 'd', 'w':
		case 'x':
			return "", 0, errors.New("comments in expressions (the flag x) cannot be expressed")
		default:
			flags = strings.TrimSuffix(flags, "-")
			if flags == "" && c == ')' {
				return ":", end, nil
			}
			return flags, end, nil
		}
	}
	return flags, end, nil
}

// goSetOf writes a set as Go has it.
func goSetOf(set string) (string, error) {
	if isSimpleSet(set) {
		return goSimpleSet(set)
	}
	chars, end, err := readSet(set, 0)
	if err == nil && end < len(set) {
		err = errSet
	}
	return goSet(chars), err
}

// isSimpleSet reports whether Go can write a set as it is, except for single escapes.
func isSimpleSet(set string) bool {
	for i := 1; i < len(set); i++ {
		switch set[i] {
		case '\\':
			if i++; i < len(set) && strings.IndexByte("SWDHV", set[i]) >= 0 {
				return false
			}
		case '[':
			if !strings.HasPrefix(set[i:], "[:") {
				return false
			}
		case '&', '-':
			if i+1 < len(set) && set[i+1] == set[i] {
				return false
			}
		}
	}
	return true
}

func goSimpleSet(set string) (string, error) {
	var b strings.Builder
	i := 1
	b.WriteByte('[')
	if strings.HasPrefix(set[i:], "^") {
		b.WriteByte('^')
		i++
	}
	if strings.HasPrefix(set[i:], "]") {
		b.WriteString(`\]`)
		i++
	}
	for ; i < len(set); i++ {
		if set[i] != '\\' || i+1 == len(set) {
			b.WriteByte(set[i])
			continue
		}
		i++
		if err := escape(&b, set, &i, true); err != nil {
			return "", err
		}
	}
	return b.String(), nil
}
