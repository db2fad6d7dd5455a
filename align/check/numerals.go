package check

import (
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/words"
)

// A numeral holds the values of the words that begin with a stem.
type numeral struct {
	whole  bool // only the stem itself has the values
	values []float64
}

// A numeralList holds the numerals of a language by their stems.
type numeralList struct {
	byStem  map[string]*numeral
	longest int // bytes of the longest stem
}

var numeralLists sync.Map // by language: func() *numeralList, of the table numberWords

// numeralsOf returns the numerals of a language, which are read once.
func numeralsOf(lang string) *numeralList {
	made, ok := numeralLists.Load(lang)
	if !ok {
		read := func() *numeralList { return readNumerals(numberWords[lang]) }
		made, _ = numeralLists.LoadOrStore(lang, sync.OnceValue(read))
	}
	return made.(func() *numeralList)()
}

func readNumerals(table string) *numeralList {
	list := &numeralList{byStem: map[string]*numeral{}}
	value := 0.0
	for _, f := range strings.Fields(table) {
		if v, err := strconv.ParseFloat(f, 64); err == nil {
			value = v
			continue
		}
		stem, whole := strings.CutSuffix(f, ".")
		stem = words.Fold(stem)
		n := list.byStem[stem]
		if n == nil {
			n = &numeral{}
			list.byStem[stem] = n
		}
		n.whole = n.whole || whole
		n.values = append(n.values, value)
		list.longest = max(list.longest, len(stem))
	}
	return list
}

// valuesOf returns the values of a word, by the longest stem that it begins with, or nil.
func (l *numeralList) valuesOf(word string) []float64 {
	for n := min(len(word), l.longest); n > 0; n-- {
		if x := l.byStem[word[:n]]; x != nil && (n == len(word) || !x.whole) {
			return x.values
		}
	}
	return nil
}

// leastInside is the length in bytes above which a stem is found inside a word; shorter ones are
// also parts of other words.
const leastInside = 2

// valuesInside returns the values of the number words that are written together as one word, in
// order.
func (l *numeralList) valuesInside(word string) (out []float64) {
	for word != "" {
		_, size := utf8.DecodeRuneInString(word)
		for n := min(len(word), l.longest); n > leastInside; n-- {
			if x := l.byStem[word[:n]]; x != nil {
				out, size = append(out, x.values[0]), n
				break
			}
		}
		word = word[size:]
	}
	return out
}
