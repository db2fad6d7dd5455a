package segment

import (
	"strings"

	"github.com/bitext-go/bitext/internal/script"
)

// spaceWords are words by which to cut a language that ends its sentences with a space and no mark,
// as Thai does. Such languages write spaces between clauses and around numbers and names too, so
// the words are evidence and not proof.
type spaceWords struct {
	begins    []string // words that begin sentences
	continues []string // words that continue a sentence
	holds     []string // words after which no sentence ends
}

// Lengths in bytes; a letter of Thai or Lao has three. They fit the news and encyclopaedic texts on
// which the words were chosen, see DESIGN.md.
const (
	leastSentence = 75  // a sentence must be as long to end before a word that begins sentences
	longSentence  = 180 // and as long to end before an unknown word
	leastClause   = 24  // a shorter stretch between two spaces does not begin a sentence
)

// endsAtSpace returns the rule by which a sentence ends at the space at pos, "" if it does not.
func (c *cutter) endsAtSpace(pos int) rule {
	length := pos - c.start
	if len(c.lang.spaces.begins) == 0 || length < leastSentence {
		return ""
	}
	at := pos + 1
	class, r, size := classAt(c.text, at)
	if class == opener || class == quote {
		at += size
		class, r, _ = classAt(c.text, at)
	}
	if class != letter && class != extend || !script.Unspaced(r) {
		return ""
	}
	before := c.text[c.start:pos]
	if last, _, _ := classBefore(c.text, c.start, pos); last == pause ||
		longestSuffix(before, c.lang.spaces.holds) > 0 {
		return ""
	}
	next := c.text[at:]
	begins, continues := longestPrefix(next, c.lang.spaces.begins), longestPrefix(next, c.lang.spaces.continues)
	switch {
	case begins > 0 && begins >= continues:
		return "W1"
	case continues == 0 && length >= longSentence && strings.IndexByte(next[:min(len(next), leastClause)], ' ') < 0:
		return "W2"
	}
	return ""
}

// longestPrefix returns the length of the longest of the words with which the text begins.

func longestPrefix(text string, words []string) (n int) {
	for _, w := range words {
		if len(w) > n && strings.HasPrefix(text, w) {
			n = len(w)
		}
	}
	return n
}

// longestSuffix returns the length of the longest of the words with which the text ends.
func longestSuffix(text string, words []string) (n int) {
	for _, w := range words {
		if len(w) > n && strings.HasSuffix(text, w) {
			n = len(w)
		}
	}
	return n
}
