package layout

// shape is what the lines of a document say together about how it was laid out.
type shape struct {
	spacing int  // empty lines between two lines of one paragraph: 0, or 1 where every line has one
	unit    int  // what lines were wrapped by: inColumns or inChars
	measure int  // width of a full line where lines are wrapped; 0 where they are not
	commas  bool // so many long blocks end in a comma that it is an end too
	indent  int  // columns that lines in mid paragraph stand in
	indents bool // first lines of paragraphs stand in further

	marked float64 // share of the long blocks that end in a mark that ends sentences or clauses
	lower  float64 // share of the long blocks that begin with a small letter
}

const (
	widest   = 200 // columns; a longer line is a paragraph of its own and not wrapped
	narrow   = 22  // columns; what is narrower is a list or verse
	longText = 100 // columns; a block longer than this is prose and not a heading
)

func shapeOf(lines []row) shape {
	var d shape
	for spacing := 1; spacing >= 0 && d.measure == 0; spacing-- {
		most := 0
		for unit := range len(widths{}) {
			if measure, gain := wrap(lines, spacing, unit); gain > most {
				most = gain
				d.spacing, d.unit, d.measure = spacing, unit, measure
			}
		}
	}
	d.countBlocks(lines)
	d.countIndents(lines)
	return d
}

// wrap finds the measure at which lines are wrapped, when lines with up to spacing empty lines
// between them are neighbours, and by how many lines it gains over another explanation; 0 if they
// are not wrapped. Of the lines that end in mid sentence, those of wrapped text are so wide that
// the first word of the next had no room on them; headings, lists and verse are not. Lines that end
// a sentence may end a paragraph and say nothing.
func wrap(lines []row, spacing, unit int) (measure, gain int) {
	var count [widest + 1]int
	pairs, spaced := 0, 0
	for i := 1; i < len(lines); i++ {
		if lines[i].gap == 1 {
			spaced++
		}
		if lines[i].gap <= spacing && !lines[i].hard {
			pairs++
			count[min(lines[i-1].width[unit], widest)]++
		}
	}
	if pairs < 3 || spacing == 1 && (pairs < 4 || spaced*10 < 6*(len(lines)-1)) {
		return 0, 0
	}
	// The measure is the upper end of the fifth of the scale that holds the most lines: PDF tools
	// give lines of a proportional font, which differ that much in their number of characters.
	sum, best := 0, 0
	for x, lo := 0, 0; x < widest; x++ {
		sum += count[x]
		for ; lo*10 < x*8; lo++ {
			sum -= count[lo]
		}
		if x >= narrow/2 && count[x] > 0 && sum >= best {
			best, measure = sum, x
		}
	}
	if measure == 0 {
		return 0, 0
	}
	full, short, over, lower, upper, columns := 0, 0, 0, 0, 0, 0
	for i := 1; i < len(lines); i++ {
		l, next := &lines[i-1], &lines[i]
		switch {
		case next.gap > spacing || next.hard:
		case l.width[unit] > measure+measure/20:
			over++
		case l.end > endsComma:
		case l.reach(next, unit)*100 <= measure*88:
			short++
		default:
			full++
			columns += l.width.columns()
			if next.start == startsLower {
				lower++
			} else if next.start == startsUpper {
				upper++
			}
		}
	}
	least := 3 + 2*spacing
	if full < least || full < (2+spacing)*(short+over) || full*5 < pairs || columns < full*(narrow+8*spacing) ||
		lower+upper > max(least, full/10) && lower*5 < upper || over*(1+9*spacing) > full {
		return 0, 0
	}
	return measure, full - short
}

// countBlocks looks at how long blocks begin and end: only where most of them end in a mark does
// the lack of one say something, and only where few begin with a small letter does such a letter.
func (d *shape) countBlocks(lines []row) {
	long, marked, commas, lower := 0, 0, 0, 0
	for lo := 0; lo < len(lines); {
		hi, width := lo+1, lines[lo].width.columns()
		for ; d.measure > 0 && hi < len(lines) && lines[hi].gap <= d.spacing; hi++ {
			width += lines[hi].width.columns()
		}
		if width >= longText {
			long++
			switch lines[hi-1].end {
			case endsFull, endsColon:
				marked++
			case endsComma:
				commas++
			}
			if lines[lo].start == startsLower {
				lower++
			}
		}
		lo = hi
	}
	if long == 0 {
		return
	}
	d.commas = commas*8 > long
	if d.commas {
		marked += commas
	}
	d.marked = float64(marked) / float64(long)
	d.lower = float64(lower) / float64(long)
}

// countIndents finds out whether indents part paragraphs: of the lines that go on a sentence few
// stand in further than most of them, and of the others some.
func (d *shape) countIndents(lines []row) {
	const deepest = 40
	var count [deepest + 1]int
	inner := func(i int) bool {
		return lines[i].gap <= d.spacing && lines[i-1].end == endsOpen && d.full(&lines[i-1], &lines[i])
	}
	all, in, out := 0, 0, 0
	for i := 1; i < len(lines); i++ {
		if inner(i) {
			count[min(lines[i].indent, deepest)]++
			all++
		}
	}
	for i, n := range count {
		if n > count[d.indent] {
			d.indent = i
		}
	}
	for i := 1; i < len(lines); i++ {
		if lines[i].indent <= d.indent || lines[i].indent > d.indent+12 {
			continue
		}
		if inner(i) {
			in++
		} else {
			out++
		}
	}
	d.indents = out >= 2 && in*10 <= all
}

// full reports whether the first word of the next line had no room any more on this one.
func (d *shape) full(l, next *row) bool {
	return d.measure > 0 && l.reach(next, d.unit)*100 > d.measure*85
}

// reach returns how far the line would go with the next line's first word on it. A small indent
// counts: a title that stands in on both sides is full before it is as wide as the lines below it.
func (l *row) reach(next *row, unit int) int {
	return min(l.indent, 4) + l.width[unit] + 1 + next.first[unit]
}
