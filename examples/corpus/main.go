// Corpus makes a translation memory of a collection that is too large for one machine.
//
//	go run . --input archive --output memory
//	go run . --input documents.jsonl,old.tmx --output gs://bucket/memory --runner dataflow …
//
// It is a pipeline of Apache Beam over the functions of package seed, which bitext seed uses too,
// so that both make the same units of the same documents. Without --runner it runs in this process,
// on Prism. See docs/corpus.md.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"runtime"
	"strings"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
)

// options are the flags besides those of Beam.
type options struct {
	input, langs, allow string
	Config
	verbose bool
}

func (o *options) flags(f *flag.FlagSet) {
	f.StringVar(&o.input, "input", "", "folders, files or patterns, separated by commas: documents, "+
		"manifests (.csv, .tsv), documents as JSON Lines (.jsonl), TMX, XLIFF")
	f.StringVar(&o.Output, "output", "", "folder to write")
	f.StringVar(&o.Format, "format", "tmx", "format of the output: tmx, tsv or jsonl")
	f.IntVar(&o.Shards, "shards", 8, "number of files; one is held in memory while it is written")
	f.StringVar(&o.langs, "langs", "", "languages to use, the source first, as in ar,en (default: all)")
	f.StringVar(&o.Lexicon, "lexicon", "wide", "built-in lexicon: core, wide or none")
	f.Float64Var(&o.Sure, "sure", 0.5, "least confidence of translation, from 0 to 1")
	f.Float64Var(&o.Near, "near", 0, "merge units that are nearly equal: share, from 0.5 to 1, of shingles in common "+
		"(default: only equal ones)")
	f.StringVar(&o.allow, "allow", "", "reasons for which no unit is left out: uncertain, same, language, numbers")
	f.BoolVar(&o.Alone, "alone", false, "align each document by itself, without what the others teach")
	f.BoolVar(&o.Mine, "mine", false, "find the sentences that translate one another in documents that do not")
	f.BoolVar(&o.Ordered, "ordered", false, "leave out sentences that are in another place in the translation")
	f.IntVar(&o.Workers, "workers", runtime.GOMAXPROCS(0), "documents that each worker aligns at a time")
	f.BoolVar(&o.verbose, "verbose", false, "print the messages of Beam")
}

func main() {
	var o options
	o.flags(flag.CommandLine)
	flag.Parse()
	registerAll()
	beam.Init() // on a worker, this does not return
	if err := o.run(context.Background(), os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "corpus: "+err.Error())
		os.Exit(1)
	}
}

// unfinished returns an error if the output folder has a manifest: what it says would be wrong
// until the end of this run, and after it if the number of shards is another one.
func (o *options) unfinished(ctx context.Context) error {
	uri := strings.TrimSuffix(o.Output, "/") + "/" + manifestName
	in, err := open(ctx, uri)
	if err != nil {
		return nil // if the folder cannot be used, writing says why
	}
	return errors.Join(fmt.Errorf("%s: the folder holds a complete memory; choose another folder, or remove it", uri),
		in.Close())
}

// run builds and runs the pipeline.
func (o *options) run(ctx context.Context, log io.Writer) error {
	o.Langs, o.Allow = list(o.langs), list(o.allow)
	if o.input == "" {
		return errors.New("no input is named; add --input archive")
	}
	if err := o.check(); err != nil {
		return err
	}
	if err := o.unfinished(ctx); err != nil {
		return err
	}
	if !o.verbose {
		slog.SetDefault(slog.New(slog.NewTextHandler(io.Discard, nil)))
	}
	begin := time.Now()
	p, s := beam.NewPipelineWithRoot()
	memory(s, o.Config, list(o.input))
	result, err := beamx.RunWithMetrics(ctx, p)
	if err != nil {
		return err
	}
	return report(log, result, time.Since(begin))
}
