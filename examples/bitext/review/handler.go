//go:build !js

package review

import (
	"net"
	"net/http"
	"time"
)

// maxBody bounds the body of an action in bytes. The largest holds the text of a cell.
const maxBody = 8 << 20

// Handler serves the page of a review under the path of the token, to the address of the listener.
func Handler(r *Review, l net.Listener, token string) http.Handler {
	return guarded(pages(r, ""), l, token)
}

// guarded serves what a handler serves under the path of the token, to the address of the listener.
func guarded(h http.Handler, l net.Listener, token string) http.Handler {
	_, port, _ := net.SplitHostPort(l.Addr().String())
	return &guard{token: token, hosts: []string{"127.0.0.1:" + port, "localhost:" + port}, next: h}
}

// pages serves the page of a review. above is the relative address of the list that the review is
// in, or "".
func pages(r *Review, above string) http.Handler {
	m := http.NewServeMux()
	serve(m, (&server{r, above}).routes())
	return m
}

// serve makes a multiplexer answer the requests of routes.
func serve(m *http.ServeMux, all []route) {
	for _, route := range all {
		pattern := route.method + " " + route.path
		if route.path == "/" {
			pattern += "{$}"
		}
		m.HandleFunc(pattern, func(w http.ResponseWriter, q *http.Request) {
			a := route.respond(q.Context(), Request{Method: q.Method, Path: q.URL.Path, Query: q.URL.Query(),
				Body: http.MaxBytesReader(w, q.Body, maxBody)})
			if route.slow { // the timeout of the answer begins now
				http.NewResponseController(w).SetWriteDeadline(time.Now().Add(writeTimeout))
			}
			send(w, a)
		})
	}
}

func send(w http.ResponseWriter, a Answer) {
	if a.broken {
		hangUp(w)
	}
	if a.Type != "" {
		w.Header().Set("Content-Type", a.Type)
	}
	if a.Disposition != "" {
		w.Header().Set("Content-Disposition", a.Disposition)
	}
	w.WriteHeader(a.Status)
	w.Write(a.Body)
}

// hangUp makes the server close the connection after the answer, without waiting for the rest of
// the body.
func hangUp(w http.ResponseWriter) {
	w.Header().Set("Connection", "close")
	http.NewResponseController(w).SetReadDeadline(time.Unix(1, 0))
}
