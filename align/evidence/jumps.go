package evidence

import (
	"context"

	"github.com/bitext-go/bitext/segment"
)

// Jumps is the evidence that the translations of neighbouring words are neighbours: a phrase moves
// as a whole. The places of the words of a bead follow one another as in a hidden Markov model
// (Vogel, Ney and Tillmann, 1996), in which each place is near where the one before leads and,
// loosely, near the diagonal of the bead. So a speech that the translation puts before its speaker
// counts almost in full, and single words that happen to occur elsewhere count little. Jumps prices
// the beads of the last search, because it takes several times as long as [Places].
//
// The weight of source place i for the target token at place y, of S source and T target tokens, is
//
//	a(i | y) ~ ( u/S + (1-u) · Σ a(i' | y-1) · k(i - i' - S/T) ) · ( f + exp(-|i - c| / w) )
//	k(z) ~ exp(-|z|)      c = (y + ½)·S/T - ½
//
// where a(i' | y-1) includes what the token before gains at place i'. The constants are u = .25,
// f = .2 and w = 10 tokens.
type Jumps struct{}

// Fit counts words; it never fails. Without other evidence of words there is nothing that jumps.
func (e Jumps) Fit(ctx context.Context, src, tgt *segment.Text) (Model, error) {
	return fitWords(ctx, src, tgt, []Lexical{e})
}

func (Jumps) link(context.Context, *linkBuilder) error { return nil }

const (
	// jumpAnywhere, jumpFlat and jumpDiagonal are u, f and w, chosen on textberg, mac and dtm.
	// Other values of .1 to .3, .1 to .3 and 8 to 12 changed strict F1 there by up to .006, which
	// is one to three beads of textberg and dtm.
	jumpAnywhere = 0.25
	jumpFlat     = 0.2
	jumpDiagonal = 10
)

// A jumpGain is what a token gains at a place of the other side, over not being translated.
type jumpGain struct {
	place int32
	gain  float32
}

// jumps is working memory for the gains of the tokens of a bead.
type jumps struct {
	found        []placedLink
	srcAt, tgtAt []int32    // by token, from the second element on: where its gains end
	src, tgt     []jumpGain // in the order of the tokens
	here, next   []float32  // the weight of each place, after as many zeros as a step may look back
	near         []float32  // exp(-d/w) of places before c, the nearest at the end of the first half, and after it
}

// jumpingGain returns what the tokens of a bead gain, in both directions, over missing all.
func (p *wordPricer) jumpingGain(s, t segment.Range) float64 {
	m, j := p.model, p.jumps
	n, k := m.src.size(s), m.tgt.size(t)
	j.found = j.found[:0]
	j.srcAt, j.tgtAt = zerosOf(j.srcAt, n+2), zerosOf(j.tgtAt, k+2)
	for i := s.Lo; i < s.Hi; i++ {
		x0 := m.src.starts[i] - m.src.starts[s.Lo]
		for h := t.Lo; h < t.Hi; h++ {
			y0 := m.tgt.starts[h] - m.tgt.starts[t.Lo]
			for _, l := range p.links.pair(i, h) {
				l.x, l.y = l.x+x0, l.y+y0
				j.srcAt[l.x+2]++
				j.tgtAt[l.y+2]++
				j.found = append(j.found, l)
			}
		}
	}
	if len(j.found) == 0 {
		return 0
	}
	sums(j.srcAt)
	sums(j.tgtAt)
	j.src, j.tgt = resized(j.src, len(j.found)), resized(j.tgt, len(j.found))
	src, tgt := m.src.tokensOf(s), m.tgt.tokensOf(t)
	for _, l := range j.found {
		w, at := m.srcSide.worth[src[l.x]], &j.srcAt[l.x+1]
		j.src[*at] = jumpGain{l.y, float32(w.odds(float64(l.bwd)) - 1)}
		*at++
		w, at = m.tgtSide.worth[tgt[l.y]], &j.tgtAt[l.y+1]
		j.tgt[*at] = jumpGain{l.x, float32(w.odds(float64(l.fwd)) - 1)}
		*at++
	}
	return j.gain(j.srcAt, j.src, n, k) + j.gain(j.tgtAt, j.tgt, k, n)
}

// sums replaces each number by the sum of all up to it.
func sums(a []int32) {
	for i := range a[1:] {
		a[i+1] += a[i]
	}
}

// resized returns n elements of any value, in the space of a if that is large enough.
func resized[T any](a []T, n int) []T {
	if cap(a) < n {
		return make([]T, n, 2*n)
	}
	return a[:n]
}
