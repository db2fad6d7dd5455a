package review

import (
	"bytes"
	"context"
	"errors"
	"html/template"
	"mime"
	"path/filepath"
	"strings"
)

var frame = template.Must(template.ParseFS(web, "web/page.html"))

// maxRows is how many rows one request may ask for.
const maxRows = 500

// A server answers what the page of a review asks for. above is the relative address of the list
// that the review is in, or "".
type server struct {
	review *Review
	above  string
}

// A route is an address of the page.
type route struct {
	method, path string
	below        bool // addresses below it are meant too
	slow         bool // an answer may take minutes
	respond      respond
}

// routes returns the addresses of the page.
func (s *server) routes() []route {
	return append(static(),
		route{method: "GET", path: "/", respond: s.page},
		route{method: "GET", path: "/state", respond: s.state},
		route{method: "GET", path: "/rows", respond: s.rows},
		route{method: "GET", path: "/place", respond: s.place},
		route{method: "GET", path: "/next", respond: s.next},
		route{method: "GET", path: "/sure", respond: s.sure},
		route{method: "GET", path: "/words", respond: s.words},
		route{method: "POST", path: "/preview", respond: s.preview},
		route{method: "POST", path: "/act", slow: true, respond: s.act},
		route{method: "GET", path: "/export", respond: s.export},
	)
}

// page returns the page that the scripts fill.
func (s *server) page(context.Context, Request) Answer {
	r := s.review
	r.mutex.Lock()
	data := struct {
		Title   string
		Columns []columnView
		Changed []string
		Journal string
		Key     string
		Skipped int
		Realign bool
		Count   int
		Formats []Format
		Above   string
	}{Above: s.above, Columns: r.columns(),
		Journal: filepath.Base(r.options.Journal), Key: r.key, Skipped: r.sheet.Skipped,
		Realign: r.options.Align != nil, Count: len(r.sheet.Columns)}
	r.mutex.Unlock()
	for _, f := range Formats {
		if !f.Pairs || data.Count == 2 {
			data.Formats = append(data.Formats, f)
		}
	}
	data.Title = strings.Join(baseNames(r.options.Documents), " · ")
	for _, path := range r.changed {
		data.Changed = append(data.Changed, filepath.Base(path))
	}
	return inHTML(frame, "page.html", data)
}

// inHTML returns an answer that is a page.
func inHTML(t *template.Template, name string, data any) Answer {
	var out bytes.Buffer
	if err := t.ExecuteTemplate(&out, name, data); err != nil {
		return refusal(failed, err.Error())
	}
	return Answer{Status: ok, Type: "text/html; charset=utf-8", Body: out.Bytes()}
}

// state returns the version, the counts and what can be undone, or nothing if the page has the
// current version.
func (s *server) state(_ context.Context, q Request) Answer {
	r := s.review
	since := q.Query.Get("since")
	r.mutex.Lock()
	defer r.mutex.Unlock()
	if since == r.mark() {
		return Answer{Status: noContent}
	}
	return inJSON(r.state())
}

// act carries out the action in the body of a request. A realignment takes minutes for a book.
func (s *server) act(ctx context.Context, q Request) Answer {
	var a Action
	if refused, good := decode(q, &a); !good {
		return refused
	}
	out, err := s.review.Act(ctx, a)
	switch {
	case errors.Is(err, ErrStale):
		return refusal(conflict, err.Error())
	case errors.As(err, new(RefusedError)):
		return refusal(unacceptable, err.Error())
	case err != nil:
		return refusal(failed, err.Error())
	}
	return inJSON(out)
}

// sure returns how many rows "approve sure" would approve with a least confidence of 0, 1, … 100
// percent.
func (s *server) sure(context.Context, Request) Answer {
	s.review.mutex.Lock()
	counts := s.review.sureCounts()
	s.review.mutex.Unlock()
	return inJSON(counts)
}

// preview returns what a replacement would change.
func (s *server) preview(_ context.Context, q Request) Answer {
	var p Replace
	if refused, good := decode(q, &p); !good {
		return refused
	}
	s.review.mutex.Lock()
	out, err := s.review.preview(&p)
	s.review.mutex.Unlock()
	if err != nil {
		return refusal(unacceptable, err.Error())
	}
	return inJSON(out)
}

// export returns rows as a file to download.
func (s *server) export(_ context.Context, q Request) Answer {
	what, in := q.Query.Get("rows"), q.Query.Get("format")
	var out bytes.Buffer
	if _, err := s.review.Export(&out, what, in); err != nil {
		return refusal(badRequest, err.Error())
	}
	f, _ := format(in)
	name := map[string]string{"filename": s.review.ExportName(what, in)}
	return Answer{Status: ok, Type: f.Type, Disposition: mime.FormatMediaType("attachment", name), Body: out.Bytes()}
}
