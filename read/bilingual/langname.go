package bilingual

import (
	"fmt"
	"path/filepath"
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/bitext-go/bitext/internal/lazyregexp"
)

var langCode = lazyregexp.New(`^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,2}$`)

// LanguageNamed returns the language that a name stands for: a tag as tools write them ("fr",
// "fr_FR", "zh-CHS"), or the name of the language in English, in itself or in one of
// headingLanguages, with a region or script in parentheses or not.
func LanguageNamed(name string) (language.Tag, bool) {
	name = strings.TrimSpace(name)
	if len(name) < 2 || len(name) > 60 {
		return language.Und, false
	}
	if len(name) == 2 && (strings.EqualFold(name, "id") || strings.EqualFold(name, "no")) {
		return language.Und, false // more often an identity or a number than Indonesian or Norwegian
	}
	if langCode.MatchString(name) && (len(name) == 2 || strings.ContainsAny(name, "-_")) {
		tag, err := ParseTag(name)
		return tag, err == nil && tag != language.Und
	}
	low := strings.ToLower(name)
	if tag, ok := languageNames()[low]; ok {
		return tag, true
	}
	if before, _, found := strings.Cut(low, "("); found {
		tag, ok := languageNames()[strings.TrimSpace(before)]
		return tag, ok
	}
	return language.Und, false
}

// toolTags are language tags that tools write and BCP 47 does not know or deprecates.
var toolTags = map[string]string{
	"zh-cht": "zh-Hant", "zh-chs": "zh-Hans", "sr-sp": "sr-RS", "sr-cyrl-sp": "sr-Cyrl-RS", "sr-latn-sp": "sr-Latn-RS",
	"sr-cs": "sr-RS", "sh-sp": "sr-Latn-RS", "iw-il": "he-IL", "es-xl": "es-419", "es-xm": "es-419", "no-no": "nb-NO",
	"no-xx": "no", "en-uk": "en-GB", "ar-xa": "ar", "jp": "ja", "cn": "zh", "kr": "ko", "ua": "uk", "gr": "el", "cz": "cs", "dk": "da",
}

// ParseTag returns a language tag as tools write it: with underscores, in any case, with regions of
// Windows such as "zh-CHT" and "sr-SP", and with subtags that are dropped because nobody knows
// them.
func ParseTag(s string) (language.Tag, error) {
	s = strings.ReplaceAll(strings.TrimSpace(s), "_", "-")
	if i := strings.IndexAny(s, ".@"); i > 0 {
		s = s[:i] // a locale of POSIX
	}
	if known, ok := toolTags[strings.ToLower(s)]; ok && strings.Contains(s, "-") {
		s = known
	}
	tag, err := language.Parse(s)
	if err == nil {
		return tag, nil
	}
	if before, _, found := strings.Cut(s, "-"); found {
		if base, err := language.ParseBase(before); err == nil {
			return language.Compose(base)
		}
	}
	return language.Und, err
}

// parseTagAt returns the language tag in a line of a file.
func parseTagAt(line int, s string) (language.Tag, error) {
	tag, err := ParseTag(s)
	if err != nil {
		return tag, fmt.Errorf("line %d: %q is not a language; correct it", line, s)
	}
	return tag, nil
}

// headingLanguages name languages in the languages in which tables are often headed.
var headingLanguages = []display.Namer{
	display.Tags(language.French), display.Tags(language.Spanish), display.Tags(language.German),
	display.Tags(language.Russian), display.Tags(language.Chinese), display.Tags(language.Arabic),
	display.Tags(language.Portuguese), display.Tags(language.Italian), display.Tags(language.Dutch),
}

// languageNames has languages by their names in English, in themselves and in headingLanguages, in
// lower case.
var languageNames = sync.OnceValue(func() map[string]language.Tag {
	names := map[string]language.Tag{}
	for a := 'a'; a <= 'z'; a++ {
		for b := 'a'; b <= 'z'; b++ {
			code := string(a) + string(b)
			base, err := language.ParseBase(code)
			if err != nil || base.String() != code {
				continue
			}
			tag, err := language.Compose(base)
			if err != nil {
				continue
			}
			written := []string{display.English.Tags().Name(tag), display.Self.Name(tag)}
			for _, in := range headingLanguages {
				written = append(written, in.Name(tag))
			}
			for _, name := range written {
				if name = strings.ToLower(name); name != "" && name != "root" {
					if _, taken := names[name]; !taken {
						names[name] = tag
					}
				}
			}
		}
	}
	return names
})

// languageInName returns the language that a file's name has before its extension, or as its whole
// name; language.Und if there is none.
func languageInName(name string) language.Tag {
	stem := strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))
	parts := strings.FieldsFunc(stem, func(r rune) bool { return r == '.' || r == ' ' })
	if len(parts) == 0 {
		return language.Und
	}
	tag, _ := LanguageNamed(parts[len(parts)-1])
	return tag
}
