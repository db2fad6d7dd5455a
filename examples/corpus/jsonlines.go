package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"golang.org/x/text/language"
)

// A line is a line of JSON Lines.
type line struct {
	ID   string `json:"id"`
	Lang string `json:"lang"`
	Name string `json:"name"`
	Text string `json:"text"`
	URI  string `json:"uri"`
}

// longestLine is how many bytes a line of JSON Lines may have.
const longestLine = 256 << 20

// mostBadLines is how many lines of a file may be damaged JSON. A file with more is something else.
const mostBadLines = 1000

// openLines reads documents that are lines of JSON. Any other line is a failure, and reading
// continues with the next.
func openLines(ctx context.Context, uri string, document func(Document), failed func(Failure)) error {
	in, err := open(ctx, uri)
	if err != nil {
		return err
	}
	defer in.Close()
	r, err := unpacked(in)
	if err != nil {
		return fmt.Errorf("%s: %w", uri, err)
	}
	s := bufio.NewScanner(r)
	s.Buffer(make([]byte, 0, 1<<20), longestLine)
	bad := 0
	for n := 1; s.Scan(); n++ {
		if len(bytes.TrimSpace(s.Bytes())) == 0 {
			continue
		}
		var l line
		place := fmt.Sprintf("%s:%d", uri, n)
		if err := json.Unmarshal(s.Bytes(), &l); err != nil {
			if bad++; bad > mostBadLines {
				return fmt.Errorf("%s: more than %d lines are not JSON; nothing after them is read; check the file",
					place, mostBadLines)
			}
			failed(Failure{"read", place, fmt.Sprintf("%s: this is not a JSON object: %v", place, err)})
			continue
		}
		if l.ID == "" {
			l.ID = place
		}
		if _, err := language.Parse(l.Lang); l.Lang != "" && err != nil {
			failed(Failure{"read", l.ID, place + ": " + notLanguage(l.Lang).Error()})
			continue
		}
		document(Document{ID: l.ID, Name: l.Name, Lang: l.Lang, URI: l.URI, Text: l.Text})
	}
	switch err := s.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		return fmt.Errorf("%s: a line is longer than %d MiB; nothing after it is read; split it", uri, longestLine>>20)
	case err != nil:
		return fmt.Errorf("%s: %w", uri, err)
	}
	return nil
}
