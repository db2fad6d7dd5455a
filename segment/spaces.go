package segment

import (
	"strings"

	"github.com/bitext-go/bitext/internal/script"
)

// spaceWords are the words by which a language is cut that ends its sentences with a space and no
// mark, as Thai does. A space stands between clauses and around numbers and names as well, so these
// are signs and no proof.
type spaceWords struct {
	begins []string // words that begin sentences
	goesOn []string // words that carry a sentence on
	holds  []string // words after which none ends
}

// How long a sentence must be, in bytes, before a space can end it: where the next word is one that
// begins sentences, and where it is an unknown one. A letter of Thai or Lao has three bytes.
const (
	shortOfSentence = 75
	longOfSentence  = 180
	shortOfClause   = 24 // what is shorter between two spaces begins no sentence
)

// endsAtSpace reports whether a sentence ends at the space at pos.
func (c *cutter) endsAtSpace(pos int) bool {
	length := pos - c.start
	if len(c.book.spaces.begins) == 0 || length < shortOfSentence {
		return false
	}
	at := pos + 1
	class, r, size := classAt(c.text, at)
	if class == opener || class == quote {
		at += size
		class, r, _ = classAt(c.text, at)
	}
	if class != letter && class != extend || !script.Unspaced(r) {
		return false
	}
	before := c.text[c.start:pos]
	if last, _, _ := classBefore(c.text, c.start, pos); last == pause || longestSuffix(before, c.book.spaces.holds) > 0 {
		return false
	}
	next := c.text[at:]
	begins, goesOn := longestPrefix(next, c.book.spaces.begins), longestPrefix(next, c.book.spaces.goesOn)
	if begins > 0 && begins >= goesOn {
		return true
	}
	return goesOn == 0 && length >= longOfSentence && strings.IndexByte(next[:min(len(next), shortOfClause)], ' ') < 0
}

func longestPrefix(text string, words []string) (n int) {
	for _, w := range words {
		if len(w) > n && strings.HasPrefix(text, w) {
			n = len(w)
		}
	}
	return n
}

func longestSuffix(text string, words []string) (n int) {
	for _, w := range words {
		if len(w) > n && strings.HasSuffix(text, w) {
			n = len(w)
		}
	}
	return n
}
