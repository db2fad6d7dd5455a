package words

import "hash/maphash"

// A wordTable holds tokens by the word as it is written, with open addressing: nearly all of a
// tokenizer's time is spent in finding words that it has seen. The zero wordTable is empty.
type wordTable struct {
	slots []int32 // of each hash: an index in words plus one; 0 if free. Their number is a power of two
	words []knownWord
}

type knownWord struct {
	hash  uint64
	raw   string
	token Token
}

// hashSeed differs from one run to the next, so that no text can be made to collide. What is found
// does not depend on it.
var hashSeed = maphash.MakeSeed()

func hashOf(raw string) uint64 { return maphash.String(hashSeed, raw) }

func (t *wordTable) len() int { return len(t.words) }

func (t *wordTable) clear() {
	clear(t.slots)
	clear(t.words)
	t.words = t.words[:0]
}

// find returns the token of a word, or nil. It is valid until add is called.
func (t *wordTable) find(raw string, hash uint64) *Token {
	if len(t.slots) == 0 {
		return nil
	}
	mask := uint64(len(t.slots) - 1)
	for at := hash & mask; t.slots[at] > 0; at = (at + 1) & mask {
		if w := &t.words[t.slots[at]-1]; w.hash == hash && w.raw == raw {
			return &w.token
		}
	}
	return nil
}

// add adds a word that the table does not have, and returns its token.
func (t *wordTable) add(raw string, hash uint64, token Token) *Token {
	t.words = append(t.words, knownWord{hash, raw, token})
	if 2*len(t.words) > len(t.slots) { // at most half of the slots are taken
		t.slots = make([]int32, max(64, 2*len(t.slots)))
		for i := range t.words {
			t.insert(i)
		}
	} else {
		t.insert(len(t.words) - 1)
	}
	return &t.words[len(t.words)-1].token
}

// insert enters word i.
func (t *wordTable) insert(i int) {
	mask := uint64(len(t.slots) - 1)
	at := t.words[i].hash & mask
	for t.slots[at] > 0 {
		at = (at + 1) & mask
	}
	t.slots[at] = int32(i + 1)
}
