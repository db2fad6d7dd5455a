package seed

import (
	"path"
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/bitext-go/bitext/internal/langtag"
)

// A reading is one way to see a language in the name of a file: the language, and the name without
// it, which is the same for all translations of a document.
type reading struct {
	key  string
	lang language.Tag
}

// stem returns a name without its ending, and without that of a compressed file.
func stem(name string) string {
	name = strings.TrimSuffix(name, ".gz")
	if ext := path.Ext(name); ext != "" && len(ext) <= 6 {
		if _, ok := parseLang(ext[1:]); !ok || strings.Contains(strings.TrimSuffix(path.Base(name), ext), ".") {
			return strings.TrimSuffix(name, ext)
		}
	}
	return name
}

// afterName returns the key of a document whose language stands behind its name.
func afterName(name string) string { return "behind " + strings.ToLower(name) }

// readName returns the readings of a stem, the likeliest first.
func readName(name string) (out []reading) {
	dir, base := path.Split(name)
	add := func(key, code string) {
		if lang, ok := parseLang(code); ok {
			out = append(out, reading{strings.ToLower(key), lang})
		}
	}
	// Behind the name, where the longest code counts: report.zh-Hans, then report.en.
	for _, n := range []int{2, 1} {
		if rest, code, ok := lastParts(base, n); ok && len(out) == 0 {
			add(afterName(dir+rest), code)
		}
	}
	folders := strings.Split(strings.TrimSuffix(dir, "/"), "/")
	for i := len(folders) - 1; i >= 0; i-- {
		rest := append(append([]string{}, folders[:i]...), "*")
		add("in "+strings.Join(append(rest, folders[i+1:]...), "/")+"/"+base, folders[i])
	}
	for _, n := range []int{2, 1} {
		if code, rest, ok := firstParts(base, n); ok {
			before := len(out)
			if add("before "+dir+rest, code); len(out) > before {
				break
			}
		}
	}
	return out
}

// withoutLangs takes all languages off the end of a name that has two or more there.
func withoutLangs(name string) string {
	langs, rest := 0, name
	for {
		before, code, ok := lastParts(rest, 1)
		if _, is := parseLang(code); !ok || !is {
			break
		}
		langs++
		rest = before
	}
	if langs < 2 {
		return name
	}
	return rest
}

const separators = "._- "

// lastParts cuts the last n parts off a name.
func lastParts(name string, n int) (rest, last string, ok bool) {
	at := len(name)
	for range n {
		if at = strings.LastIndexAny(name[:at], separators); at <= 0 {
			return "", "", false
		}
	}
	return name[:at], name[at+1:], true
}

// firstParts cuts the first n parts off a name.
func firstParts(name string, n int) (first, rest string, ok bool) {
	at := -1
	for range n {
		i := strings.IndexAny(name[at+1:], separators)
		if i < 0 {
			return "", "", false
		}
		at += 1 + i
	}
	return name[:at], name[at+1:], at+1 < len(name)
}

// bibliographic are the codes of ISO 639-2/B, which libraries use, where they differ from the
// others.
var bibliographic = map[string]string{"alb": "sq", "arm": "hy", "baq": "eu", "bur": "my", "chi": "zh", "cze": "cs", "dut": "nl", "fre": "fr",
	"geo": "ka", "ger": "de", "gre": "el", "ice": "is", "mac": "mk", "mao": "mi", "may": "ms", "per": "fa", "rum": "ro", "slo": "sk", "tib": "bo", "wel": "cy"}

// parseLang reads a language as names of files have it: a code of two letters, or of three that has
// one of two, with or without a script or region, or the English name.
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

// englishNames are the languages with codes of two letters by their names, in small letters.
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

// english returns the name of a language for people.
func english(tag language.Tag) string {
	if name := display.English.Tags().Name(tag); name != "" && tag != language.Und {
		return name
	}
	return "an unknown language"
}

// indexOf returns where a language stands in a list: that very tag, else one with the same base; -1
// if it does not.
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
