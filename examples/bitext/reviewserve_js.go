package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"syscall/js"

	"github.com/bitext-go/bitext/examples/bitext/review"
)

// serve gives the page of a review to the worker that this program runs in, which calls the
// function answer for each request.
func (o *reviewOptions) serve(ctx context.Context, r *review.Review, _ string, _, _ io.Writer) error {
	go r.Check(ctx)
	pages := review.Pages(r)
	js.Global().Call("serve", js.FuncOf(func(_ js.Value, args []js.Value) any {
		q, answered := request(args[0]), args[1]
		go func() {
			w := &recorder{head: http.Header{}, status: http.StatusOK}
			pages.ServeHTTP(w, q.WithContext(ctx))
			answered.Invoke(w.value())
		}()
		return nil
	}))
	<-ctx.Done()
	return ctx.Err()
}

// request returns a request of the page: its method, its address below the review, the type of its
// body and its body.
func request(v js.Value) *http.Request {
	body := make([]byte, v.Get("body").Length())
	js.CopyBytesToGo(body, v.Get("body"))
	u, err := url.Parse(v.Get("address").String())
	if err != nil {
		u = &url.URL{Path: "/none"}
	}
	return &http.Request{
		Method: v.Get("method").String(), URL: u, Host: "localhost", Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: http.Header{"Content-Type": {v.Get("type").String()}}, Body: io.NopCloser(bytes.NewReader(body)),
		ContentLength: int64(len(body)), RequestURI: u.RequestURI(),
	}
}

// A recorder is the answer to a request.
type recorder struct {
	head   http.Header
	status int
	body   bytes.Buffer
}

func (w *recorder) Header() http.Header         { return w.head }
func (w *recorder) WriteHeader(status int)      { w.status = status }
func (w *recorder) Write(b []byte) (int, error) { return w.body.Write(b) }

// value returns the answer as the worker passes it on.
func (w *recorder) value() js.Value {
	body := js.Global().Get("Uint8Array").New(w.body.Len())
	js.CopyBytesToJS(body, w.body.Bytes())
	head := js.Global().Get("Object").New()
	for name := range w.head {
		head.Set(name, w.head.Get(name))
	}
	v := js.Global().Get("Object").New()
	v.Set("status", w.status)
	v.Set("head", head)
	v.Set("body", body)
	return v
}

// reviewFolder returns an error: a list of reviews is for a program with a server.
func (o *reviewOptions) reviewFolder(_ context.Context, dir string, _, _ io.Writer) error {
	return fmt.Errorf("%s: a browser reviews one document at a time; name its files", dir)
}
