package align

import (
	"cmp"
	"math"
	"slices"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/evidence"
)

// reasonsFor returns the weightiest reasons of a bead of two texts, at most limit of them: first
// those against it, numbers on one side only before the rest. At most half are in its favour, if
// there are enough others.
func reasonsFor(p evidence.Pricer, b *Bead, src, tgt language.Tag, limit int) []evidence.Reason {
	e, ok := p.(evidence.Explainer)
	if !ok || limit == 0 || b.Null() {
		return nil
	}
	all := e.Reasons(b.Ranges[0], b.Ranges[1])
	slices.SortStableFunc(all, func(x, y evidence.Reason) int {
		return cmp.Or(
			cmp.Compare(number(y.Missing()), number(x.Missing())),
			cmp.Compare(math.Abs(y.Weight), math.Abs(x.Weight)))
	})
	var against, favour []evidence.Reason
	for _, r := range all {
		if r.Side != 0 && r.Side != 1 {
			continue
		}
		r.Lang = []language.Tag{src, tgt}[r.Side]
		if r.Weight > 0 {
			favour = append(favour, r)
		} else {
			against = append(against, r)
		}
	}
	against = against[:min(len(against), max(limit/2, limit-len(favour)))]
	return append(against, favour[:min(len(favour), limit-len(against))]...)
}

// number returns 1 for true and 0 for false.
func number(b bool) int {
	if b {
		return 1
	}
	return 0
}
