package main

import (
	"context"
	"fmt"
	"io"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/examples/bitext/internal/memories"
	"github.com/bitext-go/bitext/internal/say"
)

// append adds the units of a result to the memory of --append, in place. It adds nothing if the
// texts seem not to belong together.
func (o *alignOptions) append(ctx context.Context, r *result, log io.Writer) error {
	if r.question() != "" {
		return nil // run asks the question
	}
	master, err := openMemoryFile(ctx, o.master, o.master, log)
	if err != nil {
		return err
	}
	defer master.close()
	source := &memories.Source{Name: o.master, Open: master.open}
	source.Damage = func(bad *tmx.SyntaxError) error {
		return damagedMemory(o.master, bad, "repair the unit first")
	}
	job := tmx.Header{Source: r.texts[0].Lang, SegType: tmx.SegType(r.unit)}
	beads, _ := r.written()
	var report *memories.AppendReport
	err = writeOut(ctx, o.master, o.writing.convert(func(w io.Writer) (err error) {
		report, err = memories.Append(ctx, source, job, r.memory(beads), w)
		return err
	}), master.ready)
	if err != nil || o.quiet || o.json {
		return err
	}
	_, err = fmt.Fprintf(log, "%s: %s added to %d; the memory has %d more already\n",
		o.master, say.Count(report.Added, "unit"), report.Units, report.Equal)
	return err
}

// checkAppend checks the flags that --append excludes.
func (o *alignOptions) checkAppend(paths []string) error {
	switch {
	case o.master == "":
		return nil
	case o.out != "-":
		return usagef("--append and -o both name the memory to write; leave out one of them")
	case o.format != "tmx":
		return usagef("--append adds to a translation memory; leave out --format %s", o.format)
	case len(paths) == 1 && o.known.isTMX(paths[0]):
		return usagef("%s is a memory; put the two together with: bitext memory merge %[2]s %[1]s -o %[2]s",
			paths[0], o.master)
	}
	if err := o.writing.checkInPlace(o.master, o.master); err != nil {
		return err
	}
	lexicons, err := lexiconUses(o.lexicon)
	if err != nil {
		return err
	}
	return noOverwrite(uses("--append", o.master), uses("a document", paths...), lexicons, o.srx.uses())
}
