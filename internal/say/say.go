// Package say holds the wordings that the summaries and messages of several commands share.
package say

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// Count returns a number of things, as in "1 unit" or "20 units".
func Count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// Lines returns a range of lines, as in "5" or "5-7". It returns "" if first is 0, that is, if the
// lines are not known.
func Lines(first, last int) string {
	switch {
	case first == 0:
		return ""
	case first == last:
		return strconv.Itoa(first)
	}
	return fmt.Sprintf("%d-%d", first, last)
}

var serbianInLatin = language.MustParse("sr-Latn")

// Language returns the English name of a language.
func Language(tag language.Tag) string {
	if tag == serbianInLatin { // "Serbo-Croatian" in CLDR
		return "Serbian (Latin)"
	}
	if base, script, _ := tag.Raw(); base == undBase && script != unknownScript {
		return "an unknown language in " + display.English.Scripts().Name(script) + " letters"
	}
	if name := display.English.Tags().Name(tag); name != "" && tag != language.Und {
		return name
	}
	return "an unknown language"
}

// What a tag has that names no language, or no script.
var undBase, unknownScript, _ = language.Und.Raw()

// JSON writes a value, indented and with <, > and & as they are.
func JSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
