package lexicon

import (
	"iter"
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/words"
)

// Words is the word list of one side of a [Lexicon]: forms in the order of their bytes, each once.
type Words struct {
	text string   // the forms, one after another
	ends []uint32 // where each ends in text

	once   sync.Once
	starts map[rune]span // the forms that begin with a character
}

type span struct{ lo, hi int }

// NewWords returns the word list of the given forms, in any order.
func NewWords(forms iter.Seq[string]) *Words {
	return newWords(slices.Compact(slices.Sorted(forms)))
}

// Len returns the number of forms.
func (w *Words) Len() int { return len(w.ends) }

// All returns every form in order.
func (w *Words) All() iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := range w.ends {
			if !yield(w.at(i)) {
				return
			}
		}
	}
}

// Contains reports whether form is in the list.
func (w *Words) Contains(form string) bool {
	_, ok := w.find(form)
	return ok
}

// Forms returns the forms of the words of a text, in order, to look up with [Lexicon.Translations]
// or Contains. The text is in the language of the list, which shows where words end in scripts that
// are written without spaces. Punctuation is left out. Numbers are forms that no word has.
func (w *Words) Forms(text string) []string {
	tok := words.Tokenizer{Longest: w.Longest}
	var out []string
	for _, t := range tok.Append(nil, text) {
		if t.Kind != words.Mark {
			out = append(out, t.Form)
		}
	}
	return out
}

// Longest returns the length in bytes of the longest word of the list that s begins with, or 0. It
// finds the words of scripts that are written without spaces; s is folded as forms are.
func (w *Words) Longest(s string) int {
	w.once.Do(w.index)
	first, n := utf8.DecodeRuneInString(s)
	in, ok := w.starts[first]
	if !ok {
		return 0
	}
	best := 0
	for lo, hi := in.lo, in.hi; ; {
		prefix := s[:n]
		lo += sort.Search(hi-lo, func(i int) bool { return w.at(lo+i) >= prefix })
		if lo == hi || !strings.HasPrefix(w.at(lo), prefix) {
			return best
		}
		if len(w.at(lo)) == n {
			best = n
		}
		if n == len(s) {
			return best
		}
		_, size := utf8.DecodeRuneInString(s[n:])
		n += size
	}
}

func (w *Words) index() {
	w.starts = map[rune]span{}
	for i := 0; i < w.Len(); {
		r, _ := utf8.DecodeRuneInString(w.at(i))
		lo := i
		for i++; i < w.Len(); i++ {
			if next, _ := utf8.DecodeRuneInString(w.at(i)); next != r {
				break
			}
		}
		w.starts[r] = span{lo, i}
	}
}

func (w *Words) at(i int) string {
	start := uint32(0)
	if i > 0 {
		start = w.ends[i-1]
	}
	return w.text[start:w.ends[i]]
}

func (w *Words) find(form string) (int, bool) {
	return sort.Find(w.Len(), func(i int) int { return strings.Compare(form, w.at(i)) })
}

// newWords returns the list of forms that are in order already.
func newWords(sorted []string) *Words {
	w := &Words{ends: make([]uint32, len(sorted))}
	size := 0
	for i, s := range sorted {
		size += len(s)
		w.ends[i] = uint32(size)
	}
	var b strings.Builder
	b.Grow(size)
	for _, s := range sorted {
		b.WriteString(s)
	}
	w.text = b.String()
	return w
}
