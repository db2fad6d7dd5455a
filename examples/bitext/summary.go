package main

import (
	"encoding/json"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/segment"
)

// A summary is what became of the documents, for a person or, as JSON, for a program.
type summary struct {
	Texts   []textSummary `json:"texts"`
	Words   []wordSummary `json:"lexicons,omitempty"`
	Unit    string        `json:"unit"`  // "sentence" or "paragraph": what beads hold
	Beads   []kindCount   `json:"beads"` // by kind, the commonest first
	Units   int           `json:"units"` // beads that pair something
	Alone   []alone       `json:"alone"` // what has no counterpart, in the order of the beads
	Dropped int           `json:"dropped,omitempty"`
	Output  string        `json:"output,omitempty"` // the file that was written
	Seconds float64       `json:"seconds"`
	Notes   []string      `json:"notes,omitempty"` // what --explain adds

	what string // what the output holds, as in "20 units"
}

type textSummary struct {
	Document   string `json:"document"`
	Lang       string `json:"lang"`
	Language   string `json:"language"`
	Paragraphs int    `json:"paragraphs"`
	Sentences  int    `json:"sentences"`
}

// A wordSummary is what a lexicon was good for.
type wordSummary struct {
	Name    string     `json:"name"`
	Own     bool       `json:"own"`      // a file of the user's
	Entries int        `json:"entries"`  // of a file its entries or units, of a built-in list pairs of words
	LeftOut int        `json:"left_out"` // lines of the file that were not understood
	Covers  []coverage `json:"covers"`   // by text
}

// A coverage is how many of the words of a text a lexicon knows a translation of.
type coverage struct {
	Lang  string `json:"lang"`
	Known int    `json:"known"`
	Words int    `json:"words"`

	language string
}

type kindCount struct {
	Kind  string `json:"kind"` // "1-2"
	Count int    `json:"count"`
}

type alone struct {
	Document string `json:"document"`
	Lang     string `json:"lang"`
	First    int    `json:"first_line"`
	Last     int    `json:"last_line"`
	Text     string `json:"text"`
}

func summarise(r *result, took time.Duration) *summary {
	s := &summary{Unit: r.unit, Dropped: r.dropped, Seconds: took.Seconds(), Alone: []alone{}}
	for _, t := range r.texts {
		s.Texts = append(s.Texts, textSummary{t.Name, t.Lang.String(), english(t.Lang), len(t.Paragraphs), len(t.Sentences)})
	}
	for _, l := range r.lexicons {
		s.Words = append(s.Words, summariseWords(l, r.texts))
	}
	kinds := map[string]int{}
	for _, b := range r.beads {
		kinds[r.kind(b)]++
		if !b.Null() {
			s.Units++
			continue
		}
		s.Alone = append(s.Alone, aloneIn(b, r.texts)...)
	}
	for k, n := range kinds {
		s.Beads = append(s.Beads, kindCount{k, n})
	}
	slices.SortFunc(s.Beads, func(a, b kindCount) int {
		if a.Count != b.Count {
			return b.Count - a.Count
		}
		return strings.Compare(a.Kind, b.Kind)
	})
	s.what = count(s.Units, "unit")
	if !slices.Contains(unitFormats, r.format) {
		s.what = count(len(r.beads), "bead")
	}
	return s
}

func summariseWords(l *wordSource, texts []*segment.Text) wordSummary {
	s := wordSummary{Name: l.name, Own: l.own, Entries: l.entries, LeftOut: l.leftOut, Covers: []coverage{}}
	for _, used := range l.used {
		if !l.own {
			s.Entries += used.Len()
		}
	}
	for _, t := range texts {
		if known, total := l.coverage(t); total > 0 {
			s.Covers = append(s.Covers, coverage{t.Lang.String(), known, total, english(t.Lang)})
		}
	}
	return s
}

// aloneIn returns what a bead without counterpart holds.
func aloneIn(b align.Bead, texts []*segment.Text) (out []alone) {
	for i, t := range texts {
		if s := b.Ranges[i]; s.Len() > 0 {
			first, last := t.LinesOf(s)
			out = append(out, alone{t.Name, t.Lang.String(), first, last, strings.Join(strings.Fields(t.Wording(s)), " ")})
		}
	}
	return out
}

// writeJSON writes the summary as one object.
func (s *summary) writeJSON(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(s)
}
