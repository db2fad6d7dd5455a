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
	periods   bool     // many texts have full stops, and then no sentence ends at a space
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
	if class != letter && class != extend || !script.Unspaced(r) || c.lang.spaces.periods && c.hasPeriods() {
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

// hasPeriods reports whether the text writes full stops, so that its spaces end nothing: one
// follows a letter of the script within reach.
func (c *cutter) hasPeriods() bool {
	const reach = 1200 // bytes
	rest := c.text[c.start:min(len(c.text), c.start+reach)]
	for i := 0; ; i++ {
		at := strings.IndexByte(rest[i:], '.')
		if at < 0 {
			return false
		}
		i += at
		before, r, _ := classBefore(rest, 0, i)
		after, _, n := classAt(rest, i+1)
		if (before == letter || before == extend) && script.Unspaced(r) && (after == space || n == 0) {
			return true
		}
	}
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
