package layout

import (
	"strings"
	"unicode"

	"github.com/bitext-go/bitext/internal/script"
)

// headsOfPages returns, for each line of a document with form feeds, whether it is a head or foot
// that three pages or more have near their edge, each at most two pages after the one before, as
// heads of left and right pages and those of chapters do. Such a line may be as wide as the text,
// and may end with a full stop.
func headsOfPages(text string, lines []line) []bool {
	const (
		fewest = 3 // pages
		apart  = 2 // pages from one to the next
	)
	heads := make([]bool, len(lines))
	near := map[string][]int{} // the lines of each key near the edge of a page
	for lo := 0; lo < len(lines); {
		hi := lo + 1
		for hi < len(lines) && lines[hi].page == lines[lo].page {
			hi++
		}
		if lo == 0 && hi == len(lines) {
			return heads
		}
		for i := lo; i < hi; i++ {
			if (i < lo+edgeLines || i >= hi-edgeLines) && lines[i].role != ruleLine {
				key, _ := keyOf(text[lines[i].Start:lines[i].End])
				near[key] = append(near[key], i)
			}
		}
		lo = hi
	}
	for _, all := range near {
		for lo := 0; lo < len(all); {
			hi, pages := lo+1, 1
			for hi < len(all) && lines[all[hi]].page <= lines[all[hi-1]].page+apart &&
				inStep(text, &lines[all[hi-1]], &lines[all[hi]]) {
				if lines[all[hi]].page > lines[all[hi-1]].page {
					pages++
				}
				hi++
			}
			for i := lo; i < hi && pages >= fewest; i++ {
				heads[all[i]] = true
			}
			lo = hi
		}
	}
	return heads
}

// inStep reports whether two lines with one key are equal except for a number that counts the
// pages.
func inStep(text string, a, b *line) bool {
	m, n := numbersOf(text[a.Start:a.End]), numbersOf(text[b.Start:b.End])
	counts := 0
	for i := range min(len(m), len(n)) {
		switch n[i] - m[i] {
		case 0:
		case b.page - a.page:
			counts++
		default:
			return false
		}
	}
	return len(m) == len(n) && counts <= 1
}

// numbersOf returns the values of the numbers in a line, at most a million.
func numbersOf(s string) (numbers []int) {
	const most = 1e6
	inside := false
	for _, r := range s {
		if !unicode.IsDigit(r) {
			inside = false
			continue
		}
		if !inside {
			inside = true
			numbers = append(numbers, 0)
		}
		last := &numbers[len(numbers)-1]
		*last = min(*last*10+script.DigitValue(r), most)
	}
	return numbers
}

// edgeOfPage reports whether a line is the first or the last of its page in a document with form
// feeds, and not full. At the end of a page a foot may follow the text without an empty line.
func (d *shape) edgeOfPage(lines []line, i int) bool {
	last := len(lines) - 1
	if lines[0].page == lines[last].page || i < last && d.full(&lines[i], &lines[i+1]) {
		return false
	}
	return i == 0 || i == last || lines[i-1].page != lines[i].page || lines[i+1].page != lines[i].page
}

// isRoman reports whether a word is a Roman number in small letters, as pages of a preface have.
func isRoman(word string) bool { return len(word) <= len("xxviii") && strings.Trim(word, "ivxl") == "" }

// lastNumber returns the value of the last number in a line, at most a million; -1 if there is
// none.
func lastNumber(s string) int {
	if all := numbersOf(s); len(all) > 0 {
		return all[len(all)-1]
	}
	return -1
}
