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
	"regexp"
	"runtime/pprof"
	"strings"
	"time"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/lexicon/core"
	"github.com/bitext-go/bitext/align/lexicon/wide"
	"github.com/bitext-go/bitext/internal/gold"
	"github.com/bitext-go/bitext/segment"
)

func main() {
	lex := flag.String("lexicon", "none", "word lists to use: none, core or wide")
	profile := flag.String("cpuprofile", "", "write a profile of the processor's time to this file")
	flag.Parse()
	if *profile != "" {
		f, err := os.Create(*profile)
		if err == nil {
			err = pprof.StartCPUProfile(f)
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, "evaluate:", err)
			os.Exit(1)
		}
		defer pprof.StopCPUProfile()
	}
	if err := run(*lex, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "evaluate:", err)
		os.Exit(1)
	}
}

func run(lex string, dirs []string) error {
	for _, dir := range dirs {
		cases, err := gold.Cases(dir)
		if err != nil {
			return err
		}
		var total gold.Score
		begin := time.Now()
		for _, c := range cases {
			src, tgt := languages(c)
			scorer := align.Standard()
			switch lex {
			case "core":
				scorer = append(scorer, align.Dictionary(core.Lexicon))
			case "wide":
				scorer = append(scorer, align.Dictionary(wide.Lexicon))
			}
			beads, err := (&align.Aligner{Scorer: scorer}).Align(context.Background(), segment.FromSentences(c.Src, src), segment.FromSentences(c.Tgt, tgt))
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

var pairName = regexp.MustCompile(`(?:^|[/_-])([a-z]{2})-([a-z]{2})(?:$|[/_.-])`)

// languages reads the two languages from the last folder of the path that names them, as in "made/ar-en/pud0".
func languages(c gold.Case) (src, tgt language.Tag) {
	switch {
	case strings.Contains(c.Name, "textberg"):
		return language.German, language.French
	case strings.Contains(c.Name, "mac-dev"):
		return language.Chinese, language.English
	}
	m := pairName.FindAllStringSubmatch(filepath.Dir(c.Name), -1)
	if m == nil {
		return language.Und, language.Und
	}
	last := m[len(m)-1]
	return language.Make(last[1]), language.Make(last[2])
}
