package pdfpage

import "math"

// A Block is a part of a page that runs over its width: lines of text, or columns.
type Block struct {
	Lines []Line // those of a block without columns

	Columns []Column
	Cuts    []float64 // where the columns are divided
	Rows    int       // rows of a table; 0 if the columns are not those of a table
	Leading float64   // the usual distance of lines in the columns
}

// A Column is the text of one column.
type Column struct {
	Lines []Line
	Row   []int  // for each line, the row of the table that it is in, from 0
	Ends  []bool // for each line, whether a paragraph surely ends with it
}

// Blocks returns the blocks of a page from top to bottom, and the usual width of a character.
// before is the last table of the page before, which may go on, or nil.
func Blocks(words []Word, before *Block) ([]Block, float64) {
	lines, char := linesOf(words), charWidth(words)
	var out []Block
	at := 0
	found := regions(lines, char)
	if before != nil && (len(found) == 0 || found[0].lo > 0) {
		hi := len(lines)
		if len(found) > 0 {
			hi = found[0].lo
		}
		if r, ok := goesOn(lines[:hi], before.Cuts, char, usualGap(lines)); ok {
			r.known, r.leading = true, before.Leading
			found = append([]region{r}, found...)
		}
	}
	if before != nil && len(found) > 0 && sameCuts(found[0].cuts, before.Cuts, char) {
		found[0].known = true
	}
	for _, r := range found {
		if at < r.lo {
			out = append(out, Block{Lines: lines[at:r.lo]})
		}
		out = append(out, newColumns(lines[r.lo:r.hi], r))
		at = r.hi
	}
	if at < len(lines) {
		out = append(out, Block{Lines: lines[at:]})
	}
	return out, char
}

// newColumns divides lines into columns.
func newColumns(lines []Line, r region) Block {
	cuts := r.cuts
	b := Block{Cuts: cuts, Leading: r.leading}
	whole := make([][]int, len(cuts)+1) // for each column, the index of each of its lines in lines
	for c := range len(cuts) + 1 {
		x0, x1 := columnEdges(cuts, c)
		column := Column{}
		for i := range lines {
			if l, ok := lines[i].between(x0, x1); ok {
				column.Lines = append(column.Lines, l)
				whole[c] = append(whole[c], i)
			}
		}
		b.Columns = append(b.Columns, column)
	}
	b.findEnds()
	b.findRows(whole, len(lines), r.known)
	return b
}

// columnEdges returns where column c begins and ends; beyond any page if no cut is there.
func columnEdges(cuts []float64, c int) (x0, x1 float64) {
	x0, x1 = -1e9, 1e9
	if c > 0 {
		x0 = cuts[c-1]
	}
	if c < len(cuts) {
		x1 = cuts[c]
	}
	return x0, x1
}

// findEnds finds where paragraphs of the columns end.
func (b *Block) findEnds() {
	usual := math.Inf(1) // the distance of lines
	if b.Leading > 0 {
		usual = b.Leading
	}
	for _, c := range b.Columns {
		var distances []float64
		for i := 1; i < len(c.Lines); i++ {
			distances = append(distances, c.Lines[i].Y1-c.Lines[i-1].Y1)
		}
		if len(distances) > 0 {
			usual = min(usual, lowQuartile(distances))
		}
	}
	if b.Leading = usual; math.IsInf(usual, 1) {
		b.Leading = 0
	}
	for n := range b.Columns {
		c := &b.Columns[n]
		c.Ends = make([]bool, len(c.Lines))
		if len(c.Lines) == 0 {
			continue
		}
		box := c.Lines[0].Box
		for _, l := range c.Lines {
			box = union(box, l.Box)
		}
		// The width of a column of names and numbers is not that of its longest line.
		if n < len(b.Cuts) && box.X1-box.X0 < b.Cuts[n]-box.X1 {
			box.X1 = b.Cuts[n]
		}
		for i, l := range c.Lines {
			c.Ends[i] = i+1 == len(c.Lines) || c.Lines[i+1].Y1-l.Y1 > rowGap*usual || wouldFit(l, c.Lines[i+1], box)
		}
	}
}

// wouldFit reports whether there was room in a line for the first word of the next one.
func wouldFit(l, next Line, column Box) bool {
	room, first := column.X1-l.X1, next.Words[0]
	if next.RightToLeft() {
		room, first = l.X0-column.X0, next.Words[len(next.Words)-1]
	}
	space := (l.Y1 - l.Y0) / 4 // about a space
	return first.X1-first.X0+space < room
}

// lowQuartile returns the value below which a quarter of the values are.
func lowQuartile(v []float64) float64 {
	if len(v) == 0 {
		return 0
	}
	median(v) // sorts
	return v[(len(v)-1)/4]
}
