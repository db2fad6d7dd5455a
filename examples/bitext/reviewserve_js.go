package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/url"
	"syscall/js"

	"github.com/bitext-go/bitext/examples/bitext/review"
)

// serve gives the page of a review to the worker that this program runs in, which calls the
// function answer for each request.
func (o *reviewOptions) serve(ctx context.Context, r *review.Review, _ string, _, _ io.Writer) error {
	go r.Check(ctx)
	js.Global().Call("serve", js.FuncOf(func(_ js.Value, args []js.Value) any {
		q, answered := request(args[0]), args[1]
		go func() { answered.Invoke(value(review.Respond(ctx, r, q))) }()
		return nil
	}))
	<-ctx.Done()
	return ctx.Err()
}

// request returns a request of the page: its method, its address below the review and its body.
func request(v js.Value) review.Request {
	body := make([]byte, v.Get("body").Length())
	js.CopyBytesToGo(body, v.Get("body"))
	u, err := url.Parse(v.Get("address").String())
	if err != nil {
		u = &url.URL{Path: "/none"}
	}
	return review.Request{Method: v.Get("method").String(), Path: u.Path, Query: u.Query(), Body: bytes.NewReader(body)}
}

// value returns an answer as the worker passes it on.
func value(a review.Answer) js.Value {
	body := js.Global().Get("Uint8Array").New(len(a.Body))
	js.CopyBytesToJS(body, a.Body)
	head := js.Global().Get("Object").New()
	for name, text := range map[string]string{"Content-Type": a.Type, "Content-Disposition": a.Disposition} {
		if text != "" {
			head.Set(name, text)
		}
	}
	v := js.Global().Get("Object").New()
	v.Set("status", a.Status)
	v.Set("head", head)
	v.Set("body", body)
	return v
}

// reviewFolder returns an error: a list of reviews is for a program with a server.
func (o *reviewOptions) reviewFolder(_ context.Context, dir string, _, _ io.Writer) error {
	return fmt.Errorf("%s: a browser reviews one document at a time; name its files", dir)
}
