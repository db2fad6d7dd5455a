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

// Limit returns a context in which [Each] uses at most n goroutines, one if n is less.
func Limit(ctx context.Context, n int) context.Context {
	return context.WithValue(ctx, key{}, max(1, n))
}

// Of returns how many goroutines [Each] may use: as many as there are processors if the context
// does not say.
func Of(ctx context.Context) int {
	if n, ok := ctx.Value(key{}).(int); ok {
		return n
	}
	return runtime.GOMAXPROCS(0)
}

// Each calls f with the numbers from 0 to n-1, several at a time, and waits for all calls. It
// begins them in this order, and no other after an error or when ctx is cancelled. It returns the
// error of the smallest number, else that of ctx, and raises the first panic again. If only one
// goroutine may be used, or if n is 1, that is the caller's.
func Each(ctx context.Context, n int, f func(k int) error) error {
	if n <= 0 {
		return ctx.Err()
	}
	errs := make([]error, n)
	var next atomic.Int64
	var failed atomic.Bool
	work := func() {
		for k := int(next.Add(1)) - 1; k < n && !failed.Load() && ctx.Err() == nil; k = int(next.Add(1)) - 1 {
			if errs[k] = f(k); errs[k] != nil {
				failed.Store(true)
			}
		}
	}
	var wait sync.WaitGroup
	var relay panics.Relay
	for range min(Of(ctx), n) - 1 {
		wait.Add(1)
		go func() {
			defer wait.Done()
			defer relay.Catch()
			work()
		}()
	}
	func() {
		defer wait.Wait()
		work()
	}()
	relay.Raise()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return ctx.Err()
}
