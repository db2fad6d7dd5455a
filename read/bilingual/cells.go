package bilingual

import (
	"strings"

	"github.com/bitext-go/bitext/internal/script"
	"github.com/bitext-go/bitext/read"
	"github.com/bitext-go/bitext/segment"
)

// CellAnchors returns anchors for the alignment of documents that have the same tables: the cells
// that all of them have. It returns nil if there is no such table. The texts are those of the
// documents, in their order.
//
// Tables are the same if they are as many in each document, with the same rows and columns filled,
// and their cells are of like lengths: a list that is sorted again in each language is not.
func CellAnchors(docs []*read.Document, texts []*segment.Text) [][]int {
	if len(docs) < 2 || len(docs) != len(texts) {
		return nil
	}
	all := make([]map[int]*table, len(docs))
	starts := make([]map[[3]int]int, len(docs)) // by table, row and column, the first sentence of the cell
	for i, d := range docs {
		if all[i] = tablesOf(d); len(all[i]) == 0 || len(all[i]) != len(all[0]) {
			return nil
		}
		if starts[i] = cellsOf(d, texts[i]); starts[i] == nil {
			return nil
		}
	}
	var anchors [][]int
	for _, p := range docs[0].Paragraphs {
		at := [3]int{p.Table, p.Row, p.Column}
		if p.Table == 0 || !sameTables(all, p.Table) {
			continue
		}
		anchor := make([]int, len(docs))
		known := true
		for i := range docs {
			start, ok := starts[i][at]
			anchor[i], known = start, known && ok
		}
		if n := len(anchors); known && (n == 0 || isAfter(anchor, anchors[n-1])) {
			anchors = append(anchors, anchor)
		}
	}
	return anchors
}

// isAfter reports whether an anchor is after another one in each text.
func isAfter(a, b []int) bool {
	for i := range a {
		if a[i] <= b[i] {
			return false
		}
	}
	return true
}

// cellsOf returns the first sentence of each cell of a document; nil if its text has other
// paragraphs than the document.
func cellsOf(d *read.Document, t *segment.Text) map[[3]int]int {
	byLine := map[int]int{} // the first sentence of the paragraph in a line
	for _, p := range t.Paragraphs {
		line, _ := t.LinesOf(p)
		if _, known := byLine[line]; !known {
			byLine[line] = p.Lo
		}
	}
	cells := map[[3]int]int{}
	lines := map[int]bool{} // those of several cells tell nothing
	for _, p := range d.Paragraphs {
		at := [3]int{p.Table, p.Row, p.Column}
		if _, known := cells[at]; known || p.Table == 0 {
			continue
		}
		start, known := byLine[p.Line]
		if !known || lines[p.Line] {
			continue
		}
		lines[p.Line] = true
		cells[at] = start
	}
	if len(cells) == 0 {
		return nil
	}
	return cells
}

// sameTables reports whether the tables with a number are the same in all documents.
func sameTables(all []map[int]*table, number int) bool {
	first := all[0][number]
	if first == nil || len(first.cells) < 2 {
		return false
	}
	for _, tables := range all[1:] {
		if t := tables[number]; t == nil || !first.isLike(t) {
			return false
		}
	}
	return true
}

// isLike reports whether two tables have the same cells filled, and their phrases, or else their
// numbers, are alike.
func (t *table) isLike(other *table) bool {
	if len(t.cells) != len(other.cells) {
		return false
	}
	sum, otherSum := 0, 0
	for at, cell := range t.cells {
		if _, known := other.cells[at]; !known {
			return false
		}
		sum += weight(cell)
		otherSum += weight(other.cells[at])
	}
	ratio := float64(otherSum) / float64(max(sum, 1))
	phrases, like, numbers, equal := 0, 0, 0, 0
	for at, cell := range t.cells {
		w, otherW := weight(cell), weight(other.cells[at])
		switch {
		case w >= phraseWeight:
			phrases++
			expected := ratio * float64(w)
			if d := float64(otherW) - expected; max(d, -d) <= likeLength*expected {
				like++
			}
		case w == 0 && otherW == 0:
			numbers++
			if digits(cell) == digits(other.cells[at]) {
				equal++
			}
		}
	}
	const fewest = 2 // phrases or numbers that tell
	return phrases+numbers >= fewest && float64(like) >= minLike*float64(phrases) &&
		float64(equal) >= minLike*float64(numbers)
}

// digits returns the digits of a cell.
func digits(cell string) string {
	return strings.Map(func(r rune) rune {
		if v := script.DigitValue(r); v >= 0 {
			return '0' + rune(v)
		}
		return -1
	}, cell)
}
