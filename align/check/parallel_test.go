package check

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/language"
)

// manyUnits yields units with findings of a unit alone and of several, by their numbers.
func manyUnits(n int) func(yield func(int, []Side) bool) {
	return func(yield func(int, []Side) bool) {
		for i := range n {
			sides := []Side{{Lang: language.English, Text: fmt.Sprintf("Resolution %d of Malaysia, part %d", i%7,
				i%11)},
				{Lang: language.French, Text: fmt.Sprintf("Résolution %d, partie %d", i%5, i%11)}}
			if i%3 == 0 {
				sides[1].Text = "" // nothing in French
			}
			if !yield(i, sides) {
				return
			}
		}
	}
}

func TestAllGivesWhatCheckGives(t *testing.T) {
	const n = 1000
	var one, all Checker
	var want, got [][]Finding
	for _, sides := range manyUnits(n) {
		want = append(want, one.Check(sides...))
	}
	for key, found := range All(&all, manyUnits(n)) {
		assert.Equal(t, len(got), key)
		got = append(got, found)
	}
	assert.Equal(t, want, got)
	assert.Equal(t, n, all.Units())
}

func TestAllStops(t *testing.T) {
	var c Checker
	produced, running := 0, true
	for key := range All(&c, func(yield func(int, []Side) bool) {
		defer func() { running = false }()
		for i, sides := range manyUnits(1_000_000) {
			if produced++; !yield(i, sides) {
				return
			}
		}
	}) {
		if key == 100 {
			break
		}
	}
	assert.False(t, running, "units are not read any longer")
	assert.Less(t, produced, 100_000, "nor were they read far ahead")
	assert.Equal(t, 101, c.Units())
}

// An examiner that has seen other units finds the same as a new one.
func TestExaminersForget(t *testing.T) {
	e := newExaminer()
	for i, sides := range manyUnits(200) {
		assert.Equal(t, compareAll(sides, newExaminer().read(sides), allChecks), compareAll(sides, e.read(sides),
			allChecks), i)
	}
}
