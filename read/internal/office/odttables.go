package office

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"

	"github.com/bitext-go/bitext/read/internal/part"
	"github.com/bitext-go/bitext/read/internal/xmlscan"
)

// odtTables are the styles of tables that are not shown, as hidden sheets are.
type odtTables map[string]bool

// odtColumns are the columns of a table.
type odtColumns struct {
	hidden  []hiddenColumns
	columns int // columns so far
	cell    int // the last column of the current row

	leftRows    int          // hidden rows with a text
	leftColumns map[int]bool // hidden columns with a text, by their last number
}

// hiddenColumns are columns that are not shown, by the numbers of the first and the last.
type hiddenColumns struct{ first, last int }

// readStyles reads the styles in an element that has just begun.
func (r *odtReader) readStyles(s *xmlscan.Scanner) error {
	return r.lists.readStyles(s, func(style string, e xml.StartElement) {
		if e.Name.Local == "table-properties" && xmlscan.Attr(e, "display") == "false" {
			r.tables[style] = true
		}
	})
}

// isCollapsed reports whether a row or a column is hidden or filtered.
func isCollapsed(e xml.StartElement) bool {
	v := xmlscan.Attr(e, "visibility")
	return v == "collapse" || v == "filter"
}

// table follows the beginning of an element of a table. Hidden tables, rows and columns are left
// out.
func (r *odtReader) table(s *xmlscan.Scanner, e xml.StartElement) error {
	g := &r.w.grid
	n := len(r.open) - 1
	repeated, _ := strconv.Atoi(xmlscan.Attr(e, "number-columns-repeated"))
	repeated = min(max(repeated, 1), 1<<14)
	switch e.Name.Local {
	case "table":
		if r.tables[xmlscan.Attr(e, "style-name")] {
			r.doc.LeftOut = append(r.doc.LeftOut, part.LeftOut{What: "hidden sheet", Text: xmlscan.Attr(e, "name")})
			return s.Skip()
		}
		g.BeginTable()
		r.open = append(r.open, odtColumns{leftColumns: map[int]bool{}})
	case "table-column":
		if n < 0 {
			break
		}
		t := &r.open[n]
		if isCollapsed(e) {
			t.hidden = append(t.hidden, hiddenColumns{t.columns + 1, t.columns + repeated})
		}
		t.columns += repeated
	case "table-row":
		rows, _ := strconv.Atoi(xmlscan.Attr(e, "number-rows-repeated"))
		g.BeginRow()
		if isCollapsed(e) && n >= 0 {
			text, err := s.Text()
			if strings.TrimSpace(text) != "" {
				r.open[n].leftRows++
			}
			g.SkipRows(rows - 1)
			return unexpectedEnd(err)
		}
		r.rows = append(r.rows, rows-1)
		if n >= 0 {
			r.open[n].cell = 0
		}
	case "table-cell", "covered-table-cell":
		g.BeginCell(repeated)
		if n < 0 {
			break
		}
		t := &r.open[n]
		t.cell += repeated
		if isHiddenColumn(t.hidden, t.cell) {
			text, err := s.Text()
			if strings.TrimSpace(text) != "" {
				t.leftColumns[t.cell] = true
			}
			return unexpectedEnd(err)
		}
	}
	return nil
}

func isHiddenColumn(hidden []hiddenColumns, column int) bool {
	for _, h := range hidden {
		if column >= h.first && column <= h.last {
			return true
		}
	}
	return false
}

// endTable ends the innermost table, and notes what of it was hidden.
func (r *odtReader) endTable() {
	r.w.grid.EndTable()
	n := len(r.open) - 1
	if n < 0 {
		return
	}
	r.doc.leaveHidden(r.open[n].leftRows, len(r.open[n].leftColumns))
	r.open = r.open[:n]
}

// leaveHidden notes rows and columns that are left out because they are hidden.
func (d *Document) leaveHidden(rows, columns int) {
	for _, h := range []struct {
		n         int
		one, many string
	}{
		{rows, "a row of a table that is hidden or filtered", "%d rows of a table that are hidden or filtered"},
		{columns, "a hidden column of a table", "%d hidden columns of a table"},
	} {
		switch {
		case h.n == 1:
			d.LeftOut = append(d.LeftOut, part.LeftOut{What: h.one})
		case h.n > 1:
			d.LeftOut = append(d.LeftOut, part.LeftOut{What: fmt.Sprintf(h.many, h.n)})
		}
	}
}
