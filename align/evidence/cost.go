package evidence

import (
	"fmt"
	"math"

	"github.com/bitext-go/bitext/segment"
)

// A CostError reports a [Pricer] that returned NaN or -Inf, which no search can add up.
type CostError struct {
	Source, Target segment.Range // the bead
	Cost           float64
	Pricer         string // the Go type of the pricer
}

// Error names the bead, the cost and the pricer.
func (e *CostError) Error() string {
	const problem = "sentences [%d, %d) and [%d, %d) cost %v by %s; return a number, or +Inf to forbid a bead"
	return fmt.Sprintf(problem, e.Source.Lo, e.Source.Hi, e.Target.Lo, e.Target.Hi, e.Cost, e.Pricer)
}

// BadCost reports whether a cost is NaN or -Inf.
func BadCost(cost float64) bool { return !(cost > math.Inf(-1)) }

// CostErrorOf returns the error of a bead that has a bad cost. In a sum it names the pricer whose
// own cost is bad.
func CostErrorOf(p Pricer, s, t segment.Range, cost float64) *CostError {
	if sum, ok := p.(pricers); ok {
		for _, x := range sum {
			if c := x.Cost(s, t); BadCost(c) {
				return CostErrorOf(x, s, t, c)
			}
		}
	}
	return &CostError{Source: s, Target: t, Cost: cost, Pricer: fmt.Sprintf("%T", p)}
}
