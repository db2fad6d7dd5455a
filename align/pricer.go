package align

import (
	"context"
	"math"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/segment"
)

// A pricer is a pricer of a model whose costs are checked: one that returns NaN or -Inf ends the
// alignment with an error.
type pricer struct {
	evidence.Pricer
	fail context.CancelCauseFunc
}

// Cost returns the cost of a bead, +Inf if it is no cost.
func (p pricer) Cost(s, t segment.Range) float64 {
	return p.checked(p.Pricer.Cost(s, t), s, t)
}

// Estimate returns an estimate of Cost.
func (p pricer) Estimate(s, t segment.Range) float64 { return evidence.Estimate(p.Pricer, s, t) }

// Costs returns the costs of pairs with one side in common.
func (p pricer) Costs(pairs []evidence.Pair) []float64 {
	out := evidence.Costs(p.Pricer, pairs)
	for i, c := range out {
		out[i] = p.checked(c, pairs[i].Source, pairs[i].Target)
	}
	return out
}

// Reasons returns what speaks for and against a bead, if the pricer can tell.
func (p pricer) Reasons(s, t segment.Range) []evidence.Reason {
	if e, ok := p.Pricer.(evidence.Explainer); ok {
		return e.Reasons(s, t)
	}
	return nil
}

func (p pricer) checked(cost float64, s, t segment.Range) float64 {
	if evidence.BadCost(cost) {
		p.fail(evidence.CostErrorOf(p.Pricer, s, t, cost))
		return math.Inf(1)
	}
	return cost
}
