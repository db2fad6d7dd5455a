package check

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/lexicon/cldr"
)

// where says on which sides a thing stands.
func where(has, lacks []int, sides []Side) string {
	if len(has)+len(lacks) == len(sides) {
		return "only in " + list(has, sides)
	}
	return "in " + list(has, sides) + " but not in " + list(lacks, sides)
}

// list returns the languages of some sides, as in "Arabic, English and French".
func list(which []int, sides []Side) string {
	var names []string
	for _, i := range which {
		names = append(names, languageName(sides[i].Lang))
	}
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

func languageName(tag language.Tag) string {
	base := baseOf(tag)
	if base == "und" {
		return "an unknown language"
	}
	return cldr.English(cldr.Language, base)
}

// isolate keeps the direction of foreign text to itself: it stands between FIRST STRONG ISOLATE and
// POP DIRECTIONAL ISOLATE. Characters of the text that would end that are left out, and control
// characters shown as U+FFFD.
func isolate(s string) string {
	s = strings.Map(func(r rune) rune {
		if r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 {
			return -1
		}
		if r < ' ' || r >= 0x7F && r < 0xA0 {
			return '\uFFFD'
		}
		return r
	}, s)
	return "\u2068" + s + "\u2069"
}

// excerpt returns the beginning of a text, on one line.
func excerpt(s string) string {
	const most = 60
	s = strings.Join(strings.Fields(s), " ")
	n := 0
	for i := range s {
		if n == most {
			if k := strings.LastIndexByte(s[:i], ' '); k > i/2 {
				i = k
			}
			return s[:i] + " …"
		}
		n++
	}
	return s
}
