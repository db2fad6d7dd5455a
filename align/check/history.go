package check

import (
	"fmt"

	"github.com/bitext-go/bitext/internal/quote"
	"github.com/bitext-go/bitext/internal/words"
	"github.com/bitext-go/bitext/segment"
)

// A history remembers which wordings translated one another in the units so far, each by a hash.
// The zero value is empty.
type history struct {
	bySource map[uint64]pairing // by the hash of source wording and target language
	byTarget map[uint64]pairing // by the hash of target wording and source language
	reported map[uint64]bool    // by the hash of both wordings
}

// A pairing is the unit in which a wording was first, and the hash of its other side there.
type pairing struct {
	unit  int
	other uint64
}

// check compares the unit of a number with those before it: every side with the first.
func (h *history) check(number int, sides []Side, wordings []wording) []Finding {
	if h.bySource == nil {
		h.bySource, h.byTarget, h.reported = map[uint64]pairing{}, map[uint64]pairing{}, map[uint64]bool{}
	}
	var out []Finding
	for i := 1; i < len(sides); i++ {
		source, target := wordings[0], wordings[i]
		if !source.hasWords || !target.hasWords {
			continue
		}
		f := Finding{Side: i, Span: segment.Span{End: len(sides[i].Text)}, Wording: sides[i].Text}
		if unit := h.differs(h.bySource, mix(source.hash, target.lang), number, target.hash); unit > 0 {
			f.Kind, f.Earlier = Inconsistent, unit
			f.Message = fmt.Sprintf("%s is translated otherwise in unit %d",
				quote.Isolate(excerpt(sides[0].Text)), unit)
			out = append(out, f)
		}
		if unit := h.differs(h.byTarget, mix(target.hash, source.lang), number, source.hash); unit > 0 {
			f.Kind, f.Earlier = Repeated, unit
			f.Message = fmt.Sprintf("%s translates another sentence in unit %d",
				quote.Isolate(excerpt(sides[i].Text)), unit)
			out = append(out, f)
		}
	}
	return out
}

// differs returns the first unit with a wording if its other side is not the given one there, and
// that was not reported before; else 0.
func (h *history) differs(first map[uint64]pairing, wording uint64, number int, other uint64) int {
	before, ok := first[wording]
	if !ok {
		first[wording] = pairing{number, other}
		return 0
	}
	both := mix(wording, other)
	if before.other == other || h.reported[both] {
		return 0
	}
	h.reported[both] = true
	return before.unit
}

// A wording is the words and numbers of a text, whatever their case and the marks between them.
type wording struct {
	hash, lang uint64 // of the words and the language, and of the language alone
	hasWords   bool   // else it may have numbers, which need not be translated in one way
}

func wordingOf(s *subject) wording {
	w := wording{lang: s.lang.hash}
	h := uint64(offset64)
	for _, t := range s.tokens {
		if t.Kind != words.Mark {
			h = addHash(h, t.Full) * prime64 // and a zero
			w.hasWords = w.hasWords || t.Kind == words.Word
		}
	}
	w.hash = addHash(h, s.lang.tag)
	return w
}

// FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/.
const offset64, prime64 = 14695981039346656037, 1099511628211

// addHash returns the FNV-1a hash of what has the hash h, followed by s.
func addHash(h uint64, s string) uint64 {
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * prime64
	}
	return h
}

// mix returns one hash of two.
func mix(a, b uint64) uint64 {
	h := uint64(offset64)
	for _, x := range [...]uint64{a, b} {
		for range 8 {
			h = (h ^ x&0xFF) * prime64
			x >>= 8
		}
	}
	return h
}
