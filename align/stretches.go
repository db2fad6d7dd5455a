package align

import (
	"context"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/internal/workers"
)

// stretch is how many numbers inStretches gives to a goroutine at a time, for a millisecond.
const stretch = 32

// inStretches calls work for the numbers below n, those of a stretch one after the other, and
// several stretches at a time. Each has a pricer that no other goroutine uses meanwhile: p, which
// is one of model, or another. It returns the error of ctx soon after that is cancelled.
func (c *call) inStretches(
	ctx context.Context, n int, model evidence.Model, p evidence.Pricer, work func(p evidence.Pricer, k int),
) error {
	parts := (n + stretch - 1) / stretch
	idle := make(chan evidence.Pricer, parts+1)
	idle <- p
	return workers.Each(ctx, parts, func(part int) error {
		var own evidence.Pricer
		select {
		case own = <-idle:
		default:
			own = c.pricer(model)
		}
		defer func() { idle <- own }()
		for k := part * stretch; k < min(n, (part+1)*stretch); k++ {
			if k&0xf == 0 && ctx.Err() != nil {
				return ctx.Err()
			}
			work(own, k)
		}
		return nil
	})
}
