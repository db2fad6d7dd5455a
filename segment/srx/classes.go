package srx

import (
	"encoding/binary"
	"iter"
	"slices"
	"sort"
	"sync"
	"unicode"
)

// classes are the classes of characters that no set of an automaton tells apart.
type classes struct {
	n     int
	flags []surroundings // what assertions need to know of the characters of a class

	table     [tableEnd]int32 // the classes of the characters before tableEnd
	starts    []rune          // the first characters of the stretches from there on
	stretches []int32         // and their classes
}

const tableEnd = 0x800

// of returns the class of a character.
func (c *classes) of(r rune) int {
	if r >= 0 && r < tableEnd {
		return int(c.table[r])
	}
	i := sort.Search(len(c.starts), func(i int) bool { return c.starts[i] > r })
	return int(c.stretches[max(i-1, 0)])
}

// wordSet and newlineSet are the sets that assertions ask for.
var wordSet = sync.OnceValue(func() []rune {
	var set []rune
	for _, t := range []*unicode.RangeTable{unicode.L, unicode.M, unicode.Nd, unicode.Pc} {
		set = append(set, tableSet(t)...)
	}
	return tidied(set)
})

var newlineSet = []rune{'\n', '\n'}

// partition finds the classes that sets make, and which of them are in each set, as a set of bits.
func partition(sets [][]rune) (*classes, [][]uint64) {
	unique, number := distinct(sets)
	d := newDivision(unique)
	n := d.split(unique)
	members := make([][]uint64, len(unique))
	for u, set := range unique {
		members[u] = make([]uint64, (n+63)/64)
		for k := range d.within(set) {
			members[u][d.class[k]>>6] |= 1 << (d.class[k] & 63)
		}
	}
	c := &classes{n: n, flags: make([]surroundings, n)}
	for k := range n {
		if members[0][k>>6]>>(k&63)&1 != 0 {
			c.flags[k] |= isWord
		}
		if members[1][k>>6]>>(k&63)&1 != 0 {
			c.flags[k] |= isNewline
		}
	}
	c.fill(d)
	of := make([][]uint64, len(sets))
	for i, k := range number {
		of[i] = members[k]
	}
	return c, of
}

// distinct returns wordSet, newlineSet and then each set once, and the index of each set there.
func distinct(sets [][]rune) (unique [][]rune, number []int) {
	unique = [][]rune{wordSet(), newlineSet}
	known := map[string]int{}
	number = make([]int, len(sets))
	for i, set := range sets {
		key := keyOf(set)
		k, ok := known[key]
		if !ok {
			k = len(unique)
			known[key] = k
			unique = append(unique, set)
		}
		number[i] = k
	}
	return unique, number
}

// A division divides all characters into stretches, so that a set holds all of a stretch or nothing
// of it.
type division struct {
	bounds []rune       // where the stretches begin, in order
	index  map[rune]int // of each bound
	class  []int        // of each stretch
}

func newDivision(sets [][]rune) *division {
	d := &division{bounds: []rune{0}}
	for _, set := range sets {
		for i := 0; i+1 < len(set); i += 2 {
			d.bounds = append(d.bounds, set[i], set[i+1]+1)
		}
	}
	slices.Sort(d.bounds)
	d.bounds = slices.Compact(d.bounds)
	d.class = make([]int, len(d.bounds))
	d.index = make(map[rune]int, len(d.bounds))
	for i, b := range d.bounds {
		d.index[b] = i
	}
	return d
}

// within returns the stretches of a set, in its order.
func (d *division) within(set []rune) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := 0; i+1 < len(set); i += 2 {
			for k := d.index[set[i]]; k < d.index[set[i+1]+1]; k++ {
				if !yield(k) {
					return
				}
			}
		}
	}
}

// split gives each stretch its class, and returns how many classes there are. Each set splits the
// classes that it holds a part of.
func (d *division) split(sets [][]rune) int {
	n := 1
	for _, set := range sets {
		parts := map[int]int{}
		for k := range d.within(set) {
			part, ok := parts[d.class[k]]
			if !ok {
				part = n
				n++
				parts[d.class[k]] = part
			}
			d.class[k] = part
		}
	}
	left := map[int]int{} // classes that still have stretches, by order
	for i, k := range d.class {
		if _, ok := left[k]; !ok {
			left[k] = len(left)
		}
		d.class[i] = left[k]
	}
	return len(left)
}

// fill sets the classes of all characters.
func (c *classes) fill(d *division) {
	for i, b := range d.bounds {
		end := rune(unicode.MaxRune + 1)
		if i+1 < len(d.bounds) {
			end = d.bounds[i+1]
		}
		for r := b; r < min(end, tableEnd); r++ {
			c.table[r] = int32(d.class[i])
		}
		if end > tableEnd {
			c.starts, c.stretches = append(c.starts, b), append(c.stretches, int32(d.class[i]))
		}
	}
}

// keyOf returns a set as a key of a map.
func keyOf(set []rune) string {
	b := make([]byte, 0, 4*len(set))
	for _, r := range set {
		b = binary.LittleEndian.AppendUint32(b, uint32(r))
	}
	return string(b)
}
