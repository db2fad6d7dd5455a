package evidence

import (
	"context"
	"math"

	"github.com/bitext-go/bitext/segment"
)

// Edges is the evidence of what sentence boundaries look like: where a bead ends, a quotation, a
// question or a colon tends to end in both texts or in neither. How far two texts agree is
// estimated from the texts; a text without such marks says nothing.
type Edges struct{}

// Fit looks at the boundaries of both texts; it fails only if ctx is cancelled.
func (Edges) Fit(ctx context.Context, src, tgt *segment.Text) (Model, error) {
	m := &edgeModel{}
	var err error
	if m.src, err = edgesOf(ctx, src); err != nil {
		return nil, err
	}
	if m.tgt, err = edgesOf(ctx, tgt); err != nil {
		return nil, err
	}
	m.estimate([edgeKinds]edgeCounts{})
	return m, nil
}

const (
	// edgeWeight scales the log ratios, since the properties of one boundary are not independent.
	// .6 to 1 fit the development data about equally well.
	edgeWeight = 0.8
	// edgeAgree is the share of the boundaries with a property that are taken to have it in the
	// other text too before any bead is known, a guess that counts for edgeBeads beads.
	edgeAgree = 0.6
	edgeBeads = 50
)

// The properties that a boundary may have.
const (
	insideQuote = iota // it is inside a quotation
	closesQuote        // the sentence before it ends with a closing quotation mark
	opensQuote         // the sentence after it begins with an opening one
	question           // the sentence before it ends with a question mark,
	exclamation        // with an exclamation mark,
	colon              // with a colon,
	comma              // with a comma or a semicolon
	lowerCase          // the sentence after it begins with a small letter
	edgeKinds
)

// edges are the boundaries of a text, as bits of their properties.
type edges struct {
	bits  []uint8
	share [edgeKinds]float64 // of the boundaries that have the property
}

// edgesOf returns the boundaries of a text, the beginning and the end of the text included.
func edgesOf(ctx context.Context, t *segment.Text) (edges, error) {
	n := len(t.Sentences)
	e := edges{bits: make([]uint8, n+1)}
	q := quotations{pointsIn: pointsIn(t.Lang)}
	for i := range n {
		if err := look(ctx, i); err != nil {
			return edges{}, err
		}
		q.read(t.Sentence(i))
		e.set(i, opensQuote, q.opens)
		e.set(i, lowerCase, q.lower)
		e.set(i+1, insideQuote, q.inside)
		e.set(i+1, closesQuote, q.closes)
		if q.mark >= 0 {
			e.set(i+1, q.mark, true)
		}
	}
	for k := range edgeKinds {
		count := 0.5
		for i := 1; i < n; i++ {
			count += float64(e.bits[i] >> k & 1)
		}
		e.share[k] = count / float64(n+2)
	}
	return e, nil
}

func (e *edges) set(i, kind int, is bool) {
	if is {
		e.bits[i] |= 1 << kind
	}
}

// edgeCounts are counts, or costs, of boundaries by whether the source and the target have a
// property.
type edgeCounts [2][2]float64

type edgeModel struct {
	src, tgt edges
	// The costs of the four lower and of the four upper bits of two boundaries.
	lower, upper [16][16]float64
}

// estimate sets the costs from counts, smoothed with what texts are like in general.
func (m *edgeModel) estimate(n [edgeKinds]edgeCounts) {
	share := func(p float64, has int) float64 {
		if has == 1 {
			return p
		}
		return 1 - p
	}
	var cost [edgeKinds]edgeCounts
	for k := range cost {
		ps, pt := m.src.share[k], m.tgt.share[k]
		both := edgeAgree * min(ps, pt)
		guess := edgeCounts{{1 - ps - pt + both, pt - both}, {ps - both, both}}
		all := edgeBeads + n[k][0][0] + n[k][0][1] + n[k][1][0] + n[k][1][1]
		for a := range 2 {
			for b := range 2 {
				p := (n[k][a][b] + edgeBeads*max(guess[a][b], 0.001)) / all
				cost[k][a][b] = -math.Log(p / max(share(ps, a)*share(pt, b), 1e-5))
			}
		}
	}
	for a := range 16 {
		for b := range 16 {
			m.lower[a][b], m.upper[a][b] = 0, 0
			for k := range 4 {
				m.lower[a][b] += cost[k][a>>k&1][b>>k&1]
				m.upper[a][b] += cost[k+4][a>>k&1][b>>k&1]
			}
		}
	}
}

// Learn counts how the properties of boundaries agree where beads begin.
func (m *edgeModel) Learn(_ context.Context, pairs []Pair) error {
	var n [edgeKinds]edgeCounts
	for _, p := range pairs {
		i, j := p.Source.Lo, p.Target.Lo
		if i == 0 || j == 0 {
			continue
		}
		for k := range n {
			n[k][m.src.bits[i]>>k&1][m.tgt.bits[j]>>k&1]++
		}
	}
	m.estimate(n)
	return nil
}

// Fresh returns a model of boundaries as texts have them in general.
func (m *edgeModel) Fresh(context.Context) (Model, error) {
	out := *m
	out.estimate([edgeKinds]edgeCounts{})
	return &out, nil
}

// Pricer returns m: pricing changes nothing in it.
func (m *edgeModel) Pricer() Pricer { return m }

// Cost returns the mean of what the two boundaries of the bead say, weighted.
func (m *edgeModel) Cost(s, t segment.Range) float64 {
	return edgeWeight * (m.at(s.Lo, t.Lo) + m.at(s.Hi, t.Hi)) / 2
}

// at returns what boundaries i and j say against being one: nothing at the ends of a text.
func (m *edgeModel) at(i, j int) float64 {
	if i == 0 || j == 0 || i >= len(m.src.bits)-1 || j >= len(m.tgt.bits)-1 {
		return 0
	}
	a, b := m.src.bits[i], m.tgt.bits[j]
	return m.lower[a&15][b&15] + m.upper[a>>4][b>>4]
}
