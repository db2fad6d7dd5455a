package srx

import (
	"encoding/binary"
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

// partition finds the classes that sets make, and which of them are in each set.
func partition(sets [][]rune) (*classes, [][]uint64) {
	distinct := map[string]int{} // sets that are equal are one
	number := make([]int, len(sets))
	unique := [][]rune{wordSet(), newlineSet}
	for i, set := range sets {
		key := keyOf(set)
		k, ok := distinct[key]
		if !ok {
			k = len(unique)
			distinct[key] = k
			unique = append(unique, set)
		}
		number[i] = k
	}
	bounds := []rune{0}
	for _, set := range unique {
		for i := 0; i+1 < len(set); i += 2 {
			bounds = append(bounds, set[i], set[i+1]+1)
		}
	}
	slices.Sort(bounds)
	bounds = slices.Compact(bounds)

	// Each set splits the classes that it holds a part of.
	class := make([]int, len(bounds)) // of each stretch between two bounds
	n := 1
	index := make(map[rune]int, len(bounds))
	for i, b := range bounds {
		index[b] = i
	}
	for _, set := range unique {
		split := map[int]int{}
		for i := 0; i+1 < len(set); i += 2 {
			for k := index[set[i]]; k < index[set[i+1]+1]; k++ {
				part, ok := split[class[k]]
				if !ok {
					part = n
					n++
					split[class[k]] = part
				}
				class[k] = part
			}
		}
	}
	dense := map[int]int{} // classes that are left, by order
	for i, k := range class {
		if _, ok := dense[k]; !ok {
			dense[k] = len(dense)
		}
		class[i] = dense[k]
	}
	c := &classes{n: len(dense), flags: make([]surroundings, len(dense))}
	members := make([][]uint64, len(unique))
	for u, set := range unique {
		members[u] = make([]uint64, (c.n+63)/64)
		for i := 0; i+1 < len(set); i += 2 {
			for k := index[set[i]]; k < index[set[i+1]+1]; k++ {
				members[u][class[k]>>6] |= 1 << (class[k] & 63)
			}
		}
	}
	for k := range c.n {
		if members[0][k>>6]>>(k&63)&1 != 0 {
			c.flags[k] |= isWord
		}
		if members[1][k>>6]>>(k&63)&1 != 0 {
			c.flags[k] |= isNewline
		}
	}
	for i, b := range bounds {
		end := rune(unicode.MaxRune + 1)
		if i+1 < len(bounds) {
			end = bounds[i+1]
		}
		for r := b; r < min(end, tableEnd); r++ {
			c.table[r] = int32(class[i])
		}
		if end > tableEnd {
			c.starts, c.stretches = append(c.starts, b), append(c.stretches, int32(class[i]))
		}
	}
	of := make([][]uint64, len(sets))
	for i, k := range number {
		of[i] = members[k]
	}
	return c, of
}

func keyOf(set []rune) string {
	b := make([]byte, 0, 4*len(set))
	for _, r := range set {
		b = binary.LittleEndian.AppendUint32(b, uint32(r))
	}
	return string(b)
}
