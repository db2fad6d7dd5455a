package main

import "context"

// interruptible returns a context that does not end: a browser ends its worker instead.
func interruptible() (context.Context, context.CancelFunc) {
	return context.WithCancel(context.Background())
}
