package bilingual

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/read"
)

// Columns says which columns of a table are text, and in which languages.
type Columns struct {
	Langs   []language.Tag                 // the languages to take; nil takes all that are found
	Numbers []int                          // their columns, from 1, in the order of Langs; nil finds them
	Detect  func(text string) language.Tag // the language of a text; language.Und if unknown
}

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

// A column is a column of text.
type column struct {
	number int
	lang   language.Tag
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

// maxColumns is how many columns of a table are examined.
const maxColumns = 64

// findColumns finds the columns of text and their languages.
func (t *table) findColumns(c Columns) error {
	t.findConfidences()
	if len(c.Numbers) > 0 {
		if len(c.Langs) > 0 && len(c.Numbers) != len(c.Langs) {
			return fmt.Errorf("%d columns are named for %d languages; name one for each", len(c.Numbers), len(c.Langs))
		}
		for i, n := range c.Numbers {
			lang := c.Detect(t.text(n))
			if named, ok := LanguageNamed(t.cells[[2]int{t.firstRow, n}]); ok {
				lang = named
			}
			if len(c.Langs) > 0 {
				lang = c.Langs[i]
			}
			if lang != language.Und {
				t.columns = append(t.columns, column{n, lang})
			}
		}
	} else {
		t.detectColumns(c)
	}
	for _, column := range t.columns {
		t.header = t.header || isHeading(t.cells[[2]int{t.firstRow, column.number}])
	}
	return nil
}

// detectColumns finds the columns of text by their content and their headings. Of two columns in
// one language, that with more text is taken; the other holds comments.
func (t *table) detectColumns(c Columns) {
	best := map[language.Tag]int{} // by language, the index in t.columns
	filled := map[int]int{}
	unnamed := false
	for n := 1; n <= min(t.width, maxColumns); n++ {
		if filled[n] = t.textCells(n); filled[n] == 0 || n >= t.boundary && t.boundary > 0 {
			continue
		}
		lang, named := LanguageNamed(t.cells[[2]int{t.firstRow, n}])
		if !named {
			lang = t.detect(n, c)
			unnamed = unnamed || lang != language.Und
		}
		if i := slices.IndexFunc(c.Langs, func(l language.Tag) bool { return langtag.SameBase(l, lang) }); i >= 0 {
			lang = c.Langs[i]
		} else if len(c.Langs) > 0 {
			continue
		}
		if lang == language.Und || strings.HasPrefix(lang.String(), "und") {
			continue
		}
		i, known := best[lang]
		switch {
		case !known:
			best[lang] = len(t.columns)
			t.columns = append(t.columns, column{n, lang})
		case filled[n] > filled[t.columns[i].number]:
			t.columns[i].number = n
		}
	}
	most := 0
	for _, column := range t.columns {
		most = max(most, filled[column.number])
	}
	t.columns = slices.DeleteFunc(t.columns, func(column column) bool {
		return filled[column.number] < 2 && most > 2 || float64(filled[column.number]) < minFilled*float64(most)
	})
	slices.SortFunc(t.columns, func(a, b column) int { return a.number - b.number })
	if unnamed && len(c.Langs) == 0 && t.boundary == 0 && !t.translates() {
		t.columns = nil
	}
}

// detect returns the language of a column that nothing names; language.Und unless both halves of
// its rows are in one language, each with text enough to tell.
func (t *table) detect(n int, c Columns) language.Tag {
	lang := c.Detect(t.text(n))
	if t.boundary > 0 {
		return lang
	}
	var halves [2]strings.Builder
	for _, r := range t.rows {
		cell := t.cells[[2]int{r, n}]
		if cell == "" || isID(cell) || r == t.firstRow && isHeading(cell) {
			continue
		}
		lighter := 0
		if halves[1].Len() < halves[0].Len() {
			lighter = 1
		}
		halves[lighter].WriteString(cell + "\n")
	}
	for i := range halves {
		half := halves[i].String()
		if weight(half) < minWeight {
			return language.Und
		}
		if weight(half) >= enoughWeight && !langtag.SameBase(c.Detect(half), lang) {
			return language.Und
		}
	}
	return lang
}

// How much text tells the language of half a column, as weight counts it: minWeight may do if
// enoughWeight is not there. They were set by hand.
const (
	minWeight    = 20
	enoughWeight = 60
)

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
		a, b := t.cells[[2]int{r, first.number}], t.cells[[2]int{r, second.number}]
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

// minFilled is the share of the rows of the fullest column that another column of text has. A
// column of comments has less. It was set by hand.
const minFilled = .1

// text returns the text of a column without its first row if that names it.
func (t *table) text(n int) string {
	var b strings.Builder
	for _, r := range t.rows {
		cell := t.cells[[2]int{r, n}]
		if r == t.firstRow && isHeading(cell) {
			continue
		}
		if b.WriteString(cell); b.Len() > 8000 {
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
		cell := t.cells[[2]int{r, n}]
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
		if r == t.firstRow && t.cells[[2]int{r, n}] == "boundary" && t.cells[[2]int{r, n + 1}] == "translation" {
			t.header = true
			continue
		}
		for _, cell := range []string{t.cells[[2]int{r, n}], t.cells[[2]int{r, n + 1}]} {
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
		parseConfidence(t.cells[[2]int{row, t.boundary}]), parseConfidence(t.cells[[2]int{row, t.boundary + 1}]),
	}
}

// headings are the words with which tables head their columns, other than names of languages.
var headings = map[string]bool{
	"source": true, "target": true, "source text": true, "target text": true, "source segment": true,
	"target segment": true, "translation": true, "original": true, "quelle": true, "ziel": true,
	"source language": true, "target language": true,
}

// isHeading reports whether a cell is the heading of a column: the name of a language or such a
// word.
func isHeading(cell string) bool {
	if headings[strings.ToLower(strings.TrimSpace(cell))] {
		return true
	}
	_, named := LanguageNamed(cell)
	return named
}
