package lexicon

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// maxForm is the length in bytes of the longest form; words of texts are far below it.
const maxForm = 255

// New returns a lexicon of the given pairs. Where a pair comes twice, the higher probabilities
// count. Pairs with an empty form, one of more than 255 bytes, or without a probability above 0
// both ways are left out.
func New(source, target language.Tag, pairs iter.Seq[Pair]) *Lexicon {
	var all []Pair
	for p := range pairs {
		if isForm(p.Source) && isForm(p.Target) && p.Forward > 0 && p.Backward > 0 {
			all = append(all, p)
		}
	}
	slices.SortFunc(all, func(a, b Pair) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Target, b.Target))
	})
	targets := map[string]uint32{}
	for _, p := range all {
		targets[p.Target] = 0
	}
	to := slices.Sorted(maps.Keys(targets))
	for i, t := range to {
		targets[t] = uint32(i)
	}
	l := &Lexicon{source: source, target: target, to: newWords(to), pairs: make([]pair, 0, len(all))}
	var from []string
	for i, p := range all {
		next := pair{targets[p.Target], toStep(p.Forward), toStep(p.Backward)}
		switch {
		case i == 0 || p.Source != all[i-1].Source:
			from = append(from, p.Source)
			l.starts = append(l.starts, uint32(len(l.pairs)))
		case p.Target == all[i-1].Target:
			last := &l.pairs[len(l.pairs)-1]
			last.p, last.q = min(last.p, next.p), min(last.q, next.q)
			continue
		}
		l.pairs = append(l.pairs, next)
	}
	l.starts = append(l.starts, uint32(len(l.pairs)))
	l.from = newWords(from)
	return l
}

func isForm(s string) bool { return s != "" && len(s) <= maxForm && utf8.ValidString(s) }
