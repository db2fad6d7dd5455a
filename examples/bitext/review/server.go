package review

import (
	"bytes"
	"embed"
	"encoding/json"
	"errors"
	"html/template"
	"io"
	"io/fs"
	"mime"
	"net"
	"net/http"
	"path/filepath"
	"strings"
	"time"

	"github.com/bitext-go/bitext/examples/bitext/page/face"
)

//go:embed web
var web embed.FS

var frame = template.Must(template.ParseFS(web, "web/page.html"))

// maxBody bounds the body of an action in bytes. The largest holds the text of a cell.
const maxBody = 8 << 20

// maxRows is how many rows one request may ask for.
const maxRows = 500

// Handler serves the page of a review under the path of the token, to the address of the listener.
func Handler(r *Review, l net.Listener, token string) http.Handler {
	return guarded(pages(r, ""), l, token)
}

// Pages serves the page of a review without asking who sends a request. It is for a program that
// runs in the browser itself, where nobody else can.
func Pages(r *Review) http.Handler { return pages(r, "") }

// guarded serves what a handler serves under the path of the token, to the address of the listener.
func guarded(h http.Handler, l net.Listener, token string) http.Handler {
	_, port, _ := net.SplitHostPort(l.Addr().String())
	return &guard{token: token, hosts: []string{"127.0.0.1:" + port, "localhost:" + port}, next: h}
}

// static serves the scripts and styles of the pages.
func static(m *http.ServeMux) {
	m.HandleFunc("GET /colours.css", colours)
	files, err := fs.Sub(web, "web")
	if err != nil {
		panic(err) // the directory is embedded
	}
	m.Handle("GET /web/", http.StripPrefix("/web/", http.FileServerFS(files)))
}

// pages serves the page of a review. above is the relative address of the list that the review is
// in, or "".
func pages(r *Review, above string) http.Handler {
	s := &server{r, above}
	m := http.NewServeMux()
	m.HandleFunc("GET /{$}", s.page)
	static(m)
	m.HandleFunc("GET /state", s.state)
	m.HandleFunc("GET /rows", s.rows)
	m.HandleFunc("GET /place", s.place)
	m.HandleFunc("GET /next", s.next)
	m.HandleFunc("GET /sure", s.sure)
	m.HandleFunc("GET /words", s.words)
	m.HandleFunc("POST /preview", s.preview)
	m.HandleFunc("POST /act", s.act)
	m.HandleFunc("GET /export", s.export)
	return m
}

type server struct {
	review *Review
	above  string // see pages
}

func colours(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/css; charset=utf-8")
	w.Write([]byte(face.Colours))
}

// page writes the page that the scripts fill.
func (s *server) page(w http.ResponseWriter, _ *http.Request) {
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
	var out bytes.Buffer
	if err := frame.Execute(&out, data); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Write(out.Bytes())
}

// state writes the version, the counts and what can be undone, or nothing if the page has the
// current version.
func (s *server) state(w http.ResponseWriter, q *http.Request) {
	r := s.review
	since := q.FormValue("since")
	r.mutex.Lock()
	current := since == r.mark()
	var now stateView
	if !current {
		now = r.state()
	}
	r.mutex.Unlock()
	if current {
		w.WriteHeader(http.StatusNoContent)
		return
	}
	writeJSON(w, now)
}

// act carries out the action in the body of a request.
func (s *server) act(w http.ResponseWriter, q *http.Request) {
	var a Action
	if !decode(w, q, &a) {
		return
	}
	out, err := s.review.Act(q.Context(), a)
	// A realignment takes minutes for a book; the timeout of the answer begins after it.
	http.NewResponseController(w).SetWriteDeadline(time.Now().Add(writeTimeout))
	switch {
	case errors.Is(err, ErrStale):
		http.Error(w, err.Error(), http.StatusConflict)
	case errors.As(err, new(RefusedError)):
		http.Error(w, err.Error(), http.StatusUnprocessableEntity)
	case err != nil:
		http.Error(w, err.Error(), http.StatusInternalServerError)
	default:
		writeJSON(w, out)
	}
}

// sure writes how many rows "approve sure" would approve with a least confidence of 0, 1, … 100
// percent.
func (s *server) sure(w http.ResponseWriter, _ *http.Request) {
	s.review.mutex.Lock()
	counts := s.review.sureCounts()
	s.review.mutex.Unlock()
	writeJSON(w, counts)
}

// preview writes what a replacement would change.
func (s *server) preview(w http.ResponseWriter, q *http.Request) {
	var p Replace
	if !decode(w, q, &p) {
		return
	}
	s.review.mutex.Lock()
	out, err := s.review.preview(&p)
	s.review.mutex.Unlock()
	if err != nil {
		http.Error(w, err.Error(), http.StatusUnprocessableEntity)
		return
	}
	writeJSON(w, out)
}

// decode reads the one JSON value of a body. If it is invalid, decode answers and returns false.
func decode(w http.ResponseWriter, q *http.Request, v any) bool {
	d := json.NewDecoder(http.MaxBytesReader(w, q.Body, maxBody))
	d.DisallowUnknownFields()
	err := d.Decode(v)
	if err == nil {
		if _, err = d.Token(); err == io.EOF {
			return true
		}
		err = errors.New("a body must hold one JSON value only")
	}
	hangUp(w)
	http.Error(w, "invalid action: "+err.Error(), http.StatusBadRequest)
	return false
}

// hangUp makes the server close the connection after the answer, without waiting for the rest of
// the body.
func hangUp(w http.ResponseWriter) {
	w.Header().Set("Connection", "close")
	http.NewResponseController(w).SetReadDeadline(time.Unix(1, 0))
}

// export writes rows as a file to download.
func (s *server) export(w http.ResponseWriter, q *http.Request) {
	what, in := q.FormValue("rows"), q.FormValue("format")
	var out bytes.Buffer
	if _, err := s.review.Export(&out, what, in); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	f, _ := format(in)
	w.Header().Set("Content-Type", f.Type)
	w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment",
		map[string]string{"filename": s.review.ExportName(what, in)}))
	w.Write(out.Bytes())
}

func writeJSON(w http.ResponseWriter, v any) {
	b, err := json.Marshal(v)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.Write(b)
}
