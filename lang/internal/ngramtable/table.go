// Package ngramtable holds what languages think of short sequences of letters, in one compact
// table for all languages of a script.
//
// An n-gram is a sequence of one to five letters inside a word. For each n-gram the table has the
// languages that use it, and what its last letter costs after the others: the natural logarithm of
// its probability, negative, in quarters. For a sequence that a language does not have,
// [Table.Costs] takes the longest one that ends with the same letters, at an additional cost for
// each letter that it is shorter. This is the "stupid backoff" of Brants et al., "Large Language
// Models in Machine Translation" (2007), with their factor of .4.
package ngramtable

import (
	"math"
	"unicode"
)

const (
	longest    = 5    // letters of an n-gram
	letterBits = 12   // of a key, for each letter
	quarter    = 0.25 // nats: the unit of the costs
	shorter    = 0.92 // nats for each letter that a sequence is shorter: -ln .4
	unknown    = 14.0 // nats for a letter that a language does not have
)

// A Table tells apart the languages of one script. Any number of goroutines may use it.
type Table struct {
	// Langs are the codes of the languages.
	Langs []string

	letters map[rune]uint64 // their numbers, from 1
	keys    []uint64        // n-grams, as keyOf makes them
	starts  []uint32        // where the costs of each n-gram begin; one more at the end
	costs   []cost
	slots   []uint32 // a hash table of positions in keys, plus one; 0 is free
}

// A cost is what the last letter of an n-gram costs in a language.
type cost struct{ lang, quarters uint8 }

// key appends a letter to the key of an n-gram.
func key(of, letter uint64) uint64 { return of<<letterBits | letter }

// suffix returns the last n letters of a key.
func suffix(of uint64, n int) uint64 { return of & (1<<(n*letterBits) - 1) }

// Costs returns how surprising the letters of a text are in each of some languages, given by their
// numbers in t.Langs: the negative logarithm of the probability, in nats. It also returns how many
// letters were counted. Letters that the table does not have end a word and are not counted.
func (t *Table) Costs(text string, langs []int) (nats []float64, letters int) {
	nats = make([]float64, len(langs))
	place := make([]int, len(t.Langs)) // of a language in langs, plus one
	for i, l := range langs {
		place[l] = i + 1
	}
	done := make([]int, len(langs)) // the number of the last letter that was charged
	word := uint64(0)               // the key of the last letters of the word
	length := 0
	for _, r := range text {
		letter, ok := t.letters[unicode.ToLower(r)]
		if !ok {
			word, length = 0, 0
			continue
		}
		word, length = suffix(key(word, letter), longest), min(length+1, longest)
		letters++
		left := len(langs)
		for n := length; n > 0 && left > 0; n-- {
			at, ok := t.find(suffix(word, n))
			if !ok {
				continue
			}
			more := shorter * float64(length-n)
			for _, c := range t.costs[t.starts[at]:t.starts[at+1]] {
				if i := place[c.lang] - 1; i >= 0 && done[i] < letters {
					nats[i] += quarter*float64(c.quarters) + more
					done[i] = letters
					left--
				}
			}
		}
		for i := range done {
			if left > 0 && done[i] < letters {
				nats[i] += unknown + shorter*float64(length)
				done[i] = letters
			}
		}
	}
	return nats, letters
}

// find returns the position of an n-gram in t.keys.
func (t *Table) find(key uint64) (int, bool) {
	mask := uint64(len(t.slots) - 1)
	for slot := hash(key) & mask; ; slot = (slot + 1) & mask {
		at := t.slots[slot]
		if at == 0 {
			return 0, false
		}
		if t.keys[at-1] == key {
			return int(at - 1), true
		}
	}
}

// index makes the hash table, which is at most half full.
func (t *Table) index() {
	size := 2
	for size < 2*len(t.keys) {
		size *= 2
	}
	t.slots = make([]uint32, size)
	mask := uint64(size - 1)
	for i, key := range t.keys {
		slot := hash(key) & mask
		for t.slots[slot] != 0 {
			slot = (slot + 1) & mask
		}
		t.slots[slot] = uint32(i + 1)
	}
}

// hash mixes the bits of a key (Fibonacci hashing, Knuth, "The Art of Computer Programming", 6.4).
func hash(key uint64) uint64 {
	key *= 0x9E3779B97F4A7C15
	return key ^ key>>32
}

// quarters returns a probability as a cost.
func quarters(p float64) uint8 {
	return uint8(min(max(math.Round(-math.Log(p)/quarter), 0), math.MaxUint8))
}
