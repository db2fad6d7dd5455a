package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/bitext-go/bitext/align/lexicon"
	"github.com/bitext-go/bitext/internal/say"
)

func showCommand() *cobra.Command {
	var langs string
	var pairs bool
	c := &cobra.Command{
		Use:   "show [flags] FILE [WORD...]",
		Short: "Show what a lexicon contains",
		Long: `Show prints the languages of a lexicon, its numbers of words and where it comes from. If you name
words, it prints their translations in either direction. FILE is anything that bitext align
--lexicon takes. All but .lex files need --langs.

Words are shown in the form that lexicons have: in lower case, without diacritics and most endings.
The figures from 0 to 1 are probabilities: of the translation given the word, and of the word given
the translation.`,
		Example: `  bitext lexicon show my.lex
  bitext lexicon show my.lex ministry letter
  bitext lexicon show --langs ar,en wide ministry`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef("no lexicon is named; bitext lexicon show --help shows how")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			if pairs && len(args) > 1 {
				return usagef("--pairs shows all words; leave it out, or the words")
			}
			l, err := openAny(c.Context(), args[0], langs, c.ErrOrStderr())
			switch {
			case err != nil:
				return err
			case pairs:
				return writeOut(c.Context(), "-", func(w io.Writer) error { return writePairs(w, l) })
			case len(args) > 1:
				return lookUp(args[0], l, args[1:])
			}
			return writeOut(c.Context(), "-", func(w io.Writer) error { return writeHead(w, l) })
		},
	}
	c.Flags().StringVar(&langs, "langs", "",
		"the two `languages` of the lexicon, as in ar,en, unless it is a .lex file")
	c.Flags().BoolVar(&pairs, "pairs", false, "print every pair: both words and both probabilities, separated by tabs")
	return c
}

// openAny opens a lexicon of any format.
func openAny(ctx context.Context, path, names string, log io.Writer) (*lexicon.Lexicon, error) {
	langs, err := parseLangs(names)
	if err != nil {
		return nil, err
	}
	if strings.HasSuffix(strings.ToLower(path), ".lex") && langs == nil {
		return readTrained(path)
	}
	if len(langs) != 2 {
		return nil, usagef("%s does not say its languages; name them with --langs, as in --langs ar,en", path)
	}
	s := builtInSource(path)
	if _, ok := builtIn[path]; !ok {
		r := lexiconReader{langs: langs, log: log, words: builtInSource("wide").lookUp}
		if s, err = r.read(ctx, path); err != nil {
			return nil, err
		}
	}
	l, err := s.lookUp(langs[0], langs[1])
	if err == nil && l == nil {
		err = fmt.Errorf("%s: it has no words of %s", path, englishList(langs))
	}
	return l, err
}

func writeHead(w io.Writer, l *lexicon.Lexicon) error {
	from, to := l.Languages()
	_, err := fmt.Fprintf(w, "%s: %d words\n%s: %d words\n%d pairs\n", say.Language(from), l.Source().Len(),
		say.Language(to), l.Target().Len(), l.Len())
	if err == nil && l.Notes() != "" {
		_, err = fmt.Fprintln(w, strings.TrimSpace(l.Notes()))
	}
	return err
}

func writePairs(w io.Writer, l *lexicon.Lexicon) error {
	for p := range l.All() {
		if _, err := fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", p.Source, p.Target, score(p.Forward),
			score(p.Backward)); err != nil {
			return err
		}
	}
	return nil
}

// lookUp writes the translations of words, of either language, the most probable first.
func lookUp(path string, l *lexicon.Lexicon, asked []string) error {
	var unknown []string
	for _, word := range asked {
		found := false
		for _, l := range []*lexicon.Lexicon{l, l.Reverse()} {
			for _, form := range l.Source().Forms(word) {
				ok, err := writeTranslations(os.Stdout, l, form)
				if err != nil {
					return err
				}
				found = found || ok
			}
		}
		if !found {
			unknown = append(unknown, word)
		}
	}
	if len(unknown) > 0 {
		return fmt.Errorf("%s: no translation of %s is in it", path, strings.Join(unknown, ", "))
	}
	return nil
}

func writeTranslations(w io.Writer, l *lexicon.Lexicon, form string) (bool, error) {
	all := slices.SortedStableFunc(l.Translations(form), func(a, b lexicon.Translation) int {
		return cmp.Or(cmp.Compare(b.Forward, a.Forward), cmp.Compare(b.Backward, a.Backward))
	})
	from, to := l.Languages()
	for _, t := range all {
		if _, err := fmt.Fprintf(w, "%v %s\t%v %s\t%s\t%s\n", from, form, to, t.Form, score(t.Forward),
			score(t.Backward)); err != nil {
			return false, err
		}
	}
	return len(all) > 0, nil
}
