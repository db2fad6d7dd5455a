package read

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Whatever a line is, its first byte rules out no pattern that matches it.
func TestFirstBytesRuleOutNoMatch(t *testing.T) {
	expressions := []string{`^msg(id|str)(\[\d\])? "`, `^\{\d+\}\{\d*\}|^\[\d+\]\[\d*\]`,
		`^#\+[A-Za-z_]+:|^\*+ (TODO|DONE) `,
		`\[\[[^\]]+\]\]|'''|^\{\|`, `(?i)^k|^s`, `^[^a-z]`, `^\s*x`, `^x?`, `^$`,
		`a|^b`, `(?m)^a`, `^(é|x)\b`, `^.`, `^\bq`, `^[\x{80}-\x{FF}]a`}
	bound := 0
	pieces := []string{"msgid", "[", "]", "{", "}", "1", "#+", "A", "a", "b", "*", " TODO ", "'''",
		"k", "K", "\u212a", "ſ", "é",
		"x", "q", "\xff", "\u0080", "\x80", " ", "\t", `"`, ":", "|"}
	r := rand.New(rand.NewPCG(1, 2))
	for _, e := range expressions {
		p := compiled(e)
		if p.first() != nil {
			bound++
		}
		for range 2000 {
			line := ""
			for range r.IntN(5) {
				line += pieces[r.IntN(len(pieces))]
			}
			require.Equal(t, p.MatchString(line), p.matchesLine(line), "%s: %q", e, line)
		}
	}
	assert.Equal(t, 9, bound, "expressions that are bound to the beginning of a line, and do not match an empty one")
}

// Where a decision is made before all lines are read, it is that of all lines.
func TestMostIsDecidedAsByAllLines(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		s := &source{linesKnown: true}
		n := 0
		for range r.IntN(12) {
			line := []string{"a", "b", "c"}[r.IntN(3)]
			if line == "a" {
				n++
			}
			s.lineList = append(s.lineList, line)
		}
		share := []float64{0, .02, .1, .25, .3, .5, .6, .95, 1}[r.IntN(9)]
		want := n >= minLines && float64(n)/float64(max(len(s.lineList), 1)) >= share
		require.Equal(t, want, s.most(`^a`, share), "%q %v", s.lineList, share)
		require.Equal(t, n > 0, s.hasLine(`^a`))
	}
}
