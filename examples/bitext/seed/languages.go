package seed

import (
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/bitext-go/bitext/internal/langtag"
)

// bibliographic are the codes of ISO 639-2/B, which libraries use, if they differ from those of ISO
// 639-2/T.
var bibliographic = map[string]string{
	"alb": "sq", "arm": "hy", "baq": "eu", "bur": "my", "chi": "zh", "cze": "cs", "dut": "nl", "fre": "fr",
	"geo": "ka", "ger": "de", "gre": "el", "ice": "is", "mac": "mk", "mao": "mi", "may": "ms", "per": "fa",
	"rum": "ro", "slo": "sk", "tib": "bo", "wel": "cy",
}

// parseLang returns the language that a part of a file name gives: a code of two letters, or of
// three if the language also has one of two, with or without a script or region; or an English
// name.
func parseLang(s string) (language.Tag, bool) {
	if tag, ok := englishNames()[strings.ToLower(s)]; ok {
		return tag, true
	}
	code, more, both := strings.Cut(strings.ReplaceAll(s, "_", "-"), "-")
	if other, ok := bibliographic[strings.ToLower(code)]; ok {
		code = other
	}
	base, err := language.ParseBase(code)
	if err != nil || len(code) > 3 || len(base.String()) != 2 {
		return language.Und, false
	}
	if !both {
		tag, err := language.Compose(base)
		return tag, err == nil
	}
	tag, err := language.Parse(base.String() + "-" + more)
	return tag, err == nil && strings.IndexByte(more, '-') < 0
}

// englishNames are the languages with codes of two letters, by their English names in lower case.
var englishNames = sync.OnceValue(func() map[string]language.Tag {
	names := map[string]language.Tag{}
	for a := 'a'; a <= 'z'; a++ {
		for b := 'a'; b <= 'z'; b++ {
			base, err := language.ParseBase(string(a) + string(b))
			if err != nil || base.String() != string(a)+string(b) {
				continue
			}
			if tag, err := language.Compose(base); err == nil {
				if name := display.English.Tags().Name(tag); name != "" {
					names[strings.ToLower(name)] = tag
				}
			}
		}
	}
	return names
})

// indexOf returns the position of a language in a list: that of the tag itself, else that of a tag
// with the same base language, else -1.
func indexOf(langs []language.Tag, lang language.Tag) int {
	found := -1
	for i, l := range langs {
		if l == lang {
			return i
		}
		if found < 0 && langtag.SameBase(l, lang) {
			found = i
		}
	}
	return found
}
