// Package runetable remembers properties of characters.
package runetable

import "sync/atomic"

const (
	blockBits = 6
	blockSize = 1 << blockBits
	limit     = 1 << 16 // of the Basic Multilingual Plane, in which nearly all text is
)

// A Table remembers a property of the characters below U+10000, by blocks of 64. It asks for those
// of a block when the first of its characters is looked up: a text has characters of few blocks,
// and a table of all of them would take longer to make than a short text takes to read. Any number
// of goroutines may use a Table.
type Table struct {
	of     func(rune) uint8
	blocks [limit / blockSize]atomic.Pointer[[blockSize]uint8]
}

// New returns a table of a property, which is the same each time that it is asked for.
func New(of func(rune) uint8) *Table { return &Table{of: of} }

// At returns the property of a character. That of one above the table, or of none, is asked for.
func (t *Table) At(r rune) uint8 {
	if uint32(r) < limit {
		if b := t.blocks[uint32(r)>>blockBits].Load(); b != nil {
			return b[uint32(r)%blockSize]
		}
	}
	return t.ask(r)
}

// ask returns the property of a character that is not in the table, and enters those of its block.
func (t *Table) ask(r rune) uint8 {
	if uint32(r) >= limit {
		return t.of(r)
	}
	b := new([blockSize]uint8)
	first := r &^ (blockSize - 1)
	for i := range b {
		b[i] = t.of(first + rune(i))
	}
	t.blocks[first>>blockBits].Store(b)
	return b[r-first]
}
