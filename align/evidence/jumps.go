package evidence

import (
	"context"
	"math"

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
	// jumpTaps is how many places a token may come from, without jumping anywhere: those nearest to
	// the one that is expected. Farther ones would weigh less than exp(-2).
	jumpTaps = 6
	// jumpReach is the distance from the diagonal, in tokens, from which on only f counts.
	jumpReach = 12 * jumpDiagonal
)

// jumpNear holds exp(-d/w) for distances d in tokens.
var jumpNear = func() (t [jumpReach + 1]float32) {
	for d := range jumpReach {
		t[d] = float32(math.Exp(-float64(d) / jumpDiagonal))
	}
	return t
}()

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
	diagonal     []float32
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

// gain returns what n tokens gain from size places of the other side, given their gains at single
// places.
func (j *jumps) gain(at []int32, gains []jumpGain, n, size int) float64 {
	pace := float64(size) / float64(n)
	whole := int(pace)
	room := whole + jumpTaps/2
	taps := tapsOf(pace - float64(whole))
	j.here, j.next = zerosOf(j.here, room+size+room+jumpTaps), zerosOf(j.next, room+size+room+jumpTaps)
	j.diagonal = resized(j.diagonal, size)
	flat := jumpAnywhere / float32(size)
	all, weight := noOdds, float32(0) // weight is that of all places of the token before
	for y := range n {
		here, next := j.here, j.next[room:room+size]
		j.setDiagonal((float64(y)+0.5)*pace - 0.5)
		sum := float32(0)
		if y == 0 {
			follow := (1 - jumpAnywhere) / firstPlaces(next, max(0, pace/2-0.5))
			for i, d := range j.diagonal {
				next[i] = (flat + follow*next[i]) * d
				sum += next[i]
			}
		} else {
			follow := (1 - jumpAnywhere) / (weight - before(here[room:], taps, whole))
			for i, d := range j.diagonal {
				a := here[i : i+jumpTaps : i+jumpTaps]
				x := taps[0]*a[0] + taps[1]*a[1] + taps[2]*a[2] + taps[3]*a[3] + taps[4]*a[4] + taps[5]*a[5]
				x = (flat + follow*x) * d
				next[i] = x
				sum += x
			}
			end := &next[size-1] // nothing follows the last place
			for i := size; i < size+room; i++ {
				for k, tap := range taps {
					x := follow * tap * here[i+k] * j.diagonal[size-1]
					*end += x
					sum += x
				}
			}
		}
		with := sum
		for _, g := range gains[at[y]:at[y+1]] {
			more := next[g.place] * g.gain
			next[g.place] += more
			with += more
		}
		all.multiply(float64(with / sum))
		weight = with
		j.here, j.next = j.next, j.here
	}
	return all.log()
}

// firstPlaces sets the weights of the places of the first token, if place c is opposite to it, and
// returns their sum.
func firstPlaces(places []float32, c float64) (sum float32) {
	for i := range places {
		places[i] = float32(math.Exp(-math.Abs(float64(i) - c)))
		sum += places[i]
	}
	return sum
}

// before returns the weight that leads before the first place.
func before(places []float32, taps [jumpTaps]float32, whole int) (sum float32) {
	for k, tap := range taps {
		for i := range min(len(places), max(0, k-jumpTaps/2-whole)) {
			sum += tap * places[i]
		}
	}
	return sum
}

// tapsOf returns k of the places that a token may come from, the farthest back first, if the one
// that is expected is part of a token before the third from the end.
func tapsOf(part float64) (taps [jumpTaps]float32) {
	sum := 0.0
	var k [jumpTaps]float64
	for i := range k {
		k[i] = math.Exp(-math.Abs(float64(jumpTaps/2-i) - part))
		sum += k[i]
	}
	for i := range k {
		taps[i] = float32(k[i] / sum)
	}
	return taps
}

// setDiagonal sets the weights of the places as seen from one that is opposite to place c.
func (j *jumps) setDiagonal(c float64) {
	c = max(0, min(float64(len(j.diagonal)-1), c))
	last := int(c) // the last place up to c
	before := float32(math.Exp((float64(last) - c) / jumpDiagonal))
	after := float32(math.Exp((c - float64(last) - 1) / jumpDiagonal))
	for i := range j.diagonal[:last+1] {
		j.diagonal[i] = jumpFlat + before*jumpNear[min(last-i, jumpReach)]
	}
	for i := range j.diagonal[last+1:] {
		j.diagonal[last+1+i] = jumpFlat + after*jumpNear[min(i, jumpReach)]
	}
}
