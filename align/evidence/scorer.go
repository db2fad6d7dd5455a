package evidence

import (
	"math"

	"github.com/bitext-go/bitext/segment"
)

// A Scorer is a source of evidence about which sentences translate which. Fit studies two texts,
// once; the Model that it returns then prices one bead after another. Input and output, and so
// errors, exist only in Fit.
type Scorer interface {
	Fit(src, tgt *segment.Text) (Model, error)
}

// A Model is a [Scorer] fitted to two texts. It is used from one goroutine.
type Model interface {
	// Cost is the negative log-odds, in nats, of "t translates s" against "they met by chance": 0
	// says nothing, negative speaks for the pair, positive against it, +Inf forbids it. Neither
	// range is empty.
	Cost(s, t segment.Range) float64
	// Learn studies the pairs of a first alignment, so that the next one is better. It may do
	// nothing.
	Learn(pairs []Pair)
}

// A Pair is sentences of the source and of the target that an alignment says translate one another.
// Neither range is empty.
type Pair struct{ Source, Target segment.Range }

// Cost makes a function a [Model] that learns nothing.
type CostFunc func(s, t segment.Range) float64

// Cost calls the function.
func (c CostFunc) Cost(s, t segment.Range) float64 { return c(s, t) }

// Learn does nothing.
func (CostFunc) Learn([]Pair) {}

// Sum adds the evidence of several scorers. Those that speak of the words of the text ([Numbers],
// [Marks], [Cognates], [Names], [Dictionary], [Learning]) are pooled into one model of translated
// words, because two witnesses of the same pair of words are no two proofs; the log-odds of all
// others are added. The empty Sum knows nothing.
type Sum []Scorer

// Fit fits all scorers.
func (s Sum) Fit(src, tgt *segment.Text) (Model, error) {
	var models Models
	var sources []Lexical
	for _, scorer := range s.flat() {
		if e, ok := scorer.(Lexical); ok {
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

// flat returns the scorers with sums inside sums laid open.
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

// Models adds what several models say.
type Models []Model

func (m Models) Cost(s, t segment.Range) float64 {
	total := 0.0
	for _, x := range m {
		total += x.Cost(s, t)
		if math.IsInf(total, 1) {
			break
		}
	}
	return total
}

func (m Models) Learn(pairs []Pair) {
	for _, x := range m {
		x.Learn(pairs)
	}
}

// Anchors returns those of the first model that finds any.
func (m Models) Anchors() []Anchor {
	for _, x := range m {
		if f, ok := x.(Anchorer); ok {
			return f.Anchors()
		}
	}
	return nil
}

// Standard returns the evidence that needs nothing but the texts: length, paragraphs, numbers,
// punctuation, cognates, names, and what the texts teach.
func Standard() Sum {
	return Sum{Length{}, Breaks{}, Numbers{}, Punctuation{}, Cognates{}, Names{}, Learning{}}
}

// A Forker is a [Model] that can be used by several goroutines at a time, each with a fork of its
// own. A fork prices beads as the model does at the time; it is not told to learn.
type Forker interface{ Fork() Model }

// Fork returns a model for another goroutine, or nil where there can be none.
func (m Models) Fork() Model {
	out := make(Models, len(m))
	for i, x := range m {
		f, ok := x.(Forker)
		if !ok {
			return nil
		}
		if out[i] = f.Fork(); out[i] == nil {
			return nil
		}
	}
	return out
}
