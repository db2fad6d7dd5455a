package main

import (
	"bufio"
	"bytes"
	"cmp"
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
	"github.com/bitext-go/bitext/segment/srx"
)

// segmentOptions are the flags of bitext segment.
type segmentOptions struct {
	reading
	lang, out     string
	jsonl         bool
	json, explain bool
	exported      bool
}

func segmentCommand() *cobra.Command {
	var o segmentOptions
	c := &cobra.Command{
		Use:   "segment [flags] [FILE...]",
		Short: "Cut a text into sentences",
		Long: `Segment writes the sentences of each FILE, or of the standard input, one a line.
They are those that align works on: wrapped lines are joined, and page breaks do
not end sentences. Without --lang it finds the languages of the text, as align
does. If a document has several languages, their sentences follow one another.

With --json it writes one JSON object for each sentence: its file, language,
paragraph, text, lines in the file, and offsets in bytes in the text of its
language after repair. With --explain it writes each place at which a sentence
ends or might have ended, with the rule that decided; both together add the rule
to the JSON.

With --jsonl it reads lines of JSON such as {"lang":"ar","text":"…"} and writes
one line for each, in the same order: {"sents":["…","…"]}. It changes no
character of the text. A line that is not valid gives {"sents":[],"err":"…"}.

With --export-srx it writes our own rules in the form that CAT tools read, for
the language of --lang or for all.`,
		Example: `  bitext segment --lang ar report.ar.txt
  bitext segment --srx company.srx report.en.txt
  bitext segment --jsonl < texts.jsonl > sentences.jsonl`,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				args = []string{"-"}
			}
			return o.run(c.Context(), args)
		},
	}
	f := c.Flags()
	f.StringVar(&o.lang, "lang", "", "`language` of the text (default: found)")
	f.StringVarP(&o.out, "output", "o", "-", outputUsage)
	o.reading.flags(c)
	f.BoolVar(&o.jsonl, "jsonl", false, "read and write lines of JSON")
	f.BoolVar(&o.json, "json", false, "write a JSON object for each sentence")
	f.BoolVar(&o.explain, "explain", false, "say which rule decided at each mark")
	f.BoolVar(&o.exported, "export-srx", false, "write our rules as SRX instead of cutting a text")
	return c
}

func (o *segmentOptions) run(ctx context.Context, paths []string) error {
	for _, path := range paths {
		if err := noOverwrite(uses("-o", o.out), uses("a document", path), o.srx.uses()); err != nil {
			return err
		}
	}
	rules := segment.Rules{}
	if err := o.srx.apply(&rules); err != nil {
		return err
	}
	tag := language.Und
	if o.lang != "" {
		var err error
		if tag, err = parseLang(o.lang); err != nil {
			return err
		}
	}
	switch {
	case o.exported:
		return o.export(ctx, tag)
	case o.jsonl && (len(paths) > 1 || o.json || o.explain):
		return usagef("--jsonl takes one file and neither --json nor --explain; leave them out")
	case o.explain && rules.Style == segment.Untailored:
		return usagef("--explain has no rules to name with --style uax29; leave one of them out")
	case o.jsonl:
		return o.jsonLines(ctx, paths[0], tag, &rules)
	}
	if tag != language.Und {
		o.reading.langs = []language.Tag{tag}
	}
	var found []*segment.Text
	for _, path := range paths {
		texts, err := o.texts(ctx, path, tag)
		if err != nil {
			return err
		}
		found = append(found, texts...)
	}
	return writeOut(ctx, o.out, func(w io.Writer) error {
		for _, t := range found {
			if err := o.write(w, t, &rules); err != nil {
				return err
			}
		}
		return nil
	})
}

// texts returns the texts of a document, one for each language.
func (o *segmentOptions) texts(ctx context.Context, path string, tag language.Tag) ([]*segment.Text, error) {
	d, err := o.read(ctx, path)
	if err != nil {
		return nil, err
	}
	if tag != language.Und {
		return []*segment.Text{d.Text(tag)}, nil
	}
	detector, err := finder.Detector(d.Body, nil)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", d.Path, err)
	}
	return d.Split(detector), nil
}

// export writes our rules as SRX.
func (o *segmentOptions) export(ctx context.Context, tag language.Tag) error {
	var codes []string
	if tag != language.Und {
		base, _ := tag.Base()
		codes = append(codes, base.String())
	}
	return writeOut(ctx, o.out, srx.Export(codes...).Write)
}

// write writes the sentences of a text, one a line, or their JSON or the decisions about them.
func (o *segmentOptions) write(w io.Writer, t *segment.Text, rules *segment.Rules) error {
	switch {
	case o.json:
		return writeSentenceJSON(w, t, rules, o.explain)
	case o.explain:
		return writeDecisions(w, t, rules)
	}
	for i := range t.Sentences {
		if _, err := fmt.Fprintln(w, strings.Join(strings.Fields(t.Sentence(i)), " ")); err != nil {
			return err
		}
	}
	return nil
}

// jsonLines cuts the text in each line of JSON. A line that is not valid does not lose the others.
func (o *segmentOptions) jsonLines(ctx context.Context, path string, otherwise language.Tag,
	rules *segment.Rules) error {
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
	var bad error
	err := writeOut(ctx, o.out, func(w io.Writer) error {
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		r := bufio.NewReaderSize(in, 1<<20)
		for n := 1; ; n++ {
			line, err := r.ReadBytes('\n')
			if len(bytes.TrimSpace(line)) > 0 {
				out := struct {
					Sents []string `json:"sents"`
					Err   string   `json:"err,omitempty"`
				}{Sents: []string{}}
				sents, err := sentencesOf(line, otherwise, rules)
				if err != nil {
					out.Err = err.Error()
					bad = cmp.Or(bad, fmt.Errorf("%s:%d: %w; the other lines are written", path, n, err))
				} else {
					out.Sents = sents
				}
				if err := enc.Encode(out); err != nil {
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
	return cmp.Or(err, bad)
}

// sentencesOf returns the sentences of the text in a line of JSON.
func sentencesOf(line []byte, tag language.Tag, rules *segment.Rules) ([]string, error) {
	var in struct{ Lang, Text string }
	if err := json.Unmarshal(line, &in); err != nil {
		return nil, fmt.Errorf(`not a line of JSON such as {"lang":"en","text":"…"}: %w`, err)
	}
	if in.Lang == "und" {
		tag = language.Und
	} else if in.Lang != "" {
		var err error
		if tag, err = parseLang(in.Lang); err != nil {
			return nil, err
		}
	}
	if tag == language.Und && in.Lang == "" {
		tag = finder.Language(in.Text)
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
