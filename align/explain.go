package align

import (
	"cmp"
	"math"
	"slices"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/segment"
)

// explain gives a bead its weightiest reasons: at most half of the room goes to those that speak
// for it, if there are others.
func (p *search) explain(b *Bead, most int) {
	e, ok := p.model.(evidence.Explainer)
	if !ok || most == 0 || b.Null() {
		return
	}
	all := e.Reasons(b.Ranges[0], b.Ranges[1])
	slices.SortStableFunc(all, func(x, y evidence.Reason) int {
		return cmp.Or(cmp.Compare(yes(y.Missing()), yes(x.Missing())), cmp.Compare(math.Abs(y.Weight), math.Abs(x.Weight)))
	})
	var against, favour []evidence.Reason
	for _, r := range all {
		r.Lang = []*segment.Text{p.src, p.tgt}[r.Text].Lang
		if r.Weight > 0 {
			favour = append(favour, r)
		} else {
			against = append(against, r)
		}
	}
	against = against[:min(len(against), max(most/2, most-len(favour)))]
	b.Reasons = append(against, favour[:min(len(favour), most-len(against))]...)
}

func yes(b bool) int {
	if b {
		return 1
	}
	return 0
}
