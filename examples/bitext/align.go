package main

import (
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/read"
	"github.com/bitext-go/bitext/read/bilingual"
	"github.com/bitext-go/bitext/segment"
)

var unitNames = []string{"sentence", "paragraph"}

// lexiconUsage describes the flag --lexicon of every command that aligns.
const lexiconUsage = "`lexicon` to use: core, wide, none, or a file of yours (default wide)"

// orderedUsage describes the flag --ordered.
const orderedUsage = "do not pair sentences that are in another place in the translation, such as definitions in " +
	"another order"

// alignOptions are the flags of bitext align.
type alignOptions struct {
	mine bool // bitext mine
	reading
	writing writingOptions
	embed   embedOptions
	out     string
	master  string // the memory to append to
	langs   string

	retagged []language.Tag // the tags to write instead of those of langs; language.Und for none

	format  string
	unit    string
	lexicon []string
	date    string
	lines   bool
	columns []int // of a bilingual table, in the order of langs
	quiet   bool
	json    bool
	all     bool // the summary is not cut short
	dry     bool
	explain bool
	reasons int // at most how many reasons each bead gets
	sure    float64
	ordered bool // what moved is not looked for
	allow   []string
	same    bool // what allow says

	known pairedFiles
}

func alignCommand() *cobra.Command {
	var o alignOptions
	c := &cobra.Command{
		Use:   "align [flags] FILE...",
		Short: "Pair the sentences of a document and its translation",
		Long: `Align pairs the sentences of a document with the sentences of its translation,
and writes the pairs as a translation memory.

FILE is one document that holds both languages, one after the other or in
turns, or one document for each language; "-" is the standard input. Documents
are text in any encoding, Markdown, HTML, EPUB, DOCX, ODT, RTF, PPTX, IDML,
subtitles (SRT, WebVTT), PDF if pdftotext is installed, DOC if LibreOffice is.
Other formats are refused by name. Encodings and languages are detected; the
name of a file, as in report.fr.txt, helps. If the detection is wrong, name them
with --encoding and --langs. A table with a column for each language, in a
document or as XLSX, ODS, CSV or TSV, is paired row by row; --columns names the
columns. Resource files (JSON, ARB, .properties, RESX, Android, .strings) are
paired by key. FILE may also be a translation memory, XLIFF, PO, TTX or another
file of pairs: its sentences are already paired, and align writes them in
another format. Of a memory written as a memory, everything in a unit stays: ids, dates,
authors, notes, properties, inline codes. --langs then names the languages to
keep, each as a range: zh-Hans finds zh-CN but not zh-TW, and fr finds fr-CA
only if the memory has no other French. fr=fr-FR writes another tag for it, as
with documents. The same command writes the same bytes every time.

--for prepares the memory for a translators' tool. Segments that are too long
for it are left out and named, tags are shortened, units with several
translations become one for each where the tool reads only pairs, and the name
of the document and the state of a unit are written as the tool has them. The
properties that bitext add needs are left out, so keep your own memory without
--for.

A translation that is not finished is still in the language of the original in
part. Sentences that are the same in both languages, and what is between them,
are in no unit of a TMX or XLIFF file; the summary names them, other formats
have them, and --allow same writes them as units too. A name, number or command
among translated sentences is a unit though it is the same. If hardly anything
is translated, align says so, and the exit status is 3.

The summary, on the standard error, lists the sentences without a counterpart.
They are in no unit of a TMX or XLIFF file, but in all other formats. Each bead
has two confidences from 0 to 1: that its boundaries are right, and that its
sides are translations of each other. TMX and XLIFF have no bead whose second
confidence is below --sure. If texts are translations only in part, that
confidence is low where a number, date or country is on one side only, as in the
reports of two meetings. If little or nothing of a document has a counterpart in
the other, align asks whether these are the right files, and the exit status
is 3. It also asks if the words of short texts hardly show that they are
translations, as in one text of ten sentences in five if no lexicon has the
languages. --sure 0 writes what was paired, and asks nothing.

--lexicon may be given several times. It takes a built-in lexicon, core (small)
or wide (large, the default), or none; or a file of yours, which is used along
with the built-in one: a glossary or dictionary (.tsv, .csv, .tbx, hunalign's
.dic, .index or .dict of dict servers, StarDict's .ifo), a lexicon written by
bitext lexicon train (.lex), or a translation memory (.tmx), from which align
learns word translations first. The direction of a file does not matter. Lines
that cannot be read are reported and skipped.

--embed adds the evidence of sentence vectors, which a server on your computer
or elsewhere makes: any that speaks the embeddings protocol of OpenAI, as
Ollama, llama.cpp and vLLM do. The model must know both languages. The texts are
sent to the server, in the environment BITEXT_EMBED_KEY is its key, and vectors
are kept in the user's cache, so that a second run needs no server.`,
		Example: `  bitext align report.ar-en.txt -o report.tmx
  bitext align report.ar.txt report.en.txt -o report.tmx
  bitext align --lexicon terms.csv --lexicon old.tmx report.ar.txt report.en.txt -o report.tmx
  bitext align --langs de,fr --format tsv buch.txt livre.txt
  bitext align --lines --format beads source.txt target.txt    one sentence a line`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef("no file is named; see bitext align --help")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error { return o.run(c.Context(), args, c.ErrOrStderr()) },
	}
	f := c.Flags()
	f.StringVarP(&o.out, "output", "o", "-", outputUsage)
	f.StringVar(&o.master, "append", "", "`memory` to add the units to, in place, without those that it has")
	f.StringVar(&o.langs, "langs", "",
		"`languages` in the order of the files, as in ar,en, or those to keep of a memory (default: detected; all)")
	o.reading.flags(c)
	o.writing.flags(c)
	f.StringVar(&o.format, "format", "tmx", "`format` of the output: "+strings.Join(formatNames, ", ")+
		" (default: by the name of the output, else tmx)")
	f.Lookup("format").DefValue = "" // which the usage says
	f.StringVar(&o.unit, "unit", "sentence", "what a unit holds: `sentence` or paragraph")
	f.StringArrayVar(&o.lexicon, "lexicon", nil, lexiconUsage)
	o.embed.flags(c)
	sureFlag(c, &o.sure)
	allowFlag(c, &o.allow)
	f.BoolVar(&o.ordered, "ordered", false, orderedUsage)
	f.BoolVar(&o.lines, "lines", false, "each line of the files is a sentence")
	f.IntSliceVar(&o.columns, "columns", nil,
		"`columns` of a table that hold the languages, in the order of --langs, as in 2,4 (default: found)")
	f.StringVar(&o.date, "date", "", "creation `date` of the memory, as in 2016-09-19 or 2016-09-19T10:00:00Z "+
		"(default: SOURCE_DATE_EPOCH, else the last change of the newest file)")
	f.BoolVarP(&o.quiet, "quiet", "q", false, "print no summary")
	f.BoolVar(&o.json, "json", false, "write the summary as JSON to the standard output")
	f.BoolVar(&o.all, "all", false, "list all sentences without a counterpart in the summary, not ten")
	f.BoolVarP(&o.dry, "dry-run", "n", false, "do everything except write the output")
	f.BoolVar(&o.explain, "explain", false, "list in the summary which lines are in which language, "+
		"what was left out, and how the layout was repaired")
	completions(c, "format", formatNames...)
	completions(c, "unit", unitNames...)
	fileCompletions(c, "append")
	fileCompletions(c, "lexicon", lexiconNames...)
	return c
}

// check checks the flags before any file is read, and returns the languages that they name.
func (o *alignOptions) check(paths []string) (langs []language.Tag, err error) {
	if o.same, err = allowsSame(o.allow); err != nil {
		return nil, err
	}
	if err := choice("format", o.format, formatNames...); err != nil {
		return nil, err
	}
	if err := choice("unit", o.unit, unitNames...); err != nil {
		return nil, err
	}
	if err := checkSure(o.sure); err != nil {
		return nil, err
	}
	if err := noFolders(paths); err != nil {
		return nil, err
	}
	if err := o.embed.check(); err != nil {
		return nil, err
	}
	if o.lines && len(paths) == 1 {
		return nil, usagef("--lines needs one file for each language, but only %s is named; add the other", paths[0])
	}
	if o.lines && o.unit == "paragraph" {
		return nil, usagef("--lines has no paragraphs; leave out --unit paragraph or --lines")
	}
	if err := o.checkOutput(paths); err != nil {
		return nil, err
	}
	if len(paths) == 1 && o.known.isTMX(paths[0]) {
		return nil, nil // paired selects the languages
	}
	ranges, err := parseRanges(o.langs)
	if err != nil {
		return nil, err
	}
	o.retagged = nil
	for _, r := range ranges {
		langs = append(langs, r.Wanted)
		o.retagged = append(o.retagged, r.As)
	}
	return langs, nil
}

// checkOutput checks that the output replaces nothing that is read.
func (o *alignOptions) checkOutput(paths []string) error {
	files, err := lexiconUses(o.lexicon)
	if err != nil {
		return err
	}
	if err := noOverwrite(uses("-o", o.out), uses("a document", paths...), files, o.srx.uses()); err != nil {
		return err
	}
	if o.json && o.out == "-" && !o.dry && o.master == "" {
		return usagef("--json and the memory would both use the standard output; " +
			"name a file with -o, or add --dry-run")
	}
	return nil
}

// anchorsOf returns the places where documents are known to say the same: cues of subtitles that
// are shown together, and cells of the same tables.
func anchorsOf(docs []*read.Document, texts []*segment.Text) [][]int {
	if anchors := bilingual.CueAnchors(docs, texts); anchors != nil {
		return anchors
	}
	return bilingual.CellAnchors(docs, texts)
}
