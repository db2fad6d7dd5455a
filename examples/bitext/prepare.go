package main

import "github.com/spf13/cobra"

// prepare gives the commands below c the flag --force, if they write a file, and lets each begin by
// taking its defaults from the configuration and its format from the name of the output.
func prepare(c *cobra.Command) {
	var visit func(c *cobra.Command)
	visit = func(c *cobra.Command) {
		if c.Flags().Lookup("output") != nil {
			c.Flags().Bool("force", false, "replace an output even if nothing in it shows that bitext wrote it")
		}
		for _, below := range c.Commands() {
			visit(below)
		}
	}
	visit(c)
	before := c.PersistentPreRun
	c.PersistentPreRunE = func(c *cobra.Command, args []string) error {
		before(c, args)
		if err := applySettings(c); err != nil {
			return err
		}
		if err := chooseFormat(c); err != nil {
			return err
		}
		return checkForeign(c, args)
	}
}
