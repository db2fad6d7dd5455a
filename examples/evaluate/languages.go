package main

import (
	"path/filepath"
	"regexp"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/gold"
	"github.com/bitext-go/bitext/lang"
)

var pairName = regexp.MustCompile(`(?:^|[^a-zA-Z])([a-z]{2})-([a-z]{2})(?:$|[^a-zA-Z])`)

// languages returns those of the two sides of a case: from its path, else the given ones, else from
// its texts, where the answer may be undecided, such as und-Latn: then there is no word list, and
// the report shows it.
func languages(c gold.Case, given [2]language.Tag) ([2]language.Tag, error) {
	path, err := filepath.Abs(c.Name)
	if err != nil {
		return given, err
	}
	if langs, ok := namedPair(path); ok {
		return langs, nil
	}
	if given[0] != language.Und && given[1] != language.Und {
		return given, nil
	}
	var found [2]language.Tag
	for i, lines := range [2][]string{c.Src, c.Tgt} {
		found[i], _ = lang.ByLetters().Detect(strings.Join(lines, "\n"))
	}
	return found, nil
}

// namedPair returns the two languages that the last part of the path names which names any, as in
// "made/ar-en/pud0".
func namedPair(path string) (langs [2]language.Tag, ok bool) {
	parts := strings.Split(filepath.ToSlash(path), "/")
	for k := len(parts) - 1; k >= 0; k-- {
		m := pairName.FindStringSubmatch(parts[k])
		if m == nil {
			continue
		}
		src, err := language.Parse(m[1])
		if err != nil {
			continue
		}
		tgt, err := language.Parse(m[2])
		if err != nil {
			continue
		}
		return [2]language.Tag{src, tgt}, true
	}
	return langs, false
}
