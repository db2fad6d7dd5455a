// Package workers shares out work among goroutines. How many there may be travels with the context,
// so that what a caller asks for also holds where the work is far below, as in a scorer.
package workers

import (
	"context"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/bitext-go/bitext/internal/panics"
)

type key struct{}

// A crew is some goroutines that work for a caller.
type crew struct {
	size  int
	mutex sync.Mutex
	idle  int       // of the size, the caller's aside
	open  []*shared // work that idle goroutines may join
}

func newCrew(size int) *crew { return &crew{size: size, idle: size - 1} }

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
	x := &shared{ctx: ctx, n: n, f: f, errs: make([]error, n)}
	func() {
		c.offer(x)
		defer x.wait.Wait()
		defer c.withdraw(x)
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

// offer lets idle goroutines join in work that the caller is about to begin.
func (c *crew) offer(x *shared) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.open = append(c.open, x)
	for k := 1; k < x.n && c.idle > 0; k++ {
		c.idle--
		x.wait.Add(1)
		go c.help(x)
	}
}

// help works on x, and then on what else there is.
func (c *crew) help(x *shared) {
	for ; x != nil; x = c.next() {
		func() {
			defer x.wait.Done()
			defer x.relay.Catch()
			x.work()
		}()
	}
}

// next returns the work that was begun last and is not done, for the goroutine of the caller, which
// is idle if there is none.
func (c *crew) next() *shared {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	for _, x := range slices.Backward(c.open) {
		if !x.done() {
			x.wait.Add(1)
			return x
		}
	}
	c.idle++
	return nil
}

// withdraw ends what offer began.
func (c *crew) withdraw(x *shared) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	at := slices.Index(c.open, x)
	c.open = slices.Delete(c.open, at, at+1)
}

// shared is the work of one call of Each.
type shared struct {
	ctx   context.Context
	n     int
	f     func(k int) error
	begun atomic.Int64
	over  atomic.Bool // no other call is to begin
	errs  []error
	wait  sync.WaitGroup
	relay panics.Relay
}

// done reports whether all calls have begun that will.
func (x *shared) done() bool { return x.over.Load() || int(x.begun.Load()) >= x.n }

// work takes one number after the other.
func (x *shared) work() {
	finished := false
	defer func() {
		if !finished { // f panicked
			x.over.Store(true)
		}
	}()
	for !x.over.Load() && x.ctx.Err() == nil {
		k := int(x.begun.Add(1)) - 1
		if k >= x.n {
			break
		}
		if x.errs[k] = x.f(k); x.errs[k] != nil {
			x.over.Store(true)
		}
	}
	finished = true
}
