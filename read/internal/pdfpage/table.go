package pdfpage

import (
	"math"
	"slices"
)

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

// sameCuts reports whether two tables have the same columns, to within a character.
func sameCuts(a, b []float64, char float64) bool {
	return slices.EqualFunc(a, b, func(a, b float64) bool { return math.Abs(a-b) <= char })
}

// Measures of tables, set by hand.
const (
	rowGap  = 1.3 // a distance of lines, as a multiple of the usual one, that ends a paragraph
	inStep  = .7  // share of the paragraphs of each column that end where a row of a table ends
	minRows = 2

	mostSeveral = .3  // share of rows of several lines up to which cells need not be ragged
	minRagged   = .25 // share of such rows whose cells end at different heights

	mostLines = 40 // lines of a row of a table on average
)

// newColumns divides lines into columns.
func newColumns(lines []Line, r region) Block {
	cuts := r.cuts
	b := Block{Cuts: cuts, Leading: r.leading}
	whole := make([][]int, len(cuts)+1) // for each column, the index of each of its lines in lines
	for c := range len(cuts) + 1 {
		x0, x1 := -1e9, 1e9
		if c > 0 {
			x0 = cuts[c-1]
		}
		if c < len(cuts) {
			x1 = cuts[c]
		}
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

// findRows finds the rows of a table: a row ends after a line of the page after which no column
// goes on. whole has, for each column, the index of each of its lines among the lines of the block.
// known is whether they are known to be a table.
func (b *Block) findRows(whole [][]int, lines int, known bool) {
	goesOn := make([]bool, lines) // the text of a column goes on after the line
	ends := make([]bool, lines)   // that of a column ends
	for c, column := range b.Columns {
		for i := 0; i+1 < len(whole[c]); i++ {
			for k := whole[c][i]; k < whole[c][i+1]; k++ {
				ends[k] = ends[k] || column.Ends[i]
				goesOn[k] = goesOn[k] || !column.Ends[i]
			}
		}
	}
	row := make([]int, lines)
	rows := 1
	for k := range lines {
		row[k] = rows - 1
		if k+1 < lines && ends[k] && !goesOn[k] {
			rows++
		}
	}
	if !known && rows < minRows || lines > mostLines*rows {
		return
	}
	for c := range b.Columns {
		column := &b.Columns[c]
		column.Row = make([]int, len(whole[c]))
		paragraphs, here := 0, 0
		for i, at := range whole[c] {
			column.Row[i] = row[at]
			if i > 0 && column.Ends[i-1] {
				paragraphs++
				if column.Row[i] > column.Row[i-1] {
					here++
				}
			}
		}
		if !known && float64(here) < inStep*float64(paragraphs) {
			return
		}
	}
	if known || b.isRagged(rows) {
		b.Rows = rows
	}
}

// isRagged reports whether cells of a row end at different heights before the next row begins, as
// they do in a table; between paragraphs of a journal the distance is the same in all columns. A
// table of rows of one line need not be ragged.
func (b *Block) isRagged(rows int) bool {
	type row struct {
		lines      int     // of the cell that has most
		near, far  float64 // the least and the greatest distance of a cell from the next row
		hasNearest bool
	}
	all := make([]row, rows)
	height := 0.0
	for _, c := range b.Columns {
		in := 0
		for i, l := range c.Lines {
			in++
			r := &all[c.Row[i]]
			r.lines = max(r.lines, in)
			height = max(height, l.Y1-l.Y0)
			if i+1 == len(c.Lines) || c.Row[i+1] == c.Row[i] {
				continue
			}
			in = 0
			distance := c.Lines[i+1].Y1 - l.Y1
			if !r.hasNearest {
				r.near, r.far, r.hasNearest = distance, distance, true
			}
			r.near, r.far = min(r.near, distance), max(r.far, distance)
		}
	}
	several, ragged := 0, 0
	for _, r := range all {
		if r.lines > 1 {
			several++
			if r.far-r.near > height/2 {
				ragged++
			}
		}
	}
	return float64(several) < mostSeveral*float64(rows) || float64(ragged) >= minRagged*float64(several)
}

// goesOn returns the first lines of a page that belong to a table with some cuts: from one with
// text in several columns, or beyond the first column, to one that crosses a cut.
func goesOn(lines []Line, cuts []float64, char, space float64) (r region, ok bool) {
	for i := range lines {
		columns := columnsOf(&lines[i], cuts, char, space)
		switch {
		case columns == 0 && ok:
			return r, true
		case !ok && (columns > 1 || columns == 1 && lines[i].X0 > cuts[0]):
			r, ok = region{lo: i, hi: i + 1, cuts: cuts}, true
		case columns > 0 && ok:
			r.hi = i + 1
		}
	}
	return r, ok
}

// columnsOf returns in how many columns a line has text; 0 if it crosses a cut.
func columnsOf(l *Line, cuts []float64, char, space float64) (n int) {
	end := -1e9 // of the text in the column before
	for c := range len(cuts) + 1 {
		x0, x1 := -1e9, 1e9
		if c > 0 {
			x0 = cuts[c-1]
		}
		if c < len(cuts) {
			x1 = cuts[c]
		}
		part, ok := l.between(x0, x1)
		if !ok {
			continue
		}
		n++
		gap := max(narrow*char, widerGap*l.wordGap(end, part.X0, space))
		if part.X0 < x0 || part.X1 > x1 || part.X0-end < gap {
			return 0
		}
		end = part.X1
	}
	return n
}
