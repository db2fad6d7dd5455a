package align

import (
	"math"

	"github.com/bitext-go/bitext/segment"
)

// A Scorer is a source of evidence about which sentences translate which. Fit studies two texts, once; the Model that it
// returns then prices one bead after another. Input and output, and so errors, exist only in Fit.
type Scorer interface {
	Fit(src, tgt *segment.Text) (Model, error)
}

// A Model is a [Scorer] fitted to two texts. It is used from one goroutine.
type Model interface {
	// Cost is the negative log-odds, in nats, of "t translates s" against "they met by chance": 0 says nothing,
	// negative speaks for the pair, positive against it, +Inf forbids it. Neither range is empty.
	Cost(s, t segment.Range) float64
	// Learn studies the beads of a first alignment, so that the next one is better. It may do nothing.
	Learn(beads []Bead)
}

// Cost makes a function a [Model] that learns nothing.
type Cost func(s, t segment.Range) float64

// Cost calls the function.
func (c Cost) Cost(s, t segment.Range) float64 { return c(s, t) }

// Learn does nothing.
func (Cost) Learn([]Bead) {}

// Sum adds the evidence of several scorers. Those that speak of the words of the text ([Numbers], [Marks], [Cognates],
// [Names], [Dictionary], [Learning]) are pooled into one model of translated words, because two witnesses of the same
// pair of words are no two proofs; the log-odds of all others are added. The empty Sum knows nothing.
type Sum []Scorer

// Fit fits all scorers.
func (s Sum) Fit(src, tgt *segment.Text) (Model, error) {
	var models sumModel
	var sources []Evidence
	for _, scorer := range s.flat() {
		if e, ok := scorer.(Evidence); ok {
			sources = append(sources, e)
			continue
		}
		m, err := scorer.Fit(src, tgt)
		if err != nil {
			return nil, err
		}
		models = append(models, m)
	}
	if len(sources) > 0 {
		m, err := fitWords(src, tgt, sources)
		if err != nil {
			return nil, err
		}
		models = append(models, m)
	}
	if len(models) == 1 {
		return models[0], nil
	}
	return models, nil
}

// flat is the scorers with sums inside sums laid open.
func (s Sum) flat() []Scorer {
	var out []Scorer
	for _, scorer := range s {
		if inner, ok := scorer.(Sum); ok {
			out = append(out, inner.flat()...)
			continue
		}
		out = append(out, scorer)
	}
	return out
}

type sumModel []Model

func (m sumModel) Cost(s, t segment.Range) float64 {
	total := 0.0
	for _, x := range m {
		total += x.Cost(s, t)
		if math.IsInf(total, 1) {
			break
		}
	}
	return total
}

func (m sumModel) Learn(beads []Bead) {
	for _, x := range m {
		x.Learn(beads)
	}
}

// anchors are those of the first model that finds any.
func (m sumModel) anchors() []anchor {
	for _, x := range m {
		if f, ok := x.(anchorFinder); ok {
			return f.anchors()
		}
	}
	return nil
}
