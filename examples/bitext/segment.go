package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/fileerr"
	"github.com/bitext-go/bitext/segment"
)

var styles = map[string]segment.Style{
	"corpus": segment.Corpus, "clauses": segment.Clauses, "golden": segment.GoldenRules, "uax29": segment.Untailored,
}

var styleNames = []string{"corpus", "clauses", "golden", "uax29"}

// segmentOptions are the flags of bitext segment.
type segmentOptions struct {
	reading
	lang, style, out string
	jsonl            bool
}

func segmentCommand() *cobra.Command {
	var o segmentOptions
	c := &cobra.Command{
		Use:   "segment [flags] [FILE]",
		Short: "Cut a text into sentences",
		Long: `Segment writes the sentences of FILE, or of the standard input, one a line. They are those that align works on:
wrapped lines are joined, and page breaks do not end sentences. Without --lang it finds the languages of the text, as
align does. If a document has several languages, their sentences follow one another.

With --jsonl it reads lines of JSON such as {"lang":"ar","text":"…"} and writes one line for each, in the same order:
{"sents":["…","…"]}. It changes no character of the text.`,
		Example: `  bitext segment --lang ar report.ar.txt
  bitext segment --jsonl < texts.jsonl > sentences.jsonl`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usagef("segment takes one file, but %d are named", len(args))
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error { return o.run(c.Context(), append(args, "-")[0]) },
	}
	f := c.Flags()
	f.StringVar(&o.lang, "lang", "", "`language` of the text (default: found)")
	f.StringVar(&o.style, "style", "corpus", "where sentences end: `style` corpus, clauses, golden or uax29")
	f.StringVarP(&o.out, "output", "o", "-", "`file` to write, - for the standard output")
	o.reading.flags(c)
	f.BoolVar(&o.jsonl, "jsonl", false, "read and write lines of JSON")
	completions(c, "style", styleNames...)
	return c
}

func (o *segmentOptions) run(ctx context.Context, path string) error {
	if err := choice("style", o.style, styleNames...); err != nil {
		return err
	}
	if err := noOverwrite(uses("-o", o.out), uses("a document", path)); err != nil {
		return err
	}
	rules := segment.Rules{Style: styles[o.style]}
	tag := language.Und
	if o.lang != "" {
		var err error
		if tag, err = parseLang(o.lang); err != nil {
			return err
		}
	}
	if o.jsonl {
		return o.jsonLines(ctx, path, tag, &rules)
	}
	if tag != language.Und {
		o.reading.langs = []language.Tag{tag}
	}
	d, err := o.read(path)
	if err != nil {
		return err
	}
	d.Rules = rules
	var found []*segment.Text
	if tag != language.Und {
		found = append(found, d.Text(tag))
	} else {
		detector, err := detector(d.Body, nil)
		if err != nil {
			return fmt.Errorf("%s: %w", d.Path, err)
		}
		found = d.Split(detector)
	}
	return writeOut(ctx, o.out, func(w io.Writer) error {
		for _, t := range found {
			if err := writeSentences(w, t); err != nil {
				return err
			}
		}
		return nil
	})
}

// writeSentences writes the sentences of a text, one a line.
func writeSentences(w io.Writer, t *segment.Text) error {
	for i := range t.Sentences {
		if _, err := fmt.Fprintln(w, strings.Join(strings.Fields(t.Sentence(i)), " ")); err != nil {
			return err
		}
	}
	return nil
}

// jsonLines cuts the text in each line of JSON.
func (o *segmentOptions) jsonLines(ctx context.Context, path string, otherwise language.Tag, rules *segment.Rules) error {
	in := os.Stdin
	if path == "-" {
		path = "standard input"
	} else {
		f, err := os.Open(path)
		if err != nil {
			return fileerr.In(path, err)
		}
		defer f.Close()
		in = f
	}
	return writeOut(ctx, o.out, func(w io.Writer) error {
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		r := bufio.NewReaderSize(in, 1<<20)
		for n := 1; ; n++ {
			line, err := r.ReadBytes('\n')
			if len(bytes.TrimSpace(line)) > 0 {
				sents, err := sentencesOf(line, otherwise, rules)
				if err != nil {
					return fmt.Errorf("%s:%d: %w", path, n, err)
				}
				if err := enc.Encode(map[string][]string{"sents": sents}); err != nil {
					return err
				}
			}
			if errors.Is(err, io.EOF) {
				return nil
			}
			if err != nil {
				return fileerr.In(path, err)
			}
		}
	})
}

// sentencesOf returns the sentences of the text in a line of JSON.
func sentencesOf(line []byte, tag language.Tag, rules *segment.Rules) ([]string, error) {
	var in struct{ Lang, Text string }
	if err := json.Unmarshal(line, &in); err != nil {
		return nil, fmt.Errorf(`not a line of JSON such as {"lang":"en","text":"…"}: %w`, err)
	}
	if in.Lang != "" {
		var err error
		if tag, err = parseLang(in.Lang); err != nil {
			return nil, err
		}
	}
	if tag == language.Und {
		tag = languageOf(in.Text)
	}
	sents := []string{}
	for p := range segment.Paragraphs(in.Text) {
		paragraph := in.Text[p.Start:p.End]
		for s := range rules.Sentences(paragraph, tag) {
			sents = append(sents, paragraph[s.Start:s.End])
		}
	}
	return sents, nil
}
