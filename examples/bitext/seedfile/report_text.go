package seedfile

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/bitext-go/bitext/align/seed"
	"github.com/bitext-go/bitext/internal/say"
)

// maxNamed is how many files of a kind the text names; the JSON names all.
const maxNamed = 20

// WriteText writes a report for a person. line makes text from a file safe to print.
func WriteText(w io.Writer, r *seed.Report, line func(string) string) error {
	var b strings.Builder
	sentences, alone := 0, 0
	for _, d := range r.Documents {
		for i := range d.Sentences {
			sentences += d.Sentences[i]
			alone += d.Alone[i]
		}
	}
	row := func(what, format string, args ...any) {
		fmt.Fprintf(&b, "%-12s "+format+"\n", append([]any{what + ":"}, args...)...)
	}
	row("Documents", "%d aligned, %d failed, %s not used",
		len(r.Documents), len(r.Failed), say.Count(len(r.Unused), "file"))
	row("Languages", "%s", languages(r))
	row("Sentences", "%d, %d of them without a counterpart", sentences, alone)
	for _, l := range r.Learned {
		row("Learned", "%s-%s: %s from %s",
			l.Source, l.Target, say.Count(l.Words, "word pair"), say.Count(l.Pairs, "unit"))
	}
	if r.Resumed > 0 {
		row("Resumed", "%s taken from an earlier run", say.Count(r.Resumed, "alignment"))
	}
	row("Units", "%d found, %d left out, %d merged with equal ones", r.Units.Found, r.Units.LeftOut, r.Units.Merged)
	if r.Units.Alternatives > 0 {
		row("Several", "%d of them have a source with several translations; they are marked", r.Units.Alternatives)
	}
	if n := r.Units.Untranslated; n > 0 {
		row("Copied", "%s with text that is not translated, but copied; bitext check names the places",
			say.Count(n, "unit"))
	}
	if r.Units.LeftOut > 0 || sides(r) > 0 {
		b.WriteString("Left out, by reason:\n")
	}
	for _, l := range r.LeftOut {
		if l.Units > 0 || l.Sides > 0 {
			fmt.Fprintf(&b, "  %6d  %s", l.Units, explanations[l.Reason])
			if l.Sides > 0 {
				fmt.Fprintf(&b, " (and %s of units that are kept)", say.Count(l.Sides, "side"))
			}
			b.WriteByte('\n')
		}
	}
	doubtful(&b, r, line)
	problems(&b, "Could not be aligned:", r.Failed, line)
	problems(&b, "Not used:", r.Unused, line)
	if r.Units.Dropped > 0 {
		fmt.Fprintf(&b, "%s left out because XML cannot hold them\n", say.Count(r.Units.Dropped, "character"))
	}
	for _, path := range r.Older {
		fmt.Fprintf(&b, "%s belongs to an earlier seeding, not to this one; remove it\n", path)
	}
	if len(r.Files) > 0 {
		fmt.Fprintf(&b, "%s written to %s in %.1f seconds\n",
			say.Count(r.Units.Written, "unit"), strings.Join(r.Files, ", "), r.Seconds)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// WriteFirstPass writes the report of the first pass of a shard for a person. folder is where it
// has left what it teaches.
func WriteFirstPass(w io.Writer, r *seed.Report, folder string, line func(string) string) error {
	var b strings.Builder
	fmt.Fprintf(&b, "Documents:   %d aligned, %d failed, %s not used\n",
		len(r.Documents), len(r.Failed), say.Count(len(r.Unused), "file"))
	for _, l := range r.Learned {
		fmt.Fprintf(&b, "Teaches:     %s-%s, by %s\n", l.Source, l.Target, say.Count(l.Pairs, "unit"))
	}
	problems(&b, "Could not be aligned:", r.Failed, line)
	problems(&b, "Not used:", r.Unused, line)
	fmt.Fprintf(&b, "What they teach is left in %s for the second pass of all shards, in %.1f seconds\n",
		folder, r.Seconds)
	_, err := io.WriteString(w, b.String())
	return err
}

var explanations = map[seed.Reason]string{
	seed.Uncertain: "uncertain: low confidence",
	seed.Same:      "same text: both sides are equal",
	seed.Language:  "wrong language: a side is not in the language of its document",
	seed.Numbers:   "numbers: a number, date or country is on one side only",
	seed.Long:      "too long for the tool",
}

// doubtful names the documents with less than half of their units or sentences in the memory, the
// worst first.
func doubtful(b *strings.Builder, r *seed.Report, line func(string) string) {
	all := slices.DeleteFunc(slices.Clone(r.Documents), func(d *seed.Document) bool { return share(d) >= 0.5 })
	if len(all) == 0 {
		return
	}
	slices.SortStableFunc(all, func(x, y *seed.Document) int { return cmp.Compare(share(x), share(y)) })
	b.WriteString("Please check, since little of them is in the memory:\n")
	for i, d := range all {
		if i == maxNamed {
			fmt.Fprintf(b, "  and %d more; --json names all\n", len(all)-i)
			break
		}
		fmt.Fprintf(b, "  %s: %s of the %d found, in %s\n",
			line(d.Name), say.Count(d.Units, "unit"), d.Found, sentencesOf(d))
	}
}

// share returns how much of a document is in the memory, from 0 to 1: the share of its units, times
// the share of its sentences that have a counterpart.
func share(d *seed.Document) float64 {
	if d.Found == 0 {
		return 0
	}
	all, alone := 0, 0
	for i := range d.Sentences {
		all += d.Sentences[i]
		alone += d.Alone[i]
	}
	return float64(d.Units) / float64(d.Found) * float64(all-alone) / float64(all)
}

// sentencesOf returns how many sentences a document has in each language, and how much of each text
// has a counterpart.
func sentencesOf(d *seed.Document) string {
	parts := make([]string, len(d.Langs))
	for i, l := range d.Langs {
		parts[i] = fmt.Sprintf("%s in %s (%.0f %% with a counterpart)",
			say.Count(d.Sentences[i], "sentence"), l, 100*d.Shares[i])
	}
	return strings.Join(parts, ", ")
}

// sides returns how many sides of kept units were left out.
func sides(r *seed.Report) (n int) {
	for _, l := range r.LeftOut {
		n += l.Sides
	}
	return n
}

// languages returns how many documents there are in each combination of languages, as text.
func languages(r *seed.Report) string {
	counts := map[string]int{}
	var names []string
	for _, d := range r.Documents {
		name := strings.Join(d.Langs, "-")
		if counts[name]++; counts[name] == 1 {
			names = append(names, name)
		}
	}
	slices.SortStableFunc(names, func(a, b string) int { return counts[b] - counts[a] })
	for i, n := range names {
		names[i] = fmt.Sprintf("%s in %s", say.Count(counts[n], "document"), n)
	}
	return strings.Join(names, ", ")
}

// problems lists problems under a title.
func problems(b *strings.Builder, title string, all []seed.Problem, line func(string) string) {
	if len(all) > 0 {
		b.WriteString(title + "\n")
	}
	for i, p := range all {
		if i == maxNamed {
			fmt.Fprintf(b, "  and %d more; --json names all\n", len(all)-i)
			break
		}
		text := p.Why
		if !strings.Contains(p.Why, p.Name) {
			text = p.Name + ": " + p.Why
		}
		fmt.Fprintf(b, "  %s\n", line(text))
	}
}
