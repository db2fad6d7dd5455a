package evidence

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
)

// readSlowly reads a sentence character by character, as read is defined.
func (q *quotations) readSlowly(sentence string) {
	text := []rune(strings.TrimSpace(sentence))
	q.opens, q.closes, q.mark, q.lower = false, false, -1, false
	if len(text) == 0 {
		return
	}
	seen := false
	for k, r := range text {
		before, after := ' ', ' '
		if k > 0 {
			before = text[k-1]
		}
		if k+1 < len(text) {
			after = text[k+1]
		}
		opens, closes := q.quoteMark(r, before, after)
		if opens || closes {
			q.inside, seen = opens, true
		}
		q.opens = q.opens || opens && k == 0
		q.closes = q.closes || closes && k >= len(text)-2
	}
	if q.since++; seen {
		q.since = 0
	} else if q.since > forgetQuote {
		q.inside = false
	}
	q.mark = lastMark(string(text))
	q.lower = unicode.IsLower(text[0])
}

func TestQuotationsAreReadAsCharacterByCharacter(t *testing.T) {
	pieces := strings.Split(`a|B|é|م|汉| |.|…|?|!|:|;|,|,,|'|’|‘|“|”|„|‚|«|»|‹|›|"|「|」|『|』|—|(|)|۔|、|。|—a|£|`, "|")
	random := rand.New(rand.NewPCG(1, 2))
	for _, in := range []bool{false, true} {
		q, slow := quotations{pointsIn: in}, quotations{pointsIn: in}
		for range 30000 {
			s := ""
			for range random.IntN(9) {
				s += pieces[random.IntN(len(pieces))]
			}
			q.read(s)
			slow.readSlowly(s)
			assert.Equal(t, slow, q, "%q", s)
		}
	}
}

func TestLastMarkIsOneOfFourCharacters(t *testing.T) {
	for sentence, want := range map[string]int{
		"": -1, "?": question, "Why?”": question, "Why?”))": question, "Why?”)))": -1, "No way!": exclamation, "هل تم؟": question,
		"As follows:": colon, "first,": comma, "Done.": -1, "Done.”": -1, "What? Done.": -1, "a": -1, "如下：": colon,
	} {
		assert.Equal(t, want, lastMark(sentence), sentence)
	}
}
