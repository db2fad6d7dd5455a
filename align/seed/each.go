package seed

import (
	"context"
	"sync"
)

// each calls do for every task, several at a time. It stops at the first error, or when the context
// is cancelled.
func (w *work) each(ctx context.Context, stage string, tasks []*task, do func(context.Context, *task) error) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	var wg sync.WaitGroup
	next, done := make(chan *task), make(chan struct{})
	for range min(w.workers(), len(tasks)) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for t := range next {
				if err := do(ctx, t); err != nil {
					stop(err)
				}
				select {
				case done <- struct{}{}:
				case <-ctx.Done():
				}
			}
		}()
	}
	w.progress(stage, 0, len(tasks))
	for begun, ended := 0, 0; ended < len(tasks) && ctx.Err() == nil; {
		give, t := next, (*task)(nil)
		if begun < len(tasks) {
			t = tasks[begun]
		} else {
			give = nil
		}
		select {
		case give <- t:
			begun++
		case <-done:
			ended++
			w.progress(stage, ended, len(tasks))
		case <-ctx.Done():
		}
	}
	close(next)
	wg.Wait()
	return context.Cause(ctx)
}
