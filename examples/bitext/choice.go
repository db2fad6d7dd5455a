package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// choice returns an error if the value of a flag is not one of those that are known.
func choice(flag, value string, known ...string) error {
	if slices.Contains(known, value) {
		return nil
	}
	return usagef("--%s %s: there is no such %[1]s; choose %[3]s", flag, value, strings.Join(known, ", "))
}

// completions gives the shell the values that a flag can have.
func completions(c *cobra.Command, flag string, values ...string) {
	complete(c, flag, cobra.ShellCompDirectiveNoFileComp, values)
	if flag == "format" {
		if err := c.Flags().SetAnnotation(flag, formatValues, values); err != nil {
			panic(err) // the command has no such flag
		}
	}
}

// fileCompletions gives the shell the values that a flag can have besides names of files.
func fileCompletions(c *cobra.Command, flag string, values ...string) {
	complete(c, flag, cobra.ShellCompDirectiveDefault, values)
}

func complete(c *cobra.Command, flag string, how cobra.ShellCompDirective, values []string) {
	if err := c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, how)); err != nil {
		panic(err) // the command has no such flag
	}
}
