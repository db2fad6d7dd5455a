package bilingual

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/bitext-go/bitext/read"
)

// A table is a table of a document.
type table struct {
	cells    map[[2]int]string // by row and column
	rows     []int             // the numbers of its rows, in order
	width    int               // its last column
	firstRow int

	header   bool     // its first row names the columns
	columns  []column // those that are text, in their order; less than two if it is not bilingual
	boundary int      // the column of this project's confidence in the boundary; 0 if there is none
}

// tablesOf returns the tables of a document by their numbers.
func tablesOf(d *read.Document) map[int]*table {
	tables := map[int]*table{}
	for _, p := range d.Paragraphs {
		if p.Table == 0 {
			continue
		}
		t := tables[p.Table]
		if t == nil {
			t = &table{cells: map[[2]int]string{}, firstRow: p.Row}
			tables[p.Table] = t
		}
		at := [2]int{p.Row, p.Column}
		if t.cells[at] != "" {
			t.cells[at] += "\n"
		}
		t.cells[at] += p.Text
		t.width = max(t.width, p.Column)
		if n := len(t.rows); n == 0 || t.rows[n-1] != p.Row {
			t.rows = append(t.rows, p.Row)
		}
	}
	return tables
}

// sampleBytes is how much of a column is read to tell its language and length.
const sampleBytes = 8000

// weight returns the number of letters of a text, those of scripts without an alphabet counting
// three.
func weight(s string) (n int) {
	for _, r := range s {
		switch {
		case !unicode.IsLetter(r):
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
			n += 3
		default:
			n++
		}
	}
	return n
}

// translates reports whether the columns of a table that is not headed by languages look like
// translations of one another: there are at most maxFound, most of their rows are full, their cells
// differ and are of like lengths, and some are phrases on both sides, not names.
func (t *table) translates() bool {
	if len(t.columns) < 2 || len(t.columns) > maxFound {
		return false
	}
	full, rows, like, same, phrases := 0, 0, 0, 0, 0
	first, second := t.columns[0], t.columns[1]
	ratio := float64(weight(t.text(second.number))) / float64(max(weight(t.text(first.number)), 1))
	for _, r := range t.rows {
		a, b := t.cell(r, first.number), t.cell(r, second.number)
		if a == "" && b == "" {
			continue
		}
		rows++
		if a == "" || b == "" {
			continue
		}
		full++
		if a == b {
			same++
		}
		if min(weight(a), weight(b)) >= phraseWeight {
			phrases++
		}
		expected := ratio * float64(weight(a))
		if d := float64(weight(b)) - expected; max(d, -d) <= likeLength*expected+likeSlack {
			like++
		}
	}
	return full >= 2 && float64(full) >= minFull*float64(rows) && float64(like) >= minLike*float64(full) &&
		float64(same) <= maxSame*float64(full) && phrases > 0 && float64(phrases) >= minPhrases*float64(full)
}

// Measures of tables that nothing names, set by hand on tables of contracts and of software.
const (
	maxFound = 4  // languages
	minFull  = .6 // share of rows that have the first two languages
	maxSame  = .7 // share of these whose cells are equal, as names and dates are
	minLike  = .7 // share of these whose cells are of like lengths

	phraseWeight = 24  // letters from which a cell is a phrase
	minPhrases   = .05 // share of the full rows whose cells are phrases
)

// cell returns the text of a cell; "" if it is empty or there is none.
func (t *table) cell(row, column int) string { return t.cells[[2]int{row, column}] }

// text returns the text of a column, without its first row if that names it. It stops at the cell
// with which the text exceeds sampleBytes.
func (t *table) text(n int) string {
	var b strings.Builder
	for _, r := range t.rows {
		cell := t.cell(r, n)
		if r == t.firstRow && isHeading(cell) {
			continue
		}
		if b.WriteString(cell); b.Len() > sampleBytes {
			break
		}
		b.WriteString("\n")
	}
	return b.String()
}

// textCells returns how many cells of a column are text and not a number or an id, the first row
// aside if it names the column; 0 if most cells are numbers or ids.
func (t *table) textCells(n int) int {
	text, other := 0, 0
	for _, r := range t.rows {
		cell := t.cell(r, n)
		switch {
		case cell == "" || r == t.firstRow && isHeading(cell):
		case isID(cell):
			other++
		default:
			text++
		}
	}
	if other > text {
		return 0
	}
	return text
}

// isID reports whether a cell is a number, a date, an address or the name of a string: without
// letters, or one word with a digit or a sign inside it.
func isID(cell string) bool {
	if strings.Contains(cell, "://") || strings.HasPrefix(cell, "www.") {
		return true
	}
	letters, marks := 0, false
	for i, r := range cell {
		switch {
		case unicode.IsSpace(r):
			return letters == 0 && !strings.ContainsFunc(cell[i:], unicode.IsLetter)
		case unicode.IsLetter(r):
			letters++
		case unicode.IsDigit(r) || strings.ContainsRune("_./\\#:@", r) && i > 0 && i < len(cell)-1:
			marks = true
		}
	}
	return letters == 0 || marks
}

// findConfidences finds the two columns of confidences that this project's tables end with.
func (t *table) findConfidences() {
	n := t.width - 1
	if n < 2 {
		return
	}
	for _, r := range t.rows {
		if r == t.firstRow && t.cell(r, n) == "boundary" && t.cell(r, n+1) == "translation" {
			t.header = true
			continue
		}
		for _, cell := range []string{t.cell(r, n), t.cell(r, n+1)} {
			if p, err := strconv.ParseFloat(cell, 64); err != nil || p < 0 || p > 1 || len(cell) != len("0.000") {
				return
			}
		}
	}
	t.boundary = n
}

// confidence returns the confidences of a row.
func (t *table) confidence(row int) [2]float64 {
	if t.boundary == 0 {
		return [2]float64{1, 1}
	}
	return [2]float64{
		parseConfidence(t.cell(row, t.boundary)), parseConfidence(t.cell(row, t.boundary+1)),
	}
}
