package review

import (
	"errors"
	"net/http"
	"strconv"
)

// parseQuery returns the query of a request.
func parseQuery(q *http.Request) (Query, error) {
	keep, _ := strconv.Atoi(q.FormValue("keep"))
	out := Query{Filter: q.FormValue("filter"), Search: q.FormValue("search"), Keep: keep}
	return out, out.validate()
}

// rows writes a part of a list.
func (s *server) rows(w http.ResponseWriter, q *http.Request) {
	query, err := parseQuery(q)
	from, err1 := strconv.Atoi(q.FormValue("from"))
	count, err2 := strconv.Atoi(q.FormValue("count"))
	if err := errors.Join(err, err1, err2); err != nil || from < 0 || count < 0 || count > maxRows {
		http.Error(w, "invalid request for rows", http.StatusBadRequest)
		return
	}
	r := s.review
	r.mutex.Lock()
	part := r.part(query, from, count)
	r.mutex.Unlock()
	writeJSON(w, part)
}

// place writes the index of a row in a list, -1 if it is not in it, and whether it is there as
// context only.
func (s *server) place(w http.ResponseWriter, q *http.Request) {
	query, err := parseQuery(q)
	id, err2 := strconv.Atoi(q.FormValue("row"))
	if errors.Join(err, err2) != nil {
		http.Error(w, "invalid request for a row", http.StatusBadRequest)
		return
	}
	r := s.review
	r.mutex.Lock()
	place, context, version := -1, false, r.version
	for k, item := range r.list(query) {
		if r.sheet.Rows[item.Index].ID == id {
			place, context = k, item.Context
		}
	}
	r.mutex.Unlock()
	writeJSON(w, map[string]any{"place": place, "context": context, "version": version})
}

// next writes the next row of a list that a filter selects.
func (s *server) next(w http.ResponseWriter, q *http.Request) {
	query, err := parseQuery(q)
	from, err2 := strconv.Atoi(q.FormValue("from"))
	what := Query{Filter: q.FormValue("what")}
	if errors.Join(err, err2, what.validate()) != nil {
		http.Error(w, "invalid request for the next row", http.StatusBadRequest)
		return
	}
	r := s.review
	r.mutex.Lock()
	place, id, ok := r.next(query, from, what.Filter, q.FormValue("back") != "")
	version := r.version
	r.mutex.Unlock()
	writeJSON(w, map[string]any{"place": place, "row": id, "found": ok, "version": version})
}
