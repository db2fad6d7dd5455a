package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/bitext-go/bitext/examples/bitext/internal/memories"
	"github.com/bitext-go/bitext/internal/say"
)

func mergeCommand() *cobra.Command {
	var o memoryOptions
	c := &cobra.Command{
		Use:   "merge [flags] MEMORY...",
		Short: "Put memories together, without equal units",
		Long: `Merge puts memories together. Of units that have the same wordings in the same
languages it keeps one, the newest, and adds to it what the others have besides:
notes, properties, the earliest date, and where other documents have the
wording. The order of the memories does not matter; if -o names one of them,
its header and the order of its units stay.

The memories that bitext seed --shard has written are put together as one run
would have made them; all shards of the run must be there.

With --ignore, units are equal whose wordings differ in nothing else, and with
--prefer trusted the one with the highest confidence stays; a unit without a
confidence counts as vouched for.`,
		Example: "  bitext memory merge master.tmx job.tmx -o master.tmx",
		Args:    atLeast(1, "merge"),
		RunE:    func(c *cobra.Command, args []string) error { return o.merge(c.Context(), args, c.ErrOrStderr()) },
	}
	o.flags(c)
	return c
}

func dedupCommand() *cobra.Command {
	var o memoryOptions
	c := &cobra.Command{
		Use:   "dedup [flags] MEMORY",
		Short: "Keep one of equal units of a memory",
		Long: `Dedup keeps one of the units that have the same wordings in the same languages,
the newest, and adds to it what the others have besides, as bitext memory merge
does for several memories.`,
		Example: "  bitext memory dedup master.tmx --ignore case,spaces,punctuation -o clean.tmx",
		Args:    exactly(1, "dedup"),
		RunE:    func(c *cobra.Command, args []string) error { return o.merge(c.Context(), args, c.ErrOrStderr()) },
	}
	o.flags(c)
	return c
}

func (o *memoryOptions) merge(ctx context.Context, paths []string, log io.Writer) error {
	started := time.Now()
	if err := choice("prefer", o.prefer, "newest", "trusted"); err != nil {
		return err
	}
	if err := o.writing.check("tmx"); err != nil {
		return err
	}
	for _, path := range paths {
		if err := o.writing.checkInPlace(path, o.out); err != nil {
			return err
		}
	}
	if o.json && o.out == "-" {
		return usagef("--json and the memory cannot both be written to the standard output; " +
			"give the memory a file with -o")
	}
	ignore, err := memories.ParseIgnore(o.ignore)
	if err != nil {
		return usagef("--ignore: %v", err)
	}
	sources, ready, closeAll, err := o.sources(ctx, paths, log)
	if err != nil {
		return err
	}
	defer closeAll()
	task := begin(ctx, log, o.quiet, "merging")
	defer task.Done()
	if anyShard(sources) {
		return o.mergeShards(ctx, started, paths, sources, ready, log)
	}
	m := memories.Merger{
		Ignore: ignore, Trusted: o.prefer == "trusted",
		Progress: func(n int) { task.Count("units", n, 0) },
	}
	var report *memories.MergeReport
	err = writeOut(ctx, o.out, o.writing.convert(func(w io.Writer) (err error) {
		report, err = m.Merge(ctx, sources, w)
		return err
	}), ready)
	if err == nil {
		err = o.writing.report(log)
	}
	if err != nil {
		return err
	}
	return o.report(log, mergeSummary{
		Memories: paths, Read: report.Read, Units: report.Written, Equal: report.Equal, Joined: report.Joined,
		Dropped: report.Dropped, Output: o.out, Seconds: time.Since(started).Seconds(),
	})
}

// A mergeSummary describes what bitext memory merge and dedup did.
type mergeSummary struct {
	Memories []string `json:"memories"`
	Read     []int    `json:"units_read"`
	Units    int      `json:"units"`
	Equal    int      `json:"equal_left_out"`
	Joined   int      `json:"equal_added_to"`
	Dropped  int      `json:"dropped,omitempty"`
	Output   string   `json:"output"`
	Seconds  float64  `json:"seconds"`
}

func (s mergeSummary) String() string {
	var b strings.Builder
	for i, m := range s.Memories {
		fmt.Fprintf(&b, "%s: %s\n", m, say.Count(s.Read[i], "unit"))
	}
	fmt.Fprintf(&b, "%s left out, because an equal one stays", say.Count(s.Equal, "unit"))
	if s.Joined > 0 {
		fmt.Fprintf(&b, "; %s got notes, dates or properties of others", say.Count(s.Joined, "unit"))
	}
	fmt.Fprintf(&b, "\n%s", say.Count(s.Units, "unit"))
	if s.Output != "-" {
		fmt.Fprintf(&b, " written to %s", s.Output)
	}
	fmt.Fprintf(&b, " in %.1f seconds\n", s.Seconds)
	return b.String()
}
