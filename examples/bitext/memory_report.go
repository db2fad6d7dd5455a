package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/bitext-go/bitext/examples/bitext/internal/memories"
	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/internal/say"
)

func statsCommand() *cobra.Command {
	var o memoryOptions
	c := &cobra.Command{
		Use:   "stats [flags] MEMORY",
		Short: "Count what a memory holds",
		Long: `Stats counts the units of a memory, the variants, words and characters of each
language, the documents, the people who wrote, the dates, and how many units
have a confidence of translation below 0.7. In scripts that put no spaces
between words, each letter counts as a word.`,
		Example: "  bitext memory stats master.tmx --json",
		Args:    exactly(1, "stats"),
		RunE:    func(c *cobra.Command, args []string) error { return o.stats(c.Context(), args[0], c.ErrOrStderr()) },
	}
	o.reportFlags(c)
	return c
}

func (o *memoryOptions) stats(ctx context.Context, path string, log io.Writer) error {
	source := memorySource(path)
	source.Damage = o.damage(path, log)
	s, err := memories.Statistics(ctx, source)
	if err != nil {
		return err
	}
	if o.json {
		return say.JSON(os.Stdout, s)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n", path, say.Count(s.Units, "unit"))
	for _, l := range s.Languages {
		name := l.Lang
		if tag, err := langtag.Parse(l.Lang); err == nil {
			name = say.Language(tag)
		}
		fmt.Fprintf(&b, "  %s (%s): %s, %s, %s\n", name, l.Lang, say.Count(l.Variants, "variant"),
			say.Count(l.Words, "word"), say.Count(l.Characters, "character"))
	}
	if s.Oldest != nil {
		fmt.Fprintf(&b, "Dates: %s to %s\n", s.Oldest.Format("2006-01-02"), s.Newest.Format("2006-01-02"))
	}
	list := func(what string, counts []memories.Count) {
		for i, c := range counts {
			if i == maxNamed {
				fmt.Fprintf(&b, "  and %d more\n", len(counts)-i)
				break
			}
			if i == 0 {
				fmt.Fprintf(&b, "%s:\n", what)
			}
			fmt.Fprintf(&b, "  %s: %s\n", c.Name, say.Count(c.Units, "unit"))
		}
	}
	list("Documents", s.Documents)
	list("Authors", s.Authors)
	if s.Rated > 0 {
		fmt.Fprintf(&b, "Doubtful: %d of %d units with a confidence (%.1f%%)\n",
			s.Doubtful, s.Rated, 100*float64(s.Doubtful)/float64(s.Rated))
	}
	fmt.Fprintf(&b, "With notes: %s. With inline codes: %s.\n", say.Count(s.Notes, "unit"), say.Count(s.Codes, "unit"))
	_, err = os.Stdout.WriteString(b.String())
	return err
}

func diffCommand() *cobra.Command {
	var o memoryOptions
	c := &cobra.Command{
		Use:   "diff [flags] OLD NEW",
		Short: "List the units in which two memories differ",
		Long: `Diff compares two memories, whatever the order of their units, and writes a line
for each difference: "-" for a unit that only OLD has, "+" for one that only NEW
has, "~" for one whose translation differs, and "=" for one with the same
wordings but other dates, notes, properties or another id. The exit status is 0
in any case; --json gives the numbers.`,
		Example: "  bitext memory diff master.tmx master.new.tmx",
		Args:    exactly(2, "diff"),
		RunE: func(c *cobra.Command, args []string) error {
			return o.diff(c.Context(), args[0], args[1], c.ErrOrStderr())
		},
	}
	c.Flags().StringSliceVar(&o.ignore, "ignore", nil,
		"`what` does not tell wordings apart: "+strings.Join(memories.IgnoreNames, ", "))
	o.reportFlags(c)
	return c
}

func (o *memoryOptions) diff(ctx context.Context, before, after string, log io.Writer) error {
	ignore, err := memories.ParseIgnore(o.ignore)
	if err != nil {
		return usagef("--ignore: %v", err)
	}
	older, newer := memorySource(before), memorySource(after)
	older.Damage, newer.Damage = o.damage(before, log), o.damage(after, log)
	out := bufio.NewWriter(os.Stdout)
	marks := map[string]string{"removed": "-", "added": "+", "changed": "~", "details": "="}
	r, err := memories.Diff(ctx, older, newer, ignore, func(c memories.Change) {
		if o.json || o.quiet {
			return
		}
		var wordings []string
		for _, v := range c.Unit.Variants {
			wordings = append(wordings, v.Lang.String()+": "+isolate(shorten(v.Text)))
		}
		fmt.Fprintf(out, "%s %s  %s\n", marks[c.Kind], c.Unit.ID, strings.Join(wordings, "  "))
	})
	if err != nil {
		return err
	}
	if o.json {
		return say.JSON(os.Stdout, r)
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if !o.quiet {
		const summary = "%s equal, %d with other details, %d with another translation, %d removed, %d added\n"
		_, err = fmt.Fprintf(log, summary, say.Count(r.Equal, "unit"), r.Details, r.Changed, r.Removed, r.Added)
	}
	return err
}
