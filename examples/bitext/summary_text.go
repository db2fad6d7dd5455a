package main

import (
	"fmt"
	"io"
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
		fmt.Fprintf(&b, "%-12s %s\n", "Glossary:", w)
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

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
