package seed

import (
	"path"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"
)

// NameBlock returns a key that is the same for all names that [PairByName] may group. So names can
// be spread over machines by their blocks, and each block be paired by itself: the groups are those
// of all names at once. A block is hardly larger than a group, except for names that are nothing
// but codes of languages and regions.
func NameBlock(name string) string {
	dir, base := path.Split(stem(name))
	var parts []string
	for folder := range strings.SplitSeq(strings.Trim(dir, "/"), "/") {
		if _, ok := parseLang(folder); !ok && folder != "" {
			parts = append(parts, strings.ToLower(folder))
		}
	}
	words := strings.FieldsFunc(base, func(r rune) bool { return strings.ContainsRune(separators, r) })
	words = slices.DeleteFunc(words, inTag)
	return strings.Join(parts, "/") + "//" + strings.ToLower(strings.Join(words, " "))
}

// inTag reports whether a word can be a part of what PairByName takes for a language: a code, a
// script, region or variant after one, or a word of a language's English name. It looks at nothing
// beside the word, so that names lose the same words whatever they are beside.
func inTag(word string) bool {
	if _, ok := parseLang(word); ok {
		return true
	}
	if nameWords()[strings.ToLower(word)] {
		return true
	}
	_, err := language.Parse("und-" + word)
	return err == nil
}

// nameWords are the words of the English names of languages that have several.
var nameWords = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for name := range englishNames() {
		for _, w := range strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune(separators, r) }) {
			words[w] = true
		}
	}
	return words
})
