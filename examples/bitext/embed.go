//go:build !js

package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/bitext-go/bitext/align/embed"
	"github.com/bitext-go/bitext/align/evidence"
)

// embedGroup is the most sentences whose text is sent as one, since four cost twice as much as two
// and are rarely one bead.
const embedGroup = 3

// embedOptions are the flags of sentence vectors.
type embedOptions struct{ url, model string }

func (o *embedOptions) flags(c *cobra.Command) {
	f := c.Flags()
	f.StringVar(&o.url, "embed", "", "`URL` of a server that makes sentence vectors, as in http://localhost:11434/v1; "+
		"the texts are sent to it")
	f.StringVar(&o.model, "embed-model", "", "`name` of the server's model")
}

// check checks the flags.
func (o *embedOptions) check() error {
	switch {
	case o.url != "" && o.model == "":
		return usagef("--embed needs a model; name one that the server has with --embed-model, such as bge-m3")
	case o.url == "" && o.model != "":
		return usagef("--embed-model needs a server; name one with --embed, such as http://localhost:11434/v1")
	}
	return nil
}

// with adds the evidence of the vectors, if there is a server. They are kept in the user's folder
// for caches.
func (o *embedOptions) with(ctx context.Context, s evidence.Sum, log io.Writer, quiet bool) (evidence.Sum, func()) {
	if o.url == "" {
		return s, func() {}
	}
	task := begin(ctx, log, quiet, "getting vectors")
	client := &embed.Client{URL: o.url, Model: o.model, Key: os.Getenv("BITEXT_EMBED_KEY"),
		Progress: func(done, all int) { task.Set(done, all) }}
	if dir, err := os.UserCacheDir(); err == nil {
		client.Cache = filepath.Join(dir, "bitext", "vectors")
	} else {
		fmt.Fprintf(log, "bitext: vectors are not kept: %v\n", err)
	}
	return append(s, client.Evidence(embedGroup)), task.Done
}
