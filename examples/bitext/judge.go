package main

import (
	"context"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/check"
	"github.com/bitext-go/bitext/segment"
)

// judgeUnits returns the confidence, from 0 to 1, that the sides of each unit of a memory are
// translations of each other, or -1 if it cannot be told, as for a side of white space. A unit in
// several languages has that of its least likely translation. sources returns the lexicons for two
// texts.
func judgeUnits(
	ctx context.Context, units [][]check.Side, sources func([]*segment.Text) ([]*lexiconSource, error),
) ([]float64, error) {
	type pair struct{ source, target language.Tag }
	type group struct {
		units    []int
		src, tgt []string
	}
	groups := map[pair]*group{}
	var order []pair // so that the work is the same on every run
	out := make([]float64, len(units))
	for i, all := range units {
		out[i] = -1
		source := slices.IndexFunc(all, hasText)
		for k := source + 1; source >= 0 && k < len(all); k++ {
			if !hasText(all[k]) {
				continue
			}
			p := pair{all[source].Lang, all[k].Lang}
			g := groups[p]
			if g == nil {
				g = &group{}
				groups[p], order = g, append(order, p)
			}
			g.units = append(g.units, i)
			g.src, g.tgt = append(g.src, all[source].Text), append(g.tgt, all[k].Text)
		}
	}
	for _, p := range order {
		g := groups[p]
		texts := []*segment.Text{segment.FromSentences(g.src, p.source), segment.FromSentences(g.tgt, p.target)}
		lexicons, err := sources(texts)
		if err != nil {
			return out, err
		}
		beads := make([]align.Bead, len(g.units))
		for i := range beads {
			beads[i].Ranges = []segment.Range{{Lo: i, Hi: i + 1}, {Lo: i, Hi: i + 1}}
		}
		aligner := align.Aligner{Scorer: scorer(lexicons)}
		confidences, err := aligner.Judge(ctx, beads, texts[0], texts[1])
		if err != nil {
			return out, err
		}
		for i, c := range confidences {
			if u := g.units[i]; out[u] < 0 || c < out[u] {
				out[u] = c
			}
		}
	}
	return out, nil
}

// hasText reports whether a side is more than white space.
func hasText(s check.Side) bool { return strings.TrimSpace(s.Text) != "" }
