package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/examples/bitext/internal/memories"
	"github.com/bitext-go/bitext/internal/say"
)

func memoryCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "memory",
		Short: "Merge, clean, split and compare translation memories",
		Long: `The commands work on whole translation memories, one unit at a time, so that a
memory may be larger than the computer's. What they keep of a unit does not
change: ids, dates, authors, notes, properties, inline codes. The output may be
the memory that is read; the old file stays until the new one is complete. The
same memories give the same bytes.`,
		Example: `  bitext memory merge master.tmx job.tmx -o master.tmx
  bitext memory dedup master.tmx --ignore case,spaces -o clean.tmx
  bitext memory stats master.tmx`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return noSuchCommand(c, args[0])
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(mergeCommand(), dedupCommand(), splitCommand(), diffCommand(), statsCommand(), exportCommand())
	return c
}

// memoryOptions are the flags that the commands of bitext memory share.
type memoryOptions struct {
	writing writingOptions
	out     string
	ignore  []string
	prefer  string
	json    bool
	quiet   bool
	damaged bool
}

// flags adds the flags to a command that writes a memory.
func (o *memoryOptions) flags(c *cobra.Command) {
	f := c.Flags()
	f.StringVarP(&o.out, "output", "o", "-", "`file` to write, - for the standard output; it may be one that is read, "+
		"and end in .gz")
	f.StringSliceVar(&o.ignore, "ignore", nil,
		"`what` does not tell wordings apart: "+strings.Join(memories.IgnoreNames, ", "))
	f.StringVar(&o.prefer, "prefer", "newest", "which of equal units stays: `newest` or trusted")
	completions(c, "prefer", "newest", "trusted")
	o.writing.flags(c)
	o.reportFlags(c)
}

// reportFlags adds the flags to a command that reads memories.
func (o *memoryOptions) reportFlags(c *cobra.Command) {
	f := c.Flags()
	f.BoolVar(&o.json, "json", false, "write the summary as JSON to the standard output")
	f.BoolVarP(&o.quiet, "quiet", "q", false, "print no summary")
	f.BoolVar(&o.damaged, "leave-out-damaged", false, "leave damaged units out, instead of stopping")
}

// sources opens memories for a command that writes out, which may be one of them.
func (o *memoryOptions) sources(
	ctx context.Context, paths []string, log io.Writer,
) (all []*memories.Source, ready func() error, closeAll func(), err error) {
	var files []*memoryFile
	closeAll = func() {
		for _, f := range files {
			f.close()
		}
	}
	ready = func() error {
		for i, f := range files {
			if slices.Contains(files[:i], f) {
				continue
			}
			if err := f.ready(); err != nil {
				return err
			}
		}
		return nil
	}
	for i, path := range paths {
		var f *memoryFile
		for k, earlier := range paths[:i] {
			if identify(earlier).same(identify(path)) {
				f = files[k] // it is open, and perhaps locked
			}
		}
		if f == nil {
			if f, err = openMemoryFile(ctx, path, o.out, log); err != nil {
				closeAll()
				return nil, nil, nil, err
			}
		}
		files = append(files, f)
		all = append(all, &memories.Source{
			Name: path, Open: f.open, Damage: o.damage(path, log), Leads: identify(path).same(identify(o.out)),
		})
	}
	return all, ready, closeAll, nil
}

// damage returns what to do with damaged units.
func (o *memoryOptions) damage(path string, log io.Writer) func(*tmx.SyntaxError) error {
	n := 0
	return func(bad *tmx.SyntaxError) error {
		if !o.damaged {
			return damagedMemory(path, bad, repairOrLose)
		}
		if n++; n <= maxNamed {
			fmt.Fprintf(log, "%s:%d: %v\n", path, bad.Line, bad.Err)
		}
		return nil
	}
}

// damagedMemory returns the error for damage in a memory, with what to do about a unit.
func damagedMemory(path string, bad *tmx.SyntaxError, remedy string) error {
	switch {
	case !errors.Is(bad.Err, tmx.ErrNotTMX):
		return fmt.Errorf("%s:%d: %w; %s", path, bad.Line, bad.Err, remedy)
	case isZIP(path):
		return fmt.Errorf("%s: this is a ZIP archive; unpack it, and name the memory in it", path)
	}
	return fmt.Errorf("%s:%d: %w; check the name of the file", path, bad.Line, bad.Err)
}

// repairOrLose is what to do about a damaged unit of a memory that a command copies.
const repairOrLose = "repair the unit, or lose it with --leave-out-damaged"

// isZIP reports whether a file is a ZIP archive.
func isZIP(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	var head [4]byte
	_, err = io.ReadFull(f, head[:])
	return err == nil && string(head[:]) == "PK\x03\x04"
}

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

// atLeast returns a check of how many memories are named.
func atLeast(n int, command string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) < n {
			return usagef("memory %s takes %s; see bitext memory %[1]s --help", command, say.Count(n, "memory file"))
		}
		return nil
	}
}

// exactly returns a check of how many memories are named.
func exactly(n int, command string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) != n {
			return usagef("memory %s takes %s, but %d are named; see bitext memory %[1]s --help",
				command, say.Count(n, "memory file"), len(args))
		}
		return nil
	}
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

// report writes a summary as the flags ask for.
func (o *memoryOptions) report(log io.Writer, s fmt.Stringer) error {
	switch {
	case o.json:
		return say.JSON(os.Stdout, s)
	case o.quiet:
		return nil
	}
	_, err := io.WriteString(log, s.String())
	return err
}
