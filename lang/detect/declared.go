package detect

import (
	"fmt"
	"slices"
	"strings"

	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/internal/say"
	"github.com/bitext-go/bitext/lang"
	"golang.org/x/text/language"
)

// A Declared is what a document says about its language.
type Declared struct {
	Lang   language.Tag // language.Und if it says nothing
	Sure   bool         // it is hardly anything else than a language
	ByName bool         // the name of the file says it, not the document
}

// Document returns the language of a document in one language; language.Und if it has no letters.
// What the document declares is taken if the text does not contradict it: a text is taken for
// another language of the same script only if there is a model for the declared one, and enough
// text. Errors and doubts begin with name. A doubt is "" or what a person should be told: the name
// of the file says another language than the one returned.
func (f *Finder) Document(name, body string, d Declared) (tag language.Tag, doubt string, err error) {
	found := f.Language(body)
	named, sure, ok, byName := d.Lang, d.Sure, d.Lang != language.Und, d.ByName
	script, _ := lang.Script(body)
	switch {
	case script == "":
		return found, "", nil
	case !ok:
		if lang.Unlike(found, Excerpt(body)) {
			doubt = fmt.Sprintf("%s: taken for %s, but its letters or words are hardly those of %[2]s",
				name, say.Language(found))
		}
		return found, doubt, nil
	case !writtenIn(named, script):
		if !byName || !sure {
			return found, "", nil
		}
		if f := ownLetters(named, body); f >= fewLetters {
			return named, fmt.Sprintf("%s: its name says %s, but only %.0f %% of its letters are those of %[2]s",
				name, say.Language(named), 100*f), nil
		}
		return found, "",
			fmt.Errorf("%s: its name says %s, but its letters are those of %s; "+
				"rename it, or name its language with --langs",
				name, say.Language(named), say.Language(found))
	case langtag.Script(named) != script:
		code, err := language.ParseScript(script)
		if err != nil {
			return found, "", nil
		}
		base, _ := named.Base()
		named, _ = language.Compose(base, code)
	case langtag.SameBase(named, found):
		if named == found || named.String() == langtag.Base(named).String() {
			return found, "", nil
		}
		return named, "", nil
	}
	if langtag.SameBase(named, found) || !f.modelled(named) && f.mayBe(named, body) || sure && len(body) < longEnough {
		return named, "", nil
	}
	if byName && sure {
		doubt = fmt.Sprintf("%s: its name says %s, but it reads as %s", name, say.Language(named), say.Language(found))
	}
	return found, doubt, nil
}

// fewLetters is the share of a document's letters from which on those of a script are its text: the
// rest may be names, addresses and check sums. It was set by hand.
const fewLetters = .1

// ownLetters returns the share of the words of a text, in bytes, that are in a script in which a
// language is written.
func ownLetters(tag language.Tag, body string) float64 {
	own, all := 0, 0
	for w := range strings.FieldsSeq(body) {
		script, _ := lang.Script(w)
		if script == "" {
			continue
		}
		all += len(w)
		if writtenIn(tag, script) {
			own += len(w)
		}
	}
	return float64(own) / float64(max(all, 1))
}

// mayBe reports whether a text may be in a language that has no model: letters do not tell it from
// its relatives, or small words do and the text has them.
func (f *Finder) mayBe(tag language.Tag, body string) bool {
	return !lang.Known(tag) || langtag.Script(tag) == "Latn" && !lang.Unlike(tag, Excerpt(body))
}

// modelled reports whether there is a model for a language in its usual script.
func (f *Finder) modelled(tag language.Tag) bool {
	base, _ := tag.Base()
	return f.Modelled != nil && f.Modelled(tag) && langtag.Script(tag) == langtag.Script(language.Make(base.String()))
}

// severalScripts are languages that are written in more scripts than the one that their tags imply.
var severalScripts = map[string][]string{
	"sr": {"Latn"}, "uz": {"Cyrl"}, "kk": {"Latn", "Arab"}, "az": {"Cyrl", "Arab"}, "ku": {"Arab", "Cyrl"}, "pa": {"Arab"},
	"ms": {"Arab"}, "mn": {"Mong"}, "ky": {"Arab", "Latn"}, "tk": {"Cyrl", "Arab"}, "tg": {"Arab", "Latn"}, "bs": {"Cyrl"},
	"sd": {"Deva"}, "ks": {"Deva"}, "ug": {"Cyrl", "Latn"}, "ha": {"Arab"}, "tt": {"Latn"}, "ckb": {"Latn"}, "yi": {"Latn"},
	"sh": {"Cyrl"}, "cnr": {"Cyrl"}, "shn": {"Latn"}, "zgh": {"Latn"}, "mni": {"Mtei"}, "sat": {"Deva", "Beng", "Latn"},
}

// writtenIn reports whether a language is written in a script.
func writtenIn(tag language.Tag, script string) bool {
	own := langtag.Script(tag)
	if own == script || own == "Jpan" && script == "Hani" || own == "Kore" && script == "Hani" {
		return true
	}
	return slices.Contains(severalScripts[langtag.Base(tag).String()], script) &&
		tag.String() == langtag.Base(tag).String()
}
