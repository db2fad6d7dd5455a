package layout

import (
	"strings"
	"unicode"

	"github.com/bitext-go/bitext/internal/script"
)

// joinLines decides for every line whether it continues the one before it, and stores the reason in
// its field join.
func joinLines(text string, lines []line) {
	if len(lines) < 2 {
		return
	}
	d := shapeOf(lines)
	before := 0 // the first line of the previous block
	for lo := 0; lo < len(lines); {
		hi := lo + 1
		for hi < len(lines) && lines[hi].gap <= d.spacing && !lines[hi].hard {
			hi++
		}
		if lo > 0 && d.splitByPage(text, &lines[lo-1], &lines[lo], &lines[hi-1]) &&
			!d.isHeading(lines[before:lo], &lines[lo]) {
			lines[lo].join = PageCut
		}
		if !joinEmphasis(text, lines[lo:hi]) {
			if d.measure > 0 {
				d.joinWrapped(text, lines[lo:hi])
			} else {
				joinTitle(text, lines[lo:hi], hi-lo == len(lines))
			}
		}
		for i := lo + 1; i < hi; i++ {
			if lines[i].join == 0 && lines[i].role == plainLine && beginsWithMark(text[lines[i].Start:lines[i].End]) {
				lines[i].join = TitleRest
			}
		}
		before, lo = lo, hi
	}
}

// isHeading reports whether the block before the line next is its heading rather than a paragraph
// that a page break splits: a single line in wrapped text, after which a sentence begins and no
// page.
func (d *shape) isHeading(block []line, next *line) bool {
	return d.measure > 0 && len(block) == 1 && !next.afterFurniture && next.start != startsLower && block[0].join == 0
}

// joinWrapped joins the lines of a block in a document whose lines are wrapped.
func (d *shape) joinWrapped(text string, block []line) {
	for i := 1; i < len(block); i++ {
		l, next := &block[i-1], &block[i]
		last := i+1 == len(block) || !d.full(next, &block[i+1])
		if d.continues(l, next) && !(last && dateline(text, next)) {
			next.join = Wrapped
		}
	}
	d.joinLarge(text, block)
}

// joinLarge joins the lines of titles in a larger type, which are wrapped sooner than the text.
// With the next word, each of them would be wider than the widest of them; and one in four breaks
// off where no title ends, before a small letter or after a word such as "of".
func (d *shape) joinLarge(text string, block []line) {
	const most = 8 // lines of a title
	for lo := 0; lo < len(block); {
		hi, widest := lo, 0
		for hi < len(block) && hi-lo <= most && (block[hi].join == 0 || hi > lo && block[hi].join == Wrapped) &&
			d.maybeTitle(text, &block[hi]) {
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

// maybeTitle reports whether a line may be one of a title in a larger type.
func (d *shape) maybeTitle(text string, l *line) bool {
	return l.role == plainLine && l.end <= endsComma && l.width[d.unit]*100 <= d.measure*fullPercent &&
		!dateline(text, l)
}

// hanging reports whether a line ends with a short word in small letters, such as "of" or "für",
// after which something must follow.
func hanging(s string) bool {
	const longest = 3 // letters
	word := s[strings.LastIndexAny(s, " \t")+1:]
	return word != s && len([]rune(word)) <= longest && strings.ToLower(word) == word && strings.ToUpper(word) != word
}

// continues reports whether the line next continues the paragraph of l in wrapped text.
func (d *shape) continues(l, next *line) bool {
	if l.role == ruleLine || l.role == headLine || next.role == ruleLine || next.role == headLine ||
		l.width[d.unit] > d.measure+d.measure/10 {
		return false
	}
	if !d.full(l, next) && !l.hyphen {
		return next.start == startsLower && next.role == plainLine && l.end <= endsComma &&
			2*l.width[d.unit] >= d.measure
	}
	begins := next.role == itemLine || next.role == dashLine && l.end >= endsColon || d.indents && d.isIndented(next)
	return !begins || l.end == endsOpen
}

// splitByPage reports whether the paragraph of l continues with next after empty lines, because a
// page ended in it: it breaks off inside a sentence although the other long blocks of the document
// do not, and what follows, up to the line last, is prose and not a heading or an item.
func (d *shape) splitByPage(text string, l, next, last *line) bool {
	if next.hard || l.role >= headLine || next.role != plainLine {
		return false
	}
	if next.afterFurniture && d.indents && d.full(l, next) {
		return next.indent <= d.indent
	}
	if l.end > endsComma || l.end == endsComma && d.commas || !breaksOff(text[l.Start:l.End]) {
		return false
	}
	const (
		fewLower = .2 // share of the blocks that begin with a small letter, below which one is a sign
		marked   = .6 // share of the blocks that end in a mark, for a small letter to count
		surely   = .8 // the same without a small letter
	)
	full, lower := d.full(l, next), next.start == startsLower && d.lower < fewLower
	if next.afterFurniture && (full || lower) {
		return true
	}
	if d.measure > 0 && !full || d.indents && next.indent > d.indent && !lower {
		return false
	}
	if lower {
		return d.marked >= marked && (d.measure > 0 || last.end == endsFull && l.width.columns() >= longText/2)
	}
	return d.marked >= surely && last.end == endsFull &&
		(d.measure > 0 || l.width.columns() >= longText && next.width.columns() >= longText/2)
}

// breaksOff reports whether a line may be text that stops in the middle: it is not all in capitals,
// and it ends in a word, not in an address or a hashtag.
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
// bold title of several lines. It reports whether it found one.
func joinEmphasis(text string, block []line) bool {
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
				block[i].role, block[j].role = headLine, headLine
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

// joinTitle joins the lines of a block in a document whose paragraphs are lines. Such a block is a
// list, an address or verse, whose lines remain apart, or one title or sentence over several lines:
// then all lines except the last are full. If the block is the whole of a text in a script without
// spaces, a single mark at its end makes it a sentence.
func joinTitle(text string, block []line, alone bool) {
	widest, plain := 0, false
	for i := range block {
		widest = max(widest, block[i].width.columns())
		plain = plain || block[i].start != startsLower
	}
	const least, most = 40, 160 // columns of a full line of a title
	full := 0
	whole := func(i int) bool { // line i is full, and the next may continue it
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
		if l.end > endsComma || l.role >= headLine || next.role != plainLine ||
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

// beginsWithMark reports whether a line begins with a mark of Chinese or Japanese with which none
// begins, such as 。 after a link that has a line of its own.
func beginsWithMark(s string) bool {
	return strings.ContainsRune("。、，．！？；：」』）】》", script.First(s))
}
