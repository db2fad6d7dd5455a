package verdict

import (
	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/segment"
)

// Floor returns the beads that may become units: those that are less likely translations than sure
// are taken apart, so that their sentences have no counterpart. It also returns the number of those
// beads. The beads are not changed.
func Floor(beads []align.Bead, sure float64) (kept []align.Bead, below int) {
	for _, b := range beads {
		if b.Null() || b.Translation >= sure {
			kept = append(kept, b)
			continue
		}
		below++
		kept = append(kept, apart(b)...)
	}
	return kept, below
}

// apart returns a bead for each text of a bead, in the order of the texts.
func apart(b align.Bead) (all []align.Bead) {
	for i, r := range b.Ranges {
		if r.Len() == 0 {
			continue
		}
		one := align.Bead{Ranges: make([]segment.Range, len(b.Ranges)), Boundary: b.Boundary}
		for k, o := range b.Ranges {
			at := o.Lo
			if k < i {
				at = o.Hi
			}
			one.Ranges[k] = segment.Range{Lo: at, Hi: at}
		}
		one.Ranges[i] = r
		all = append(all, one)
	}
	return all
}
