package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/bitext-go/bitext/internal/say"
)

// mostListed is how many sentences without a counterpart the summary lists without --all.
const mostListed = 10

// writeText writes the summary for a person.
func (s *summary) writeText(w io.Writer) error {
	style := styleOf(w)
	var b strings.Builder
	s.writeTexts(&b)
	s.writeAlone(&b, style)
	s.writeSame(&b, style)
	s.writeDoubts(&b, style)
	s.writeLeftOut(&b)
	if s.Output != "" {
		s.what += " written to " + s.Output
	}
	fmt.Fprintf(&b, "%s in %.1f seconds\n", s.what, s.Seconds)
	_, err := io.WriteString(w, b.String())
	return err
}

// writeTexts writes what the texts hold, how many beads of each kind there are, and the lexicons.
func (s *summary) writeTexts(b *strings.Builder) {
	for _, t := range s.Texts {
		share := ""
		if t.Share != nil {
			share = fmt.Sprintf(", %.0f %% with a counterpart", 100**t.Share)
		}
		fmt.Fprintf(b, "%-12s %s, %s%s  (%s)\n", t.Language+":",
			say.Count(t.Paragraphs, "paragraph"), say.Count(t.Sentences, "sentence"), share, t.Document)
	}
	total := 0
	var kinds []string
	for _, k := range s.Beads {
		total += k.Count
		kinds = append(kinds, fmt.Sprintf("%d × %s", k.Count, k.Kind))
	}
	moved := ""
	if s.Moved > 0 {
		moved = fmt.Sprintf("; %d of them moved", s.Moved)
	}
	fmt.Fprintf(b, "%-12s %s: %s%s\n", "Beads:", say.Count(total, s.Unit+" bead"), strings.Join(kinds, ", "), moved)
	for _, w := range s.Words {
		fmt.Fprintf(b, "%-12s %s\n", "Lexicon:", w)
	}
}

// writeAlone lists the sentences without a counterpart, up to mostListed unless all are asked for.
func (s *summary) writeAlone(b *strings.Builder, style style) {
	if len(s.Alone) > 0 {
		b.WriteString(style.strong("No counterpart, so in no translation unit:") + "\n")
	}
	listed := s.Alone
	if !s.all && len(listed) > mostListed {
		listed = listed[:mostListed]
	}
	for _, a := range listed {
		where := style.soft(a.Document + ":" + say.Lines(a.First, a.Last))
		fmt.Fprintf(b, "  %s  %s  %s\n", where, a.Lang, isolate(shorten(a.Text)))
	}
	if more := len(s.Alone) - len(listed); more > 0 {
		fmt.Fprintf(b, "  and %d more; --all lists them\n", more)
	}
}

// writeSame lists what is left out because it is not translated, up to mostListed unless all is
// asked for.
func (s *summary) writeSame(b *strings.Builder, style style) {
	if len(s.Same) == 0 {
		return
	}
	b.WriteString(style.strong("Not translated yet, so in no translation unit:") + "\n")
	for i, u := range s.Same {
		if !s.all && i == mostListed {
			fmt.Fprintf(b, "  and %d more; --all lists them\n", len(s.Same)-i)
			break
		}
		where := style.soft(u.Document + ":" + say.Lines(u.First, u.Last))
		fmt.Fprintf(b, "  %s  %s  %s\n", where, u.Lang, isolate(shorten(u.Text)))
	}
}

// writeDoubts lists beads whose facts differ, and notes about the documents.
func (s *summary) writeDoubts(b *strings.Builder, style style) {
	if len(s.Differ) > 0 {
		b.WriteString(style.strong("Hardly a translation, since a fact differs:") + "\n")
	}
	for _, d := range s.Differ {
		fmt.Fprintf(b, "  %s  %s\n", style.soft(d.Document+":"+say.Lines(d.First, d.Last)), d.Message)
	}
	if len(s.Notes) > 0 {
		b.WriteString(style.strong("What was found, and how the layout was repaired:") + "\n")
	}
	for _, n := range s.Notes {
		fmt.Fprintf(b, "  %s\n", n)
	}
}

// writeLeftOut writes how much is not in the output, or not as it was.
func (s *summary) writeLeftOut(b *strings.Builder) {
	if s.Below > 0 {
		fmt.Fprintf(b, "%s left out, as hardly a translation (see --sure); other formats and the review have them\n",
			say.Count(s.Below, "more bead"))
	}
	if n := len(s.Same); n > 0 {
		what := "bead"
		if len(s.Texts) > 2 {
			what = "side"
		}
		fmt.Fprintln(b, leftOutAsSame(n, what))
	}
	if n := s.originals(); n > 0 {
		fmt.Fprintf(b, "%s left out, quoted in the original language beside the translation\n",
			say.Count(n, "sentence"))
	}
	if s.Copied > 0 {
		fmt.Fprintf(b, "%s with text that is not translated, but copied; bitext check names the places\n",
			say.Count(s.Copied, "unit"))
	}
	if s.Dropped > 0 {
		fmt.Fprintf(b, "%s left out because XML cannot hold them\n", say.Count(s.Dropped, "character"))
	}
}

// originals returns how many passages without a counterpart are text of another document.
func (s *summary) originals() (n int) {
	for _, a := range s.Alone {
		if a.Original {
			n++
		}
	}
	return n
}

// String returns the summary of a lexicon in one line.
func (s lexiconSummary) String() string {
	if !s.Own && len(s.Covers) == 0 {
		return s.Name + ": no words for these languages"
	}
	out := s.Name + ": "
	switch {
	case !s.Own:
		out += say.Count(s.Entries, "word pair")
	case isMemory(s.Name):
		out += say.Count(s.Entries, "unit")
	case s.Entries == 1:
		out += "1 entry"
	default:
		out += fmt.Sprintf("%d entries", s.Entries)
	}
	if s.LeftOut > 0 {
		out += fmt.Sprintf(" (%d skipped)", s.LeftOut)
	}
	known := 0
	var shares []string
	for _, c := range s.Covers {
		known += c.Known
		share := 100 * float64(c.Known) / float64(c.Words)
		shares = append(shares, fmt.Sprintf("%.0f%% of the words in %s", share, c.language))
	}
	if known == 0 {
		return out + ", but none of its words is in the documents; is it for their languages?"
	}
	return out + ", covering " + strings.Join(shares, ", ")
}
