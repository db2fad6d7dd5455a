package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/check"
)

// checks prints how often align/check finds something in beads that a person found, and how many
// planted faults it finds. Beads with one sentence on each side count. What is found in them is
// taken for a false alarm, although some of these translations do differ in a number or a name.
func checks(out io.Writer, sets []*set) error {
	var b strings.Builder
	alarms := make([]alarms, len(sets))
	caught := make([]planted, len(sets))
	for i, s := range sets {
		alarms[i], caught[i] = s.check()
	}
	b.WriteString("False alarms: the share of 1-1 beads with a finding\n\n| set | beads | any |")
	kinds := slices.DeleteFunc(check.Kinds(), func(k check.Kind) bool { return !aboutOneUnit(k) })
	for _, k := range kinds {
		fmt.Fprintf(&b, " %s |", k)
	}
	b.WriteString("\n|" + strings.Repeat(" --- |", len(kinds)+3) + "\n")
	for i, s := range sets {
		a := alarms[i]
		fmt.Fprintf(&b, "| %s | %d | %.1f %% |", s.name, a.beads, percent(a.any, a.beads))
		for _, k := range kinds {
			fmt.Fprintf(&b, " %.1f |", percent(a.kinds[k], a.beads))
		}
		b.WriteString("\n")
	}
	b.WriteString("\nFaults planted in beads without a finding: how many of them are found\n\n| set |")
	for _, f := range faults {
		fmt.Fprintf(&b, " %s |", f.name)
	}
	b.WriteString("\n|" + strings.Repeat(" --- |", len(faults)+1) + "\n")
	for i, s := range sets {
		fmt.Fprintf(&b, "| %s |", s.name)
		for _, f := range faults {
			n := caught[i][f.name]
			if n.All == 0 {
				b.WriteString(" – |")
				continue
			}
			fmt.Fprintf(&b, " %.0f %% of %d |", percent(n.Right, n.All), n.All)
		}
		b.WriteString("\n")
	}
	_, err := io.WriteString(out, b.String())
	return err
}

func percent(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }

// alarms is how many beads have a finding, how many have one about content, and how many have one
// of each kind.
type alarms struct {
	beads, any, content int
	kinds               map[check.Kind]int
}

// check runs the checks over the 1-1 beads of a set, and over the faults planted in them.
func (s *set) check() (alarms, planted) {
	a, p := alarms{kinds: map[check.Kind]int{}}, planted{}
	for i, c := range s.cases {
		langs := [2]language.Tag{s.texts[i][0].Lang, s.texts[i][1].Lang}
		for _, bead := range c.Beads {
			if len(bead.Src) != 1 || len(bead.Tgt) != 1 {
				continue
			}
			src := check.Side{Lang: langs[0], Text: c.Src[bead.Src[0]]}
			tgt := check.Side{Lang: langs[1], Text: c.Tgt[bead.Tgt[0]]}
			a.beads++
			if len(check.Pair(src, tgt)) > 0 {
				a.content++
			}
			found := map[check.Kind]bool{}
			for _, f := range checkUnit(src, tgt) {
				found[f.Kind] = true
			}
			for k := range found {
				a.kinds[k]++
			}
			if len(found) > 0 {
				a.any++
				continue
			}
			p.plant(src, tgt, a.beads)
		}
	}
	return a, p
}

// aboutOneUnit reports whether a unit by itself can have a finding of a kind, without a glossary or
// a limit.
func aboutOneUnit(k check.Kind) bool {
	return !slices.Contains([]check.Kind{check.Unpaired, check.Terminology, check.Inconsistent, check.Repeated,
		check.Forbidden, check.TooLong}, k)
}

// checkUnit returns every finding of a unit by itself.
func checkUnit(src, tgt check.Side) []check.Finding {
	var c check.Checker
	return c.Check(src, tgt)
}
