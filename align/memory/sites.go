package memory

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/bitext-go/bitext/align/evidence"
)

const (
	// Each sentence has up to mostSites rows of the document where it may belong: those with at
	// least likelySite of the support of the best. A row with less than chanceSite of the support
	// that the best row of the median sentence has is a site by chance.
	mostSites  = 2
	likelySite = 0.5
	chanceSite = 0.25
	// The support of a row is the vote of its anchor and of supportSides anchors on either side
	// that are within supportNear rows and sentences of it.
	supportSides = 3
	supportNear  = 24
	// Sentences without a site have their rows among rowsPerSentence for each beside the next site.
	rowsPerSentence = 2
)

// A site is a row where a sentence of the text may belong, and what speaks for it.
type site struct {
	row     int
	support float64
}

// note adds the sites that anchors give. row is the row of each sentence of their first text, from
// the first row of the block.
func (v *survey) note(anchors []evidence.Anchor, row []int, first int) {
	for i, a := range anchors {
		support := 0.0
		for _, b := range anchors[max(0, i-supportSides):min(len(anchors), i+supportSides+1)] {
			if max(math.Abs(float64(a.I-b.I)), math.Abs(float64(a.J-b.J))) <= supportNear {
				support += b.Vote
			}
		}
		list := append(v.sites[a.J], site{first + row[a.I], support})
		slices.SortStableFunc(list, func(x, y site) int { return cmp.Compare(y.support, x.support) })
		v.sites[a.J] = list[:min(len(list), mostSites)]
	}
}

// chosen returns which units of the document are to be read, or nil for all.
func (v *survey) chosen(ctx context.Context) ([]bool, error) {
	if err := v.compare(ctx); err != nil {
		return nil, err
	}
	if v.unscored || !v.reach.isLong(len(v.groups), v.text) {
		return nil, nil
	}
	v.markSites()
	n := v.marked()
	if n == 0 {
		v.mark(0, v.reach.block) // so that there is something to align with
	}
	if n > len(v.groups)/2 {
		return nil, nil
	}
	var out []bool
	for _, g := range v.groups {
		out = append(out, slices.Repeat([]bool{g.marked}, g.units)...)
	}
	return out, nil
}

// markSites marks the rows around the sites of each sentence, and what is between the best sites of
// sentences that follow one another: as many rows as sentences without a site may need.
func (v *survey) markSites() {
	least := v.leastSupport()
	last := site{row: -1}
	lastSentence := 0
	for j, list := range v.sites {
		for k, s := range list {
			if s.support < max(least, likelySite*list[0].support) {
				continue
			}
			before := 0
			if k == 0 {
				before = rowsPerSentence * (j - lastSentence)
				if last.row >= 0 {
					v.mark(last.row, last.row+before+v.reach.margin+1)
				}
				last, lastSentence = s, j
			}
			v.mark(s.row-before-v.reach.margin, s.row+v.reach.margin+1)
		}
	}
	if last.row >= 0 {
		v.mark(last.row, last.row+rowsPerSentence*(len(v.sites)-lastSentence)+v.reach.margin)
	}
}

// leastSupport returns the support below which a row is a site by chance.
func (v *survey) leastSupport() float64 {
	var all []float64
	for _, list := range v.sites {
		if len(list) > 0 {
			all = append(all, list[0].support)
		}
	}
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	return chanceSite * all[len(all)/2]
}

// mark marks the groups of rows [lo, hi).
func (v *survey) mark(lo, hi int) {
	i, _ := slices.BinarySearchFunc(v.groups, lo+1, func(g group, row int) int { return cmp.Compare(g.row, row) })
	for i = max(0, i-1); i < len(v.groups) && v.groups[i].row < hi; i++ {
		v.groups[i].marked = true
	}
}

// marked returns how many groups are marked.
func (v *survey) marked() int {
	n := 0
	for _, g := range v.groups {
		if g.marked {
			n++
		}
	}
	return n
}
