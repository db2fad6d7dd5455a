package read

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/lazyregexp"
	"github.com/bitext-go/bitext/read/internal/pdfpage"
)

// Measures of the numbers of lines in a margin, set by hand and tried on bills, drafts and records
// of courts: thousands of numbered lines in five documents, and thirty documents without.
const (
	fewestNumbers = 12 // numbered lines of a document
	numberedShare = .3 // share of the lines of a document that have one; tables have none
	goOnShare     = .2 // share of them that go on with a sentence or are empty; items of a list do not
	everyFifth    = 5  // the other distance of numbers besides 1
	marginSlack   = 2  // columns by which the ends of numbers differ on a page
	mostMissing   = 4  // how much farther a number may be than the one before it: some are not in order
)

// marginNumber matches a number at the beginning of a line of a page.
var marginNumber = lazyregexp.New(`^\f?( {0,12})(\d{1,5})(?: +|$)`)

// A numbering is the numbers of lines in the left margin of pages: for each page, the texts of the
// numbers.
type numbering []map[string]bool

// dropLineNumbers returns the text of pages without numbers of lines in the left margin, and the
// numbers. A number is one if it follows that of a line before it, or begins anew on a page;
// enough lines must have one, or each fifth line, as bills have them.
func dropLineNumbers(text string) (string, numbering) {
	lines := strings.SplitAfter(text, "\n")
	for _, step := range []int{1, everyFifth} {
		if marked := numberedLines(lines, step); marked != nil {
			return eraseNumbers(lines, marked)
		}
	}
	return text, nil
}

// numberedLines returns the indices of lines with a number; nil if they are not numbered. Each
// number is step more than the one before it.
func numberedLines(lines []string, step int) (marked []int) {
	last, page, lastPage, end := 0, 0, -1, 0
	all, goOn, same := 0, 0, 0
	first := map[string]int{} // the words after numbers, which differ, except in a table
	for i, l := range lines {
		if strings.HasPrefix(l, "\f") {
			page++
		}
		if strings.TrimSpace(l) == "" {
			continue
		}
		all++
		m := marginNumber.FindStringSubmatch(strings.TrimSuffix(l, "\n"))
		if m == nil {
			continue
		}
		n, _ := strconv.Atoi(m[2])
		at := utf8.RuneCountInString(m[1]) + len(m[2])
		follows := last > 0 && n > last && n <= last+mostMissing*step && n%step == 0
		anew := n == step && page != lastPage
		inMargin := page != lastPage || at >= end-marginSlack && at <= end+marginSlack
		if !follows && !anew || !inMargin {
			continue
		}
		rest := strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(l), m[2]))
		if letter, _ := utf8.DecodeRuneInString(rest); rest == "" || unicode.IsLower(letter) {
			goOn++
		}
		if word, _, _ := strings.Cut(rest, " "); word != "" {
			first[word]++
			same = max(same, first[word])
		}
		last, lastPage, end = n, page, at
		marked = append(marked, i)
	}
	n := len(marked)
	if n < fewestNumbers || 3*same > n || float64(n*step) < numberedShare*float64(all) ||
		float64(goOn) < goOnShare*float64(n) {
		return nil
	}
	return marked
}

// eraseNumbers returns lines with spaces instead of the numbers of some of them.
func eraseNumbers(lines []string, marked []int) (string, numbering) {
	var n numbering
	var b strings.Builder
	page, next := 0, 0
	for i, l := range lines {
		if strings.HasPrefix(l, "\f") {
			page++
		}
		for len(n) <= page {
			n = append(n, map[string]bool{})
		}
		if next < len(marked) && marked[next] == i {
			next++
			at := marginNumber.FindStringSubmatchIndex(strings.TrimSuffix(l, "\n"))
			n[page][l[at[4]:at[5]]] = true
			l = l[:at[4]] + strings.Repeat(" ", at[5]-at[4]) + l[at[5]:]
			if strings.TrimSpace(l) == "" {
				l = strings.Repeat("\f", strings.Count(l, "\f")) + "\n"
			}
		}
		b.WriteString(l)
	}
	return b.String(), n
}

// drop returns the words of a page without its numbers of lines: those at the left end of a line
// that end where most of them do.
func (n numbering) drop(page int, words []pdfpage.Word) []pdfpage.Word {
	if page >= len(n) || len(n[page]) == 0 {
		return words
	}
	var ends []float64
	for _, w := range words {
		if n[page][w.Text] {
			ends = append(ends, w.X1)
		}
	}
	slices.Sort(ends)
	if len(ends) == 0 {
		return words
	}
	const slack = 10 // points
	margin := ends[len(ends)/4]
	return slices.DeleteFunc(slices.Clone(words), func(w pdfpage.Word) bool {
		return n[page][w.Text] && w.X1 < margin+slack && w.X1 > margin-slack
	})
}
