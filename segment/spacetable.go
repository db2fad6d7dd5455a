package segment

import (
	"embed"
	"fmt"
	"math/bits"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/script"
)

// A spaceTable decides whether a sentence ends at a space, in a language that writes spaces between
// clauses too. It is a logistic regression: each feature of the space has a weight, and a sum above
// zero is an end. TestSpaceTable makes the table, and tells from what. It holds the weights by the
// hashes of the features, in a power of two of slots, at least half of which are empty.
type spaceTable []spaceWeight

type spaceWeight struct {
	hash   uint32 // 0 if the slot is empty
	weight int32
}

// newSpaceTable makes a table of weights.
func newSpaceTable(weights map[uint32]int32) spaceTable {
	t := make(spaceTable, 1<<bits.Len(uint(2*len(weights))))
	for hash, weight := range weights {
		i := int(hash) & (len(t) - 1)
		for t[i].hash != 0 {
			i = (i + 1) & (len(t) - 1)
		}
		t[i] = spaceWeight{hash, weight}
	}
	return t
}

// of returns the weight of a feature, 0 if it has none.
func (t spaceTable) of(hash uint32) int {
	for i := int(hash) & (len(t) - 1); ; i = (i + 1) & (len(t) - 1) {
		switch t[i].hash {
		case hash:
			return int(t[i].weight)
		case 0:
			return 0
		}
	}
}

//go:embed data/spaces/*.txt
var spaceFiles embed.FS

// readSpaceTable reads the table of a language, nil if it has none.
func readSpaceTable(name string) spaceTable {
	body, err := spaceFiles.ReadFile("data/spaces/" + name + ".txt")
	if err != nil {
		return nil
	}
	weights := map[uint32]int32{}
	for line := range strings.Lines(string(body)) {
		if line = strings.TrimSuffix(line, "\n"); line == "" || line[0] == '#' {
			continue
		}
		at := strings.LastIndexByte(line, ' ')
		weight, err := strconv.ParseInt(line[at+1:], 10, 16)
		if err != nil {
			panic(fmt.Sprintf("segment/data/spaces/%s.txt: %v", name, err)) // the file is part of the program
		}
		weights[hashOf(line[0], line[1:at])] = int32(weight)
	}
	return newSpaceTable(weights)
}

// hashOf returns the FNV-1a hash of a feature. What precedes the space is hashed backwards, so that
// longer and longer stretches on both sides need one step for each byte.
func hashOf(kind byte, value string) uint32 {
	h := step(2166136261, kind)
	for i := range len(value) {
		if kind == 's' {
			h = step(h, value[len(value)-1-i])
		} else {
			h = step(h, value[i])
		}
	}
	return h
}

func step(hash uint32, b byte) uint32 { return (hash ^ uint32(b)) * 16777619 }

// ends reports whether the sentence that begins at start ends at the space at pos.
func (t spaceTable) ends(text string, start, pos int) bool {
	sum := 0
	spaceFeatures(text, start, pos, func(hash uint32, _ byte, _ string) { sum += t.of(hash) })
	return sum > 0
}

// isSpaceToLookAt reports whether a sentence may end at the space at pos: a letter of the script is
// on one side, and no mark before it.
func isSpaceToLookAt(text string, start, pos int) bool {
	before, r, _ := classBefore(text, start, pos)
	after, n, _ := classAt(text, pos+1)
	if before == pause || before == stop || before == other || after == space || after == other || after == pause {
		return false
	}
	return isUnspacedLetter(before, r) || isUnspacedLetter(after, n)
}

func isUnspacedLetter(c class, r rune) bool {
	return (c == letter || c == extend) && script.Unspaced(r)
}

// spaceFeatures calls a function with the features of a space: the first and last letters of the
// stretches between spaces around it, the lengths of these stretches and of the sentence, and the
// kinds of characters on both sides.
func spaceFeatures(text string, start, pos int, add func(hash uint32, kind byte, value string)) {
	const (
		reach = 400 // bytes of a stretch
		most  = 4   // letters at its beginning and end
	)
	from := max(start, pos-reach)
	if i := strings.LastIndexByte(text[from:pos], ' '); i >= 0 {
		from += i + 1
	}
	to := min(len(text), pos+1+reach)
	if i := strings.IndexByte(text[pos+1:to], ' '); i >= 0 {
		to = pos + 1 + i
	}
	before, after := text[from:pos], text[pos+1:to]
	l, b, a := lengthClass(pos-start), lengthClass(len(before)), lengthClass(len(after))
	last, _, _ := classBefore(text, from, pos)
	next, _, _ := classAt(text, pos+1)
	number := func(kind byte, i, j int) {
		value := pairOf(i, j)
		add(step(step(step(2166136261, kind), value[0]), value[1]), kind, value)
	}
	number('l', 0, l)
	number('b', 0, b)
	number('a', 0, a)
	number('c', b, a)
	number('d', l, a)
	number('k', int(last), int(next))
	h := step(2166136261, 's')
	for n, i := 0, len(before); n < most && i > 0; n++ {
		for i--; i > 0 && !utf8.RuneStart(before[i]); i-- {
			h = step(h, before[i])
		}
		h = step(h, before[i])
		add(h, 's', before[i:])
	}
	h = step(2166136261, 'p')
	for n, i := 0, 0; n < most && i < len(after); n++ {
		h = step(h, after[i])
		for i++; i < len(after) && !utf8.RuneStart(after[i]); i++ {
			h = step(h, after[i])
		}
		add(h, 'p', after[:i])
	}
	if len(after) <= 24 {
		add(hashOf('w', after), 'w', after)
	}
}

const digits = "0123456789abcdefghijklmnopqrstuv"

// digitPairs holds all digitPairs of digits one after the other, so that none has to be made.
var digitPairs = func() string {
	var b strings.Builder
	for i := range digits {
		for j := range digits {
			b.WriteByte(digits[i])
			b.WriteByte(digits[j])
		}
	}
	return b.String()
}()

// pairOf returns two numbers as digits.
func pairOf(i, j int) string {
	at := 2 * (len(digits)*i + j)
	return digitPairs[at : at+2]
}

// lengthClass returns the class of a length in bytes: the half powers of two.
func lengthClass(n int) int {
	if n < 4 {
		return 0
	}
	k := bits.Len(uint(n)) // n has k bits
	return min(2*(k-3)+n>>(k-2)&1, len(digits)-1)
}
