package main

import "github.com/spf13/cobra"

func lexiconCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "lexicon",
		Short: "Learn word translations from memories, and show them",
		Long: `A lexicon is a table of words of two languages with the probabilities that they translate one
another. It helps bitext align. "lexicon train" learns one from translation memories, so that what
is aligned once improves what is aligned next. "lexicon show" shows what a lexicon contains.`,
		Example: `  bitext lexicon train old.tmx older.tmx -o my.lex
  bitext lexicon show my.lex ministry
  bitext align --lexicon my.lex report.ar.txt report.en.txt -o report.tmx`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return noSuchCommand(c, args[0])
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(trainCommand(), showCommand())
	return c
}
