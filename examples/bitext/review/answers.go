package review

import (
	"context"
	"errors"
	"strconv"
)

// parseQuery returns the query of a request.
func parseQuery(q Request) (Query, error) {
	keep, _ := strconv.Atoi(q.Query.Get("keep"))
	out := Query{Filter: q.Query.Get("filter"), Search: q.Query.Get("search"), Keep: keep}
	return out, out.validate()
}

// rows returns a part of a list.
func (s *server) rows(_ context.Context, q Request) Answer {
	query, err := parseQuery(q)
	from, err1 := strconv.Atoi(q.Query.Get("from"))
	count, err2 := strconv.Atoi(q.Query.Get("count"))
	if err := errors.Join(err, err1, err2); err != nil || from < 0 || count < 0 || count > maxRows {
		return refusal(badRequest, "invalid request for rows")
	}
	r := s.review
	r.mutex.Lock()
	part := r.part(query, from, count)
	r.mutex.Unlock()
	return inJSON(part)
}

// place returns the index of a row in a list, -1 if it is not in it, and whether it is there as
// context only.
func (s *server) place(_ context.Context, q Request) Answer {
	query, err := parseQuery(q)
	id, err2 := strconv.Atoi(q.Query.Get("row"))
	if errors.Join(err, err2) != nil {
		return refusal(badRequest, "invalid request for a row")
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
	return inJSON(map[string]any{"place": place, "context": context, "version": version})
}

// next returns the next row of a list that a filter selects.
func (s *server) next(_ context.Context, q Request) Answer {
	query, err := parseQuery(q)
	from, err2 := strconv.Atoi(q.Query.Get("from"))
	what := Query{Filter: q.Query.Get("what")}
	if errors.Join(err, err2, what.validate()) != nil {
		return refusal(badRequest, "invalid request for the next row")
	}
	r := s.review
	r.mutex.Lock()
	place, id, ok := r.next(query, from, what.Filter, q.Query.Get("back") != "")
	version := r.version
	r.mutex.Unlock()
	return inJSON(map[string]any{"place": place, "row": id, "found": ok, "version": version})
}
