package layout

import "iter"

// Page furniture is everything on a page that is not its text: page numbers, running heads,
// document symbols. It is recognised by where it appears. In a document with form feeds it is at
// the edges of many pages. Without them it recurs at a distance, between empty lines, and now and
// then in the middle of a sentence, as no heading does.

const (
	furnitureWidth = 80 // columns; a wider line is text
	edgeLines      = 3  // lines at the top and at the foot of a page that may be furniture
	pageLines      = 15 // fewest lines of a page
	pageSlack      = 2  // lines by which pages differ in height
)

// PageFurniture iterates over the lines of a document that are page furniture: page numbers,
// running heads and document symbols. [Repair] leaves them out.
func PageFurniture(text string) iter.Seq[Span] {
	return func(yield func(Span) bool) {
		lines := scanLines(text)
		for i, kind := range furniture(text, lines) {
			if kind != 0 && !yield(lines[i].Span) {
				return
			}
		}
	}
}

// PageHeads iterates over the heads and feet of the pages of a document with form feeds: lines near
// the edges of three pages or more that are the same except for a number that counts the pages.
// They are page furniture also if the text between them is in columns, which PageFurniture takes
// for lines.
func PageHeads(text string) iter.Seq[Span] {
	return func(yield func(Span) bool) {
		lines := scanLines(text)
		for i, head := range headsOfPages(text, lines) {
			if head && !yield(lines[i].Span) {
				return
			}
		}
	}
}

// dropFurniture returns the lines without page furniture and drawn lines, and notes these.
func dropFurniture(text string, lines []line, note func(Note)) []line {
	return takeOut(lines, furniture(text, lines), note)
}

// furniture returns, for each line, Furniture if it is page furniture, else 0.
func furniture(text string, lines []line) []NoteKind {
	d := shapeOf(lines)
	heads := headsOfPages(text, lines)
	classes, keys := d.classify(text, lines, heads)
	groups := d.group(text, lines, keys)
	countEdges(lines, keys, classes)
	pages := 1
	if n := len(lines); n > 0 {
		pages = lines[n-1].page
	}
	for _, g := range groups {
		if !g.interrupts {
			continue
		}
		for i := g.lo; i < g.hi; i++ {
			if c := classes[keys[i]]; c != nil {
				c.cuts++
			}
		}
	}
	drop := make([]NoteKind, len(lines))
	for _, g := range groups {
		symbols := 0
		for i := g.lo; i < g.hi; i++ {
			c := classes[keys[i]]
			if heads[i] && g.edge || c.isFurniture(pages, d.measure > 0, lines, g) {
				drop[i] = Furniture
				if c.symbol {
					symbols++
				}
			}
		}
		// A symbol that appears once, next to one that recurs, is furniture too.
		for i := g.lo; i < g.hi && symbols > 0; i++ {
			if classes[keys[i]].symbol {
				drop[i] = Furniture
			}
		}
	}
	dropBeside(groups, keys, classes, drop)
	return drop
}

// dropBeside marks the classes of which two lines in three are next to furniture.
func dropBeside(groups []group, keys []string, classes map[string]*lineClass, drop []NoteKind) {
	beside := map[string]int{}
	for _, g := range groups {
		dropped := 0
		for i := g.lo; i < g.hi; i++ {
			if drop[i] != 0 {
				dropped++
			}
		}
		for i := g.lo; i < g.hi && dropped > 0; i++ {
			beside[keys[i]]++
		}
	}
	for _, g := range groups {
		for i := g.lo; i < g.hi && g.alone; i++ {
			if n := len(classes[keys[i]].lines); n > 1 && beside[keys[i]]*3 >= n*2 {
				drop[i] = Furniture
			}
		}
	}
}

// takeOut returns the lines without those that have a kind in drop and without drawn lines, and
// notes these. The lines that remain know of the gap before them.
func takeOut(lines []line, drop []NoteKind, note func(Note)) []line {
	kept := lines[:0]
	gap, hard, dropped := 0, false, false
	var n Note // of the lines just taken out
	flush := func() {
		if n.Kind != 0 {
			note(n)
		}
	}
	for i, r := range lines {
		if r.role == ruleLine && drop[i] == 0 {
			drop[i] = DrawnLine
		}
		if kind := drop[i]; kind != 0 {
			gap += r.gap
			hard = hard || r.hard || kind != Furniture
			dropped = dropped || kind == Furniture
			if kind != n.Kind {
				flush()
				n = Note{kind, r.number, r.number}
			}
			n.Last = r.number
			continue
		}
		flush()
		n = Note{}
		r.gap += gap
		r.hard = r.hard || hard
		r.afterFurniture = dropped || len(kept) > 0 && r.page != kept[len(kept)-1].page
		kept = append(kept, r)
		gap, hard, dropped = 0, false, false
	}
	flush()
	return kept
}

// A group is lines [lo, hi) that belong to classes and follow one another.
type group struct {
	lo, hi     int
	alone      bool // more empty lines around it than between the lines of a paragraph
	edge       bool // it is at the edge of a page
	interrupts bool // the text before it continues after it
}

// group returns the groups of at most 2*edgeLines lines that have a key.
func (d *shape) group(text string, lines []line, keys []string) []group {
	var groups []group
	for lo := 0; lo < len(lines); lo++ {
		if keys[lo] == "" {
			continue
		}
		hi := lo + 1
		for hi < len(lines) && keys[hi] != "" && hi-lo < 2*edgeLines {
			hi++
		}
		g := group{lo: lo, hi: hi}
		g.alone = (lo == 0 || lines[lo].gap > d.spacing) && (hi == len(lines) || lines[hi].gap > d.spacing)
		first, last := lines[max(lo-1, 0)].page, lines[min(hi, len(lines)-1)].page
		g.edge = first != last ||
			lo == 0 && last != lines[len(lines)-1].page || hi == len(lines) && first != lines[0].page
		if lo > 0 && hi < len(lines) {
			next := lines[hi]
			next.afterFurniture = true
			g.interrupts = d.splitByPage(text, &lines[lo-1], &next, &next) &&
				(g.alone || g.edge || next.start == startsLower)
		}
		groups = append(groups, g)
		lo = hi - 1
	}
	return groups
}
