package layout

// A shape is what the lines of a document tell together about how it was laid out.
type shape struct {
	spacing int  // empty lines between two lines of one paragraph: 0, or 1 if there is one after every line
	unit    int  // what lines were wrapped by: inColumns or inChars
	measure int  // width of a full line if lines are wrapped; 0 if they are not
	commas  bool // a comma ends paragraphs too: it is at the end of many long blocks
	indent  int  // columns before the lines inside a paragraph
	indents bool // the first lines of paragraphs are indented further

	marked float64 // share of the long blocks that end in a mark that ends sentences or clauses
	lower  float64 // share of the long blocks that begin with a small letter
}

const (
	widest   = 200 // columns; a longer line is a paragraph of its own and not wrapped
	narrow   = 22  // columns; narrower lines are a list or verse
	longText = 100 // columns; a longer block is prose and not a heading

	fullPercent = 85 // a line is full if it would reach this share of the measure with the next word
)

// A wrapTest is the evidence that is needed to take lines for wrapped text. The figures are the
// weakest with which the texts of TestWrappedTexts and TestPrintedReport are found wrapped and the
// lists, verse and headings of TestLayouts are not. Most are counts of pairs: of a line and the
// next one in the same block.
type wrapTest struct {
	pairs        int // fewest pairs
	full         int // fewest pairs whose first line is full and ends inside a sentence
	fullPerShort int // fewest full lines for one that is short, or wider than the measure
	fullPerOver  int // fewest full lines for one that is wider than the measure
	columns      int // smallest mean width of the full lines
}

// wrapTests are the tests by spacing. If every line is followed by an empty one, as some PDF tools
// write them, it may just as well be a paragraph, and more evidence is needed.
var wrapTests = [2]wrapTest{
	{pairs: 3, full: 3, fullPerShort: 2, fullPerOver: 1, columns: narrow},
	{pairs: 4, full: 5, fullPerShort: 3, fullPerOver: 10, columns: narrow + 8},
}

const (
	spacedPercent  = 60 // share of the lines that an empty one follows, in text with spacing 1
	bandPercent    = 80 // narrowest line that counts towards a measure, in percent of it
	overPercent    = 5  // by which a line may be wider than the measure
	wrapPercent    = 88 // as fullPercent, but to find out whether text is wrapped at all
	pairsPerFull   = 5  // most pairs for one full line
	upperPerLower  = 5  // most capitals for one small letter at the beginning of the next lines
	measuredLetter = 10 // full lines for one next line whose first letter has case, for that to count
)

func shapeOf(lines []line) shape {
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

// wrap returns the measure at which lines are wrapped, if up to spacing empty lines may be between
// two lines of a paragraph, and by how many lines this explanation is better than none; 0 if the
// lines are not wrapped. A line of wrapped text that ends inside a sentence is so wide that the
// first word of the next line did not fit; headings, lists and verse are not. A line that ends a
// sentence may end a paragraph and is no evidence.
func wrap(lines []line, spacing, unit int) (measure, gain int) {
	test := &wrapTests[spacing]
	var count [widest + 1]int // lines by width
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
	if pairs < test.pairs || spacing == 1 && spaced*100 < spacedPercent*(len(lines)-1) {
		return 0, 0
	}
	if measure = densest(&count); measure == 0 {
		return 0, 0
	}
	full, short, over, lower, upper, columns := 0, 0, 0, 0, 0, 0
	for i := 1; i < len(lines); i++ {
		l, next := &lines[i-1], &lines[i]
		switch {
		case next.gap > spacing || next.hard:
		case l.width[unit] > measure+measure*overPercent/100:
			over++
		case l.end > endsComma:
		case l.reach(next, unit)*100 <= measure*wrapPercent:
			short++
		default:
			full++
			columns += l.width.columns()
			switch next.start {
			case startsLower:
				lower++
			case startsUpper:
				upper++
			}
		}
	}
	// Headings and items begin with capitals; the lines of a sentence hardly ever do.
	cased := lower+upper > max(test.full, full/measuredLetter)
	if full < test.full || full < test.fullPerShort*(short+over) || full < test.fullPerOver*over ||
		full*pairsPerFull < pairs || columns < full*test.columns || cased && lower*upperPerLower < upper {
		return 0, 0
	}
	return measure, full - short
}

// densest returns the width x for which most lines are between bandPercent of x and x wide, given
// the lines by width. PDF tools give lines of a proportional font, whose numbers of characters
// differ that much.
func densest(count *[widest + 1]int) (measure int) {
	sum, best := 0, 0
	for x, lo := 0, 0; x < widest; x++ {
		sum += count[x]
		for ; lo*100 < x*bandPercent; lo++ {
			sum -= count[lo]
		}
		if x >= narrow/2 && count[x] > 0 && sum >= best {
			best, measure = sum, x
		}
	}
	return measure
}

// countBlocks counts how long blocks begin and end. Only if most of them end in a mark is the lack
// of one a sign, and only if few begin with a small letter is such a letter one.
func (d *shape) countBlocks(lines []line) {
	const commaShare = 8 // one long block in so few ends in a comma
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
	d.commas = commas*commaShare > long
	if d.commas {
		marked += commas
	}
	d.marked = float64(marked) / float64(long)
	d.lower = float64(lower) / float64(long)
}

// countIndents finds out whether indents begin paragraphs: few of the lines that continue a
// sentence are indented further than most of them, and some of the other lines are.
func (d *shape) countIndents(lines []line) {
	const (
		deepest   = 40 // columns
		leastOut  = 2  // lines that begin paragraphs with an indent
		mostInner = 10 // percent of the lines inside a sentence that are indented further
	)
	var count [deepest + 1]int // lines inside a sentence by their indent
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
		switch {
		case !d.isIndented(&lines[i]):
		case inner(i):
			in++
		default:
			out++
		}
	}
	d.indents = out >= leastOut && in*100 <= all*mostInner
}

// isIndented reports whether a line is indented further than the lines inside paragraphs, but not
// so far that it is centred.
func (d *shape) isIndented(l *line) bool {
	const most = 12 // columns
	return l.indent > d.indent && l.indent <= d.indent+most
}

// full reports whether the first word of the next line did not fit on this one.
func (d *shape) full(l, next *line) bool {
	return d.measure > 0 && l.reach(next, d.unit)*100 > d.measure*fullPercent
}

// reach returns the width of the line with the next line's first word added to it. A small indent
// counts: a title that is indented on both sides is full before it is as wide as the lines below
// it.
func (l *line) reach(next *line, unit int) int {
	const most = 4 // columns of an indent that count
	return min(l.indent, most) + l.width[unit] + 1 + next.first[unit]
}
