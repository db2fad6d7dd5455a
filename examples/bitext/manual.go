//go:build !js

package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

func manualCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "man DIR",
		Short: "Write the manual pages",
		Long: `Man writes the manual pages bitext.1, bitext-align.1 and so on into a directory
such as /usr/local/share/man/man1.`,
		Example: `  bitext man /usr/local/share/man/man1
  man bitext-align`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef("man takes one directory; bitext man --help shows how")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			if info, err := os.Stat(args[0]); err != nil || !info.IsDir() {
				return fmt.Errorf("%s: there is no such folder; create it first", args[0])
			}
			root := c.Root()
			root.DisableAutoGenTag = true
			return doc.GenManTree(root, &doc.GenManHeader{Section: "1", Source: "bitext", Manual: "bitext"}, args[0])
		},
	}
}
