package main

import (
	"fmt"
	"io"
	"math"
	"strings"
)

// report prints the figures of a set: precision, recall and F1, and strict recall by type of gold
// bead.
func (r result) report(out io.Writer, name, languages string) error {
	p, c, f := r.score.Strict()
	lp, lc, lf := r.score.Lax()
	var b strings.Builder
	const head = "%s: %s, documents %d, beads %d, %.2f s\n"
	fmt.Fprintf(&b, head, name, languages, r.documents, r.score.Found, r.took.Seconds())
	fmt.Fprintf(&b, "  strict  P %.3f  R %.3f  F1 %.3f\n  lax     P %.3f  R %.3f  F1 %.3f\n", p, c, f, lp, lc, lf)
	b.WriteString("  recall ")
	for _, t := range r.score.TypeNames() {
		n := r.score.Types[t]
		fmt.Fprintf(&b, "  %s %d/%d = %.3f", t, n.Right, n.All, float64(n.Right)/float64(n.All))
	}
	b.WriteString("\n")
	_, err := io.WriteString(out, b.String())
	return err
}

// mean prints the mean F1 of several sets.
func mean(out io.Writer, results []result) error {
	if len(results) < 2 {
		return nil
	}
	strict, lax := 0.0, 0.0
	for _, r := range results {
		_, _, s := r.score.Strict()
		_, _, l := r.score.Lax()
		strict, lax = strict+s, lax+l
	}
	n := float64(len(results))
	_, err := fmt.Fprintf(out, "mean F1 of %d sets: strict %.3f  lax %.3f\n", len(results), strict/n, lax/n)
	return err
}

// edges are where the bins of the reliability table begin, and where the last ends. Most beads are
// above .9, so that part is cut finer.
var edges = [...]float64{0, .1, .2, .3, .4, .5, .6, .7, .8, .9, .98, 1}

// A bin is the beads whose confidence lies between two edges.
type bin struct {
	beads, right int
	sum          float64 // of the confidences
}

// bins sorts confidences into bins.
type bins [len(edges) - 1]bin

func (x *bins) add(confidence float64, right bool) {
	k := len(x) - 1
	for k > 0 && confidence < edges[k] {
		k--
	}
	x[k].beads++
	x[k].sum += confidence
	if right {
		x[k].right++
	}
}

// reliability prints how far the confidences hold, over the beads of all sets: Boundary against
// strict correctness, and Translation, of beads with two sides, against lax correctness.
func reliability(out io.Writer, results []result) error {
	var pairs, nulls, translation bins
	for _, r := range results {
		for _, j := range r.judged {
			if j.Null() {
				nulls.add(j.Boundary, j.strict)
				continue
			}
			pairs.add(j.Boundary, j.strict)
			translation.add(j.Translation, j.lax)
		}
	}
	var b strings.Builder
	pairs.print(&b, "Boundary of beads with two sides: is the bead cut right (strict)")
	nulls.print(&b, "Boundary of beads with one side: has the sentence no counterpart (strict)")
	translation.print(&b, "Translation: do its two sides translate one another (lax)")
	_, err := io.WriteString(out, b.String())
	return err
}

// calibrationError returns the expected calibration error: the mean, over all beads, of how far the
// mean confidence of a bin is from the share of its beads that are right. It is 0 if there are no
// beads.
func calibrationError(bins []bin) float64 {
	off, n := 0.0, 0
	for _, b := range bins {
		off += math.Abs(b.sum - float64(b.right))
		n += b.beads
	}
	return off / float64(max(1, n))
}

func (x *bins) print(b *strings.Builder, title string) {
	fmt.Fprintf(b, "\n%s\n  confidence    beads   mean  right\n", title)
	for k, n := range x {
		fmt.Fprintf(b, "  %.2f to %.2f  %6d", edges[k], edges[k+1], n.beads)
		if n.beads > 0 {
			fmt.Fprintf(b, "  %.3f  %.3f", n.sum/float64(n.beads), float64(n.right)/float64(n.beads))
		}
		b.WriteString("\n")
	}
	fmt.Fprintf(b, "  calibration error %.3f\n", calibrationError(x[:]))
}
