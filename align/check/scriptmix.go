package check

import (
	"strings"
	"unicode"

	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/internal/words"
	"github.com/bitext-go/bitext/lang"
	"github.com/bitext-go/bitext/segment"
)

// Letters that look alike in Latin and in Cyrillic or Greek.
const (
	latinAlike    = "ABCEHIJKMNOPSTXYZaceijopsxyv"
	cyrillicAlike = "АВСЕНІЈКМОРЅТХУасеіјорѕхуЗ"
	greekAlike    = "ΑΒΕΗΙΚΜΝΟΡΤΥΧΖοντρυχ"
)

// mixedScripts reports words of a in which letters of one script are among those of another that
// look like them, as in "Сhina" with a Cyrillic first letter.
func mixedScripts(a, _ *subject) []difference {
	var out []difference
	for _, t := range a.tokens {
		if t.Kind != words.Word || inside(a.urls, t.Start) || inMarks(a.marks, t.Start) {
			continue
		}
		word := a.Text[t.Start:t.End]
		if script := lookAlikes(word); script != "" {
			out = append(out, difference{kind: MixedScript, span: segment.Span{Start: t.Start, End: t.End},
				message: "the word " +
					isolated(word) + " has " + script + " letters that look like others in " + languageName(a.Lang)})
		}
	}
	return out
}

// lookAlikes returns the script of the fewer letters of a word that mixes two, if all of them look
// like letters of the other script; else "".
func lookAlikes(word string) string {
	if isASCII(word) {
		return ""
	}
	var latin, other []rune
	name, alike := "", ""
	for _, r := range word {
		switch {
		case unicode.Is(unicode.Latin, r):
			latin = append(latin, r)
		case unicode.Is(unicode.Cyrillic, r):
			other = append(other, r)
			name, alike = "Cyrillic", cyrillicAlike
		case unicode.Is(unicode.Greek, r) && r != 'µ' && r != 'Ω':
			other = append(other, r)
			name, alike = "Greek", greekAlike
		}
	}
	if len(latin) == 0 || len(other) == 0 {
		return ""
	}
	fewer, set, script := latin, latinAlike, "Latin"
	if len(other) < len(latin) {
		fewer, set, script = other, alike, name
	}
	for _, r := range fewer {
		if !strings.ContainsRune(set, r) {
			return ""
		}
	}
	return script
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

const (
	minForeign    = 20  // letters of a text whose language is compared
	foreignScript = .7  // share of the letters in another script than the language's
	foreignSure   = .97 // confidence that a text is in another language of its script
	minDetected   = 80  // letters of a text whose language is found by its words
)

var byLetters = lang.ByLetters()

// wrongLanguage reports that a is in another script than its language is written in, or in another
// language of its script.
func wrongLanguage(a, _ *subject) []difference {
	n, _ := letters(a.Text)
	if a.base == "und" || n < minForeign {
		return nil
	}
	script, share := a.lang.script, 0.0
	if found, of := lang.Script(a.wordsOnly()); !sameScript(found, script) {
		script, share = found, of
	}
	what := ""
	switch {
	case share >= foreignScript:
		what = "script"
	case share > 0 || n < minDetected:
		return nil
	default:
		found, sure := byLetters.Detect(a.wordsOnly())
		base := langtag.Base(found).String()
		if sure < foreignSure || base == "und" || base == a.base || related(base, a.base) {
			return nil
		}
		what = "language: " + languageName(found)
	}
	return []difference{{kind: WrongLanguage, span: segment.Span{End: len(a.Text)},
		message: languageName(a.Lang) + " is in another " + what}}
}

// sameScript reports whether two scripts are the same for a language. Japanese and Korean texts may
// have only Chinese characters.
func sameScript(a, b string) bool {
	asian := func(s string) bool { return s == "Hani" || s == "Jpan" || s == "Kore" }
	return a == b || asian(a) && asian(b)
}

// families holds languages that are too much alike to be told apart by small words.
var families = []string{"no nb nn da sv", "hr sr bs sh cnr", "id ms", "cs sk", "es gl pt ca ast", "ru uk be bg mk sr",
	"nl af",
	"hi mr ne", "fa ps ur ar ckb", "fi et", "sl hr sr", "fr oc ca", "de lb nds", "it co sc"}

func related(a, b string) bool {
	for _, f := range families {
		f = " " + f + " "
		if strings.Contains(f, " "+a+" ") && strings.Contains(f, " "+b+" ") {
			return true
		}
	}
	return false
}

// wordsOnly returns the text without addresses, placeholders and tags.
func (s *subject) wordsOnly() string {
	if len(s.marks) == 0 && len(s.urls) == 0 {
		return s.Text
	}
	b := []byte(s.Text)
	blank := func(span segment.Span) {
		for i := span.Start; i < span.End; i++ {
			b[i] = ' '
		}
	}
	for _, m := range s.marks {
		blank(m.span)
	}
	for _, u := range s.urls {
		blank(u)
	}
	return string(b)
}
