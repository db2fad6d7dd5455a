package runetable_test

import (
	"sync"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"

	"github.com/bitext-go/bitext/internal/runetable"
)

func isLetter(r rune) uint8 {
	if unicode.IsLetter(r) {
		return 1
	}
	return 0
}

func TestTableHasThePropertyOfEveryCharacter(t *testing.T) {
	table := runetable.New(isLetter)
	for range 2 { // the second time, the table knows them
		for r := rune(-2); r <= unicode.MaxRune+2; r++ {
			if table.At(r) != isLetter(r) {
				assert.Equal(t, isLetter(r), table.At(r), "%U", r)
			}
		}
	}
}

func TestTableAsksOncePerBlock(t *testing.T) {
	asked := map[rune]int{}
	table := runetable.New(func(r rune) uint8 { asked[r]++; return uint8(r) })
	for range 3 {
		assert.Equal(t, uint8(0x4B), table.At(0x64B))
	}
	assert.Len(t, asked, 64)
	assert.Equal(t, 1, asked[0x640])
	assert.Equal(t, 1, asked[0x67F])
}

// The race detector is what this test is for.
func TestTableOfSeveralGoroutines(t *testing.T) {
	table := runetable.New(isLetter)
	var wait sync.WaitGroup
	for range 4 {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for r := range rune(0x3000) {
				if table.At(r) != isLetter(r) {
					assert.Equal(t, isLetter(r), table.At(r), "%U", r)
				}
			}
		}()
	}
	wait.Wait()
}
