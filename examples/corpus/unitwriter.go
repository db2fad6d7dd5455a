package main

import (
	"encoding/json"
	"io"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/formats"
	"github.com/bitext-go/bitext/align/tmx"
)

// A unitWriter writes units in a format.
type unitWriter interface {
	Write(Finished) error
	Close() error
}

// writers are the formats.
var writers = map[string]func(io.Writer) unitWriter{
	"tmx":   func(w io.Writer) unitWriter { return tmxWriter{tmx.NewWriter(w)} },
	"tsv":   func(w io.Writer) unitWriter { return tsvWriter{formats.NewTSV(w)} },
	"jsonl": func(w io.Writer) unitWriter { return jsonWriter{w} },
}

type tmxWriter struct{ *tmx.Writer }

func (w tmxWriter) Write(u Finished) error { return w.Writer.Write(u.Unit.TMX(nil)) }

type tsvWriter struct{ *formats.Writer }

func (w tsvWriter) Write(u Finished) error {
	row := formats.Row{Boundary: u.Unit.Boundary, Translation: u.Unit.Translation}
	for _, s := range u.Unit.Sides {
		row.Texts = append(row.Texts, s.Text)
	}
	return w.Writer.Write(row)
}

type jsonWriter struct{ w io.Writer }

func (w jsonWriter) Write(u Finished) error {
	type side struct {
		Lang string   `json:"lang"`
		Text string   `json:"text"`
		In   []string `json:"documents,omitempty"`
	}
	out := struct {
		Boundary    align.Confidence `json:"boundary"`
		Translation align.Confidence `json:"translation"`
		Count       int              `json:"count"`
		Sides       []side           `json:"sides"`
	}{align.Confidence(u.Unit.Boundary), align.Confidence(u.Unit.Translation), u.Unit.Count, nil}
	for i, s := range u.Unit.Sides {
		x := side{Lang: s.Lang.String(), Text: s.Text}
		for _, places := range u.Unit.Places {
			x.In = append(x.In, places[i].Document)
		}
		out.Sides = append(out.Sides, x)
	}
	e := json.NewEncoder(w.w)
	e.SetEscapeHTML(false)
	return e.Encode(out)
}

func (jsonWriter) Close() error { return nil }
