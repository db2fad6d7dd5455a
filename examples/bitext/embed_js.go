package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"github.com/bitext-go/bitext/align/evidence"
)

// embedOptions are the flags of sentence vectors. A browser has none: the page asks only its own
// site.
type embedOptions struct{}

func (*embedOptions) flags(*cobra.Command) {}
func (*embedOptions) check() error         { return nil }
func (*embedOptions) with(_ context.Context, s evidence.Sum, _ io.Writer, _ bool) (evidence.Sum, func()) {
	return s, func() {}
}
