package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/internal/say"
)

// trainOptions are the flags of bitext lexicon train.
type trainOptions struct {
	out, langs string
	quiet      bool
}

func trainCommand() *cobra.Command {
	var o trainOptions
	c := &cobra.Command{
		Use:   "train [flags] FILE.tmx...",
		Short: "Learn a lexicon from translation memories",
		Long: `Train learns word translations between two languages from translation memories, and writes a lexicon
for bitext align --lexicon. Memories in more than two languages need --langs. Damaged units are
reported and left out. The same memories give the same bytes every time.`,
		Example: `  bitext lexicon train old.tmx older.tmx -o my.lex
  bitext lexicon train --langs ar,en un.tmx.gz -o un.ar-en.lex`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef("no memory is named; bitext lexicon train --help shows how")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error { return o.run(c, args) },
	}
	f := c.Flags()
	f.StringVarP(&o.out, "output", "o", "", "`file` to write, - for the standard output")
	f.StringVar(&o.langs, "langs", "", "the two `languages`, as in ar,en (default: those of the memories)")
	f.BoolVarP(&o.quiet, "quiet", "q", false, "do not say what was learned")
	return c
}

func (o *trainOptions) run(c *cobra.Command, paths []string) error {
	langs, err := parseLangs(o.langs)
	switch {
	case err != nil:
		return err
	case len(langs) != 0 && len(langs) != 2:
		return usagef("--langs names %s; a lexicon is of two", say.Count(len(langs), "language"))
	case len(langs) == 2 && langtag.SameBase(langs[0], langs[1]):
		return usagef("--langs names one language twice; a lexicon is of two")
	case o.out == "":
		return usagef("no file to write is named; add -o my.lex")
	case strings.HasSuffix(strings.ToLower(o.out), ".gz"):
		return usagef("-o %s: a lexicon is compressed in its own way; leave out .gz", o.out)
	}
	if err := noOverwrite(uses("-o", o.out), uses("a memory", paths...)); err != nil {
		return err
	}
	log := c.ErrOrStderr()
	m := &trainingMemory{}
	for _, path := range paths {
		m.task = begin(c.Context(), log, o.quiet, "reading "+filepath.Base(path))
		leftOut := leftOutLog{w: m.task.Writer(log), path: path}
		err := m.read(path, leftOut.add)
		m.task.Done()
		if err != nil {
			return err
		}
		logger(c.Context()).Info("read", "memory", path, "units", len(m.units))
	}
	if langs == nil {
		if langs = m.langs; len(langs) != 2 {
			return usagef("the units are in %s; name two languages with --langs", englishList(langs))
		}
	}
	l, units, err := m.learn(c.Context(), langs[0], langs[1], builtInSource("wide").lookUp)
	switch {
	case err != nil:
		return err
	case units == 0:
		return fmt.Errorf("no unit is in both %s, only in %s; check --langs", englishList(langs), englishList(m.langs))
	case l.Len() == 0:
		return fmt.Errorf("%s in %s is too little to learn from; a hundred are a beginning", say.Count(units, "unit"),
			englishList(langs))
	}
	if err := c.Context().Err(); err != nil {
		return err
	}
	l = l.WithNotes(fmt.Sprintf("Learned from %s of translation memories. "+
		"What may be done with it depends on what may be done with those.", say.Count(units, "unit")))
	if err := writeOut(c.Context(), o.out, l.Write); err != nil || o.quiet {
		return err
	}
	_, err = fmt.Fprintf(log, "%d pairs of words in %s, from %s\n",
		l.Len(), englishList(langs), say.Count(units, "unit"))
	return err
}
