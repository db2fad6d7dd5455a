// Command evaluate aligns texts for which a person has found the beads, and says how well it did.
//
//	go run ./examples/evaluate DIR…
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/internal/gold"
	"github.com/bitext-go/bitext/segment"
)

func main() {
	flag.Parse()
	if err := run(flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "evaluate:", err)
		os.Exit(1)
	}
}

func run(dirs []string) error {
	for _, dir := range dirs {
		cases, err := gold.Cases(dir)
		if err != nil {
			return err
		}
		var total gold.Score
		begin := time.Now()
		for _, c := range cases {
			src, tgt := languages(c)
			beads, err := new(align.Aligner).Align(context.Background(), segment.FromSentences(c.Src, src), segment.FromSentences(c.Tgt, tgt))
			if err != nil {
				return fmt.Errorf("%s: %w", c.Name, err)
			}
			var found []gold.Bead
			for _, b := range beads {
				found = append(found, gold.Bead{Src: numbers(b.Ranges[0]), Tgt: numbers(b.Ranges[1])})
			}
			total.Add(gold.Compare(c.Beads, found))
		}
		p, r, f := total.Strict()
		lp, lr, lf := total.Lax()
		fmt.Printf("%-40s strict %.3f %.3f %.3f  lax %.3f %.3f %.3f  %.2fs", filepath.Base(filepath.Dir(dir))+"/"+filepath.Base(dir), p, r, f, lp, lr, lf, time.Since(begin).Seconds())
		for _, t := range total.TypeNames() {
			if c := total.Types[t]; c.All >= 8 {
				fmt.Printf("  %s %.2f", t, float64(c.Right)/float64(c.All))
			}
		}
		fmt.Println()
	}
	return nil
}

func numbers(r segment.Range) []int {
	var out []int
	for i := r.Lo; i < r.Hi; i++ {
		out = append(out, i)
	}
	return out
}

func languages(c gold.Case) (src, tgt language.Tag) { return language.Und, language.Und }
