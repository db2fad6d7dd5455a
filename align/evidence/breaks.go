package evidence

import (
	"context"
	"math"

	"github.com/bitext-go/bitext/segment"
)

// Breaks is the evidence of paragraphs: where a bead begins, a paragraph tends to begin in both
// texts or in neither, and few beads run across a break. It forbids nothing, since a translator may
// join two paragraphs and a page break may cut one. How far the paragraphs of two texts agree is
// estimated from the texts; a text of one paragraph says nothing.
type Breaks struct{}

// Fit finds where paragraphs begin; it never fails.
func (Breaks) Fit(_ context.Context, src, tgt *segment.Text) (Model, error) {
	m := &breakModel{src: paragraphsOf(src), tgt: paragraphsOf(tgt)}
	m.none = m.src.share == 0 || m.tgt.share == 0
	m.estimate(breakCounts{})
	return m, nil
}

const (
	// breakAgree is the share of paragraph beginnings that the other text is taken to have too, and
	// breakCross how much rarer a break is inside a bead than between any two sentences; each
	// counts for breakWeight sentences. (Round figures, soon outweighed by the texts.)
	breakAgree  = 0.7
	breakCross  = 0.25
	breakWeight = 20
	// breakBoth is what each break inside a bead costs, in nats, if both texts have one: there it
	// could have been cut.
	breakBoth = 2
)

// paragraphs holds where the paragraphs of a text begin.
type paragraphs struct {
	at      []bool
	running []int   // beginnings before each sentence
	share   float64 // of the sentences but the first that begin a paragraph
}

func paragraphsOf(t *segment.Text) paragraphs {
	n := len(t.Sentences)
	p := paragraphs{at: make([]bool, n+1), running: make([]int, n+2)}
	for _, r := range t.Paragraphs {
		p.at[r.Lo] = true
	}
	for i, begin := range p.at {
		p.running[i+1] = p.running[i]
		if begin {
			p.running[i+1]++
		}
	}
	if n > 1 {
		p.share = float64(p.running[n]-1) / float64(n-1)
	}
	return p
}

// inside returns how many sentences of the range, the first not counted, begin a paragraph, and how
// many do not.
func (p *paragraphs) inside(r segment.Range) (breaks, plain int) {
	breaks = p.running[r.Hi] - p.running[r.Lo+1]
	return breaks, r.Len() - 1 - breaks
}

type breakModel struct {
	src, tgt paragraphs
	none     bool
	start    [2][2]float64 // by whether the source and the target begin a paragraph: cost of a bead that begins there
	within   [2][2]float64 // by text: cost of a sentence inside a bead that does not begin a paragraph, and that does
}

// Pricer returns m: pricing changes nothing in it.
func (m *breakModel) Pricer() Pricer { return m }

// Cost returns how much less likely beads are to begin, and to run, across paragraphs like this
// than sentences picked by chance.
func (m *breakModel) Cost(s, t segment.Range) float64 {
	if m.none {
		return 0
	}
	c := 0.0
	if s.Lo > 0 && t.Lo > 0 {
		c += m.start[index(m.src.at[s.Lo])][index(m.tgt.at[t.Lo])]
	}
	ofSrc, plain := m.src.inside(s)
	c += float64(plain)*m.within[0][0] + float64(ofSrc)*m.within[0][1]
	ofTgt, plain := m.tgt.inside(t)
	c += float64(plain)*m.within[1][0] + float64(ofTgt)*m.within[1][1]
	return c + breakBoth*float64(min(ofSrc, ofTgt))
}

// breakCounts counts what beads show.
type breakCounts struct {
	start  [2][2]float64
	within [2][2]float64
}

// Learn counts how paragraphs begin with and within the beads.
func (m *breakModel) Learn(_ context.Context, pairs []Pair) error {
	var n breakCounts
	for _, b := range pairs {
		s, t := b.Source, b.Target
		if s.Lo > 0 && t.Lo > 0 {
			n.start[index(m.src.at[s.Lo])][index(m.tgt.at[t.Lo])]++
		}
		for k, side := range []struct {
			p *paragraphs
			r segment.Range
		}{{&m.src, s}, {&m.tgt, t}} {
			breaks, plain := side.p.inside(side.r)
			n.within[k][0] += float64(plain)
			n.within[k][1] += float64(breaks)
		}
	}
	m.estimate(n)
	return nil
}

// estimate sets the costs from counts, smoothed with what texts are like in general.
func (m *breakModel) estimate(n breakCounts) {
	if m.none {
		return
	}
	ps, pt := m.src.share, m.tgt.share
	both := breakAgree * min(ps, pt)
	thought := [2][2]float64{{1 - ps - pt + both, pt - both}, {ps - both, both}}
	all := breakWeight + n.start[0][0] + n.start[0][1] + n.start[1][0] + n.start[1][1]
	chance := func(p float64, is int) float64 {
		if is == 1 {
			return p
		}
		return 1 - p
	}
	for a := range 2 {
		for b := range 2 {
			p := (n.start[a][b] + breakWeight*max(thought[a][b], 0.01)) / all
			m.start[a][b] = -math.Log(p / max(chance(ps, a)*chance(pt, b), 1e-3))
		}
	}
	for k, p := range []float64{ps, pt} {
		q := (n.within[k][1] + breakWeight*breakCross*p) / (n.within[k][0] + n.within[k][1] + breakWeight)
		m.within[k][1] = -math.Log(q / p)
		m.within[k][0] = -math.Log((1 - q) / max(1-p, 1e-3))
	}
}

func index(b bool) int {
	if b {
		return 1
	}
	return 0
}
