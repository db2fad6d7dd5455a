package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"
	"sort"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/check"
	"github.com/bitext-go/bitext/align/lexicon/glossary"
	"github.com/bitext-go/bitext/align/tmx"
	bar "github.com/bitext-go/bitext/examples/bitext/progress"
	"github.com/bitext-go/bitext/internal/fileerr"
	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/internal/say"
	"github.com/bitext-go/bitext/segment"
)

// findings collects what a check finds.
type findings struct {
	kinds      []check.Kind
	glossaries []string
	forbidden  []string // files of terms that must not be used
	checker    check.Checker
	log        io.Writer
	lines      []place // the place of each unit, by its number from 1 over all files
	before     int     // units of the files before it
	all        []finding
	// confidences are those of translation, for each unit; nil if it has none.
	confidences []*float64
	ready       bool         // the glossaries have been read
	judge       *memoryJudge // nil if units of memories are not judged
	task        *bar.Task
	style       style // of the report in text
}

// A place is a unit of a file and a line of it, each from 1; the line is 0 if it is not known.
type place struct {
	path       string
	line, unit int
}

func (p place) String() string {
	if p.line == 0 {
		return p.path
	}
	return fmt.Sprintf("%s:%d", p.path, p.line)
}

// A finding is one of package check, with its place.
type finding struct {
	check.Finding
	place
	lang  language.Tag
	other place // of the unit that it is compared with
}

// A checkedUnit is a unit and where its text is.
type checkedUnit struct {
	langs      []language.Tag
	place      func(side, offset int) place
	confidence *float64        // that its sides are translations of each other; nil if unknown
	extra      []check.Finding // what package check does not find
}

// check checks units, in the order in which they come.
func (r *findings) check(units iter.Seq2[checkedUnit, []check.Side]) {
	for u, found := range check.All(&r.checker, units) {
		n := r.checker.Units()
		at := u.place(0, 0)
		at.unit = n - r.before
		r.lines, r.confidences = append(r.lines, at), append(r.confidences, u.confidence)
		for _, f := range u.extra {
			if slices.Contains(r.kinds, f.Kind) {
				found = append(found, f)
			}
		}
		for _, f := range found {
			x := finding{Finding: f, place: u.place(f.Side, f.Span.Start), lang: u.langs[f.Side]}
			x.place.unit = at.unit
			if f.Earlier > 0 {
				x.other = r.lines[f.Earlier-1]
				x.Message = renumbered(f, x.other, x.path)
			}
			r.all = append(r.all, x)
		}
		r.task.Count("units", n, 0)
	}
}

// renumbered returns the message of a finding that compares units, with the number that the earlier
// unit has in its own file.
func renumbered(f check.Finding, earlier place, path string) string {
	message, ok := strings.CutSuffix(f.Message, fmt.Sprintf("in unit %d", f.Earlier))
	if !ok {
		return f.Message
	}
	message += fmt.Sprintf("in unit %d", earlier.unit)
	if earlier.path != path {
		message += " of " + earlier.path
	}
	return message
}

// unitOf returns what is known of a unit besides its text.
func unitOf(sides []check.Side, place func(side, offset int) place) checkedUnit {
	u := checkedUnit{place: place}
	for _, s := range sides {
		u.langs = append(u.langs, s.Lang)
	}
	return u
}

// A beadPlace is the text of a bead in a document.
type beadPlace struct {
	path string
	text *segment.Text
	at   segment.Range
}

// line returns the line of an offset of the bead's wording. It may be off by one if the wording
// leaves out line breaks.
func (b beadPlace) line(offset int) place {
	if b.at.Len() == 0 || len(b.text.Lines) == 0 {
		return place{path: b.path}
	}
	i, before := b.at.Lo, 0 // the sentence, and the length of those before it
	for i < b.at.Hi-1 {
		n := len(b.text.Wording(segment.Range{Lo: b.at.Lo, Hi: i + 1}))
		if n > offset {
			break
		}
		i, before = i+1, n
	}
	s := b.text.Sentences[i]
	at := min(s.Start+max(offset-before, 0), max(s.End-1, s.Start))
	k := sort.Search(len(b.text.Lines), func(k int) bool { return b.text.Lines[k].Offset > at })
	return place{path: b.path, line: b.text.Lines[max(k-1, 0)].Number}
}

// memory checks the units of a memory. Damaged units are reported and left out.
func (r *findings) memory(ctx context.Context, path string, in io.Reader, langs []language.Tag) (err error) {
	r.before = r.checker.Units()
	var failed error
	units := func(yield func(checkedUnit, []check.Side) bool) {
		err = r.memoryUnits(ctx, path, in, langs, yield)
	}
	if r.judge == nil {
		r.check(units)
	} else {
		r.check(r.judge.judged(ctx, units, &failed))
	}
	return errors.Join(err, failed)
}

// memoryUnits calls yield for the units of a memory until it returns false.
func (r *findings) memoryUnits(ctx context.Context, path string, in io.Reader, langs []language.Tag,
	yield func(checkedUnit, []check.Side) bool) error {
	reader := tmx.NewReader(in)
	header, _ := reader.Header() // what is wrong with it, Units says again
	leftOut := leftOutLog{w: r.task.Writer(r.log), path: path}
	for u, err := range reader.Units() {
		var bad *tmx.SyntaxError
		switch {
		case errors.As(err, &bad):
			leftOut.add(bad.Line, bad.Err.Error())
			continue
		case err != nil:
			return fmt.Errorf("%s: %w", path, err)
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		sides := sidesOf(u, header.Source, langs)
		if len(sides) == 0 {
			continue
		}
		if !r.ready {
			tags := langs
			if tags == nil {
				for _, s := range sides {
					tags = append(tags, s.Lang)
				}
			}
			if err := r.readGlossaries(tags); err != nil {
				return err
			}
		}
		at := place{path: path, line: reader.Line()}
		if !yield(unitOf(sides, func(int, int) place { return at }), sides) {
			return nil
		}
	}
	return nil
}

// sidesOf returns the sides of a unit: those in langs or, if langs is nil, all, the source first.
func sidesOf(u tmx.Unit, source language.Tag, langs []language.Tag) []check.Side {
	var out []check.Side
	if langs != nil {
		said := false
		for _, l := range langs {
			v, ok := u.In(l)
			said = said || ok
			out = append(out, check.Side{Lang: l, Text: v.Text, Codes: codesOf(v)})
		}
		if !said {
			return nil
		}
		return out
	}
	if u.Source != language.Und {
		source = u.Source
	}
	first := -1
	for i, v := range u.Variants {
		out = append(out, check.Side{Lang: v.Lang, Text: v.Text, Codes: codesOf(v)})
		if first < 0 && source != language.Und && langtag.SameBase(v.Lang, source) {
			first = i
		}
	}
	if first > 0 {
		out[0], out[first] = out[first], out[0]
	}
	return out
}

// codesOf returns the inline codes of a variant.
func codesOf(v tmx.Variant) []check.Code {
	var out []check.Code
	for _, c := range v.Inline {
		out = append(out, check.Code{Offset: c.Offset, XML: c.XML})
	}
	return out
}

// readGlossaries reads the glossaries for the first language and each of the others.
func (r *findings) readGlossaries(langs []language.Tag) (err error) {
	r.ready = true
	if r.checker.Terms, err = termsOf(r.glossaries, langs, r.log); err != nil {
		return err
	}
	r.checker.Forbidden, err = forbiddenTerms(r.forbidden, langs)
	return err
}

// termsOf reads the terms of glossaries for the first language and each of the others.
func termsOf(glossaries []string, langs []language.Tag, log io.Writer) (out []check.Term, err error) {
	for _, path := range glossaries {
		entries := 0
		for _, tgt := range langs[min(1, len(langs)):] {
			f, err := openGlossary(path, langs[0], tgt)
			if err != nil {
				return nil, err
			}
			leftOut := leftOutLog{w: log, path: path}
			for _, bad := range f.Skipped {
				leftOut.add(bad.Line, bad.Cause)
			}
			for _, e := range f.Entries {
				out = append(out, termOf(e, langs[0], tgt))
			}
			entries += len(f.Entries)
		}
		if entries == 0 {
			return nil,
				fmt.Errorf("%s: there is no term in %s in it; check the file, or name the languages with --langs",
					path, englishList(langs))
		}
	}
	return out, nil
}

// forbiddenTerms reads files with a term a line, which must not be used in any of the languages but
// the first; a tag and a tab before the term limit it to that language.
func forbiddenTerms(paths []string, langs []language.Tag) (out []check.Side, err error) {
	for _, path := range paths {
		body, err := os.ReadFile(path)
		if err != nil {
			return nil, fileerr.In(path, err)
		}
		n := 0
		for line := range strings.Lines(string(body)) {
			n++
			line = strings.TrimSpace(strings.TrimPrefix(line, "\ufeff"))
			if line == "" || strings.HasPrefix(line, "#") {
				continue
			}
			tag, term, named := strings.Cut(line, "\t")
			if !named {
				for _, l := range langs[min(1, len(langs)):] {
					out = append(out, check.Side{Lang: l, Text: line})
				}
				continue
			}
			lang, err := language.Parse(strings.TrimSpace(tag))
			if err != nil {
				return nil,
					fmt.Errorf("%s:%d: %q is not a language tag; write a term, or a tag such as fr, a tab and a term",
						path, n, tag)
			}
			out = append(out, check.Side{Lang: lang, Text: strings.TrimSpace(term)})
		}
	}
	return out, nil
}

func termOf(e glossary.Entry, src, tgt language.Tag) check.Term {
	return check.Term{Source: check.Side{Lang: src, Text: e.Source}, Target: check.Side{Lang: tgt, Text: e.Target}}
}

// writeSummary returns what was checked and how much was found, by kind.
func (r *findings) writeSummary(w io.Writer) error {
	counts := map[check.Kind]int{}
	for _, f := range r.all {
		counts[f.Kind]++
	}
	var kinds []string
	for _, k := range allKinds() {
		if counts[k] > 0 {
			kinds = append(kinds, fmt.Sprintf("%d %s", counts[k], k))
		}
	}
	out := say.Count(r.checker.Units(), "unit") + " checked, " + say.Count(len(r.all), "finding")
	if len(kinds) > 0 {
		out += ": " + strings.Join(kinds, ", ")
	}
	_, err := fmt.Fprintln(w, out)
	return err
}
