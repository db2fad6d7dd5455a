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
	lineEnds   = `\n-\r\x{85}\x{2028}\x{2029}`
)

// escape writes the escape whose letter is at *i.
func escape(b *strings.Builder, expr string, i *int, inClass bool) error {
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
	case 'v':
		set(lineEnds)
	case 'V':
		return negated(lineEnds)
	case 'R':
		b.WriteString(`(?:\r\n|[` + lineEnds + `])`)
	case 'b':
		if inClass {
			b.WriteString(`\x08`)
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
