package layout

import (
	"strings"
	"unicode"
)

// A lineClass is a class of lines that are alike except for their numbers, such as "Page 7" and
// "Page 8".
type lineClass struct {
	lines  []int // in ascending order
	edges  int   // pages at whose edge there is one
	cuts   int   // how many of them interrupt a sentence
	same   int   // how many equal the one before to the letter, at least a page before
	rising int   // how many have a number that is one more than in the one before
	number int   // the last number in the last of them
	symbol bool  // numbers, or letters and numbers without any word
	named  bool  // with letters
}

// gap returns the number of spaces in the widest gap of a line: the head or foot of a wide page has
// the page number at its other margin.
func gap(s string) (widest int) {
	run := 0
	for i := 0; i < len(s); i++ {
		if s[i] != ' ' {
			run = 0
			continue
		}
		run++
		widest = max(widest, run)
	}
	if widest < columnGap {
		return 0
	}
	return widest
}

// columnGap is the number of spaces from which a gap is no space between words.
const columnGap = 3

// classify sorts the short lines into classes. It returns the classes by key and the key of each
// line: its text with "#" for each number. A line that belongs to no class has an empty key. Heads
// of pages belong to one however wide they are.
func (d *shape) classify(text string, lines []line, heads []bool) (
	classes map[string]*lineClass, keys []string) {
	classes = map[string]*lineClass{}
	keys = make([]string, len(lines))
	for i := range lines {
		s := text[lines[i].Start:lines[i].End]
		if heads[i] {
			d.addToClass(text, lines, i, classes, keys)
			continue
		}
		width := lines[i].width.columns()
		if width > furnitureWidth {
			width -= gap(s)
		}
		if width > furnitureWidth || lines[i].role == ruleLine || lines[i].end == endsFull {
			continue
		}
		if _, symbol := keyOf(s); !symbol && !d.edgeOfPage(lines, i) &&
			(i > 0 && d.within(&lines[i-1], &lines[i]) || i+1 < len(lines) && d.within(&lines[i], &lines[i+1])) {
			continue
		}
		d.addToClass(text, lines, i, classes, keys)
	}
	for i, key := range keys {
		if c := classes[key]; c != nil && len(c.lines) == 1 && !c.symbol {
			keys[i] = "" // a wording that appears once is text
		}
	}
	return classes, keys
}

// addToClass adds line i to its class.
func (d *shape) addToClass(text string, lines []line, i int, classes map[string]*lineClass, keys []string) {
	s := text[lines[i].Start:lines[i].End]
	key, symbol := keyOf(s)
	keys[i] = key
	c := classes[key]
	if c == nil {
		c = &lineClass{symbol: symbol, named: strings.ContainsFunc(key, unicode.IsLetter)}
		classes[key] = c
	}
	number := lastNumber(s)
	if n := len(c.lines); n > 0 {
		last := &lines[c.lines[n-1]]
		switch {
		case number == c.number+1:
			c.rising++
		case lines[i].number-last.number >= pageLines && s == text[last.Start:last.End]:
			c.same++
		}
	}
	c.lines, c.number = append(c.lines, i), number
}

// within reports whether two lines belong to one paragraph by their width.
func (d *shape) within(l, next *line) bool {
	return next.gap <= d.spacing && !next.hard && d.full(l, next)
}

// keyOf returns the line with "#" for each number, also for a Roman one at its end, and one space
// for several. symbol is whether it is a symbol: numbers, or letters and numbers without any word,
// such as "- 5 -", "A/61/947" or "07-37523 5".
func keyOf(s string) (key string, symbol bool) {
	const (
		mostDigits  = 16
		mostLetters = 12
	)
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
				symbol = symbol && unicode.IsUpper(r) && letters <= mostLetters
			} else if strings.ContainsRune(".,:;%$€£+=", r) {
				symbol = false // an amount, or the end of a sentence
			}
		}
		last = r
	}
	words := strings.Fields(b.String())
	if n := len(words) - 1; n >= 0 && isRoman(words[n]) {
		words[n] = "#"
	}
	symbol = symbol && digits > 0 && digits <= mostDigits && (letters == 0 || strings.ContainsAny(s, "/-"))
	return strings.Join(words, " "), symbol
}

// countEdges counts, for each class, the pages that have one of its lines at their edge.
func countEdges(lines []line, keys []string, classes map[string]*lineClass) {
	for lo := 0; lo < len(lines); {
		hi := lo + 1
		for hi < len(lines) && lines[hi].page == lines[lo].page {
			hi++
		}
		if lo > 0 || hi < len(lines) {
			seen := map[string]bool{}
			for i := lo; i < hi; i++ {
				if key := keys[i]; key != "" && (i < lo+edgeLines || i >= hi-edgeLines) && !seen[key] {
					seen[key] = true
					classes[key].edges++
				}
			}
		}
		lo = hi
	}
}

// isFurniture reports whether the lines of the class that are in the group g are page furniture, in
// a document of some pages.
func (c *lineClass) isFurniture(pages int, wrapped bool, lines []line, g group) bool {
	const (
		pagesPerEdge = 2.5 // pages for one that has a line of the class at its edge
		symbolsPer   = 5   // symbols for one that interrupts a sentence
		wordsPer     = 3   // the same for lines with words
	)
	n := len(c.lines)
	rising := c.rising > 0 && c.rising == n-1
	switch {
	case g.edge && (c.symbol || c.edges >= 2 && float64(c.edges)*pagesPerEdge >= float64(pages)):
		return true
	case c.cuts > 0 && (c.symbol && c.cuts*symbolsPer >= n || c.cuts*wordsPer >= n && (n > 2 || rising)):
		return true
	case !g.alone:
		return false
	// The numbers of chapters do not end a document, and chapters differ in length.
	case rising && c.lines[n-1] == len(lines)-1 && lines[c.lines[0]].number >= pageLines:
		return true
	case wrapped && n > 2 && (rising || c.same == n-1) && evenly(lines, c.lines):
		return true
	}
	return c.symbol && c.named && c.same > 0
}

// evenly reports whether the lines with the given indices follow one another at the same distance,
// as the heads of pages do, except that the last may come sooner.
func evenly(lines []line, indices []int) bool {
	least, most, last := 1<<30, 0, 0
	for i := 1; i < len(indices); i++ {
		last = lines[indices[i]].number - lines[indices[i-1]].number
		most = max(most, last)
		if i+1 < len(indices) {
			least = min(least, last)
		}
	}
	return least >= pageLines && most-least <= pageSlack
}
