package review_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/bitext-go/bitext/examples/bitext/review"
)

// What comes without a connection is answered as what comes over one.
func TestRespond(t *testing.T) {
	r := open(t, options(t))
	address, _ := serve(t, r)
	for _, q := range []struct{ method, path, body string }{
		{"GET", "/", ""},
		{"GET", "/state", ""},
		{"GET", "/rows?filter=all&from=0&count=5", ""},
		{"GET", "/rows?filter=none&from=0&count=5", ""},
		{"GET", "/next?filter=all&what=attention&from=0", ""},
		{"GET", "/words?row=1", ""},
		{"GET", "/sure", ""},
		{"GET", "/export?format=tmx&rows=all", ""},
		{"GET", "/export?format=none&rows=all", ""},
		{"GET", "/colours.css", ""},
		{"GET", "/web/main.js", ""},
		{"GET", "/web/icon.svg", ""},
		{"POST", "/act", "{}}"},
		{"POST", "/act", `{"version":7,"do":"approve","row":1}`},
		{"POST", "/preview", `{"find":"","with":""}`},
	} {
		status, body, head := send(t, q.method, strings.TrimSuffix(address, "/")+q.path, q.body)
		u, _ := url.Parse(q.path)
		a := review.Respond(t.Context(), r, review.Request{Method: q.method, Path: u.Path, Query: u.Query(),
			Body: strings.NewReader(q.body)})
		assert.Equal(t, status, a.Status, q.path)
		assert.Equal(t, body, string(a.Body), q.path)
		assert.Equal(t, head.Get("Content-Type"), a.Type, q.path)
		assert.Equal(t, head.Get("Content-Disposition"), a.Disposition, q.path)
	}
	for path, want := range map[string]int{"/no": http.StatusNotFound, "/web/": http.StatusNotFound,
		"/web/no.js": http.StatusNotFound, "/web/page.html": http.StatusNotFound, "/web/../review.go": http.StatusNotFound,
		"/act": http.StatusMethodNotAllowed, "/statements": http.StatusNotFound} {
		assert.Equal(t, want, review.Respond(t.Context(), r, review.Request{Method: "GET", Path: path}).Status, path)
	}
}
