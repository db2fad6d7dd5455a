//go:build !js

package review

import (
	"html/template"
	"net"
	"net/http"
	"strconv"
)

var jobsFrame = template.Must(template.ParseFS(web, "web/jobs.html", "web/waiting.html"))

// NewJobsServer returns the server of a list of reviews, with timeouts. The list is under the path
// of the token, and each review below it.
func NewJobsServer(all *Jobs, l net.Listener, token string) *http.Server {
	return newServer(all.Handler(l, token))
}

// Handler serves the list and its reviews, to the address of the listener.
func (all *Jobs) Handler(l net.Listener, token string) http.Handler {
	m := http.NewServeMux()
	serve(m, static())
	m.HandleFunc("GET /{$}", all.page)
	m.HandleFunc("GET /jobs", func(w http.ResponseWriter, _ *http.Request) { send(w, inJSON(all.list())) })
	m.HandleFunc("/job/{number}/", all.job)
	return guarded(m, l, token)
}

// page writes the page that a script fills with the list.
func (all *Jobs) page(w http.ResponseWriter, _ *http.Request) {
	send(w, inHTML(jobsFrame, "jobs.html", all.title))
}

// job passes a request on to the review that it names. The review is opened first; a page that
// waits for it asks again by itself.
func (all *Jobs) job(w http.ResponseWriter, q *http.Request) {
	number := q.PathValue("number")
	n, err := strconv.Atoi(number)
	if err != nil || n < 1 || n > len(all.jobs) {
		http.NotFound(w, q)
		return
	}
	j := all.jobs[n-1]
	r, err := all.open(j)
	switch {
	case err != nil:
		http.Error(w, err.Error(), http.StatusInternalServerError)
	case r == nil:
		w.Header().Set("Refresh", "1")
		send(w, inHTML(jobsFrame, "waiting.html", j.Name))
	default:
		http.StripPrefix("/job/"+number, pages(r, "../../")).ServeHTTP(w, q)
	}
}
