package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/bitext-go/bitext/examples/bitext/internal/memories"
)

// forUsage describes the flag --for.
const forUsage = "`tool` that imports the memory, whose limits, tags and properties apply: "

// writingOptions are the flags of every command that writes a memory.
type writingOptions struct {
	tool  string
	props bool // no properties are written
	done  memories.ConversionReport
}

// flags adds the flags to a command.
func (o *writingOptions) flags(c *cobra.Command) {
	names := memories.ClientNames()
	c.Flags().StringVar(&o.tool, "for", "", forUsage+strings.Join(names, ", "))
	c.Flags().BoolVar(&o.props, "no-properties", false,
		"write no properties, such as the names of documents and confidences")
	completions(c, "for", names...)
}

// check checks the flags; format is that of the output.
func (o *writingOptions) check(format string) error {
	if o.tool != "" {
		if err := choice("for", o.tool, memories.ClientNames()...); err != nil {
			return err
		}
	}
	if format == "tmx" {
		return nil
	}
	switch {
	case o.tool != "":
		return usagef("--for is for a translation memory; leave out --for, or --format %s", format)
	case o.props:
		return usagef("--no-properties is for a translation memory; leave out --no-properties, or --format %s", format)
	}
	return nil
}

// checkInPlace returns an error if a memory that is read would lose what the flags leave out.
func (o *writingOptions) checkInPlace(memory, out string) error {
	if o.tool == "" && !o.props || !identify(memory).same(identify(out)) {
		return nil
	}
	return usagef("%s would lose what --for and --no-properties leave out; write another file for others with -o",
		memory)
}

// conversion returns the conversion that the flags ask for; nil if they ask for none.
func (o *writingOptions) conversion() *memories.Conversion {
	if o.tool == "" && !o.props {
		return nil
	}
	return &memories.Conversion{Client: memories.ClientNamed(o.tool), NoProperties: o.props}
}

// convert returns a function that writes what another writes, as the flags ask for.
func (o *writingOptions) convert(write func(io.Writer) error) func(io.Writer) error {
	c := o.conversion()
	if c == nil {
		return write
	}
	return func(w io.Writer) error {
		err := c.Write(w, write)
		o.done = c.Report
		return err
	}
}

// report says what was changed for the tool.
func (o *writingOptions) report(log io.Writer) error {
	_, err := io.WriteString(log, o.done.String(o.tool))
	if err != nil {
		return fmt.Errorf("the report cannot be written: %w", err)
	}
	return nil
}
