//go:build !js

package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/seed"
	"github.com/bitext-go/bitext/examples/bitext/review"
	"github.com/bitext-go/bitext/internal/say"
)

// reviewFolder serves the list of the documents in a folder.
func (o *reviewOptions) reviewFolder(ctx context.Context, dir string, out, log io.Writer) error {
	switch {
	case o.export != "" || o.out != "-":
		return usagef("--export and -o are for one review, but %s is a folder; name the documents", dir)
	case o.journal != "":
		return usagef("--journal is for one review, but %s is a folder; each of its reviews has a journal beside its "+
			"first document", dir)
	}
	jobs, err := o.jobs(ctx, dir, log)
	if err != nil {
		return err
	}
	all := review.NewJobs(filepath.Base(dir), jobs, func(r *review.Review) { r.Check(ctx) })
	defer all.Close()
	beside := filepath.Join(dir, "reviews")
	l, err := review.ListenFor(beside, o.port)
	if err != nil {
		return fmt.Errorf("port %d of this computer cannot be used: %w; leave out --port, or choose another", o.port,
			err)
	}
	token := review.NewToken()
	fmt.Fprintf(log, "%s in %s.\n", say.Count(len(jobs), "review"), dir)
	s := review.NewJobsServer(all, l, token)
	if err := o.wait(ctx, s, l, review.Address(l, token), beside, out, log); err != nil {
		return err
	}
	fmt.Fprintln(log, "Each review is in a file beside its first document; the same command resumes them.")
	return nil
}

// jobs returns the reviews of a folder: its documents that are paired by name, the others that hold
// two languages, and its memories. Files that are left out are named.
func (o *reviewOptions) jobs(ctx context.Context, dir string, log io.Writer) ([]review.Job, error) {
	var memories []string
	c, err := seed.Find(dir, func(path string) bool {
		if isMemory(path) {
			memories = append(memories, path)
		}
		return isMemory(path) || strings.HasSuffix(path, ".review") || strings.HasSuffix(path, ".lex")
	})
	if err != nil {
		return nil, err
	}
	var jobs []review.Job
	for _, g := range c.Groups {
		var paths, langs []string
		for _, f := range g {
			paths = append(paths, f.Path)
			if f.Lang != language.Und {
				langs = append(langs, f.Lang.String())
			}
		}
		if len(langs) < len(paths) {
			langs = nil
		}
		jobs = append(jobs, o.job(ctx, commonName(g), paths, langs, log))
	}
	for _, f := range c.Loose {
		if d, err := o.read(ctx, f.Path); err == nil && len(finder.Languages(d.Body)) > 1 {
			jobs = append(jobs, o.job(ctx, f.Name, []string{f.Path}, nil, log))
		} else {
			c.Unused = append(c.Unused, seed.Problem{Name: f.Name,
				Why: "no document of this name is in another language"})
		}
	}
	for _, path := range memories {
		name, err := filepath.Rel(dir, path)
		if err != nil {
			name = path
		}
		jobs = append(jobs, o.job(ctx, filepath.ToSlash(name), []string{path}, nil, log))
	}
	for _, p := range c.Unused {
		fmt.Fprintf(log, "%s: left out: %s\n", p.Name, p.Why)
	}
	if len(jobs) == 0 {
		return nil, fmt.Errorf("%s: the folder has no documents that are translations of each other, and no memory; "+
			"name the documents", dir)
	}
	slices.SortStableFunc(jobs, func(a, b review.Job) int { return strings.Compare(a.Name, b.Name) })
	return jobs, nil
}

// commonName returns what the names of the files of a group begin with, up to the language, or all
// of their names.
func commonName(g seed.Group) string {
	name := g[0].Name
	for _, f := range g[1:] {
		n := 0
		for n < min(len(name), len(f.Name)) && name[n] == f.Name[n] {
			n++
		}
		name = name[:n]
	}
	if name = strings.TrimRight(strings.ToValidUTF8(name, ""), "._-/ "); len(g) == 1 || name == "" {
		return g.String()
	}
	return name
}

// job returns a review of a list. Its options are made when it is opened.
func (o *reviewOptions) job(ctx context.Context, name string, paths, langs []string, log io.Writer) review.Job {
	own := *o
	if own.langs == "" && len(langs) > 1 {
		own.langs = strings.Join(langs, ",")
	}
	names := make([]string, len(paths))
	for i, path := range paths {
		names[i] = filepath.Base(path)
	}
	return review.Job{Name: name, Documents: names, Langs: langs,
		Options: func() (review.Options, error) { return own.options(ctx, paths, log) }}
}
