package lang

import (
	_ "embed"
	"math"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/language"
)

//go:embed words.txt
var wordsFile string

// words is the small words of a language in Latin script and its letters beyond a to z.
type words struct {
	small   map[string]bool
	letters string
}

// latinWords is the lists of words.txt by base language, and the languages in its order.
var latinWords = sync.OnceValues(func() (map[string]words, []language.Tag) {
	lists := map[string]words{}
	var order []language.Tag
	for line := range strings.Lines(wordsFile) {
		fields := strings.Fields(line)
		if len(fields) < 3 || fields[0] == "#" {
			continue
		}
		w := words{small: map[string]bool{}, letters: strings.Trim(fields[1], "-")}
		for _, word := range fields[2:] {
			w.small[word] = true
		}
		tag := language.Make(fields[0])
		base, _ := tag.Base()
		lists[base.String()] = w
		order = append(order, tag)
	}
	return lists, order
})

const (
	smallWord   = 2.5 // what a small word of a language says for it, in natural logarithms of odds
	strangeWord = 2.0 // what a word with a letter that the language does not have says against it
	mostWords   = 400 // words of a text that are looked at
)

// chooseByWords is the candidate that most of the small words of a text in Latin script belong to, and how sure that is;
// the confidence is 0 if the words of some candidate are not known.
func chooseByWords(text string, candidates []language.Tag) (language.Tag, float64) {
	lists, _ := latinWords()
	score := make([]float64, len(candidates))
	of := make([]words, len(candidates))
	for i, c := range candidates {
		base, _ := c.Base()
		list, known := lists[base.String()]
		if !known {
			return language.Und, 0
		}
		of[i] = list
	}
	n := 0
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		word = strings.ToLower(word)
		strange := strings.IndexFunc(word, func(r rune) bool { return r > unicode.MaxASCII }) >= 0
		for i := range of {
			switch {
			case of[i].small[word]:
				score[i] += smallWord
			case strange && strings.ContainsFunc(word, func(r rune) bool {
				return r > unicode.MaxASCII && !strings.ContainsRune(of[i].letters, r)
			}):
				score[i] -= strangeWord
			}
		}
		if n++; n == mostWords {
			break
		}
	}
	best := 0
	for i := range score {
		if score[i] > score[best] {
			best = i
		}
	}
	sum := 0.0
	for _, s := range score {
		sum += math.Exp(s - score[best])
	}
	return candidates[best], 1 / sum
}
