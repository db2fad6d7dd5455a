package gold

import "sort"

// A Score counts how beads that were found compare with gold beads. Scores of several texts are
// added, which pools them as published figures are pooled.
//
// Beads that are empty on both sides do not count, and each alignment is a set of beads. A strict
// hit is identical to a bead of the other alignment; a lax hit shares with it at least one linked
// pair of sentences. Precision runs over all beads found, one-sided ones included; recall over gold
// beads with both sides, among found beads with both sides.
type Score struct {
	Found, FoundStrict, FoundLax int
	Gold, GoldStrict, GoldLax    int
	Types                        map[string]Count // strict recall by the size of the gold bead, one-sided ones included
}

// A Count is how many of a number of things are right.
type Count struct{ Right, All int }

// Compare scores found beads against gold beads.
func Compare(gold, found []Bead) Score {
	var s Score
	s.Found, s.FoundStrict, s.FoundLax = hits(found, gold)
	s.Gold, s.GoldStrict, s.GoldLax = hits(full(gold), full(found))
	s.Types = map[string]Count{}
	have := set(found)
	for k, b := range set(gold) {
		c := s.Types[b.Type()]
		c.All++
		if _, ok := have[k]; ok {
			c.Right++
		}
		s.Types[b.Type()] = c
	}
	return s
}

// Add pools t into s.
func (s *Score) Add(t Score) {
	s.Found, s.FoundStrict, s.FoundLax = s.Found+t.Found, s.FoundStrict+t.FoundStrict, s.FoundLax+t.FoundLax
	s.Gold, s.GoldStrict, s.GoldLax = s.Gold+t.Gold, s.GoldStrict+t.GoldStrict, s.GoldLax+t.GoldLax
	if s.Types == nil {
		s.Types = map[string]Count{}
	}
	for k, c := range t.Types {
		d := s.Types[k]
		s.Types[k] = Count{d.Right + c.Right, d.All + c.All}
	}
}

// Strict returns precision, recall and F1 of strict hits, from 0 to 1.
func (s Score) Strict() (p, r, f float64) {
	return prf(s.FoundStrict, s.Found, s.GoldStrict, s.Gold)
}

// Lax returns precision, recall and F1 of lax hits, from 0 to 1.
func (s Score) Lax() (p, r, f float64) { return prf(s.FoundLax, s.Found, s.GoldLax, s.Gold) }

// TypeNames returns the bead types that the gold holds, the most frequent first.
func (s Score) TypeNames() []string {
	var names []string
	for k := range s.Types {
		names = append(names, k)
	}
	sort.Slice(names, func(i, j int) bool {
		a, b := s.Types[names[i]].All, s.Types[names[j]].All
		return a > b || a == b && names[i] < names[j]
	})
	return names
}

// Judge returns which of the found beads are identical to a gold bead, and Lax which share a link
// with one.
func Judge(gold, found []Bead) (strict, lax []bool) {
	ref, links := set(gold), linked(gold)
	for _, b := range found {
		_, ok := ref[b.key()]
		strict, lax = append(strict, ok), append(lax, ok || links.any(b))
	}
	return strict, lax
}

func hits(beads, ref []Bead) (n, strict, lax int) {
	have, links := set(ref), linked(ref)
	for k, b := range set(beads) {
		n++
		if _, ok := have[k]; ok {
			strict++
			lax++
		} else if links.any(b) {
			lax++
		}
	}
	return n, strict, lax
}

type links map[[2]int]bool

func linked(beads []Bead) links {
	l := links{}
	for _, b := range beads {
		for _, i := range b.Src {
			for _, j := range b.Tgt {
				l[[2]int{i, j}] = true
			}
		}
	}
	return l
}

func (l links) any(b Bead) bool {
	for _, i := range b.Src {
		for _, j := range b.Tgt {
			if l[[2]int{i, j}] {
				return true
			}
		}
	}
	return false
}

func set(beads []Bead) map[string]Bead {
	m := map[string]Bead{}
	for _, b := range beads {
		if len(b.Src)+len(b.Tgt) > 0 {
			m[b.key()] = b
		}
	}
	return m
}

func full(beads []Bead) []Bead {
	var out []Bead
	for _, b := range beads {
		if !b.Null() {
			out = append(out, b)
		}
	}
	return out
}

func prf(ph, pn, rh, rn int) (p, r, f float64) {
	if pn > 0 {
		p = float64(ph) / float64(pn)
	}
	if rn > 0 {
		r = float64(rh) / float64(rn)
	}
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return p, r, f
}
