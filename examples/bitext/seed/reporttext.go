package seed

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
)

// mostNamed is how many files of a kind a text names; the JSON names all.
const mostNamed = 20

// WriteText writes the report for a person. line makes what comes from a file safe to show.
func (r *Report) WriteText(w io.Writer, line func(string) string) error {
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
	row("Documents", "%d aligned, %d could not be, %s not used", len(r.Documents), len(r.Failed), count(len(r.Unused), "file"))
	row("Languages", "%s", r.languages())
	row("Sentences", "%d, of them %d without a counterpart", sentences, alone)
	for _, l := range r.Learned {
		row("Learned", "%s-%s: %s from %s", l.Source, l.Target, count(l.Words, "pair")+" of words", count(l.Pairs, "unit"))
	}
	if r.Resumed > 0 {
		row("Resumed", "%s of an earlier run used", count(r.Resumed, "alignment"))
	}
	row("Units", "%d found, %d left out, %d merged with equal ones", r.Units.Found, r.Units.LeftOut, r.Units.Merged)
	if r.Units.Alternatives > 0 {
		row("Several", "%d of them have a source that was translated in another way too; they are marked", r.Units.Alternatives)
	}
	if r.Units.LeftOut > 0 || r.sides() > 0 {
		b.WriteString("Left out, and why:\n")
	}
	for _, l := range r.LeftOut {
		if l.Units > 0 || l.Sides > 0 {
			fmt.Fprintf(&b, "  %6d  %s", l.Units, explanations[l.Reason])
			if l.Sides > 0 {
				fmt.Fprintf(&b, " (and %s of units that stay)", count(l.Sides, "side"))
			}
			b.WriteByte('\n')
		}
	}
	r.doubtful(&b, line)
	problems(&b, "Could not be aligned:", r.Failed, line)
	problems(&b, "Not used:", r.Unused, line)
	if r.Units.Dropped > 0 {
		fmt.Fprintf(&b, "%s left out, because XML cannot hold them.\n", count(r.Units.Dropped, "character"))
	}
	for _, path := range r.Older {
		fmt.Fprintf(&b, "%s is of an earlier seeding, and no part of this one; take it away\n", path)
	}
	if len(r.Files) > 0 {
		fmt.Fprintf(&b, "%s written to %s in %.1f seconds\n", count(r.Units.Written, "unit"), strings.Join(r.Files, ", "), r.Seconds)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

var explanations = map[Reason]string{
	Uncertain: "uncertain: the alignment is not sure enough of them",
	Same:      "same text: both sides are equal",
	Language:  "wrong language: a side is in another one than its document",
	Numbers:   "numbers: a number or date stands on one side only",
	Long:      "too long for the tool",
}

// doubtful names the documents of whose units or sentences hardly half are in the memory: the
// worst, which are worth a look.
func (r *Report) doubtful(b *strings.Builder, line func(string) string) {
	all := slices.DeleteFunc(slices.Clone(r.Documents), func(d *Document) bool { return d.share() >= 0.5 })
	if len(all) == 0 {
		return
	}
	slices.SortStableFunc(all, func(x, y *Document) int { return cmp.Compare(x.share(), y.share()) })
	b.WriteString("Worth a look, since little of them is in the memory:\n")
	for i, d := range all {
		if i == mostNamed {
			fmt.Fprintf(b, "  and %d more; --json names all\n", len(all)-i)
			break
		}
		fmt.Fprintf(b, "  %s: %s of %d that were found, of %s\n", line(d.Name), count(d.Units, "unit"), d.Found, d.sentences())
	}
}

// share returns how much of a document is in the memory, from 0 to 1: the units, times the
// sentences that are in units.
func (d *Document) share() float64 {
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

// sentences returns how many sentences a document has in each language.
func (d *Document) sentences() string {
	parts := make([]string, len(d.Langs))
	for i, l := range d.Langs {
		parts[i] = fmt.Sprintf("%s in %s", count(d.Sentences[i], "sentence"), l)
	}
	return strings.Join(parts, ", ")
}

func (r *Report) sides() (n int) {
	for _, l := range r.LeftOut {
		n += l.Sides
	}
	return n
}

// languages returns how many documents there are in which languages.
func (r *Report) languages() string {
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
		names[i] = fmt.Sprintf("%s in %s", count(counts[n], "document"), n)
	}
	return strings.Join(names, ", ")
}

func problems(b *strings.Builder, title string, all []Problem, line func(string) string) {
	if len(all) > 0 {
		b.WriteString(title + "\n")
	}
	for i, p := range all {
		if i == mostNamed {
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

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
