// Package workers shares out work among goroutines. How many there may be travels with the context,
// so that what a caller asks for also holds where the work is far below, as in a scorer.
package workers

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/bitext-go/bitext/internal/panics"
)

type key struct{}

// A crew is some goroutines that work for a caller.
type crew struct {
	size int
	idle atomic.Int64 // of the size, the caller's aside
}

func newCrew(size int) *crew {
	c := &crew{size: size}
	c.idle.Store(int64(size) - 1)
	return c
}

// take reports whether there is an idle goroutine, which is the caller's then.
func (c *crew) take() bool {
	if c.idle.Add(-1) >= 0 {
		return true
	}
	c.idle.Add(1)
	return false
}

// Limit returns a context in which n goroutines, that of the caller among them, do the work of all
// calls of [Each] together, also of those within others; one if n is less.
func Limit(ctx context.Context, n int) context.Context {
	return context.WithValue(ctx, key{}, newCrew(max(1, n)))
}

// Of returns how many goroutines may work at a time: as many as there are processors if the context
// does not say.
func Of(ctx context.Context) int {
	if c, ok := ctx.Value(key{}).(*crew); ok {
		return c.size
	}
	return runtime.GOMAXPROCS(0)
}

// Each calls f with the numbers from 0 to n-1, several at a time, and waits for all calls. It
// begins them in this order, and no other after an error or when ctx is cancelled. It returns the
// error of the smallest number, else that of ctx, and raises the first panic again. The goroutine
// of the caller works too; others join it while they are idle.
func Each(ctx context.Context, n int, f func(k int) error) error {
	c, ok := ctx.Value(key{}).(*crew)
	if !ok {
		c = newCrew(runtime.GOMAXPROCS(0))
	}
	x := &shared{ctx: ctx, crew: c, n: n, f: f, errs: make([]error, n)}
	func() {
		defer x.wait.Wait()
		x.work()
	}()
	x.relay.Raise()
	for _, err := range x.errs {
		if err != nil {
			return err
		}
	}
	return ctx.Err()
}

// shared is the work of one call of Each.
type shared struct {
	ctx   context.Context
	crew  *crew
	n     int
	f     func(k int) error
	next  atomic.Int64
	over  atomic.Bool // no other call is to begin
	errs  []error
	wait  sync.WaitGroup
	relay panics.Relay
}

// work takes one number after the other. While there are more it lets an idle goroutine join.
func (x *shared) work() {
	finished := false
	defer func() {
		if !finished { // f panicked
			x.over.Store(true)
		}
	}()
	for !x.over.Load() && x.ctx.Err() == nil {
		k := int(x.next.Add(1)) - 1
		if k >= x.n {
			break
		}
		if k+1 < x.n && x.crew.take() {
			x.wait.Add(1)
			go func() {
				defer x.wait.Done()
				defer x.crew.idle.Add(1)
				defer x.relay.Catch()
				x.work()
			}()
		}
		if x.errs[k] = x.f(k); x.errs[k] != nil {
			x.over.Store(true)
		}
	}
	finished = true
}
