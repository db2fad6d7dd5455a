package ngramtable

import (
	"bufio"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
	"unicode/utf8"
)

// Limits of a table. A file beyond them is damaged.
const (
	maxLangs  = 256
	maxNgrams = 1 << 24
	maxCosts  = 1 << 26
	maxBytes  = 1 << 28
)

var errDamaged = errors.New("ngramtable: damaged table; make it again with go generate")

// An Ngram is an n-gram and its probabilities: that of its last letter after the others, by the
// number of the language.
type Ngram struct {
	Letters       string
	Probabilities map[int]float64
}

// Write writes a table. The n-grams may be in any order; each occurs once and has one to five
// letters. The same n-grams give the same bytes.
//
// The compressed file holds numbers as uvarints: the languages, the letters, and then, for each
// n-gram in the order of its key, how many letters it shares with the one before, the other
// letters, and the languages as differences; the costs come last, a byte each.
func Write(w io.Writer, langs []string, ngrams []Ngram) error {
	letters := lettersOf(ngrams)
	number := map[rune]uint64{}
	for i, r := range letters {
		number[r] = uint64(i + 1)
	}
	keyOf := func(n Ngram) (k uint64) {
		for _, r := range n.Letters {
			k = key(k, number[r])
		}
		return k
	}
	slices.SortFunc(ngrams, func(a, b Ngram) int {
		return compareKeys(keyOf(a), keyOf(b))
	})

	compressor, err := flate.NewWriter(w, flate.BestCompression)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(compressor)
	put := func(n int) {
		var buf [binary.MaxVarintLen64]byte
		_, _ = out.Write(binary.AppendUvarint(buf[:0], uint64(n))) // Flush returns the error
	}
	put(len(langs))
	for _, l := range langs {
		put(len(l))
		_, _ = out.WriteString(l)
	}
	put(len(letters))
	for _, r := range letters {
		put(int(r))
	}
	put(len(ngrams))
	var before []rune
	for _, n := range ngrams {
		now := []rune(n.Letters)
		if len(now) == 0 || len(now) > longest {
			return fmt.Errorf("ngramtable: %q does not have one to five letters", n.Letters)
		}
		shared := 0
		for shared < min(len(before), len(now)-1) && before[shared] == now[shared] {
			shared++
		}
		put(shared*longest + len(now) - 1 - shared)
		for _, r := range now[shared:] {
			put(int(number[r]))
		}
		before = now
	}
	for _, n := range ngrams {
		put(len(n.Probabilities))
	}
	for _, n := range ngrams {
		last := -1
		for _, l := range sorted(n.Probabilities) {
			put(l - last - 1)
			last = l
		}
	}
	for _, n := range ngrams {
		for _, l := range sorted(n.Probabilities) {
			_ = out.WriteByte(quarters(n.Probabilities[l]))
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return compressor.Close()
}

// compareKeys orders n-grams as words in a dictionary, so that neighbours share their beginning.
func compareKeys(a, b uint64) int {
	for _, k := range []*uint64{&a, &b} {
		for *k>>((longest-1)*letterBits) == 0 {
			*k <<= letterBits
		}
	}
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func lettersOf(ngrams []Ngram) (letters []rune) {
	seen := map[rune]bool{}
	for _, n := range ngrams {
		for _, r := range n.Letters {
			if !seen[r] {
				seen[r] = true
				letters = append(letters, r)
			}
		}
	}
	slices.Sort(letters)
	return letters
}

func sorted(m map[int]float64) (keys []int) {
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// Read reads a table that [Write] wrote.
func Read(in io.Reader) (*Table, error) {
	raw, err := io.ReadAll(io.LimitReader(flate.NewReader(in), maxBytes))
	if err != nil {
		return nil, errDamaged
	}
	d := &decoder{rest: raw}
	t := &Table{letters: map[rune]uint64{}}
	for range d.number(maxLangs) {
		t.Langs = append(t.Langs, string(d.bytes(d.number(16))))
	}
	letters := d.number(1<<letterBits - 1)
	for i := range letters {
		t.letters[rune(d.number(utf8.MaxRune))] = uint64(i + 1)
	}
	n := d.number(maxNgrams)
	if n > len(d.rest) {
		return nil, errDamaged
	}
	t.keys = make([]uint64, n)
	before, length := uint64(0), 0
	for i := range t.keys {
		head := d.number(longest*longest - 1)
		shared, more := head/longest, head%longest+1
		if shared > length || shared+more > longest {
			return nil, errDamaged
		}
		k := before >> ((length - shared) * letterBits)
		for range more {
			k = key(k, uint64(d.number(letters)))
		}
		t.keys[i] = k
		before, length = k, shared+more
		if d.damaged {
			return nil, errDamaged
		}
	}
	t.starts = make([]uint32, len(t.keys)+1)
	total := 0
	for i := range t.keys {
		total += d.number(len(t.Langs))
		t.starts[i+1] = uint32(min(total, maxCosts))
	}
	if total > maxCosts || d.damaged {
		return nil, errDamaged
	}
	if total > len(d.rest) {
		return nil, errDamaged
	}
	t.costs = make([]cost, total)
	for i := range t.keys {
		l := -1
		for c := t.starts[i]; c < t.starts[i+1]; c++ {
			l += d.number(len(t.Langs)-1) + 1
			if l >= len(t.Langs) {
				return nil, errDamaged
			}
			t.costs[c].lang = uint8(l)
		}
	}
	for i, q := range d.bytes(total) {
		t.costs[i].quarters = q
	}
	if d.damaged {
		return nil, errDamaged
	}
	t.index()
	return t, nil
}

// A decoder reads numbers. After the first damage it returns zeros.
type decoder struct {
	rest    []byte
	damaged bool
}

// number reads a number from 0 to most.
func (d *decoder) number(most int) int {
	n, size := uint64(0), 0
	if len(d.rest) > 0 && d.rest[0] < 0x80 { // nearly always
		n, size = uint64(d.rest[0]), 1
	} else {
		n, size = binary.Uvarint(d.rest)
	}
	if size <= 0 || n > uint64(max(most, 0)) {
		d.rest, d.damaged = nil, true
		return 0
	}
	d.rest = d.rest[size:]
	return int(n)
}

// bytes reads n bytes.
func (d *decoder) bytes(n int) []byte {
	if n > len(d.rest) {
		d.rest, d.damaged = nil, true
		return nil
	}
	b := d.rest[:n]
	d.rest = d.rest[n:]
	return b
}
