package bilingual

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/langtag"
)

// Columns says which columns of a table are text, and in which languages.
type Columns struct {
	Langs   []language.Tag                 // the languages to take; nil takes all that are found
	Numbers []int                          // their columns, from 1, in the order of Langs; nil finds them
	Detect  func(text string) language.Tag // the language of a text; language.Und if unknown; must be set
}

// A column is a column of text.
type column struct {
	number int
	lang   language.Tag
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
			if named, ok := LanguageNamed(t.cell(t.firstRow, n)); ok {
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
		t.header = t.header || isHeading(t.cell(t.firstRow, column.number))
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
		lang, named := LanguageNamed(t.cell(t.firstRow, n))
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

// minFilled is the share of the rows of the fullest column that another column of text has. A
// column of comments has less. It was set by hand.
const minFilled = .1

// detect returns the language of a column that nothing names; language.Und unless both halves of
// its rows are in one language, each with text enough to tell.
func (t *table) detect(n int, c Columns) language.Tag {
	lang := c.Detect(t.text(n))
	if t.boundary > 0 {
		return lang
	}
	var halves [2]strings.Builder
	for _, r := range t.rows {
		cell := t.cell(r, n)
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
