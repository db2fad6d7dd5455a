package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

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
