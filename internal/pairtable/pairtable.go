// Package pairtable numbers pairs of ids, such as a word and its translation, in the order in which
// they are first met. It imports nothing.
package pairtable

import "math/bits"

// A Table numbers pairs from 0. It is an open-addressing hash table (Fibonacci hashing, Knuth, The
// Art of Computer Programming, 6.4), because a map of Go takes three times the memory and time for
// millions of pairs. The zero Table is empty and ready; only one goroutine may use it at a time.
type Table struct {
	pairs []uint64 // by number
	slots []int32  // number + 1 of a pair, 0 if free; a power of two of them, at most half of them used
}

const leastSlots = 1 << 12

// Put returns the number of a pair. A pair that is new gets the next number. At most 1<<31-1 pairs
// fit.
func (t *Table) Put(a, b uint32) int32 {
	if 2*len(t.pairs) >= len(t.slots) {
		t.grow()
	}
	pair := uint64(a)<<32 | uint64(b)
	at := t.slot(pair)
	if n := t.slots[at]; n > 0 {
		return n - 1
	}
	t.pairs = append(t.pairs, pair)
	t.slots[at] = int32(len(t.pairs))
	return int32(len(t.pairs)) - 1
}

// Get returns the number of a pair, or -1 if Put has not been called with it.
func (t *Table) Get(a, b uint32) int32 {
	if len(t.slots) == 0 {
		return -1
	}
	return t.slots[t.slot(uint64(a)<<32|uint64(b))] - 1
}

// Pair returns the pair with a number.
func (t *Table) Pair(n int32) (a, b uint32) { return uint32(t.pairs[n] >> 32), uint32(t.pairs[n]) }

// Len returns how many pairs there are.
func (t *Table) Len() int { return len(t.pairs) }

// Freeze gives back the memory that only Put and Get need. They must not be called after it.
func (t *Table) Freeze() { t.slots = nil }

// slot returns the slot of a pair, or the free one that it would get.
func (t *Table) slot(pair uint64) uint64 {
	mask := uint64(len(t.slots) - 1)
	at := pair * 0x9E3779B97F4A7C15 >> bits.LeadingZeros64(mask) // the highest bits: both ids reach them
	for t.slots[at] > 0 && t.pairs[t.slots[at]-1] != pair {
		at = (at + 1) & mask
	}
	return at
}

func (t *Table) grow() {
	t.slots = make([]int32, max(leastSlots, 2*len(t.slots)))
	for n, pair := range t.pairs {
		t.slots[t.slot(pair)] = int32(n + 1)
	}
}
