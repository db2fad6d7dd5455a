package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// writeText writes the summary for a person.
func (s *summary) writeText(w io.Writer) error {
	style := styleOf(w)
	var b strings.Builder
	for _, t := range s.Texts {
		fmt.Fprintf(&b, "%-12s %s, %s  (%s)\n", t.Language+":", count(t.Paragraphs, "paragraph"), count(t.Sentences, "sentence"), t.Document)
	}
	total := 0
	var kinds []string
	for _, k := range s.Beads {
		total += k.Count
		kinds = append(kinds, fmt.Sprintf("%d × %s", k.Count, k.Kind))
	}
	fmt.Fprintf(&b, "%-12s %s: %s\n", "Beads:", count(total, s.Unit+" bead"), strings.Join(kinds, ", "))
	for _, w := range s.Words {
		fmt.Fprintf(&b, "%-12s %s\n", "Lexicon:", w)
	}
	if len(s.Alone) > 0 {
		b.WriteString(style.strong("Without a counterpart, and so in no translation unit:") + "\n")
	}
	for _, a := range s.Alone {
		fmt.Fprintf(&b, "  %s  %s  %s\n", style.soft(a.Document+":"+fromTo(a.First, a.Last)), a.Lang, isolate(shorten(a.Text)))
	}
	if len(s.Notes) > 0 {
		b.WriteString(style.strong("What was found, and done to the layout:") + "\n")
	}
	for _, n := range s.Notes {
		fmt.Fprintf(&b, "  %s\n", n)
	}
	if s.Dropped > 0 {
		fmt.Fprintf(&b, "%s left out, because XML cannot hold them.\n", count(s.Dropped, "character"))
	}
	if s.Output != "" {
		s.what += " written to " + s.Output
	}
	fmt.Fprintf(&b, "%s in %.1f seconds\n", s.what, s.Seconds)
	_, err := io.WriteString(w, b.String())
	return err
}

// String returns what a lexicon was good for, in a line.
func (s wordSummary) String() string {
	if !s.Own && len(s.Covers) == 0 {
		return s.Name + ": no words for these languages"
	}
	out := s.Name + ": " + strconv.Itoa(s.Entries)
	switch {
	case !s.Own:
		out += " pairs of words"
	case isMemory(s.Name):
		out += " units"
	case s.Entries == 1:
		out += " entry"
	default:
		out += " entries"
	}
	if s.LeftOut > 0 {
		out += fmt.Sprintf(" (%d more left out)", s.LeftOut)
	}
	known := 0
	var shares []string
	for _, c := range s.Covers {
		known += c.Known
		shares = append(shares, fmt.Sprintf("%s%% of the words in %s", strconv.FormatFloat(100*float64(c.Known)/float64(c.Words), 'f', 0, 64), c.language))
	}
	if known == 0 {
		return out + ", of which not one word is in the documents; is it for their languages?"
	}
	return out + ", for " + strings.Join(shares, ", ")
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
