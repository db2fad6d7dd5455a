package seed

import (
	"path"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/lazyregexp"
)

// A reading is one way to find a language in the name of a file: the language, and a key made from
// the rest of the name, which is the same for all translations of a document.
type reading struct {
	key  string
	lang language.Tag
}

// stem returns a name without its extension, and without .gz.
func stem(name string) string {
	name = strings.TrimSuffix(name, ".gz")
	if ext := path.Ext(name); ext != "" && len(ext) <= len(".properties") {
		if _, ok := parseLang(ext[1:]); !ok || strings.Contains(strings.TrimSuffix(path.Base(name), ext), ".") {
			return strings.TrimSuffix(name, ext)
		}
	}
	return name
}

// resourceFolder matches the folders of languages of Android (values-fr, values-pt-rBR,
// values-b+sr+Latn) and of Apple (fr.lproj).
var resourceFolder = lazyregexp.New(
	`(?:^|/)(?:(values)-(?:b\+)?([a-z]{2,3}(?:[-+]r?[A-Za-z0-9]{2,4})*)|([\w-]+)\.lproj)/`)

// plainFolders returns a name in which the folders of languages have the names of these alone:
// values and values-fr become values and values/fr, en.lproj and fr.lproj become en and fr.
func plainFolders(name string) string {
	m := resourceFolder.FindStringSubmatchIndex(name)
	if m == nil {
		return name
	}
	if m[6] >= 0 {
		lang := name[m[6]:m[7]]
		if lang == "Base" {
			return name[:m[6]] + strings.TrimPrefix(name[m[1]:], "/")
		}
		return name[:m[7]] + name[m[1]-1:]
	}
	lang := strings.ReplaceAll(strings.ReplaceAll(name[m[4]:m[5]], "-r", "-"), "+", "-")
	if _, ok := parseLang(lang); !ok {
		return name
	}
	return name[:m[3]] + "/" + lang + name[m[1]-1:]
}

// afterName returns the key of a document whose name ends with its language.
func afterName(name string) string { return "after " + strings.ToLower(name) }

// besideFolders returns the keys of documents whose translations are in folders named after
// languages beside it, as docs/ko/guide is to docs/guide, the innermost folder first.
func besideFolders(name string) (keys []string) {
	dir, base := path.Split(name)
	folders := strings.Split(strings.TrimSuffix(dir, "/"), "/")
	if dir == "" {
		folders = nil
	}
	for i := len(folders); i >= 0; i-- {
		parts := slices.Concat(folders[:i], []string{"*"}, folders[i:])
		keys = append(keys, strings.ToLower("in "+strings.Join(parts, "/")+"/"+base))
	}
	return keys
}

// readName returns the readings of a stem, the most likely first.
func readName(name string) (out []reading) {
	dir, base := path.Split(name)
	add := func(key, code string) {
		if lang, ok := parseLang(code); ok {
			out = append(out, reading{strings.ToLower(key), lang})
		}
	}
	// After the name the longest code counts: report.zh-Hans, then report.en.
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

// LanguageInName returns the language that the name of a file ends with, or that one of the folders
// directly around it is named after. sure reports that a full stop is before the language, or that
// it is a whole folder's name, so that it is hardly anything else.
func LanguageInName(name string) (lang language.Tag, sure, ok bool) {
	dir, base := path.Split(plainFolders(strings.ReplaceAll(stem(name), `\`, "/")))
	for _, n := range []int{2, 1} {
		if rest, code, found := lastParts(base, n); found {
			if lang, ok := parseLang(code); ok {
				return lang, base[len(rest)] == '.', true
			}
		}
	}
	if lang, ok := parseLang(base); ok {
		return lang, false, true
	}
	folders := strings.Split(strings.Trim(dir, "/"), "/")
	for i := len(folders) - 1; i >= max(0, len(folders)-2); i-- {
		if lang, ok := parseLang(folders[i]); ok {
			return lang, true, true
		}
	}
	return language.Und, false, false
}

// withoutLangs returns a name without the languages at its end, if it ends with two or more.
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

// lastParts splits a name before its last n parts.
func lastParts(name string, n int) (rest, last string, ok bool) {
	at := len(name)
	for range n {
		if at = strings.LastIndexAny(name[:at], separators); at <= 0 {
			return "", "", false
		}
	}
	return name[:at], name[at+1:], true
}

// firstParts splits a name after its first n parts.
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
