package evidence

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"

	"github.com/bitext-go/bitext/internal/workers"
	"github.com/bitext-go/bitext/segment"
)

// Standard returns the evidence that needs nothing but the texts: length, paragraphs, boundaries,
// numbers, punctuation, cognates, names, what the texts teach, and the places of words and how they
// follow one another.
func Standard() Sum {
	return Sum{
		Length{}, Breaks{}, Edges{}, Numbers{}, Punctuation{}, Cognates{}, Names{}, Learning{}, Places{}, Jumps{},
	}
}

// Sum adds the evidence of several scorers. [Lexical] evidence is pooled into one model of
// translated words, because two witnesses of the same pair of words are not two proofs; the
// log-odds of all others are added. The empty Sum knows nothing.
type Sum []Scorer

// Fit fits all scorers, several at a time. It returns the error of one.
func (s Sum) Fit(ctx context.Context, src, tgt *segment.Text) (Model, error) {
	var others []Scorer
	var sources []Lexical
	for i, scorer := range s.flat() {
		if scorer == nil {
			return nil, fmt.Errorf("scorer %d of the sum is nil", i+1)
		}
		if e, ok := scorer.(Lexical); ok {
			sources = append(sources, e)
		} else {
			others = append(others, scorer)
		}
	}
	words := min(1, len(sources))
	models := make(Models, len(others)+words)
	err := workers.Each(ctx, len(models), func(k int) (err error) {
		if k < words { // words first, since they take longest, but last in the sum: its order decides its last bits
			models[len(others)], err = fitWords(ctx, src, tgt, sources)
			return err
		}
		scorer := others[k-words]
		m, err := scorer.Fit(ctx, src, tgt)
		if err == nil && m == nil {
			err = fmt.Errorf("the scorer %T returned no Model and no error", scorer)
		}
		models[k-words] = m
		return err
	})
	if err != nil {
		return nil, err
	}
	if len(models) == 1 {
		return models[0], nil
	}
	return models, nil
}

// flat returns the scorers, each sum among them replaced by its own.
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

// Models adds the evidence of several models.
type Models []Model

// Pricer returns the sum of the pricers of all models.
func (m Models) Pricer() Pricer {
	out := make(pricers, len(m))
	for i, x := range m {
		out[i] = x.Pricer()
	}
	return out
}

// Coarse returns the sum of the coarse pricers of all models, or of their pricers.
func (m Models) Coarse() Pricer {
	out := make(pricers, len(m))
	for i, x := range m {
		if c, ok := x.(Coarser); ok {
			out[i] = c.Coarse()
		} else {
			out[i] = x.Pricer()
		}
	}
	return out
}

// Learn teaches all models. It returns the first error of one.
func (m Models) Learn(ctx context.Context, pairs []Pair) error {
	for _, x := range m {
		if err := x.Learn(ctx, pairs); err != nil {
			return err
		}
	}
	return nil
}

// Anchors returns those of all models that do not contradict each other.
func (m Models) Anchors(ctx context.Context) ([]Anchor, error) {
	var all []Anchor
	finders := 0
	for _, x := range m {
		if f, ok := x.(Anchorer); ok {
			found, err := f.Anchors(ctx)
			if err != nil {
				return nil, err
			}
			all = append(all, found...)
			finders++
		}
	}
	if finders < 2 {
		return all, nil
	}
	// Of anchors of one sentence a chain has one at most, since J does not rise.
	slices.SortFunc(all, func(a, b Anchor) int { return cmp.Or(cmp.Compare(a.I, b.I), cmp.Compare(b.J, a.J)) })
	return plausible(longestChain(all)), nil
}

type pricers []Pricer

// Cost returns the sum of the costs. After one that forbids the bead the others are not asked.
func (p pricers) Cost(s, t segment.Range) float64 {
	total := 0.0
	for _, x := range p {
		total += x.Cost(s, t)
		if math.IsInf(total, 1) {
			break
		}
	}
	return total
}

// Estimate returns the sum of the estimates.
func (p pricers) Estimate(s, t segment.Range) float64 {
	total := 0.0
	for _, x := range p {
		total += Estimate(x, s, t)
	}
	return total
}

// Fine returns the sum of the fine pricers, and of the pricers that have none; nil if none has.
func (p pricers) Fine() Pricer {
	out, any := slices.Clone(p), false
	for i, x := range p {
		if f, ok := x.(Finer); ok {
			if fine := f.Fine(); fine != nil {
				out[i], any = fine, true
			}
		}
	}
	if !any {
		return nil
	}
	return out
}

// Reasons returns those of all pricers that can give any.
func (p pricers) Reasons(s, t segment.Range) []Reason {
	var out []Reason
	for _, x := range p {
		if e, ok := x.(Explainer); ok {
			out = append(out, e.Reasons(s, t)...)
		}
	}
	return out
}
