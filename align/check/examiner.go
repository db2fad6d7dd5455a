package check

import (
	"sync"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/lexicon/cldr"
	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/internal/words"
)

// An examiner reads the sides of units. It remembers words and reuses the memory of a unit for the
// next, so use it from one goroutine; the result of subjects is valid until it is called again.
type examiner struct {
	tokenizer words.Tokenizer
	languages map[language.Tag]*languageFacts
	subjects  []*subject
}

// languageFacts is what an examiner knows about a language.
type languageFacts struct {
	base     string // by its two or three letters, or "und"
	script   string // that it is written in, as package lang names it
	tag      string // as it is written
	hash     uint64 // of tag
	hasNames bool
	names    *cldr.Finder // nil until it is asked for

	lexemes     map[string]lexeme // nil until they are asked for
	numerals    *numeralList
	monthBegins []string // the first words of months of two words
	forms       []string // scratch memory of withoutParticles

	sorts   []wordSort // by the ID of a word, less firstID; 0 is unknown
	firstID uint32
}

// examiners are kept for callers that check one unit at a time.
var examiners = sync.Pool{New: func() any { return newExaminer() }}

func newExaminer() *examiner { return &examiner{languages: map[language.Tag]*languageFacts{}} }

// maxLanguages is how many languages an examiner remembers: more than a memory has, unless it is
// made to use up memory.
const maxLanguages = 256

// language returns what is known about a language.
func (e *examiner) language(tag language.Tag) *languageFacts {
	l := e.languages[tag]
	if l == nil {
		if len(e.languages) == maxLanguages {
			clear(e.languages)
		}
		l = &languageFacts{base: langtag.Base(tag).String(), script: langtag.Script(tag), tag: tag.String(),
			hasNames: cldr.Has(tag)}
		l.hash = addHash(offset64, l.tag)
		e.languages[tag] = l
	}
	return l
}

// finder returns the finder of names in the language.
func (l *languageFacts) finder(tag language.Tag) *cldr.Finder {
	if l.names == nil && l.hasNames {
		l.names = cldr.NewFinder(tag)
	}
	return l.names
}

// read returns the subjects of some sides.
func (e *examiner) read(sides []Side) []*subject {
	for len(e.subjects) < len(sides) {
		e.subjects = append(e.subjects, &subject{})
	}
	out := e.subjects[:len(sides)]
	for i, side := range sides {
		out[i].read(e, side)
	}
	return out
}
