package layout

import (
	"iter"
	"strings"
	"unicode"
)

// Page furniture is what a page has besides its text: page numbers, running heads, document
// symbols. It is told from text by the company it keeps. With form feeds it stands again and again
// at the edges of pages. Without them it comes back at a distance, alone, and now and then it
// stands in the middle of a sentence, as no heading does.

const (
	furnitureWidth = 80 // columns; a wider line is text
	edgeRows       = 3  // lines at the top and at the foot of a page that may be furniture
	pageLines      = 15 // lines; two pages are further apart
	pageSlack      = 2  // lines; pages differ by no more in their height
)

// likes is a class of lines: those that are alike but for their numbers.
type likes struct {
	rows   []int
	edges  int  // pages at whose edge one stands
	cuts   int  // how many stand inside a sentence
	same   int  // how many are the same to the letter as the one before, a page away
	rising int  // how many have a number one higher than the one before has
	number int  // the last number in the last of them
	symbol bool // numbers, or letters and numbers without any word
	named  bool // with letters
}

// PageFurniture walks the lines of a document that are page furniture: page numbers, running heads
// and document symbols. [New] leaves them out.
func PageFurniture(text string) iter.Seq[Span] {
	return func(yield func(Span) bool) {
		rows := scanLines(text)
		for i, kind := range furniture(text, rows) {
			if kind != 0 && !yield(rows[i].Span) {
				return
			}
		}
	}
}

// dropFurniture takes page furniture and drawn lines out of the rows and notes it.
func dropFurniture(text string, rows []row, note func(Note)) []row {
	return takeOut(rows, furniture(text, rows), note)
}

// furniture returns the rows that are page furniture their kind.
func furniture(text string, rows []row) []NoteKind {
	d := shapeOf(rows)
	classes, keys := d.classify(text, rows)
	groups := d.group(text, rows, keys)
	countEdges(rows, keys, classes)
	pages := 1
	if n := len(rows); n > 0 {
		pages = rows[n-1].page
	}
	for _, g := range groups {
		if !g.cut {
			continue
		}
		for i := g.lo; i < g.hi; i++ {
			if c := classes[keys[i]]; c != nil {
				c.cuts++
			}
		}
	}
	drop := make([]NoteKind, len(rows))
	for _, g := range groups {
		symbols := 0
		for i := g.lo; i < g.hi; i++ {
			if c := classes[keys[i]]; c.furniture(pages, d.measure > 0, rows, g) {
				drop[i] = Furniture
				if c.symbol {
					symbols++
				}
			}
		}
		// What stands between two pages is of one piece: the symbol that comes once goes with those
		// that come back.
		for i := g.lo; i < g.hi && symbols > 0; i++ {
			if classes[keys[i]].symbol {
				drop[i] = Furniture
			}
		}
	}
	dropBeside(groups, keys, classes, drop)
	return drop
}

// dropBeside drops the classes of which two in three stand beside furniture.
func dropBeside(groups []group, keys []string, classes map[string]*likes, drop []NoteKind) {
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
			if n := len(classes[keys[i]].rows); n > 1 && beside[keys[i]]*3 >= n*2 {
				drop[i] = Furniture
			}
		}
	}
}

// takeOut removes the rows that have a kind in drop, and drawn lines, and tells the rows behind
// them.
func takeOut(rows []row, drop []NoteKind, note func(Note)) []row {
	kept := rows[:0]
	gap, hard, torn := 0, false, false
	var n Note // of the rows just taken out
	flush := func() {
		if n.Kind != 0 {
			note(n)
		}
	}
	for i, r := range rows {
		if r.mark == ruleLine && drop[i] == 0 {
			drop[i] = DrawnLine
		}
		if kind := drop[i]; kind != 0 {
			gap += r.gap
			hard = hard || r.hard || kind != Furniture
			torn = torn || kind == Furniture
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
		r.torn = torn || len(kept) > 0 && r.page != kept[len(kept)-1].page
		kept = append(kept, r)
		gap, hard, torn = 0, false, false
	}
	flush()
	return kept
}

// classify sorts the short lines into classes by their key: the line with each number made one "#".
// A line without a likes has no key.
func (d *shape) classify(text string, rows []row) (map[string]*likes, []string) {
	classes := map[string]*likes{}
	keys := make([]string, len(rows))
	for i := range rows {
		if rows[i].width.columns() > furnitureWidth || rows[i].mark == ruleLine || rows[i].end == endsFull {
			continue
		}
		s := text[rows[i].Start:rows[i].End]
		key, symbol := keyOf(s)
		if !symbol && !d.edgeOfPage(rows, i) && (i > 0 && d.within(&rows[i-1], &rows[i]) || i+1 < len(rows) && d.within(&rows[i], &rows[i+1])) {
			continue
		}
		keys[i] = key
		c := classes[key]
		if c == nil {
			c = &likes{symbol: symbol, named: strings.ContainsFunc(key, unicode.IsLetter)}
			classes[key] = c
		}
		number := lastNumber(s)
		if n := len(c.rows); n > 0 {
			last := &rows[c.rows[n-1]]
			switch {
			case number == c.number+1:
				c.rising++
			case rows[i].number-last.number >= pageLines && s == text[last.Start:last.End]:
				c.same++
			}
		}
		c.rows, c.number = append(c.rows, i), number
	}
	for i, key := range keys {
		if c := classes[key]; c != nil && len(c.rows) == 1 && !c.symbol {
			keys[i] = "" // a wording that comes once is text
		}
	}
	return classes, keys
}

// edgeOfPage reports whether a row is the first or the last of its page, in a document that says
// where pages end, and no full line. A foot follows the last line of the text there without a gap.
func (d *shape) edgeOfPage(rows []row, i int) bool {
	last := len(rows) - 1
	if rows[0].page == rows[last].page || i < last && d.full(&rows[i], &rows[i+1]) {
		return false
	}
	return i == 0 || i == last || rows[i-1].page != rows[i].page || rows[i+1].page != rows[i].page
}

// within reports whether two rows are lines of one paragraph by their width.
func (d *shape) within(l, next *row) bool {
	return next.gap <= d.spacing && !next.hard && d.full(l, next)
}

// keyOf returns the line with each number made one "#", and whether it is a symbol: numbers, or
// letters and numbers without any word, such as "- 5 -", "A/61/947" or "07-37523 5".
func keyOf(s string) (key string, symbol bool) {
	var b strings.Builder
	symbol = true
	digits, letters, last := 0, 0, rune(0)
	for _, r := range s {
		switch {
		case unicode.IsDigit(r):
			digits++
			if !unicode.IsDigit(last) {
				b.WriteByte('#')
			}
		default:
			b.WriteRune(r)
			if unicode.IsLetter(r) {
				letters++
				symbol = symbol && unicode.IsUpper(r) && letters <= 12
			} else if strings.ContainsRune(".,:;%$€£+=", r) {
				symbol = false // an amount, or the end of a sentence
			}
		}
		last = r
	}
	return b.String(), symbol && digits > 0 && digits <= 16 && (letters == 0 || strings.ContainsAny(s, "/-"))
}

// lastNumber returns the value of the last number in a line, -1 without one.
func lastNumber(s string) int {
	value, digits := -1, false
	for _, r := range s {
		if !unicode.IsDigit(r) {
			digits = false
			continue
		}
		if !digits {
			value, digits = 0, true
		}
		value = min(value*10+digitValue(r), 1e6)
	}
	return value
}

// group is rows [lo, hi) of classes that follow one another.
type group struct {
	lo, hi int
	alone  bool // empty lines stand around it, more than between the lines of a paragraph
	edge   bool // it is at the edge of a page
	cut    bool // the text before it goes on behind it
}

func (d *shape) group(text string, rows []row, keys []string) []group {
	var groups []group
	for lo := 0; lo < len(rows); lo++ {
		if keys[lo] == "" {
			continue
		}
		hi := lo + 1
		for hi < len(rows) && keys[hi] != "" && hi-lo < 2*edgeRows {
			hi++
		}
		g := group{lo: lo, hi: hi}
		before, after := lo == 0 || rows[lo].gap > d.spacing, hi == len(rows) || rows[hi].gap > d.spacing
		g.alone = before && after
		first, last := rows[max(lo-1, 0)].page, rows[min(hi, len(rows)-1)].page
		g.edge = first != last || lo == 0 && last != rows[len(rows)-1].page || hi == len(rows) && first != rows[0].page
		if lo > 0 && hi < len(rows) {
			next := rows[hi]
			next.torn = true
			g.cut = d.cut(text, &rows[lo-1], &next, &next) && (g.alone || g.edge || next.start == startsLower)
		}
		groups = append(groups, g)
		lo = hi - 1
	}
	return groups
}

// countEdges counts for each likes the pages at whose edge it stands.
func countEdges(rows []row, keys []string, classes map[string]*likes) {
	for lo := 0; lo < len(rows); {
		hi := lo + 1
		for hi < len(rows) && rows[hi].page == rows[lo].page {
			hi++
		}
		if lo > 0 || hi < len(rows) {
			seen := map[string]bool{}
			for i := lo; i < hi; i++ {
				if key := keys[i]; key != "" && (i < lo+edgeRows || i >= hi-edgeRows) && !seen[key] {
					seen[key] = true
					classes[key].edges++
				}
			}
		}
		lo = hi
	}
}

// furniture reports whether the lines of the class that stand in such a group are page furniture,
// in a document of so many pages.
func (c *likes) furniture(pages int, wrapped bool, rows []row, g group) bool {
	n := len(c.rows)
	rising := c.rising > 0 && c.rising == n-1
	switch {
	case g.edge && (c.symbol || c.edges >= 2 && c.edges*5 >= pages*2):
		return true
	case c.symbol && c.cuts > 0 && c.cuts*5 >= n, c.cuts*3 >= n && c.cuts > 0 && (n > 2 || rising):
		return true
	case !g.alone:
		return false
	case rising && c.rows[n-1] == len(rows)-1 && rows[c.rows[0]].number >= pageLines,
		wrapped && n > 2 && (rising || c.same == n-1) && evenly(rows, c.rows):
		return true // numbers of chapters do not end a document, and chapters are not of one length
	}
	return c.symbol && c.named && c.same > 0
}

// evenly reports whether some of the rows follow one another at the same number of lines, as the
// heads of pages do, but that the last may come sooner.
func evenly(rows []row, some []int) bool {
	least, most, last := 1<<30, 0, 0
	for i := 1; i < len(some); i++ {
		last = rows[some[i]].number - rows[some[i-1]].number
		most = max(most, last)
		if i+1 < len(some) {
			least = min(least, last)
		}
	}
	return least >= pageLines && most-least <= pageSlack
}
