// Command evaluate aligns texts whose beads a person has found, and prints how well it did.
//
//	go run ./examples/evaluate [flags] DIR…
//
// A directory is a set: all NAME.src, NAME.tgt (UTF-8, one sentence a line) and NAME.gold (one bead
// a line, in the form [0, 1]:[0], an empty pair of brackets for an empty side) below it, packed by
// gzip or not. Instead of a directory one gold file may be named. Each document is aligned by
// itself; the counts of a set are pooled. For each set it prints strict and lax precision, recall
// and F1 as Thompson and Koehn (2019) define them, and strict recall by type of gold bead.
//
// With --reliability it also prints, for both confidences of a bead, how many of the beads with
// that confidence are right. With --ablate it prints instead a Markdown table of what each source
// of evidence is worth; with --checks, how often align/check raises a false alarm and how many
// planted faults it finds.
//
// The languages of a document are those of the last folder or file in its path whose name has two
// codes, as in "news/ar-en/day1" or "dtm-hu-en"; else those of --langs; else they are detected by
// the letters and small words of the texts.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/pprof"
	"strings"

	"golang.org/x/text/language"
)

// options are what the command line says.
type options struct {
	lexicon     string
	langs       [2]language.Tag // language.Und where the flag is not given
	reliability bool
	ablate      bool
	slices      int // lines of source text that a document is cut into; 0 for whole ones
	checks      bool
	partly      bool
	dirs        []string
}

func main() {
	if err := run(os.Args[1:], os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "evaluate:", err)
		os.Exit(1)
	}
}

func run(args []string, out, help io.Writer) error {
	var o options
	flags := flag.NewFlagSet("evaluate", flag.ContinueOnError)
	flags.SetOutput(help)
	flags.StringVar(&o.lexicon, "lexicon", "none",
		"built-in `lexicon` to use: none, core or wide, or cldr for the names of countries and languages")
	flags.BoolVar(&o.reliability, "reliability", false, "also print how many beads of each confidence are right")
	flags.BoolVar(&o.ablate, "ablate", false,
		"print a Markdown table of strict F1 without each source of evidence, and with few")
	flags.IntVar(&o.slices, "slices", 0,
		"cut each document between beads into slices of at least this many `lines`, and align each by itself")
	flags.BoolVar(&o.checks, "checks", false,
		"print Markdown tables of the false alarms of align/check and of the faults that it finds")
	flags.BoolVar(&o.partly, "partly", false,
		"print a Markdown table of the beads of confidence 0.5 and more in texts that are translations in part")
	flags.Func("langs", "languages `SRC,TGT` of documents whose path does not name them", func(s string) (err error) {
		o.langs, err = parseLangs(s)
		return err
	})
	profile := flags.String("cpuprofile", "", "write a CPU profile to this `file`")
	flags.Usage = func() {
		fmt.Fprintln(help, "usage: evaluate [flags] DIR…")
		flags.PrintDefaults()
	}
	if err := flags.Parse(args); err != nil {
		if err == flag.ErrHelp {
			return nil
		}
		return err
	}
	if o.dirs = flags.Args(); len(o.dirs) == 0 {
		return fmt.Errorf("no directory given; name one that holds NAME.src, NAME.tgt and NAME.gold")
	}
	if *profile != "" {
		f, err := os.Create(*profile)
		if err != nil {
			return err
		}
		defer f.Close()
		if err := pprof.StartCPUProfile(f); err != nil {
			return err
		}
		defer pprof.StopCPUProfile()
	}
	return o.evaluate(out)
}

func (o *options) evaluate(out io.Writer) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	dict, err := dictionary(o.lexicon)
	if err != nil {
		return err
	}
	sets := make([]*set, 0, len(o.dirs))
	for _, dir := range o.dirs {
		s, err := readSet(dir, o.langs, o.slices)
		if err != nil {
			return err
		}
		sets = append(sets, s)
	}
	if o.checks {
		return checks(out, sets)
	}
	if o.partly {
		return partly(ctx, out, sets, dict)
	}
	if o.ablate {
		return ablate(ctx, out, sets, dict)
	}
	results := make([]result, len(sets))
	for i, s := range sets {
		if results[i], err = s.align(ctx, scorerWith(dict)); err != nil {
			return err
		}
		languages, err := s.languages(dict)
		if err != nil {
			return err
		}
		if err := results[i].report(out, s.name, languages); err != nil {
			return err
		}
	}
	if err := mean(out, results); err != nil {
		return err
	}
	if o.reliability {
		return reliability(out, results)
	}
	return nil
}

func parseLangs(s string) (langs [2]language.Tag, err error) {
	names := strings.Split(s, ",")
	if len(names) != 2 {
		return langs, fmt.Errorf("%q: write two languages, as in ar,en", s)
	}
	for i, name := range names {
		if langs[i], err = language.Parse(strings.TrimSpace(name)); err != nil {
			return langs, fmt.Errorf("%q: %w", name, err)
		}
	}
	return langs, nil
}
