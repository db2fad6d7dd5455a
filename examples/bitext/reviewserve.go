//go:build !js

package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"

	"github.com/bitext-go/bitext/examples/bitext/progress"
	"github.com/bitext-go/bitext/examples/bitext/review"
)

// serve shows the page until the program is interrupted.
func (o *reviewOptions) serve(ctx context.Context, r *review.Review, journal string, out, log io.Writer) error {
	l, err := review.ListenFor(journal, o.port)
	if err != nil {
		return fmt.Errorf("port %d of this computer cannot be used: %w; leave out --port, or choose another", o.port,
			err)
	}
	token := review.NewToken()
	go r.Check(ctx)
	if err := o.wait(ctx, review.NewServer(r, l, token), l, review.Address(l, token), journal, out, log); err != nil {
		return err
	}
	fmt.Fprintf(log, "The review is in %s; the same command resumes it.\n", journal)
	return nil
}

// wait serves a page until the program is interrupted. beside is a path in a folder where the
// program may write.
func (o *reviewOptions) wait(ctx context.Context, s *http.Server, l net.Listener, address, beside string,
	out, log io.Writer) error {
	fmt.Fprintf(out, "%s\n", address)
	fmt.Fprintln(log, "Open this address in a browser on this computer. Every action is saved at once.\n"+
		"Ctrl+C ends the review.")
	if !o.stay && progress.Terminal(log) {
		defer openBrowser(address, beside)()
	}
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(l) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	return s.Close()
}
