package evidence

import (
	"context"

	"github.com/bitext-go/bitext/segment"
)

// A Scorer is a source of evidence about which sentences translate which. Fit studies two texts,
// once; the [Model] that it returns then prices one bead after another. Fit may keep the texts,
// which are not nil and must not change. Several goroutines may call it at a time.
//
// The scorers and models of this package work on long texts with several goroutines: as many as the
// aligner that calls them has Workers or, called by other code, as there are processors.
//
// All input and output belongs in Fit, such as a request to a service that computes vectors. Fit
// returns soon after ctx is cancelled, with an error that wraps ctx.Err().
type Scorer interface {
	Fit(ctx context.Context, src, tgt *segment.Text) (Model, error)
}

// A Model is a [Scorer] fitted to two texts. Learn changes it; between two calls of Learn it is
// read-only, and several goroutines may call Pricer at a time.
type Model interface {
	// Pricer returns what prices beads for one goroutine. It is valid until the next call of Learn.
	// A Model that keeps no working memory may return itself.
	Pricer() Pricer
	// Learn studies the pairs of an alignment, so that the next one is better. It may do nothing,
	// and it keeps nothing of pairs. It returns soon after ctx is cancelled, with an error that
	// wraps ctx.Err(); the model must not be used after an error.
	Learn(ctx context.Context, pairs []Pair) error
}

// A Pricer prices beads from one goroutine: it may remember what it worked out before.
type Pricer interface {
	// Cost returns the negative log-odds, in nats, of "t translates s" against "they met by
	// chance": 0 says nothing, a negative cost speaks for the pair, a positive one against it, +Inf
	// forbids it. It must not be NaN. Neither range is empty.
	Cost(s, t segment.Range) float64
}

// A Pair is sentences of the source and of the target that an alignment says translate one another.
// Neither range is empty.
type Pair struct{ Source, Target segment.Range }

// CostFunc makes a function a [Model] that learns nothing. Several goroutines may call the function
// at a time.
type CostFunc func(s, t segment.Range) float64

// Cost calls the function.
func (c CostFunc) Cost(s, t segment.Range) float64 { return c(s, t) }

// Pricer returns c.
func (c CostFunc) Pricer() Pricer { return c }

// Learn does nothing.
func (CostFunc) Learn(context.Context, []Pair) error { return nil }

// A Coarser is a [Model] with a cheaper [Pricer] for the first search, which looks at pairs of
// sentences all over the texts and finds where translations are only roughly.
type Coarser interface {
	Coarse() Pricer
}

// A Finer is a [Pricer] with a more exact and slower one for the last search, which asks it about
// the beads near good paths only. The two share what they remember, so one goroutine uses both.
type Finer interface {
	// Fine returns nil if the pricer is as exact.
	Fine() Pricer
}

// An Estimator is a [Pricer] that can estimate a cost faster than it can compute it.
type Estimator interface {
	// Estimate returns about what Cost returns, within a few nats.
	Estimate(s, t segment.Range) float64
}

// Estimate returns an estimate of p.Cost: the cost itself, unless p is an [Estimator].
func Estimate(p Pricer, s, t segment.Range) float64 {
	if e, ok := p.(Estimator); ok {
		return e.Estimate(s, t)
	}
	return p.Cost(s, t)
}

// An Explainer is a [Pricer] that can say what speaks for and against a bead, in any order.
type Explainer interface {
	Reasons(s, t segment.Range) []Reason
}

// An Anchorer is a [Model] that can tell where long texts touch. Its anchors are in order in both
// texts.
type Anchorer interface {
	// Anchors returns soon after ctx is cancelled, with an error that wraps ctx.Err().
	Anchors(ctx context.Context) ([]Anchor, error)
}

// An Anchor is a pair of sentences, by their numbers, that share rare words or have near vectors,
// and so probably translate one another.
type Anchor struct {
	I, J int
	Vote float64 // above 0: the more, the more rare words the two share, or the nearer their vectors
}

// Lexical is a [Scorer] that knows pairs of words which translate one another. Alone it prices
// beads by those words; in a [Sum] all Lexical evidence is pooled. It is implemented by [Numbers],
// [Punctuation], [Cognates], [Names], [Dictionary] and [Learning].
type Lexical interface {
	Scorer
	// link reports the pairs of word types that translate one another. It returns the error of a
	// cancelled context.
	link(ctx context.Context, b *linkBuilder) error
}

// look returns the error of ctx, at which it looks in one of 64 steps: work that takes long calls
// it with the number of each step.
func look(ctx context.Context, step int) error {
	if step&63 != 0 {
		return nil
	}
	return ctx.Err()
}
