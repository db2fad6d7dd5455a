// Command minimal aligns a document that holds two languages, and writes the pairs as TMX. It uses
// the library as a program of yours would:
//
//	go run ./examples/minimal report.docx > report.tmx
package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/memory"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/lang"
	"github.com/bitext-go/bitext/read"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: minimal DOCUMENT > MEMORY.tmx")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "minimal:", err)
		os.Exit(1)
	}
}

func run(path string, out io.Writer) error {
	document, err := read.File(context.Background(), path)
	if err != nil {
		return err
	}
	texts := document.Split(lang.ByLetters())
	beads, err := align.Align(texts...)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	w := tmx.NewWriter(out)
	// FromBeads also keeps the sentences without a counterpart, in properties of the units, where a
	// later translation can find them.
	for unit := range memory.FromBeads(beads, texts...) {
		if err := w.Write(unit); err != nil {
			return err
		}
	}
	return w.Close()
}
