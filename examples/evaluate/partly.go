package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/internal/gold"
)

// keptAt is the confidence from which on a bead counts as kept.
const keptAt = 0.5

// A keeping is what is kept of the documents of one kind.
type keeping struct {
	score      gold.Score
	kept, held int // beads, and those of them that share a sentence pair with the gold
	found, all int // sentence pairs of the gold: in beads that are kept, and in all
	error      calibration
}

// A calibration sums up how far confidences are from being probabilities.
type calibration [10]bin

func (c *calibration) add(confidence float64, right bool) {
	b := &c[min(len(c)-1, int(confidence*float64(len(c))))]
	b.beads++
	b.sum += confidence
	if right {
		b.right++
	}
}

// partly prints a Markdown table of what is kept at keptAt of each kind of text: the folder above
// the sets, as in "half/ar-en". Nothing else of a gold file but its beads with two sides counts.
func partly(ctx context.Context, out io.Writer, sets []*set, dict evidence.Dictionary) error {
	var kinds []string
	of := map[string]*keeping{}
	pooled := &keeping{}
	for _, s := range sets {
		kind := filepath.Dir(s.name)
		if of[kind] == nil {
			of[kind], kinds = &keeping{}, append(kinds, kind)
		}
		r, err := s.alignWith(ctx, &align.Aligner{Scorer: scorerWith(dict), Moved: true})
		if err != nil {
			return err
		}
		of[kind].add(s, &r)
		pooled.add(s, &r)
	}
	var b strings.Builder
	b.WriteString("| | strict F1 | kept | false | precision | recall | calibration error |\n|" +
		strings.Repeat(" --- |", 7) + "\n")
	for _, kind := range append(kinds, "all") {
		k := of[kind]
		if kind == "all" {
			k = pooled
		}
		_, _, f := k.score.Strict()
		fmt.Fprintf(&b, "| %s | %.3f | %d | %d | %.3f | %.3f | %.3f |\n", kind, f, k.kept, k.kept-k.held,
			float64(k.held)/float64(max(1, k.kept)), float64(k.found)/float64(max(1, k.all)),
			calibrationError(k.error[:]))
	}
	_, err := io.WriteString(out, b.String())
	return err
}

// add counts the documents of a set.
func (k *keeping) add(s *set, r *result) {
	at := 0
	for i, c := range s.cases {
		links := map[[2]int]bool{}
		for _, b := range c.Beads {
			for _, x := range b.Src {
				for _, y := range b.Tgt {
					links[[2]int{x, y}] = true
				}
			}
		}
		k.all += len(links)
		for _, b := range r.found[i] {
			j := r.judged[at]
			at++
			if b.Null() {
				continue
			}
			held := 0
			for _, x := range b.Src {
				for _, y := range b.Tgt {
					if links[[2]int{x, y}] {
						held++
					}
				}
			}
			k.error.add(j.Translation, held > 0)
			if j.Translation < keptAt {
				continue
			}
			k.kept++
			k.found += held
			if held > 0 {
				k.held++
			}
		}
	}
	k.score.Add(r.score)
}
