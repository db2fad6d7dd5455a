package main

import (
	"context"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"

	"github.com/bitext-go/bitext/align/seed"
)

// A Source is a file of the input.
type Source struct {
	URI   string
	Name  string // inside its folder
	Plain bool   // it is a document, whatever its name ends with: it was found in a folder
	Why   string // why it cannot be read
}

// expand returns the files that an input names. Local folders are walked as bitext seed walks them:
// hidden files and memories in them are ignored.
func expand(ctx context.Context, input string, found func(Source)) error {
	if info, err := os.Stat(input); err == nil && info.IsDir() {
		return walk(input, found)
	}
	fsys, err := filesystem.New(ctx, input)
	if err != nil {
		return err
	}
	defer fsys.Close()
	all, err := fsys.List(ctx, input)
	if err == nil && len(all) == 0 {
		err = fmt.Errorf("%s: there is no such file; check the name", input)
	}
	if err != nil {
		return err
	}
	base := path.Dir(strings.Split(input, "*")[0] + "x")
	for _, uri := range all {
		name := strings.TrimPrefix(strings.TrimPrefix(uri, base), "/")
		found(Source{URI: uri, Name: name, Plain: strings.Contains(input, "*") && len(all) > 1 && !bundled(uri)})
	}
	return nil
}

// bundled reports whether a file that a pattern finds holds many documents.
func bundled(uri string) bool { return strings.HasSuffix(strings.TrimSuffix(uri, ".gz"), ".jsonl") }

// walk returns the documents in a local folder.
func walk(dir string, found func(Source)) error {
	c, err := seed.Find(dir, func(p string) bool {
		return slices.Contains([]string{".seeding", ".lex", ".pools"}, path.Ext(filepath.ToSlash(p)))
	})
	if err != nil {
		return err
	}
	for _, p := range c.Unused {
		// Find has left it out of a group, or could not open its folder. The first is found again.
		uri := filepath.Join(dir, filepath.FromSlash(p.Name))
		info, err := os.Stat(uri)
		switch {
		case err == nil && !info.IsDir():
			found(Source{URI: uri, Name: p.Name, Plain: true})
		default:
			found(Source{URI: uri, Name: p.Name, Why: p.Why})
		}
	}
	for _, g := range append(c.Groups, c.Loose) {
		for _, f := range g {
			found(Source{URI: f.Path, Name: f.Name, Plain: true})
		}
	}
	return nil
}
