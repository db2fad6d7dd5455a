package main

import (
	"embed"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// licenses holds the licences and notices of the modules that the program is built from, one file
// a module, named after the module with "_" for "/".
//
//go:embed licenses/*.txt
var licenses embed.FS

func licensesCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "licenses",
		Short: "Write the licences of everything in the program",
		Long: `Licenses writes the licences and notices of the program, of its built-in
lexicons and of the modules that it is built from. If you distribute the
program, include this text.`,
		Example: `  bitext licenses > LICENSES.txt`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usagef("licenses takes no arguments")
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error { return writeOut(c.Context(), "-", writeLicenses) },
	}
}

// writeLicenses writes each licence under the name of what it is for.
func writeLicenses(w io.Writer) error {
	files, err := licenses.ReadDir("licenses")
	if err != nil {
		return err
	}
	part := func(title, text string) {
		if err == nil {
			_, err = fmt.Fprintf(w, "==== %s ====\n\n%s\n\n", title, strings.TrimSpace(text))
		}
	}
	for _, f := range files {
		text, bad := licenses.ReadFile("licenses/" + f.Name())
		if bad != nil {
			return bad
		}
		part(strings.ReplaceAll(strings.TrimSuffix(f.Name(), ".txt"), "_", "/"), string(text))
	}
	if notices := modelNotices(); notices != "" {
		part("Tables that tell languages apart", notices)
	}
	notices := lexiconNotices()
	for _, name := range slices.Sorted(maps.Keys(notices)) {
		part("Built-in lexicons: "+name, notices[name])
	}
	return err
}
