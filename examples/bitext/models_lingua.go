//go:build lingua

package main

import (
	"embed"
	"strings"
	"unicode"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/lang"
	"github.com/bitext-go/bitext/lang/lingua"
)

// modelDetector returns a detector with the models of lingua-go for langs, or, without langs, for
// all languages that it has.
func modelDetector(langs ...language.Tag) (lang.Detector, error) { return lingua.New(langs...) }

// hasModel reports whether modelDetector knows a language.
func hasModel(tag language.Tag) bool { return lingua.Known(tag) }

// modelLicenses holds the licences of lingua-go and of the modules that it is built from.
//
//go:embed licenses/lingua/*.txt
var modelLicenses embed.FS

// modelNotices returns the licences of the models.
func modelNotices() string {
	var b strings.Builder
	files, _ := modelLicenses.ReadDir("licenses/lingua")
	for _, f := range files {
		text, _ := modelLicenses.ReadFile("licenses/lingua/" + f.Name())
		b.WriteString(f.Name() + "\n\n" + string(text) + "\n")
	}
	return b.String()
}

// modelsVersion names what is compiled in, for the output of --version.
const modelsVersion = "lingua-go v1.4.0"

// enough returns a short text several times over. For less than 120 letters, lingua-go loads
// models of more than a gigabyte to tell the languages of the Latin script apart; those for longer
// texts have forty megabytes. Repetition does not change their answer.
func enough(s string) string {
	const enough = 120
	letters := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	if letters == 0 || letters >= enough {
		return s
	}
	return strings.Repeat(s+" ", 1+enough/letters)
}
