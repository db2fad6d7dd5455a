package gold_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/internal/gold"
)

// found is an alignment of the fixture testdata/meadow with every kind of error.
var found = []string{
	"[0]:[0]:0.31", // strict; what follows the beads is ignored
	"[1]:[1]",      // lax: it shares a link with [1, 2]:[1]
	"[2]:[]",       // wrong: the gold has no such bead
	"[3]:[2]",      // strict
	"[4]:[3, 4]",   // strict
	"[]:[5]",       // strict: the gold has just this bead
	"[5, 6]:[6]",   // lax
	"[]:[]",        // does not count
	"[0]:[0]",      // twice the same bead counts once
}

// By hand: precision runs over 7 beads found, 4 of them strict and 6 lax; recall over the 5 gold
// beads with both sides, of which [0]:[0], [3]:[2] and [4]:[3, 4] are found and all share a link.
func TestScoreByHand(t *testing.T) {
	c, err := gold.Read("testdata/meadow/walk")
	require.NoError(t, err)
	assert.Len(t, c.Src, 7)
	assert.Len(t, c.Tgt, 7)
	s := gold.Compare(c.Beads, parse(t, found))
	assert.Equal(t, gold.Score{Found: 7, FoundStrict: 4, FoundLax: 6, Gold: 5, GoldStrict: 3, GoldLax: 5,
		Types: map[string]gold.Count{"1-1": {2, 3}, "2-1": {0, 1}, "1-2": {1, 1}, "1-0": {0, 1}, "0-1": {1, 1}}}, s)
	assert.Equal(t, []string{"1-1", "0-1", "1-0", "1-2", "2-1"}, s.TypeNames())
	p, r, f := s.Strict()
	assert.InDeltaSlice(t, []float64{4.0 / 7, 3.0 / 5, 24.0 / 41}, []float64{p, r, f}, 1e-12)
	p, r, f = s.Lax()
	assert.InDeltaSlice(t, []float64{6.0 / 7, 1, 12.0 / 13}, []float64{p, r, f}, 1e-12)

	var pooled gold.Score
	pooled.Add(s)
	pooled.Add(s)
	assert.Equal(t, gold.Count{Right: 4, All: 6}, pooled.Types["1-1"])
	assert.Equal(t, 14, pooled.Found)
	assert.Equal(t, gold.Count{Right: 2, All: 3}, s.Types["1-1"], "the pooled score leaves its parts alone")
}

func TestGoldAgainstItself(t *testing.T) {
	c, err := gold.Read("testdata/meadow/walk")
	require.NoError(t, err)
	s := gold.Compare(c.Beads, c.Beads)
	_, _, strict := s.Strict()
	_, _, lax := s.Lax()
	assert.Equal(t, 1.0, strict)
	assert.Equal(t, 1.0, lax)
	_, _, nothing := gold.Compare(c.Beads, nil).Strict()
	assert.Zero(t, nothing, "no beads are no division by zero")
}

func TestJudge(t *testing.T) {
	c, err := gold.Read("testdata/meadow/walk")
	require.NoError(t, err)
	strict, lax := gold.Judge(c.Beads, parse(t, found[:7]))
	assert.Equal(t, []bool{true, false, false, true, true, true, false}, strict)
	assert.Equal(t, []bool{true, true, false, true, true, true, true}, lax)
}

func TestErrorsNameFileAndLine(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"x.src": "one\r\ntwo", "x.tgt": "", "x.gold": "[0]:[]\n\n[1] [0]\n"} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	c, err := gold.Read(filepath.Join(dir, "x"))
	assert.ErrorContains(t, err, `x.gold:3: not a bead: "[1] [0]"; want the form [0, 1]:[2]`)
	assert.Equal(t, []string{"one", "two"}, c.Src, "line ends of any system, and none at the end")
	assert.Empty(t, c.Tgt)
	_, err = gold.Cases(filepath.Join(dir, "no such folder"))
	assert.ErrorIs(t, err, os.ErrNotExist)
	_, err = gold.Parse("[0]:[99999999999999999999]")
	assert.Error(t, err)
}

func TestCasesInOrderOfNames(t *testing.T) {
	cases, err := gold.Cases("testdata")
	require.NoError(t, err)
	require.Len(t, cases, 1)
	assert.Equal(t, filepath.FromSlash("testdata/meadow/walk"), cases[0].Name)
	assert.Len(t, cases[0].Beads, 7, "comments and empty lines are no beads")
}

func parse(t *testing.T, lines []string) (beads []gold.Bead) {
	t.Helper()
	for _, line := range lines {
		b, err := gold.Parse(line)
		require.NoError(t, err)
		beads = append(beads, b)
	}
	return beads
}
