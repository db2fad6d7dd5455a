package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// summarise tells a person what became of the documents.
func summarise(out io.Writer, r *result, path string, took time.Duration) error {
	var b strings.Builder
	for _, t := range r.texts {
		fmt.Fprintf(&b, "%-12s %s, %s  (%s)\n", english(t.Lang)+":", count(len(t.Paragraphs), "paragraph"), count(len(t.Sentences), "sentence"), t.Name)
	}
	units := 0
	kinds := map[string]int{}
	for _, bead := range r.beads {
		kinds[r.kind(bead)]++
		if !bead.Null() {
			units++
		}
	}
	fmt.Fprintf(&b, "%-12s %s: %s\n", "Beads:", count(len(r.beads), r.unit+" bead"), byKind(kinds))
	if alone := r.alone(); len(alone) > 0 {
		fmt.Fprintf(&b, "Without a counterpart, and so in no translation unit:\n%s", strings.Join(alone, ""))
	}
	if r.dropped > 0 {
		fmt.Fprintf(&b, "%s that XML cannot hold left out.\n", count(r.dropped, "character"))
	}
	if path != "-" {
		fmt.Fprintf(&b, "%s written to %s ", count(units, "unit"), path)
	} else {
		fmt.Fprintf(&b, "%s ", count(units, "unit"))
	}
	fmt.Fprintf(&b, "in %.1f seconds\n", took.Seconds())
	_, err := io.WriteString(out, b.String())
	return err
}

// byKind is the kinds of beads with their numbers, the commonest first.
func byKind(kinds map[string]int) string {
	var names []string
	for k := range kinds {
		names = append(names, k)
	}
	slices.SortFunc(names, func(a, b string) int {
		if kinds[a] != kinds[b] {
			return kinds[b] - kinds[a]
		}
		return strings.Compare(a, b)
	})
	for i, k := range names {
		names[i] = fmt.Sprintf("%d × %s", kinds[k], k)
	}
	return strings.Join(names, ", ")
}

// alone is a line for each bead that stands in one text only.
func (r *result) alone() []string {
	var out []string
	for _, bead := range r.beads {
		if !bead.Null() {
			continue
		}
		for i, t := range r.texts {
			if s := bead.Ranges[i]; s.Len() > 0 {
				out = append(out, fmt.Sprintf("  %s:%s %s  %s\n", t.Name, lineNumbers(t, s), t.Lang, isolate(shorten(t.Wording(s)))))
			}
		}
	}
	return out
}

// shorten is a text of a length that fits into a line.
func shorten(s string) string {
	const most = 72
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	cut := []rune(s)[:most]
	if i := strings.LastIndexByte(string(cut), ' '); i > 0 {
		return string(cut)[:i] + " …"
	}
	return string(cut) + "…"
}

// isolate keeps text that runs from right to left from changing the order of what stands beside it: it is put between the
// marks FSI and PDI of Unicode's bidirectional algorithm.
func isolate(s string) string {
	for _, r := range s {
		if p, _ := bidi.LookupRune(r); p.Class() == bidi.R || p.Class() == bidi.AL {
			return "\u2068" + s + "\u2069"
		}
	}
	return s
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
