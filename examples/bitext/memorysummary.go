package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/internal/say"
)

// A memorySummary describes a copy of a memory.
type memorySummary struct {
	Memory    string          `json:"memory"`
	Read      int             `json:"units_read"`
	Units     int             `json:"units"` // that were written
	Languages []languageCount `json:"languages"`
	LeftOut   []languageCount `json:"variants_left_out"`
	Single    int             `json:"units_left_out"` // in fewer than two of the languages
	Damaged   int             `json:"units_damaged"`
	Dropped   int             `json:"dropped,omitempty"`
	Output    string          `json:"output,omitempty"`
	Seconds   float64         `json:"seconds"`
}

// A languageCount is how many variants are in a language.
type languageCount struct {
	Lang     string `json:"lang"`
	Variants int    `json:"variants"`
}

// counts returns numbers of variants, the most frequent language first.
func counts(variants map[language.Tag]int) []languageCount {
	out := []languageCount{}
	for t, n := range variants {
		out = append(out, languageCount{t.String(), n})
	}
	slices.SortFunc(out, func(a, b languageCount) int {
		return cmp.Or(cmp.Compare(b.Variants, a.Variants), strings.Compare(a.Lang, b.Lang))
	})
	return out
}

// writeText writes the summary for a person.
func (s *memorySummary) writeText(w io.Writer) error {
	var b strings.Builder
	for _, l := range s.Languages {
		name := l.Lang
		if tag, err := langtag.Parse(l.Lang); err == nil {
			name = say.Language(tag)
		}
		fmt.Fprintf(&b, "%-12s %s, %s\n", name+":", l.Lang, say.Count(l.Variants, "variant"))
	}
	if len(s.LeftOut) > 0 {
		var out []string
		for _, l := range s.LeftOut {
			out = append(out, fmt.Sprintf("%d in %s", l.Variants, l.Lang))
		}
		fmt.Fprintf(&b, "Left out:    variants: %s\n", strings.Join(out, ", "))
	}
	if s.Single > 0 {
		fmt.Fprintf(&b, "Left out:    %s in fewer than two of the languages\n", say.Count(s.Single, "unit"))
	}
	if s.Damaged > 0 {
		fmt.Fprintf(&b, "Left out:    %s\n", say.Count(s.Damaged, "damaged unit"))
	}
	if s.Dropped > 0 {
		fmt.Fprintf(&b, "%s left out because XML cannot hold them\n", say.Count(s.Dropped, "character"))
	}
	what := say.Count(s.Units, "unit")
	if s.Units != s.Read {
		what = fmt.Sprintf("%d of %s", s.Units, say.Count(s.Read, "unit"))
	}
	if s.Output != "" {
		what += " written to " + s.Output
	}
	fmt.Fprintf(&b, "%s in %.1f seconds\n", what, s.Seconds)
	_, err := io.WriteString(w, b.String())
	return err
}
