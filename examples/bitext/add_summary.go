package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	tm "github.com/bitext-go/bitext/align/memory"
	"github.com/bitext-go/bitext/internal/say"
	"github.com/bitext-go/bitext/internal/verdict"
)

// An addSummary is the summary of bitext add.
type addSummary struct {
	*tm.Report
	file, memory string
	Unplaced     []tm.Unplaced
}

func (s *addSummary) writeJSON(w io.Writer) error {
	type place struct {
		First  int    `json:"first_line,omitempty"`
		Last   int    `json:"last_line,omitempty"`
		Text   string `json:"text"`
		Reason string `json:"reason"`
		Unit   string `json:"unit,omitempty"`
		Copied bool   `json:"untranslated,omitempty"`
	}
	out := struct {
		File       string   `json:"file"`
		Lang       string   `json:"language"`
		Document   []string `json:"document"`
		Units      int      `json:"units"`
		Comparable bool     `json:"comparable"`
		Added      int      `json:"variants_added"`
		Created    int      `json:"units_created"`
		Joined     int      `json:"units_joined"`
		Found      int      `json:"sentences_found"`
		Kept       int      `json:"variants_kept"`
		Changed    int      `json:"variants_changed"`
		Gone       int      `json:"variants_gone"`
		Unplaced   []place  `json:"unplaced"`
		Same       int      `json:"same,omitempty"`
		Dropped    []string `json:"dropped,omitempty"`
	}{
		s.file, s.Lang.String(), s.Document, s.Units, s.Comparable, s.Added, s.Created, s.Joined, s.Found,
		s.Kept, s.Changed, s.Gone, []place{}, s.Copied, s.Dropped,
	}
	for _, u := range s.Unplaced {
		out.Unplaced = append(out.Unplaced, place(u))
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}

func (s *addSummary) writeText(w io.Writer) error {
	var b strings.Builder
	variants := s.Added + s.Kept + s.Changed
	fmt.Fprintf(&b, "%s, %s: %s in %d of %d units of the document\n",
		s.file, say.Language(s.Lang), say.Count(variants, "variant"), variants, s.Units)
	if s.Comparable {
		b.WriteString("It is not a translation of the document but of a similar one, " +
			"so only what agrees in everything was placed.\n")
	}
	for _, line := range []struct {
		n    int
		what string
	}{
		{s.Added, "new"},
		{s.Kept, "unchanged"},
		{s.Changed, "with a new wording"},
		{s.Gone, "whose sentence was removed from the file; they stay, and are marked"},
	} {
		if line.n > 0 {
			fmt.Fprintf(&b, "  %d %s\n", line.n, line.what)
		}
	}
	if s.Created+s.Joined > 0 {
		fmt.Fprintf(&b, "  %s: %d of sentences that only one other language had, %d that join several units\n",
			say.Count(s.Created+s.Joined, "new unit"), s.Created, s.Joined)
	}
	if s.Found > 0 {
		fmt.Fprintf(&b, "  %s of other languages found a unit as well\n", say.Count(s.Found, "sentence"))
	}
	if s.Copied > 0 {
		fmt.Fprintf(&b, "  %s\n", leftOutAsSame(s.Copied, "sentence"))
	}
	for _, d := range s.Damage {
		fmt.Fprintf(&b, "%s:%d: left out: %v\n", s.memory, d.Line, d.Err)
	}
	if len(s.Unplaced) > 0 {
		fmt.Fprintf(&b, "Not placed:\n")
	}
	copied := 0
	for _, u := range s.Unplaced {
		if u.Copied {
			if copied++; copied > mostListed {
				continue
			}
		}
		lines := say.Lines(u.First, u.Last)
		fmt.Fprintf(&b, "  %s:%s: %s\n      %s\n", s.file, lines, isolate(shorten(u.Text)), u.Reason)
	}
	if more := copied - mostListed; more > 0 {
		fmt.Fprintf(&b, "  and %d more that are not translated; --json lists them\n", more)
	}
	if len(s.Dropped) > 0 {
		b.WriteString("Kept of an older version without a unit, and removed because the file no longer has it:\n")
	}
	for _, text := range s.Dropped {
		fmt.Fprintf(&b, "  %s\n", isolate(shorten(text)))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// unrelated returns a question to the user if little or nothing of a file with a number of
// sentences has a counterpart in the document, else "".
func (s *addSummary) unrelated(sentences int) string {
	n := min(s.Units, sentences)
	if n < verdict.FewSentences {
		return ""
	}
	share := float64(s.Added+s.Kept+s.Changed+s.Joined) / float64(n)
	original := strings.Join(s.Document, ", ") + " in " + s.memory
	if share < littleTranslated && 2*s.Copied > sentences {
		return sameAs(s.file, original, s.Copied, sentences) + leaveOutOrAllow
	}
	return verdict.Question(share, s.file, original)
}
