package part

import (
	"context"
	"io"
)

// Cancelled returns a reader of in that returns the error of ctx once it is cancelled.
func Cancelled(ctx context.Context, in io.Reader) io.Reader { return &cancelled{ctx, in} }

type cancelled struct {
	ctx context.Context
	in  io.Reader
}

func (c *cancelled) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.in.Read(p)
}
