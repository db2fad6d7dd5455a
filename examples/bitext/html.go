package main

import (
	"io"
	"slices"
	"strings"

	"github.com/bitext-go/bitext/examples/bitext/page"
)

// writeHTML writes a page with the texts side by side, titled with the names of the documents.
func writeHTML(out io.Writer, r *result) error {
	var names []string
	for _, t := range r.texts {
		if !slices.Contains(names, t.Name) {
			names = append(names, t.Name)
		}
	}
	return page.Write(out, strings.Join(names, " · "), r.beads, r.texts...)
}
