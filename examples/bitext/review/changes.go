package review

import (
	_ "embed"
	"html/template"
	"io"
	"strings"
	"time"

	"golang.org/x/text/language/display"

	"github.com/bitext-go/bitext/examples/bitext/page/face"
	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
)

//go:embed changes.html
var changesSource string

var changesTemplate = template.Must(template.New("changes").Parse(changesSource))

type changesView struct {
	Title   string
	Colours template.CSS
	Columns []string
	All     int
	Rows    []changedRow
}

type changedRow struct {
	Number            int
	State, Note, When string
	Cells             [][]changedText
}

type changedText struct{ Was, Now string }

// writeChanges writes a page of HTML with the rows that a person has changed, marked or noted: what
// each sentence was and is, the state and the note. units is how many rows there are.
func writeChanges(w io.Writer, r *Review, rows []*sheet.Row) (units int, err error) {
	v := changesView{Title: strings.Join(baseNames(r.options.Documents), " · "), Colours: template.CSS(face.Colours),
		All: len(rows)}
	for _, c := range r.sheet.Columns {
		v.Columns = append(v.Columns, display.English.Tags().Name(c.Lang))
	}
	for i, row := range rows {
		if row.State == sheet.Open && row.Note == "" && !r.sheet.Altered(row) {
			continue
		}
		out := changedRow{Number: i + 1, State: stateOf(row), Note: shown(row.Note)}
		if !row.Changed.IsZero() {
			out.When = row.Changed.UTC().Format(time.DateTime)
		}
		for c, cell := range row.Cells {
			var texts []changedText
			for _, p := range cell {
				t := changedText{Now: shown(p.Text)}
				if was, changed := r.sheet.Was(c, p); changed {
					t.Was = shown(was)
				}
				texts = append(texts, t)
			}
			out.Cells = append(out.Cells, texts)
		}
		v.Rows = append(v.Rows, out)
	}
	return len(v.Rows), changesTemplate.Execute(w, v)
}

func stateOf(row *sheet.Row) string {
	switch {
	case row.State == sheet.Approved:
		return "approved"
	case row.State == sheet.Rejected:
		return "not a translation"
	case row.Hand:
		return "edited"
	}
	return ""
}
