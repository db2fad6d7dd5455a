package check

import (
	"iter"
	"runtime"
	"sync"

	"github.com/bitext-go/bitext/internal/panics"
)

// batchSize is how many units a goroutine takes at a time: enough to make the hand-over cheap.
const batchSize = 64

// A batch is some units in a row. done is closed when they have been examined.
type batch[T any] struct {
	keys  []T
	sides [][]Side
	out   []examined
	done  chan struct{}
}

// All checks units one after another and yields the findings of each, in order, with its key: any
// value by which the caller knows the unit. It uses all processors, and gives what [Checker.Check]
// gives for each unit. It ranges over units in another goroutine, up to some hundreds of units
// ahead, and has stopped when it returns. A panic of units is raised again by the loop.
func All[T any](c *Checker, units iter.Seq2[T, []Side]) iter.Seq2[T, []Finding] {
	return func(yield func(T, []Finding) bool) {
		workers := runtime.GOMAXPROCS(0)
		inOrder := make(chan *batch[T], 4*workers)
		todo := make(chan *batch[T], 4*workers)
		quit := make(chan struct{})
		var running sync.WaitGroup
		var relay panics.Relay
		running.Add(1)
		go func() {
			defer running.Done()
			defer close(inOrder)
			defer close(todo)
			defer relay.Catch()
			for b := range batches(units) {
				c.prepare() // the caller may read the first unit to find the terms
				select {
				case inOrder <- b:
					todo <- b
				case <-quit:
					return
				}
			}
		}()
		for range workers {
			running.Add(1)
			go func() {
				defer running.Done()
				e := newExaminer()
				for b := range todo {
					func() {
						defer close(b.done)
						defer relay.Catch()
						for _, sides := range b.sides {
							b.out = append(b.out, c.examine(e, sides))
						}
					}()
				}
			}()
		}
		defer relay.Raise()
		defer running.Wait()
		defer close(quit)
		for b := range inOrder {
			<-b.done
			if len(b.out) < len(b.keys) {
				return // a unit made it panic
			}
			for i, key := range b.keys {
				if !yield(key, c.finish(b.sides[i], b.out[i])) {
					return
				}
			}
		}
	}
}

// batches yields units in batches.
func batches[T any](units iter.Seq2[T, []Side]) iter.Seq[*batch[T]] {
	return func(yield func(*batch[T]) bool) {
		b := &batch[T]{done: make(chan struct{})}
		for key, sides := range units {
			b.keys, b.sides = append(b.keys, key), append(b.sides, sides)
			if len(b.keys) == batchSize {
				if !yield(b) {
					return
				}
				b = &batch[T]{done: make(chan struct{})}
			}
		}
		if len(b.keys) > 0 {
			yield(b)
		}
	}
}
