package main

import "github.com/spf13/cobra"

func lexiconCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "lexicon",
		Short: "Learn word translations from memories, and look into them",
		Long: `A lexicon is a table of words and their translations with probabilities, which helps bitext align. Lexicon train
learns one from translation memories, so that a collection that is aligned once improves what is aligned next; lexicon
show says what is in one.`,
		Example: `  bitext lexicon train old.tmx older.tmx -o my.lex
  bitext lexicon show my.lex ministry
  bitext align --lexicon my.lex report.ar.txt report.en.txt -o report.tmx`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usagef(`there is no command "lexicon %s"; bitext lexicon --help lists those that there are`, args[0])
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(trainCommand(), showCommand())
	return c
}
