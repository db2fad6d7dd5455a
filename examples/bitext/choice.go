package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// choice reports whether a flag has one of the values that it may have.
func choice(flag, value string, known ...string) error {
	if slices.Contains(known, value) {
		return nil
	}
	return usagef("--%s %s: there is no such %[1]s; choose %[3]s", flag, value, strings.Join(known, ", "))
}

// completions tells the shell the values that a flag may have.
func completions(c *cobra.Command, flag string, values ...string) {
	complete(c, flag, cobra.ShellCompDirectiveNoFileComp, values)
}

// fileCompletions tells the shell the values that a flag may have beside the names of files.
func fileCompletions(c *cobra.Command, flag string, values ...string) {
	complete(c, flag, cobra.ShellCompDirectiveDefault, values)
}

func complete(c *cobra.Command, flag string, how cobra.ShellCompDirective, values []string) {
	if err := c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, how)); err != nil {
		panic(err) // there is no such flag
	}
}
