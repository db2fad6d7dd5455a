// Package panics passes the panics of goroutines on to the goroutine that waits for them. Otherwise
// a function that a caller handed over, such as a scorer, could end a whole service, and the caller
// could not recover.
package panics

import "sync"

// A Relay keeps the first panic of some goroutines. The zero Relay is ready.
type Relay struct {
	lock   sync.Mutex
	caught bool
	value  any
}

// Catch keeps a panic. Each goroutine defers it.
func (r *Relay) Catch() {
	if value := recover(); value != nil {
		r.lock.Lock()
		defer r.lock.Unlock()
		if !r.caught {
			r.caught, r.value = true, value
		}
	}
}

// Raise panics with what was caught, if anything. Call it after the goroutines have ended.
func (r *Relay) Raise() {
	if r.caught {
		panic(r.value)
	}
}
