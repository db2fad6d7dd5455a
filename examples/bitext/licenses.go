package main

import (
	"embed"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/bitext-go/bitext/align/lexicon/core"
	"github.com/bitext-go/bitext/align/lexicon/wide"
)

// licenses holds the licences and notices of the modules that the program is built of, each in a
// file named after the module with "_" for "/".
//
//go:embed licenses/*.txt
var licenses embed.FS

func licensesCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "licenses",
		Short: "Write the licences of all that is in the program",
		Long: `Licenses writes the licences and notices of the program, of its built-in word lists and of the modules that it is
built of. Whoever passes the program on adds this text to it.`,
		Example: `  bitext licenses > LICENSES.txt`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usagef("licenses takes no arguments")
			}
			return nil
		},
		RunE: func(*cobra.Command, []string) error { return writeOut("-", writeLicenses) },
	}
}

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
	part("Built-in word lists: core", core.Terms())
	part("Built-in word lists: wide", wide.Terms())
	return err
}
