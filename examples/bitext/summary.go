package main

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/check"
	"github.com/bitext-go/bitext/internal/say"
	"github.com/bitext-go/bitext/segment"
)

// A summary describes the result of an alignment, for a person or, as JSON, for a program.
type summary struct {
	Texts   []textSummary    `json:"texts"`
	Words   []lexiconSummary `json:"lexicons,omitempty"`
	Unit    string           `json:"unit"`                   // what beads hold: "sentence" or "paragraph"
	Beads   []kindCount      `json:"beads"`                  // by kind, the most frequent first
	Moved   int              `json:"moved,omitempty"`        // beads whose sides are in different places
	Units   int              `json:"units"`                  // beads with a counterpart that the format has
	Below   int              `json:"below_sure,omitempty"`   // beads left out because of --sure
	Copied  int              `json:"untranslated,omitempty"` // units with text that is not translated
	Differ  []differing      `json:"differ,omitempty"`       // beads that facts show not to be translations
	Alone   []alone          `json:"alone"`                  // what has no counterpart, in the order of the beads
	Same    []untranslated   `json:"same,omitempty"`         // sides left out, since they are not translated
	Dropped int              `json:"dropped,omitempty"`
	Output  string           `json:"output,omitempty"` // the file that was written
	Seconds float64          `json:"seconds"`
	Notes   []string         `json:"notes,omitempty"` // what --explain adds

	all  bool   // writeText lists all that is alone
	what string // what the output holds, as in "20 units"
}

// A textSummary describes one text.
type textSummary struct {
	Document   string `json:"document"`
	Lang       string `json:"lang"`
	Language   string `json:"language"`
	Paragraphs int    `json:"paragraphs"`
	Sentences  int    `json:"sentences"`
	// Share is how much of the text has a counterpart, from 0 to 1; nil if nothing was aligned.
	Share *float64 `json:"share,omitempty"`
}

// A lexiconSummary describes how much of the texts a lexicon covers.
type lexiconSummary struct {
	Name    string     `json:"name"`
	Own     bool       `json:"own"`      // a file of the user's
	Entries int        `json:"entries"`  // entries or units of a file, word pairs of a built-in lexicon
	LeftOut int        `json:"left_out"` // lines of the file that were skipped
	Covers  []coverage `json:"covers"`   // by text
}

// A coverage is how many words of a text have a translation in a lexicon.
type coverage struct {
	Lang  string `json:"lang"`
	Known int    `json:"known"`
	Words int    `json:"words"`

	language string
}

// A kindCount counts the beads of a kind, such as "1-2".
type kindCount struct {
	Kind  string `json:"kind"`
	Count int    `json:"count"`
}

// A differing is a bead whose sides state different facts.
type differing struct {
	Document string `json:"document"` // of the first side
	First    int    `json:"first_line"`
	Last     int    `json:"last_line"`
	Message  string `json:"message"`
}

// An alone is a passage without a counterpart.
type alone struct {
	Document string `json:"document"`
	Lang     string `json:"lang"`
	First    int    `json:"first_line"`
	Last     int    `json:"last_line"`
	Text     string `json:"text"`
	// Original reports whether it is text of another document, which the translation quotes beside
	// the translation.
	Original bool `json:"original,omitempty"`
}

func summarise(r *result, took time.Duration) *summary {
	s := &summary{Unit: r.unit, Dropped: r.dropped, Seconds: took.Seconds(), Alone: []alone{}}
	for i, t := range r.texts {
		s.Texts = append(s.Texts, textSummary{Document: t.Name, Lang: t.Lang.String(), Language: say.Language(t.Lang),
			Paragraphs: len(t.Paragraphs), Sentences: len(t.Sentences)})
		if r.verdict != nil {
			share := r.verdict.Share(i)
			s.Texts[i].Share = &share
		}
	}
	for _, l := range r.lexicons {
		s.Words = append(s.Words, summariseLexicon(l, r.texts))
	}
	kinds, originals := map[string]int{}, newOriginals(r.beads, r.texts)
	for _, b := range r.beads {
		kinds[r.kind(b)]++
		if b.Moved {
			s.Moved++
		}
		if b.Null() {
			s.Alone = append(s.Alone, aloneIn(b, r.texts, originals)...)
		}
	}
	var beads []align.Bead
	beads, s.Below = r.written()
	for _, d := range r.disagree {
		s.Differ = append(s.Differ, differingIn(r.beads[d.Bead], r.texts, d.Message))
	}
	if s.Below > 0 {
		s.Below -= len(r.disagree)
	}
	if r.holdsUnits() && !r.same {
		for _, c := range r.copies {
			s.Same = append(s.Same, untranslatedIn(r, c))
		}
	}
	copied := check.Checker{Kinds: []check.Kind{check.Untranslated}}
	for _, b := range beads {
		if b.Null() {
			continue
		}
		s.Units++
		if len(copied.Check(wordingsOf(b, r.texts)...)) > 0 {
			s.Copied++
		}
	}
	for k, n := range kinds {
		s.Beads = append(s.Beads, kindCount{k, n})
	}
	slices.SortFunc(s.Beads, func(a, b kindCount) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Kind, b.Kind))
	})
	s.what = say.Count(s.Units, "unit")
	if !r.holdsUnits() {
		s.what = say.Count(len(r.beads), "bead")
	}
	return s
}

func summariseLexicon(l *lexiconSource, texts []*segment.Text) lexiconSummary {
	s := lexiconSummary{Name: l.name, Own: l.own, Entries: l.entries, LeftOut: l.leftOut, Covers: []coverage{}}
	for _, used := range l.used {
		if !l.own {
			s.Entries += used.Len()
		}
	}
	for _, t := range texts {
		if known, total := l.coverage(t); total > 0 {
			s.Covers = append(s.Covers, coverage{t.Lang.String(), known, total, say.Language(t.Lang)})
		}
	}
	return s
}

// wordingsOf returns the sides of a bead that hold sentences.
func wordingsOf(b align.Bead, texts []*segment.Text) (sides []check.Side) {
	for i, t := range texts {
		if r := b.Ranges[i]; r.Len() > 0 {
			sides = append(sides, check.Side{Lang: t.Lang, Text: t.Wording(r)})
		}
	}
	return sides
}

// differingIn returns the place of a bead in the first text that it has sentences of.
func differingIn(b align.Bead, texts []*segment.Text, message string) differing {
	k := slices.IndexFunc(b.Ranges, func(r segment.Range) bool { return r.Len() > 0 })
	first, last := texts[k].LinesOf(b.Ranges[k])
	return differing{texts[k].Name, first, last, message}
}

// aloneIn returns the passages in a bead without a counterpart.
func aloneIn(b align.Bead, texts []*segment.Text, originals *originals) (out []alone) {
	for i, t := range texts {
		if s := b.Ranges[i]; s.Len() > 0 {
			first, last := t.LinesOf(s)
			wording := strings.Join(strings.Fields(t.Wording(s)), " ")
			out = append(out, alone{t.Name, t.Lang.String(), first, last, wording, originals.has(i, s, wording)})
		}
	}
	return out
}
