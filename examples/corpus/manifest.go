package main

import (
	"context"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/seed"
)

// openManifest reads the groups of a manifest, as bitext seed does.
func openManifest(ctx context.Context, uri string, group func(Group)) error {
	raw, err := load(ctx, uri)
	if err != nil {
		return err
	}
	scheme, local := "", uri
	if i := strings.Index(uri, "://"); i >= 0 {
		scheme, local = uri[:i+3], uri[i+3:]
	}
	c, err := seed.ParseManifest(local, raw)
	if err != nil {
		return err
	}
	for _, g := range c.Groups {
		out := Group{Name: g.String()}
		for _, f := range g {
			d := Document{ID: f.Name, Name: f.Name, URI: scheme + f.Path}
			if f.Lang != language.Und {
				d.Lang = f.Lang.String()
			}
			out.Documents = append(out.Documents, d)
		}
		group(out)
	}
	return nil
}
