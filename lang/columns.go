package lang

import "strings"

// A PDF tool writes a table of two columns in two scripts, or a bilingual page, as lines that hold
// a piece of each column with a gap between them.
const (
	columnRows    = 3    // fewest lines in a row that are taken for columns
	columnLetters = 4    // fewest letters that a column has in each line
	columnShare   = .9   // smallest share of a column's letters that are in its script
	columnBytes   = 1000 // longest line of a table
	columnGaps    = 8    // gaps of a line that are examined
)

// columns returns the offset of the second column of each line that has two, in ascending order.
func columns(body string) []int {
	var cuts, row []int
	left, right := "", ""
	flush := func() {
		if len(row) >= columnRows {
			cuts = append(cuts, row...)
		}
		row = row[:0]
	}
	for pos := 0; pos < len(body); {
		end := nextLine(body, pos)
		line := body[pos:end]
		if at, l, r := gap(line); at > 0 {
			if l != left || r != right {
				flush()
				left, right = l, r
			}
			row = append(row, pos+at)
		} else if strings.TrimSpace(line) != "" {
			flush()
		}
		pos = end
	}
	flush()
	return cuts
}

// gap returns the offset in a line of the second of two columns in different scripts, and these
// scripts. It is 0 if the line has no such columns.
func gap(line string) (at int, left, right string) {
	text := strings.TrimRight(line, " \t\r\n")
	start := len(text) - len(strings.TrimLeft(text, " \t"))
	if len(text) > columnBytes {
		return 0, "", ""
	}
	for i, gaps := start, 0; i < len(text) && gaps < columnGaps; i++ {
		if text[i] != '\t' && (text[i] != ' ' || text[i+1] != ' ' && text[i+1] != '\t') {
			continue
		}
		gaps++
		end := i
		for text[end] == ' ' || text[end] == '\t' {
			end++
		}
		l, ls := Script(text[start:i])
		r, rs := Script(text[end:])
		if l != "" && r != "" && l != r && ls >= columnShare && rs >= columnShare &&
			letters(text[start:i]) >= columnLetters && letters(text[end:]) >= columnLetters {
			return end, l, r
		}
		i = end
	}
	return 0, "", ""
}
