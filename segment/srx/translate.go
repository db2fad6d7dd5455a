package srx

import (
	"errors"
	"fmt"
	"regexp/syntax"
	"strings"
)

const (
	spaceClass = `\s\x{85}\p{Z}`
	wordClass  = `\p{L}\p{M}\p{Nd}\p{Pc}`
)

// A side is one of the two expressions of a rule, as Go has it.
type side struct {
	positive *syntax.Regexp // reversed for the text before a position
	negative *syntax.Regexp // what must not match at the position; nil if there is none
	edge     bool           // positive is a literal at the edge of a word
}

var errLookaround = errors.New("lookaround in the middle cannot be expressed")

// translate returns the expression of a rule for the text before or after a position.
func translate(expr string, before bool) (side, error) {
	var s side
	inner, negative, err := splitLookaround(expr, before)
	if err != nil {
		return s, err
	}
	if rest, ok := strings.CutPrefix(inner, `\b`); ok && before {
		if re, err := parse(rest, before); err == nil {
			if _, exact := literalOf(re); exact {
				s.positive, s.edge = re, true // nearly all rules for abbreviations
				return s, nil
			}
		}
	}
	if s.positive, err = parse(inner, before); err != nil {
		return s, err
	}
	if negative != "" {
		s.negative, err = parse(negative, before)
	}
	return s, err
}

func parse(expr string, before bool) (*syntax.Regexp, error) {
	goExpr, err := toGo(expr, before)
	if err != nil {
		return nil, err
	}
	re, err := syntax.Parse(goExpr, syntax.Perl&^syntax.OneLine)
	if err != nil {
		return nil, fmt.Errorf("not a regular expression: %w", err)
	}
	if before {
		reverse(re)
	}
	return re, nil
}

// splitLookaround takes a negative lookaround next to the position out of an expression, and makes
// a positive one far from it an ordinary group, which means the same there.
func splitLookaround(expr string, before bool) (inner, negative string, err error) {
	if before {
		if i := lastGroup(expr); i >= 0 && strings.HasPrefix(expr[i:], "(?<!") {
			expr, negative = expr[:i], expr[i+4:len(expr)-1]
		}
		if strings.HasPrefix(expr, "(?<=") {
			expr = "(?:" + expr[4:]
		}
	} else {
		if strings.HasPrefix(expr, "(?!") {
			if end := groupEnd(expr, 0); end > 0 {
				expr, negative = expr[end:], expr[3:end-1]
			}
		}
		if i := lastGroup(expr); i >= 0 && strings.HasPrefix(expr[i:], "(?=") {
			expr = expr[:i] + "(?:" + expr[i+3:]
		}
	}
	if strings.Contains(expr, "(?=") || strings.Contains(expr, "(?!") || strings.Contains(expr, "(?<=") ||
		strings.Contains(expr, "(?<!") {
		return "", "", errLookaround
	}
	return expr, negative, nil
}

// groupEnd returns the offset after the group that begins at pos, -1 if it does not end.
func groupEnd(expr string, pos int) int {
	depth := 0
	for i := pos; i < len(expr); i++ {
		switch expr[i] {
		case '\\':
			i++
		case '[':
			for i++; i < len(expr) && expr[i] != ']'; i++ {
				if expr[i] == '\\' {
					i++
				}
			}
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
	for i := 0; i < len(expr); i++ {
		switch expr[i] {
		case '\\':
			i++
		case '(':
			end := groupEnd(expr, i)
			if end == len(expr) {
				return i
			}
			if end < 0 {
				return -1
			}
			i = end - 1
		}
	}
	return -1
}

// toGo writes an expression of ICU as one of Go.
func toGo(expr string, before bool) (string, error) {
	var b strings.Builder
	class := 0 // depth of brackets
	for i := 0; i < len(expr); i++ {
		switch c := expr[i]; {
		case c == '\\' && i+1 < len(expr):
			i++
			if err := escape(&b, expr, &i, class > 0, before); err != nil {
				return "", err
			}
		case class > 0 && c == '&' && strings.HasPrefix(expr[i:], "&&"), class > 0 && c == '-' &&
			strings.HasPrefix(expr[i:], "--"):
			return "", errors.New("an intersection or difference of sets cannot be expressed")
		case class > 0 && c == '[' && strings.HasPrefix(expr[i:], "[:"):
			end := strings.Index(expr[i:], ":]")
			if end < 0 {
				return "", errors.New("a set does not end")
			}
			b.WriteString(expr[i : i+end+2])
			i += end + 1
		case c == '[':
			if class++; class > 1 { // a union of sets
				if strings.HasPrefix(expr[i:], "[^") {
					return "", errors.New("a negated set inside a set cannot be expressed")
				}
				continue
			}
			b.WriteByte(c)
			if i+1 < len(expr) && expr[i+1] == '^' {
				i++
				b.WriteByte('^')
			}
			if i+1 < len(expr) && expr[i+1] == ']' {
				i++
				b.WriteString(`\]`)
			}
		case c == ']' && class > 0:
			if class--; class == 0 {
				b.WriteByte(c)
			}
		case class == 0 && c == '+' && i > 0 && strings.IndexByte("*+?}", expr[i-1]) >= 0 &&
			(i < 2 || expr[i-2] != '\\'):
			// a possessive quantifier
		case class == 0 && c == '(' && strings.HasPrefix(expr[i:], "(?>"):
			b.WriteString("(?:")
			i += 2
		default:
			b.WriteByte(c)
		}
	}
	return b.String(), nil
}

// escape writes the escape whose letter is at *i.
func escape(b *strings.Builder, expr string, i *int, inClass, before bool) error {
	c := expr[*i]
	set := func(members string) {
		if inClass {
			b.WriteString(members)
		} else {
			b.WriteString("[" + members + "]")
		}
	}
	negated := func(members string) error {
		if inClass {
			return fmt.Errorf(`\%c inside a set cannot be expressed`, c)
		}
		b.WriteString("[^" + members + "]")
		return nil
	}
	switch c {
	case 's':
		set(spaceClass)
	case 'S':
		return negated(spaceClass)
	case 'w':
		set(wordClass)
	case 'W':
		return negated(wordClass)
	case 'd':
		set(`\p{Nd}`)
	case 'D':
		return negated(`\p{Nd}`)
	case 'h':
		set(`\t\p{Zs}`)
	case 'H':
		return negated(`\t\p{Zs}`)
	case 'R':
		b.WriteString(`(?:\r\n|[\n-\r\x{85}\x{2028}\x{2029}])`)
	case 'b':
		if inClass {
			b.WriteString(`\x08`)
			return nil
		}
		far := before && atStart(expr[:*i-1]) || !before && *i == len(expr)-1
		if far { // the edge of what is matched: any character that is not of a word, or the end of the text
			if before {
				b.WriteString(`(?:\A|[^` + wordClass + `])`)
			} else {
				b.WriteString(`(?:\z|[^` + wordClass + `])`)
			}
			return nil
		}
		b.WriteString(`\b`)
	case 'u', 'x', 'U':
		return codePoint(b, expr, i)
	case 'p', 'P':
		return property(b, expr, i)
	case 'Q', 'E', 'G', 'X', 'N', 'k', 'Z':
		if c == 'Z' {
			b.WriteString(`\n?\z`)
			return nil
		}
		return fmt.Errorf(`\%c cannot be expressed`, c)
	case '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return errors.New("a back reference cannot be expressed")
	default:
		if !strings.ContainsRune(" \"'<>&#@%=,;:!/~`_", rune(c)) && c < 0x80 {
			b.WriteByte('\\') // Go has no escape for what needs none
		}
		b.WriteByte(c)
	}
	return nil
}

// atStart reports whether what follows expr begins an alternative of the whole expression.
func atStart(expr string) bool {
	return expr == "" || !strings.Contains(expr, ")") && strings.ContainsRune("(|:", rune(expr[len(expr)-1]))
}

// codePoint writes \uhhhh, \xhh, \x{h…} and \Uhhhhhhhh.
func codePoint(b *strings.Builder, expr string, i *int) error {
	digits := map[byte]int{'u': 4, 'x': 2, 'U': 8}[expr[*i]]
	rest := expr[*i+1:]
	if strings.HasPrefix(rest, "{") {
		end := strings.IndexByte(rest, '}')
		if end < 0 {
			return errors.New("a code point does not end")
		}
		b.WriteString(`\x` + rest[:end+1])
		*i += end + 1
		return nil
	}
	if len(rest) < digits {
		return errors.New("a code point is too short")
	}
	b.WriteString(`\x{` + rest[:digits] + `}`)
	*i += digits
	return nil
}

// scripts and categories whose names in ICU and Java differ from those of Go.
var properties = map[string]string{
	"Lowercase_Letter": "Ll", "Uppercase_Letter": "Lu", "Titlecase_Letter": "Lt", "Letter": "L", "Mark": "M", "Number": "N",
	"Decimal_Number": "Nd", "Punctuation": "P", "Symbol": "S", "Separator": "Z", "Lower": "Ll", "Upper": "Lu", "Alpha": "L",
	"Lowercase": "Ll", "Uppercase": "Lu", "Alphabetic": "L", "Digit": "Nd", "Punct": "P", "javaLowerCase": "Ll",
	"javaUpperCase": "Lu", "javaLetter": "L", "Open_Punctuation": "Ps", "Close_Punctuation": "Pe",
	"Initial_Punctuation": "Pi", "Final_Punctuation": "Pf", "Space_Separator": "Zs", "Alnum": "L", "IsAlphabetic": "L",
}

// property writes \p{…} and \P{…}.
func property(b *strings.Builder, expr string, i *int) error {
	head := `\` + expr[*i:*i+1]
	rest := expr[*i+1:]
	if !strings.HasPrefix(rest, "{") {
		if rest == "" {
			return errors.New("a property without a name")
		}
		b.WriteString(head + rest[:1])
		*i++
		return nil
	}
	end := strings.IndexByte(rest, '}')
	if end < 0 {
		return errors.New("a property does not end")
	}
	name := rest[1:end]
	*i += end + 1
	for _, prefix := range []string{"Script=", "sc=", "script=", "General_Category=", "gc=", "Is"} {
		name = strings.TrimPrefix(name, prefix)
	}
	if known, ok := properties[name]; ok {
		name = known
	}
	name = strings.ReplaceAll(name, " ", "_")
	if _, err := syntax.Parse(`\p{`+name+`}`, syntax.Perl); err != nil {
		return fmt.Errorf("the property %s is not known", rest[:end+1])
	}
	b.WriteString(head + "{" + name + "}")
	return nil
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
