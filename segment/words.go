package segment

import (
	"slices"

	"golang.org/x/text/language"
)

// Words returns what the rules know of a language, by key: "title", "number", "inside", "maybe",
// "end" and "unit" are kinds of abbreviations, without their last period; "start" are words that
// begin sentences, and "surely-starts" those of them that have a capital nowhere else; "stop" and
// "ask" are marks that end sentences in this language only. The keys are explained in data/en.txt.
// The lists are sorted and belong to the caller.
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
	for w := range d.surelyStarts {
		words["surely-starts"] = append(words["surely-starts"], w)
	}
	for key, m := range marksByKey {
		for _, own := range d.ownMarks {
			if own.mark == m {
				words[key] = append(words[key], string(own.rune))
			}
		}
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

// Relatives returns the codes of the languages that have no data of their own and are cut by those
// of another, in order.
func Relatives(code string) []string {
	var codes []string
	for relative, of := range relatives {
		if of == code {
			codes = append(codes, relative)
		}
	}
	slices.Sort(codes)
	return codes
}
