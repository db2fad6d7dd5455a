package site_test

import (
	"net/http"
	"net/http/httptest"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/examples/bitext/site"
)

func files() fstest.MapFS {
	return fstest.MapFS{
		"index.html": {Data: []byte("<!DOCTYPE html>")}, "sw.js": {Data: []byte("1")}, "worker.js": {Data: []byte("2")},
		"bitext.bin": {Data: []byte("3")}, "lists/own.lex": {Data: []byte("4")},
	}
}

func TestHandler(t *testing.T) {
	h := site.Handler(files(), "licences")
	for _, c := range []struct {
		method, path string
		status       int
		kind, body   string // what the body begins with; "" for anything
	}{
		{"GET", "/", 200, "text/html; charset=utf-8", "<!DOCTYPE html>"},
		{"GET", "/sw.js", 200, "text/javascript; charset=utf-8", "1"},
		{"GET", "/bitext.bin", 200, "application/octet-stream", "3"},
		{"GET", "/lists/own.lex", 200, "application/octet-stream", "4"},
		{"GET", "/lists/ar-en.lex", 200, "application/octet-stream", ""},
		{"GET", "/lists/Latn.bin", 200, "application/octet-stream", ""},
		{"GET", "/lists/LICENSES.txt", 200, "text/plain; charset=utf-8", "licences"},
		{"GET", "/lists/xx-en.lex", 404, "", ""},
		{"GET", "/ar-en.lex", 404, "", ""},
		{"GET", "/lists/", 404, "", ""},
		{"GET", "/lists", 404, "", ""},
		{"GET", "/../site.go", 404, "", ""},
		{"GET", "//index.html", 404, "", ""},
		{"POST", "/", 405, "", ""},
	} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(c.method, "http://localhost"+c.path, nil))
		assert.Equal(t, c.status, w.Code, c.path)
		if c.status != http.StatusOK {
			continue
		}
		assert.Equal(t, c.kind, w.Header().Get("Content-Type"), c.path)
		assert.Contains(t, w.Header().Get("Content-Security-Policy"), "default-src 'none'", c.path)
		require.NotEmpty(t, w.Body.String(), c.path)
		assert.Contains(t, w.Body.String(), c.body, c.path)
	}
}

func TestCheck(t *testing.T) {
	require.NoError(t, site.Check(files()))
	for name := range files() {
		if name == "lists/own.lex" {
			continue
		}
		without := files()
		delete(without, name)
		assert.ErrorContains(t, site.Check(without), name)
	}
}
