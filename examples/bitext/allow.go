package main

import (
	"github.com/spf13/cobra"

	"github.com/bitext-go/bitext/align/seed"
)

// allowFlag gives a command that writes units of documents the flag --allow, which bitext seed has
// too, with more reasons.
func allowFlag(c *cobra.Command, allow *[]string) {
	c.Flags().StringSliceVar(allow, "allow", nil, "`reasons` for which nothing is left out: same, for text that "+
		"is the same in both languages, not translated yet")
	completions(c, "allow", string(seed.Same))
}

// allowsSame reports whether text that is not translated is written too. It is an error if another
// reason is named.
func allowsSame(allow []string) (bool, error) {
	for _, reason := range allow {
		if err := choice("allow", reason, string(seed.Same)); err != nil {
			return false, err
		}
	}
	return len(allow) > 0, nil
}
