package main

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/seed"
	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/internal/say"
	"github.com/bitext-go/bitext/lang/detect"
	"github.com/bitext-go/bitext/read"
)

// A resemblance is what a document has in common with another one that reads as in one language
// with it.
type resemblance struct {
	same, sentences int     // sentences that the other has too, and all
	share           float64 // of the text, from 0 to 1
	rest            string  // the sentences that the other does not have
}

// resemblanceOf compares the sentences of a document with those of another in a language.
func resemblanceOf(d, other *read.Document, in language.Tag) (r resemblance) {
	own, others := beginningOf(d).Text(in), map[string]bool{}
	for i, t := 0, beginningOf(other).Text(in); i < len(t.Sentences); i++ {
		others[t.Sentence(i)] = true
	}
	same, rest := 0, []string(nil)
	for i := range own.Sentences {
		s := own.Sentence(i)
		if r.sentences++; others[s] {
			r.same++
			same += len(s)
		} else {
			rest = append(rest, s)
		}
	}
	r.rest = strings.Join(rest, "\n\n")
	r.share = float64(same) / float64(max(1, same+len(r.rest)))
	return r
}

// enoughCompared is how many bytes of documents are compared.
const enoughCompared = 4 << 20

// beginningOf returns a document, or the first lines of a very long one.
func beginningOf(d *read.Document) *read.Document {
	if len(d.Body) <= enoughCompared {
		return d
	}
	begins := *d
	begins.Body = d.Body[:1+strings.LastIndexByte(d.Body[:enoughCompared], '\n')]
	return &begins
}

// quarterSame is the share of a document from which on it may be a translation that is not
// finished, and not only about the same; and halfSame that from which on it hardly is another
// version of the original. They were set by hand.
const (
	quarterSame = .25
	halfSame    = .5
)

// A found is the language that a document seems to be in.
type found struct {
	lang  language.Tag
	doubt string // what the user should be told of it
	err   error
}

// correctLanguages corrects the languages of documents that seem to be in the language of another
// one, because much of them is the text of that. The rest of such a document, or its place, tells
// its language. It is an error if neither does and most of it is that text.
func correctLanguages(docs []*read.Document, langs []found) error {
	corrected := make([]bool, len(docs))
	for i, d := range docs {
		for k, o := range docs[:i] {
			in := langs[k].lang
			if in == language.Und || !langtag.SameBase(langs[i].lang, in) || corrected[i] || corrected[k] {
				continue
			}
			one, other := resemblanceOf(d, o, in), resemblanceOf(o, d, in)
			if tag, ok := one.language(d, o, in); ok {
				langs[i], corrected[i] = found{lang: tag}, true
				takenFor(d, o, tag, in)
			} else if tag, ok := other.language(o, d, in); ok {
				langs[k], corrected[k] = found{lang: tag}, true
				takenFor(o, d, tag, in)
			} else if one.share >= halfSame {
				return fmt.Errorf("%s; leave it out, or name the languages of the files with --langs",
					sameAs(d.Path, o.Path, one.same, one.sentences))
			}
		}
	}
	return nil
}

// language returns the language of a document that may be the translation of another, which is in
// a language.
func (r *resemblance) language(d, original *read.Document, in language.Tag) (tag language.Tag, ok bool) {
	if r.share < quarterSame {
		return language.Und, false
	}
	told, doubt := in, "" // of the rest
	if len(r.rest) >= fewestBytes {
		var err error
		if told, doubt, err = finder.Document(d.Path, r.rest, detect.Declared{}); err != nil {
			return language.Und, false
		}
		if doubt == "" && detect.Matches(told, in) && r.share < halfSame {
			return language.Und, false // another version of the original
		}
	}
	if tag, ok = languageByPlace(d.Path, original.Path); ok && !detect.Matches(in, tag) {
		return tag, true
	}
	return told, doubt == "" && told != language.Und && !detect.Matches(told, in)
}

// restInNamed returns the language that the name of a document says, if the text is in another one
// except for a part that is in that.
func restInNamed(d *read.Document, f found) (tag language.Tag, ok bool) {
	if f.doubt == "" && f.err == nil || f.lang == language.Und {
		return language.Und, false
	}
	named, _, ok := seed.LanguageInName(filepath.ToSlash(d.Path))
	if !ok || detect.Matches(f.lang, named) {
		return language.Und, false
	}
	rest := detect.Without(d.Body, f.lang)
	return named, len(rest) >= fewestBytes && detect.Matches(finder.Language(rest), named)
}

// languageByPlace returns the language that the name of a file tells or, if it does not, the folder
// that has another name in the path of another file, as in fr/docs/x.md beside en/docs/x.md.
func languageByPlace(name, other string) (language.Tag, bool) {
	if tag, _, ok := seed.LanguageInName(filepath.ToSlash(name)); ok {
		return tag, true
	}
	a, b := strings.Split(filepath.ToSlash(name), "/"), strings.Split(filepath.ToSlash(other), "/")
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if len(a) == 0 {
		return language.Und, false
	}
	tag, _, ok := seed.LanguageInName(path.Join(a[len(a)-1], "x"))
	return tag, ok
}

// isHardlyTranslated reports whether a document that the user says is in a language, but is not,
// has much of the text of another one, which is in another language. The languages are exchanged if
// the rest of each document shows that.
func isHardlyTranslated(d, original *read.Document, tag, of language.Tag) (is, exchanged bool) {
	if langtag.SameBase(tag, of) {
		return false, false
	}
	one := resemblanceOf(d, original, of)
	if one.share < quarterSame {
		return false, false
	}
	detector, err := finder.Detector("", []language.Tag{tag, of})
	if err != nil {
		return false, false
	}
	told, _ := detector.Detect(detect.Excerpt(one.rest))
	theirs, _ := detector.Detect(detect.Excerpt(resemblanceOf(original, d, of).rest))
	return true, detect.Matches(told, of) && detect.Matches(theirs, tag)
}

// takenFor tells the user that a document that is not finished is taken for a translation.
func takenFor(d, original *read.Document, tag, of language.Tag) {
	fmt.Fprintf(os.Stderr, "bitext: %s: part of it is still in %s; it is taken for the %s translation of %s\n",
		d.Path, say.Language(of), say.Language(tag), original.Path)
}
