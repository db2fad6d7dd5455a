package review

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/url"
	"strings"
)

// A Request is what a page asks for. It comes over a connection, or from the worker that a browser
// runs the program in, which has no part of package net/http: that would be a quarter of what a
// visitor loads.
type Request struct {
	Method string // GET or POST
	Path   string // below the address of the review, as in "/state"
	Query  url.Values
	Body   io.Reader // of POST, one JSON value
}

// An Answer is what a page gets.
type Answer struct {
	Status      int // as in HTTP
	Type        string
	Disposition string // of a file to download, else ""
	Body        []byte

	broken bool // the rest of the body of the request is not wanted
}

// Statuses of answers.
const (
	ok           = 200
	noContent    = 204
	badRequest   = 400
	notFound     = 404
	notAllowed   = 405
	conflict     = 409
	unacceptable = 422
	failed       = 500
)

// A respond function answers a request.
type respond func(context.Context, Request) Answer

// Respond answers a request for the page of a review without asking who sends it. It is for a
// program that runs in the browser itself, where nobody else can. It may be called concurrently.
func Respond(ctx context.Context, r *Review, q Request) Answer {
	method := ""
	for _, route := range (&server{review: r}).routes() {
		if route.path != q.Path && !(route.below && strings.HasPrefix(q.Path, route.path)) {
			continue
		}
		if route.method == q.Method {
			return route.respond(ctx, q)
		}
		method = route.method
	}
	if method != "" {
		return refusal(notAllowed, "this address takes "+method+" only")
	}
	return refusal(notFound, "there is no such page")
}

// refusal returns an answer in words.
func refusal(status int, reason string) Answer {
	return Answer{Status: status, Type: "text/plain; charset=utf-8", Body: []byte(reason + "\n")}
}

// inJSON returns an answer that is a value.
func inJSON(v any) Answer {
	b, err := json.Marshal(v)
	if err != nil {
		return refusal(failed, err.Error())
	}
	return Answer{Status: ok, Type: "application/json", Body: b}
}

// decode reads the one JSON value of a body. If it is invalid, decode returns a refusal and false.
func decode(q Request, v any) (Answer, bool) {
	d := json.NewDecoder(q.Body)
	d.DisallowUnknownFields()
	err := d.Decode(v)
	if err == nil {
		if _, err = d.Token(); err == io.EOF {
			return Answer{}, true
		}
		err = errors.New("a body must hold one JSON value only")
	}
	a := refusal(badRequest, "invalid action: "+err.Error())
	a.broken = true
	return a, false
}
