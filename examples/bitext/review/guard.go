//go:build !js

package review

import (
	"crypto/subtle"
	"net/http"
	"slices"
	"strings"
)

// policy lets the page load its own scripts and styles and talk to its own server, and nothing
// else.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"

// guard passes on requests that name the token and come from the page, or from a person who opens
// its address. Other web pages in the same browser can send requests too, but they do not know the
// token, their Origin differs, and a host name of theirs that resolves to this machine is not the
// Host.
type guard struct {
	token string
	hosts []string // such as "127.0.0.1:8080"
	next  http.Handler
}

func (g *guard) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
	if reason := g.refuse(r); reason != "" {
		hangUp(w)
		http.Error(w, reason, http.StatusForbidden)
		return
	}
	r.URL.Path = r.URL.Path[len(g.token)+1:]
	r.URL.RawPath = ""
	g.next.ServeHTTP(w, r)
}

// opensPage reports whether a request loads the page itself into a window of its own. That is how
// the file of a browser opens it that bitext review starts. The page isolates itself from its
// opener.
func (g *guard) opensPage(r *http.Request) bool {
	return r.Method == http.MethodGet && strings.Count(r.URL.Path, "/") == 2 && strings.HasSuffix(r.URL.Path, "/") &&
		r.Header.Get("Sec-Fetch-Mode") == "navigate" && r.Header.Get("Sec-Fetch-Dest") == "document"
}

// refuse returns why a request is refused, or "". Anybody can read the reason, so it reveals
// nothing about the review.
func (g *guard) refuse(r *http.Request) string {
	known := func(host string) bool {
		for _, h := range g.hosts {
			if host == h {
				return true
			}
		}
		return false
	}
	if !known(r.Host) {
		return "This server only answers requests to its own address."
	}
	if origin, ok := r.Header["Origin"]; ok {
		host, http := strings.CutPrefix(strings.Join(origin, " "), "http://")
		if !http || host != r.Host {
			return "Other web sites may not talk to this server."
		}
	}
	site := r.Header.Get("Sec-Fetch-Site")
	if !slices.Contains([]string{"", "same-origin", "none"}, site) && !g.opensPage(r) {
		return "Other web sites may not talk to this server."
	}
	first, _, found := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	if !found || subtle.ConstantTimeCompare([]byte(first), []byte(g.token)) != 1 {
		return "The address is incomplete, or belongs to an earlier run. " +
			"Open the address that bitext review printed when you last started it."
	}
	if r.Method == http.MethodPost && r.Header.Get("Content-Type") != "application/json" {
		return "The body must be JSON: set Content-Type to application/json."
	}
	return ""
}
