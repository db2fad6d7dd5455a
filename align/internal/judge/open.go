package judge

import (
	"context"
	"slices"
	"sort"
)

const (
	// openBelow is the probability of a translation from which on a bead is not measured. Of 50,000
	// beads of long development texts that Open finds between .99 and .999, none turns out to be
	// below .9, and one in a hundred to be below .98.
	openBelow = 0.99
	// caution is the share of a lead that counts where rivals are guessed. In texts without
	// repetitions one or two beads in a hundred lead by less.
	caution = 0.5
	// alike is how many measured beads of about the same length say what rivals are like.
	alike = 31
)

// Open returns the indices of the beads that are unmeasured and should be measured. The others are
// translations, more likely than openBelow, even if all of them lead before rivals by half of what
// is expected of them. The measured beads should come from all over the texts. Open returns soon
// after ctx is cancelled, with the error of ctx.
func Open(ctx context.Context, beads []Bead) ([]int, error) {
	if !slices.ContainsFunc(beads, func(b Bead) bool { return b.Unmeasured && !b.Null }) {
		return nil, nil
	}
	list := compareAll(beads)
	for i := range list {
		if beads[i].Unmeasured {
			list[i].lead = min(list[i].lead, caution*list[i].lead)
		}
	}
	v, err := judge(ctx, list)
	if err != nil {
		return nil, err
	}
	var open []int
	for i, p := range v.Translation {
		if beads[i].Unmeasured && !beads[i].Null && p < openBelow {
			open = append(open, i)
		}
	}
	return open, nil
}

// compareAll holds beads against their rivals, and those that are unmeasured against rivals like
// those of measured beads of about their length.
func compareAll(beads []Bead) []comparison {
	list := make([]comparison, len(beads))
	usual := usualRivals(beads)
	for i := range beads {
		switch b := &beads[i]; {
		case b.Null:
			list[i].null = true
		case b.Unmeasured:
			list[i] = b.compareWith(usual.like(b))
		default:
			list[i] = b.compareWith(b.rivals())
		}
	}
	return list
}

// usual are the rivals of some measured beads, in the order of their length.
type usual []usualRival

// A usualRival is what the rivals of a bead of a length are like: their mean over the square root
// of the characters, and their variance over the characters.
type usualRival struct{ chars, mean, variance float64 }

// usualRivals returns what the rivals of measured beads are like. Medians of beads of about the
// same length make it smooth, and leave out beads that come twice in the texts, whose rivals are
// translations.
func usualRivals(beads []Bead) usual {
	var all usual
	for i := range beads {
		if b := &beads[i]; !b.Null && !b.Unmeasured && !b.Open {
			mean, variance := b.rivals()
			all = append(all, usualRival{b.Chars, mean / b.root(), variance / (b.root() * b.root())})
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].chars < all[j].chars })
	out := make(usual, len(all))
	var means, variances []float64
	for i := range all {
		lo := max(0, min(i-alike/2, len(all)-alike))
		means, variances = means[:0], variances[:0]
		for _, x := range all[lo:min(len(all), lo+alike)] {
			means, variances = append(means, x.mean), append(variances, x.variance)
		}
		slices.Sort(means)
		slices.Sort(variances)
		out[i] = usualRival{all[i].chars, means[len(means)/2], variances[len(variances)/2]}
	}
	return out
}

// like returns the mean and the variance that the rivals of a bead are expected to have.
func (u usual) like(b *Bead) (mean, variance float64) {
	x := usualRival{0, rivalMean, rivalDeviation * rivalDeviation}
	if len(u) > 0 {
		at := sort.Search(len(u), func(i int) bool { return u[i].chars >= b.Chars })
		x = u[min(at, len(u)-1)]
	}
	return x.mean * b.root(), x.variance * b.root() * b.root()
}
