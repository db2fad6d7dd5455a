package segment

import (
	"slices"

	"golang.org/x/text/language"
)

// Words returns what the rules know of a language, by key: "title", "number", "inside", "maybe",
// "end" and "unit" are kinds of abbreviations, without their last period, and "start" the words
// that begin sentences. The keys are explained in data/en.txt. The lists are sorted and belong to
// the caller.
func Words(lang language.Tag) map[string][]string {
	d := dataOf(lang)
	keys := map[kind]string{}
	for key, k := range kindsByKey {
		keys[k] = key
	}
	words := map[string][]string{}
	for w, k := range d.abbreviations {
		words[keys[k]] = append(words[keys[k]], w)
	}
	for w := range d.starters {
		words["start"] = append(words["start"], w)
	}
	for _, list := range words {
		slices.Sort(list)
	}
	return words
}

// Languages returns the codes of the languages that have data of their own, in order.
func Languages() []string {
	var codes []string
	for code := range languages {
		if code != "und" {
			codes = append(codes, code)
		}
	}
	slices.Sort(codes)
	return codes
}
