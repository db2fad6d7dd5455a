package lang

import (
	_ "embed"
	"math"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
)

//go:embed words.txt
var wordsFile string

// wordLists is words.txt inverted: it holds, for each small word and each letter beyond a to z, the
// set of languages that have it. Bit k of a set stands for the k-th language of the file.
type wordLists struct {
	langs   []language.Tag
	bit     map[language.Base]uint64
	tags    map[language.Tag]uint64 // of langs
	words   map[string]uint64
	letters map[rune]uint64
}

var latinWords = sync.OnceValue(func() *wordLists {
	lists := &wordLists{bit: map[language.Base]uint64{}, tags: map[language.Tag]uint64{},
		words: map[string]uint64{}, letters: map[rune]uint64{}}
	for line := range strings.Lines(wordsFile) {
		fields := strings.Fields(line)
		if len(fields) < 3 || fields[0] == "#" {
			continue
		}
		tag, bit := language.Make(fields[0]), uint64(1)<<len(lists.langs)
		base, _ := tag.Base()
		lists.langs = append(lists.langs, tag)
		lists.bit[base] = bit
		lists.tags[tag] = bit
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
	bits, all := lists.bitsOf(candidates)
	if bits == nil {
		return language.Und, 0
	}
	score := make([]float64, len(candidates))
	var buf [longestWord]byte
	n := 0
	for i := 0; i < len(text) && n < mostWords; {
		if c := text[i]; c < utf8.RuneSelf && (c|0x20 < 'a' || c|0x20 > 'z') {
			i++
			continue
		}
		having, writing, end := lists.word(buf[:0], text[i:])
		i += max(end, 1)
		if end == 0 {
			continue
		}
		n++
		if having&all == 0 && writing&all == all {
			continue // a word of any language
		}
		for k, bit := range bits {
			switch {
			case having&bit != 0:
				score[k] += smallWord
			case writing&bit == 0:
				score[k] -= strangeWord
			}
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

// longestWord is how many bytes of a word are compared with the small words, which are shorter.
const longestWord = 32

// word returns the languages that have the word that a text begins with as a small word, those that
// have all its letters, and its length: 0 if the text begins with no word. The word is folded into
// buf.
func (l *wordLists) word(buf []byte, text string) (having, writing uint64, end int) {
	writing = ^uint64(0)
	fits := true
	for end < len(text) {
		c := text[end]
		if c < utf8.RuneSelf {
			lower := c | 0x20
			if lower < 'a' || lower > 'z' {
				break
			}
			if fits = fits && len(buf) < longestWord; fits {
				buf = append(buf, lower)
			}
			end++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[end:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			break
		}
		end += size
		if r = unicode.ToLower(r); r > unicode.MaxASCII {
			writing &= l.letters[r]
		}
		if fits = fits && len(buf)+utf8.UTFMax <= longestWord; fits {
			buf = utf8.AppendRune(buf, r)
		}
	}
	if fits {
		having = l.words[string(buf)]
	}
	return having, writing, end
}

// bitsOf returns the bit of each candidate, and all of them together; nil if there is no list of
// words for one of the candidates.
func (l *wordLists) bitsOf(candidates []language.Tag) (bits []uint64, all uint64) {
	bits = make([]uint64, len(candidates))
	for i, c := range candidates {
		if bits[i] = l.bitOf(c); bits[i] == 0 {
			return nil, 0
		}
		all |= bits[i]
	}
	return bits, all
}

// bitOf returns the bit of a language, or 0 if it has no list.
func (l *wordLists) bitOf(tag language.Tag) uint64 {
	if bit, ok := l.tags[tag]; ok { // saves finding the base of the tag
		return bit
	}
	base, _ := tag.Base()
	return l.bit[base]
}
