// Package near finds units that are equal or nearly equal to others, by hashes: for bitext filter
// among the units of one file, and for a pipeline among units that many machines hold.
package near

import (
	"math"
	"unicode"

	"github.com/bitext-go/bitext/internal/script"
)

// The size of a signature. With Bands of rowsPerBand hashes, two units of similarity s share a band
// with probability 1-(1-s^rowsPerBand)^Bands: .99 at .8, .32 at .5. See Broder, "On the resemblance
// and containment of documents" (1997), and Leskovec, Rajaraman and Ullman, "Mining of Massive
// Datasets", section 3.4.
const (
	Bands       = 12
	rowsPerBand = 5
	hashes      = Bands * rowsPerBand
)

// A Signature is the lowest byte of each minimal hash of a set of shingles. Two sets agree in a
// byte with probability s + (1-s)/256, where s is their Jaccard similarity.
type Signature [hashes]byte

// Similarity returns an estimate of the Jaccard similarity of two sets, from 0 to 1.
func (a *Signature) Similarity(b *Signature) float64 {
	equal := 0
	for i := range a {
		if a[i] == b[i] {
			equal++
		}
	}
	return max(0, (float64(equal)/hashes-1./256)/(1-1./256))
}

// Of returns the signature of a unit with the given wordings, and the keys of its bands: units that
// share none are not nearly equal. ok is false if the unit has no letters or digits; such units are
// never nearly equal.
func Of(wordings ...string) (s Signature, keys [Bands]uint32, ok bool) {
	return signature(shingles(nil, wordings))
}

func signature(set []uint64) (s Signature, keys [Bands]uint32, ok bool) {
	if len(set) == 0 {
		return s, keys, false
	}
	var minima [hashes]uint64
	for i := range minima {
		minima[i] = math.MaxUint64
	}
	for _, x := range set {
		for i := range minima {
			minima[i] = min(minima[i], mix(x^seeds[i]))
		}
	}
	for b := range keys {
		h := uint64(b)
		for i := b * rowsPerBand; i < (b+1)*rowsPerBand; i++ {
			s[i] = byte(minima[i])
			h = mix(h ^ minima[i])
		}
		keys[b] = uint32(h)
	}
	return s, keys, true
}

// Units finds units that are nearly equal to an earlier one. It keeps about 300 bytes for each unit
// that is not. The zero value is not ready; see [NewUnits].
type Units struct {
	least      float64 // similarity from which on units are nearly equal
	signatures []Signature
	units      []int // the number of each signature's unit
	bands      [Bands]map[uint32]int32
	scratch    []uint64
}

// NewUnits returns a Units for a similarity between 0 and 1.
func NewUnits(least float64) *Units {
	n := &Units{least: least}
	for i := range n.bands {
		n.bands[i] = map[uint32]int32{}
	}
	return n
}

// Add looks for an earlier unit that a unit is nearly equal to, and returns its number. If there is
// none, ok is false and the unit is remembered under its own number. Two units without letters and
// digits are never nearly equal.
func (n *Units) Add(number int, wordings ...string) (earlier int, ok bool) {
	n.scratch = shingles(n.scratch[:0], wordings)
	s, keys, ok := signature(n.scratch)
	if !ok {
		return 0, false
	}
	for b, key := range keys {
		if k, there := n.bands[b][key]; there && n.signatures[k].Similarity(&s) >= n.least {
			return n.units[k], true
		}
	}
	for b, key := range keys {
		if _, there := n.bands[b][key]; !there {
			n.bands[b][key] = int32(len(n.signatures))
		}
	}
	n.signatures, n.units = append(n.signatures, s), append(n.units, number)
	return 0, false
}

// seeds make hash functions of one.
var seeds = func() (out [hashes]uint64) {
	x := uint64(0x9E3779B97F4A7C15)
	for i := range out {
		x = mix(x + uint64(i))
		out[i] = x
	}
	return out
}()

// mix returns a hash of 64 bits: the finalizer of MurmurHash3, which is a permutation.
func mix(x uint64) uint64 {
	x ^= x >> 33
	x *= 0xFF51AFD7ED558CCD
	x ^= x >> 33
	x *= 0xC4CEB9FE1A85EC53
	return x ^ x>>33
}

// shingleLength is how many characters a shingle has: fewer in scripts in which a character is a
// syllable or a word.
const (
	shingleLength      = 5
	shingleLengthDense = 2
)

// shingles appends the hashes of all runs of letters and digits of wordings, without regard to case
// and to what is between the words.
func shingles(set []uint64, wordings []string) []uint64 {
	for side, text := range wordings {
		var window [shingleLength]rune
		n, dense := 0, false
		gap := false // before the next word
		add := func(r rune) {
			copy(window[:], window[1:])
			window[shingleLength-1] = r
			n++
			length := shingleLength
			if dense {
				length = shingleLengthDense
			}
			if n >= length {
				set = append(set, hashOf(side, window[shingleLength-length:]))
			}
		}
		for _, r := range text {
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
				gap = n > 0
				continue
			}
			if gap && !dense {
				add(' ')
			}
			gap = false
			dense = script.Dense(r)
			add(unicode.ToLower(r))
		}
		if n > 0 && n < shingleLength && !dense {
			set = append(set, hashOf(side, window[shingleLength-n:])) // the whole text
		}
	}
	return set
}

func hashOf(side int, run []rune) uint64 {
	h := uint64(side + 1)
	for _, r := range run {
		h = mix(h ^ uint64(r))
	}
	return h
}

// A Set finds wordings that are equal to earlier ones. It keeps 16 bytes for each.
type Set struct {
	has map[[2]uint64]int32
}

// NewSet returns an empty set.
func NewSet() *Set { return &Set{has: map[[2]uint64]int32{}} }

// Add looks for an earlier unit with the same wordings and returns its number; else it remembers
// the unit.
func (s *Set) Add(number int, wordings ...string) (earlier int, ok bool) {
	a, b := uint64(0x243F6A8885A308D3), uint64(0x13198A2E03707344)
	for _, w := range wordings {
		for i := range len(w) {
			a = (a ^ uint64(w[i])) * 0x100000001B3
			b = mix(b ^ uint64(w[i]))
		}
		a, b = mix(a), mix(b+1)
	}
	key := [2]uint64{a, b}
	if k, there := s.has[key]; there {
		return int(k), true
	}
	s.has[key] = int32(number)
	return 0, false
}
