package words

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Shorter returns what a list may have instead of a form that it lacks, the likeliest first: the
// form without its last letter or two, and in Arabic script without pronouns or the prefixes of
// verbs. At least three letters remain, of Hangul two syllables. Scripts without spaces
// have no shorter forms.
func Shorter(form string) []string {
	first, _ := utf8.DecodeRuneInString(form)
	least := 3
	switch {
	case Unspaced(first):
		return nil
	case unicode.Is(unicode.Arabic, first):
		return arabicShorter(form)
	case unicode.Is(unicode.Hangul, first):
		least = 2
	}
	var out []string
	all := runes(form)
	for n := all - 1; n >= max(least, all-2); n-- {
		out = append(out, cut(form, n))
	}
	return out
}

// What the verb of the present and the future begins with in Arabic, and pronouns and endings that
// arabicStem leaves. Particles before a word stay: without them too many words are found that only
// look alike.
var (
	arabicVerbPrefixes = []string{"سي", "ست", "سن", "ي", "ت", "ن", "ا"}
	arabicPronouns     = []string{"ته", "ت", "تم", "تي", "ك", "كم", "ه", "ي", "ا", "و", "ن"}
)

func arabicShorter(form string) (out []string) {
	without := func(part string, trim func(string, string) (string, bool)) {
		if rest, ok := trim(form, part); ok && runes(rest) >= 3 {
			out = append(out, rest)
		}
	}
	for _, p := range arabicVerbPrefixes {
		without(p, strings.CutPrefix)
	}
	for _, p := range arabicPronouns {
		without(p, strings.CutSuffix)
	}
	return out
}
