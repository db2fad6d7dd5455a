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

// wordLists is words.txt inverted: it holds, for each small word and each letter beyond a to z, the
// set of languages that have it. Bit k of a set stands for the k-th language of the file.
type wordLists struct {
	langs   []language.Tag
	bit     map[language.Base]uint64
	words   map[string]uint64
	letters map[rune]uint64
}

var latinWords = sync.OnceValue(func() *wordLists {
	lists := &wordLists{bit: map[language.Base]uint64{}, words: map[string]uint64{}, letters: map[rune]uint64{}}
	for line := range strings.Lines(wordsFile) {
		fields := strings.Fields(line)
		if len(fields) < 3 || fields[0] == "#" {
			continue
		}
		tag, bit := language.Make(fields[0]), uint64(1)<<len(lists.langs)
		base, _ := tag.Base()
		lists.langs = append(lists.langs, tag)
		lists.bit[base] = bit
		for _, r := range fields[1] {
			lists.letters[r] |= bit
		}
		for _, word := range fields[2:] {
			lists.words[word] |= bit
		}
	}
	return lists
})

const (
	smallWord   = 2.5 // evidence for a language from one of its small words: natural logarithm of odds
	strangeWord = 2.0 // evidence against a language from a word with a letter that it does not have
	mostWords   = 400 // words of a text that are examined
)

// chooseByWords returns the candidate to which most small words of a text in Latin script belong,
// and how sure that is. The confidence is 0 if there is no list of words for one of the candidates.
func chooseByWords(text string, candidates []language.Tag) (language.Tag, float64) {
	lists := latinWords()
	score := make([]float64, len(candidates))
	bits := make([]uint64, len(candidates))
	for i, c := range candidates {
		base, _ := c.Base()
		bits[i] = lists.bit[base]
		if bits[i] == 0 {
			return language.Und, 0
		}
	}
	n := 0
	for word := range strings.FieldsFuncSeq(text,
		func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		word = strings.ToLower(word)
		having, writing := lists.words[word], ^uint64(0) // the languages that have the word, and that have its letters
		for _, r := range word {
			if r > unicode.MaxASCII {
				writing &= lists.letters[r]
			}
		}
		for i, bit := range bits {
			switch {
			case having&bit != 0:
				score[i] += smallWord
			case writing&bit == 0:
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
