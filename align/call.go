package align

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/internal/panics"
	"github.com/bitext-go/bitext/internal/workers"
)

// progressEvery is how often Progress is called while an alignment runs.
const progressEvery = 200 * time.Millisecond

// A call is one call of a method of an [Aligner], with what all of its parts share.
type call struct {
	done, all atomic.Int64 // for Progress
	fail      context.CancelCauseFunc
}

// run calls f, and Progress meanwhile. It returns the error of f: that of a cancelled context
// unchanged, any other with the package's prefix.
func (a *Aligner) run(ctx context.Context, f func(ctx context.Context, c *call) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	ctx, cancel := context.WithCancelCause(workers.Limit(ctx, a.workers()))
	defer cancel(nil)
	c := &call{fail: cancel}
	if a.Progress == nil {
		return failure(ctx, f(ctx, c))
	}
	finished := make(chan error, 1)
	var relay panics.Relay
	go func() {
		var err error
		defer func() { finished <- err }()
		defer relay.Catch()
		err = f(ctx, c)
	}()
	tick := time.NewTicker(progressEvery)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			all := c.all.Load()
			a.Progress(int(min(c.done.Load(), all)), int(all))
		case err := <-finished:
			relay.Raise()
			if err == nil {
				a.Progress(int(c.all.Load()), int(c.all.Load()))
			}
			return failure(ctx, err)
		}
	}
}

// failure returns the error of an alignment: of a bad cost, or that of a cancelled context
// unchanged, or any other with the package's prefix.
func failure(ctx context.Context, err error) error {
	var cost *evidence.CostError
	switch {
	case errors.As(context.Cause(ctx), &cost):
		return fmt.Errorf("align: %w", cost)
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return ctx.Err()
	}
	return fmt.Errorf("align: %w", err)
}

// begin says how many sentences will be searched.
func (c *call) begin(all int) {
	c.done.Store(0)
	c.all.Store(int64(all))
}

// tick says that n more sentences have been searched.
func (c *call) tick(n int) { c.done.Add(int64(n)) }

// look returns the error of ctx, at which it looks in one of 64 steps: work that takes long calls
// it with the number of each step.
func look(ctx context.Context, step int) error {
	if step&63 != 0 {
		return nil
	}
	return ctx.Err()
}

// pricer returns a pricer of a model.
func (c *call) pricer(m evidence.Model) evidence.Pricer { return pricer{m.Pricer(), c.fail} }

// coarse returns the coarse pricer of a model, or its pricer.
func (c *call) coarse(m evidence.Model) evidence.Pricer {
	if x, ok := m.(evidence.Coarser); ok {
		return pricer{x.Coarse(), c.fail}
	}
	return c.pricer(m)
}

// fine returns the fine pricer that belongs to a pricer of pricer, or nil.
func (c *call) fine(p evidence.Pricer) evidence.Pricer {
	if x, ok := p.(pricer).Pricer.(evidence.Finer); ok {
		if p := x.Fine(); p != nil {
			return pricer{p, c.fail}
		}
	}
	return nil
}
