package pdfpage

// Measures of tables, set by hand.
const (
	rowGap  = 1.3 // a distance of lines, as a multiple of the usual one, that ends a paragraph
	inStep  = .7  // share of the paragraphs of each column that end where a row of a table ends
	minRows = 2

	mostSeveral = .3  // share of rows of several lines up to which cells need not be ragged
	minRagged   = .25 // share of such rows whose cells end at different heights

	mostLines = 40 // lines of a row of a table on average
)

// findRows finds the rows of a table: a row ends after a line of the page after which no column
// goes on. whole has, for each column, the index of each of its lines among the lines of the block.
// known is whether they are known to be a table.
func (b *Block) findRows(whole [][]int, lines int, known bool) {
	inside := make([]bool, lines) // the text of a column goes on after the line
	ends := make([]bool, lines)   // that of a column ends
	for c, column := range b.Columns {
		for i := 0; i+1 < len(whole[c]); i++ {
			for k := whole[c][i]; k < whole[c][i+1]; k++ {
				ends[k] = ends[k] || column.Ends[i]
				inside[k] = inside[k] || !column.Ends[i]
			}
		}
	}
	row := make([]int, lines)
	rows := 1
	for k := range lines {
		row[k] = rows - 1
		if k+1 < lines && ends[k] && !inside[k] {
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
