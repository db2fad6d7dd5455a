//go:build !js

// Package site serves the site that runs the program in a browser, which examples/web/build makes.
package site

import (
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"path"

	"github.com/bitext-go/bitext/align/lexicon/wide"
	"github.com/bitext-go/bitext/lang/ngram"
)

// types are the types of the files, by the endings of their names. Those of the system differ from
// one computer to another, and a browser runs no script of another type.
var types = map[string]string{".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".mjs": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml",
	".webmanifest": "application/manifest+json", ".txt": "text/plain; charset=utf-8", ".wasm": "application/wasm"}

// policy lets the page ask for nothing but its own files. The page has it too, for other servers.
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; " +
	"style-src 'self'; img-src 'self'; frame-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; " +
	"frame-ancestors 'self'"

// Check returns an error if a folder does not hold a site.
func Check(files fs.FS) error {
	for _, name := range []string{"index.html", "sw.js", "worker.js", "bitext.bin"} {
		if _, err := fs.Stat(files, name); err != nil {
			return fmt.Errorf("this is no folder that examples/web/build has made: %w", err)
		}
	}
	return nil
}

// Handler serves the files of a site. It serves the word lists and tables of letters that the
// program has itself if the site has none, and licences as LICENSES.txt among them.
func Handler(files fs.FS, licences string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		if q.Method != http.MethodGet && q.Method != http.MethodHead {
			http.Error(w, "there are files only", http.StatusMethodNotAllowed)
			return
		}
		name := q.URL.Path[1:]
		if name == "" {
			name = "index.html"
		}
		body, err := read(files, name, licences)
		if err != nil {
			http.NotFound(w, q)
			return
		}
		h := w.Header()
		kind := types[path.Ext(name)]
		if kind == "" {
			kind = "application/octet-stream"
		}
		h.Set("Content-Type", kind)
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "no-cache") // the service worker keeps them
		w.Write(body)
	})
}

// read returns a file of a site.
func read(files fs.FS, name, licences string) ([]byte, error) {
	body, err := fs.ReadFile(files, name)
	if !errors.Is(err, fs.ErrNotExist) || path.Dir(name) != "lists" {
		return body, err
	}
	if name = path.Base(name); name == "LICENSES.txt" {
		return []byte(licences), nil
	}
	for _, own := range []fs.FS{wide.Files(), ngram.Files()} {
		if body, err = fs.ReadFile(own, name); err == nil {
			return body, nil
		}
	}
	return nil, err
}
