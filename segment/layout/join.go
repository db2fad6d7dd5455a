package layout

import (
	"github.com/bitext-go/bitext/internal/script"
	"strings"
	"unicode"
)

// joinLines decides for every line whether it continues the one before it, and notes why in
// row.join.
func joinLines(text string, lines []row) {
	if len(lines) < 2 {
		return
	}
	d := shapeOf(lines)
	before := 0 // the first row of the block before
	for lo := 0; lo < len(lines); {
		hi := lo + 1
		for hi < len(lines) && lines[hi].gap <= d.spacing && !lines[hi].hard {
			hi++
		}
		if lo > 0 && d.cut(text, &lines[lo-1], &lines[lo], &lines[hi-1]) && !d.heads(lines[before:lo], &lines[lo]) {
			lines[lo].join = PageCut
		}
		if !joinEmphasis(text, lines[lo:hi]) {
			if d.measure > 0 {
				d.joinWrapped(text, lines[lo:hi])
			} else {
				joinTitle(text, lines[lo:hi], hi-lo == len(lines))
			}
		}
		before, lo = lo, hi
	}
}

// heads reports whether a block before next is its heading rather than a paragraph that a page
// break cut: a line of its own in wrapped text, after which a sentence begins and no page.
func (d *shape) heads(block []row, next *row) bool {
	return d.measure > 0 && len(block) == 1 && !next.torn && next.start != startsLower && block[0].join == 0
}

// joinWrapped decides in a block of a document whose lines are wrapped.
func (d *shape) joinWrapped(text string, block []row) {
	for i := 1; i < len(block); i++ {
		l, next := &block[i-1], &block[i]
		last := i+1 == len(block) || !d.full(next, &block[i+1])
		if d.continues(l, next) && !(last && dateline(text, next)) {
			next.join = Wrapped
		}
	}
	d.joinLarge(text, block)
}

// joinLarge joins the lines of titles in a larger type, which are wrapped sooner than the text:
// each is so wide that the next word had no room on it beside the widest of them, and some stop
// where nobody stops.
func (d *shape) joinLarge(text string, block []row) {
	const most = 8 // lines of a title
	for lo := 0; lo < len(block); {
		hi, widest := lo, 0
		for hi < len(block) && hi-lo <= most && (block[hi].join == 0 || hi > lo && block[hi].join == Wrapped) && block[hi].mark == plainLine && block[hi].end <= endsComma &&
			block[hi].width[d.unit]*100 <= d.measure*85 && !dateline(text, &block[hi]) {
			widest = max(widest, block[hi].width[d.unit])
			hi++
		}
		if hi < len(block) && block[hi].join != 0 {
			hi-- // a paragraph begins with it
		}
		for from := lo; from < hi && hi-lo <= most && widest >= narrow; {
			to, stops := from+1, 0
			for to < hi && block[to-1].width[d.unit]+1+block[to].first[d.unit] > widest {
				if block[to].start == startsLower || hanging(text[block[to-1].Start:block[to-1].End]) {
					stops++
				}
				to++
			}
			for i := from + 1; i < to && 4*stops >= to-from; i++ {
				if block[i].join == 0 {
					block[i].join = TitleRest
				}
			}
			from = to
		}
		lo = max(hi, lo+1)
	}
}

// hanging reports whether a line stops behind a small word in small letters, such as "of" or "für",
// which begins something.
func hanging(s string) bool {
	const longest = 3 // letters
	word := s[strings.LastIndexAny(s, " \t")+1:]
	return word != s && len([]rune(word)) <= longest && strings.ToLower(word) == word && strings.ToUpper(word) != word
}

func (d *shape) continues(l, next *row) bool {
	if l.mark == ruleLine || l.mark == headLine || next.mark == ruleLine || next.mark == headLine ||
		l.width[d.unit] > d.measure+d.measure/10 {
		return false
	}
	if !d.full(l, next) && !l.hyphen {
		return next.start == startsLower && next.mark == plainLine && l.end <= endsComma && 2*l.width[d.unit] >= d.measure
	}
	begins := next.mark == itemLine || next.mark == dashLine && l.end >= endsColon || d.indents && next.indent > d.indent && next.indent <= d.indent+12
	return !begins || l.end == endsOpen
}

// cut reports whether a paragraph goes on after empty lines, because a page ended in it: it stops
// in mid sentence although the document's other long blocks do not, and what follows, up to the
// line last, is prose and not a heading or an item.
func (d *shape) cut(text string, l, next, last *row) bool {
	if next.hard || l.mark >= headLine || next.mark != plainLine {
		return false
	}
	if next.torn && d.indents && d.full(l, next) {
		return next.indent <= d.indent
	}
	if l.end > endsComma || l.end == endsComma && d.commas || !breaksOff(text[l.Start:l.End]) {
		return false
	}
	full, lower := d.full(l, next), next.start == startsLower && d.lower < .2
	if next.torn && (full || lower) {
		return true
	}
	if d.measure > 0 && !full || d.indents && next.indent > d.indent && !lower {
		return false
	}
	if lower {
		return d.marked >= .6 && (d.measure > 0 || last.end == endsFull && l.width.columns() >= longText/2)
	}
	return d.marked >= .75 && last.end == endsFull &&
		(d.measure > 0 || l.width.columns() >= longText && next.width.columns() >= longText/2)
}

// breaksOff reports whether a line may be text that stops in the middle: its last word is a word,
// not an address in a network or a hash tag, and it is not all in capitals.
func breaksOff(s string) bool {
	word := s[strings.LastIndexAny(s, " \t")+1:]
	if strings.Contains(word, "://") || strings.Contains(word, "www.") || strings.ContainsAny(word, "@#") ||
		strings.ToUpper(s) == s && strings.ToLower(s) != s {
		return false
	}
	r := script.Last(word)
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || r == '-' || endingOf(word) == endsComma
}

// joinEmphasis joins the lines of a block between the two marks of one Markdown emphasis, such as a
// bold title over several lines. It reports whether there was one.
func joinEmphasis(text string, block []row) bool {
	const most = 12 // lines of one title
	found := false
	for i := 0; i+1 < len(block); i++ {
		first := text[block[i].Start:block[i].End]
		mark := "**"
		if strings.HasPrefix(first, "__") {
			mark = "__"
		} else if !strings.HasPrefix(first, mark) {
			continue
		}
		if strings.Count(first, mark)%2 == 0 {
			continue
		}
		for j := i + 1; j < len(block) && j < i+most; j++ {
			n := strings.Count(text[block[j].Start:block[j].End], mark)
			if n == 1 && strings.HasSuffix(text[block[j].Start:block[j].End], mark) {
				for k := i + 1; k <= j; k++ {
					block[k].join = Emphasis
				}
				block[i].mark, block[j].mark = headLine, headLine
				found = true
				i = j
				break
			}
			if n > 0 {
				break
			}
		}
	}
	return found
}

// joinTitle decides in a block of a document whose paragraphs are lines. Such a block is a list, an
// address or verse, which stay apart, or one title or sentence over several lines: then its lines
// are full but for the last. If the block is all there is of a text in a script without spaces, one
// mark at its very end makes it a sentence.
func joinTitle(text string, block []row, alone bool) {
	widest, plain := 0, false
	for i := range block {
		widest = max(widest, block[i].width.columns())
		plain = plain || block[i].start != startsLower
	}
	const least, most = 40, 160 // columns of a full line of a title
	full := 0
	whole := func(i int) bool { // line i is full, and the next is its rest
		l, next := &block[i], &block[i+1]
		return widest >= least && widest <= most && l.width.columns()+1+next.first.columns() > widest
	}
	for i := 0; i+1 < len(block); i++ {
		if whole(i) {
			full++
		}
	}
	sentence := plain && block[len(block)-1].end == endsFull
	alone = alone && sentence && len(block) <= 4 && script.Unspaced(script.First(text[block[0].Start:]))
	for i := 0; i+1 < len(block); i++ {
		l, next := &block[i], &block[i+1]
		if l.end > endsComma || l.mark >= headLine || next.mark != plainLine ||
			dateline(text, l) || dateline(text, next) {
			continue
		}
		lower := next.start == startsLower && plain
		switch {
		case alone, lower && (sentence || l.width.columns() >= least), 2*full >= len(block)-1 && whole(i):
			next.join = TitleRest
		}
	}
}
