package main

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// nearest returns the name that a word is probably a slip of, or "" if there is none: the one with
// the fewest letters added, left out, replaced or swapped, and at most a third of them.
func nearest(word string, names []string) string {
	best, least := "", 1+max(1, len(word)/3)
	for _, name := range names {
		if d := distance(strings.ToLower(word), name); d < least {
			best, least = name, d
		}
	}
	return best
}

// distance returns how many letters are to be added, removed, replaced or swapped with their
// neighbour to make b of a (optimal string alignment).
func distance(a, b string) int {
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			same := 1
			if a[i-1] == b[j-1] {
				same = 0
			}
			d := min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+same)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, rows[i-2][j-2]+1)
			}
			rows[i][j] = d
		}
	}
	return rows[len(a)][len(b)]
}

// noSuchCommand returns the error for the name of a command that c does not have.
func noSuchCommand(c *cobra.Command, name string) error {
	var names []string
	for _, below := range c.Commands() {
		if below.IsAvailableCommand() {
			names = append(names, below.Name())
		}
	}
	path := strings.TrimPrefix(c.CommandPath()+" ", "bitext ")
	if near := nearest(name, names); near != "" {
		return usagef("there is no command \"%s%s\"; did you mean \"%[1]s%[3]s\"?", path, name, near)
	}
	help := "bitext help"
	if path != "" {
		help = c.CommandPath() + " --help"
	}
	return usagef("there is no command \"%s%s\"; %s lists the commands", path, name, help)
}

// noSuchFlag returns the error for the name of a flag that a command does not have.
func noSuchFlag(c *cobra.Command, missing *pflag.NotExistError) error {
	var names []string
	c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	c.InheritedFlags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	name := missing.GetSpecifiedName()
	if near := nearest(name, names); near != "" && len(name) > 1 {
		return usagef("%w; did you mean --%s?", missing, near)
	}
	return usagef("%w; %s --help lists the flags", missing, c.CommandPath())
}
