package review

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/formats"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/examples/bitext/page"
	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
)

// Exports are the choices of rows of Export: approved rows; those and the sure ones, see
// [Review.Act]; all except rejected ones, those below Options.Sure and, unless Options.Same is set,
// those that are not translated. Rows that a person approved are always written.
var Exports = []string{"approved", "sure", "all"}

// A Format is a form in which Export writes rows.
type Format struct {
	Name, Title string
	Extension   string
	Type        string // MIME type
	Pairs       bool   // holds two languages only
	write       func(w io.Writer, r *Review, rows []*sheet.Row) (units int, err error)
}

// Formats are the formats of Export, TMX first.
var Formats = []Format{
	{"tmx", "TMX 1.4", ".tmx", "application/x-tmx+xml", false, writeTMX},
	{"xliff", "XLIFF 2.1", ".xlf", "application/xliff+xml", true, writeXLIFF},
	{"xliff12", "XLIFF 1.2", ".xliff", "application/xliff+xml", true, writeXLIFF12},
	{"xlsx", "Excel (XLSX)", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false, writeXLSX},
	{"tsv", "TSV", ".tsv", "text/tab-separated-values; charset=utf-8", false, writeTSV},
	{"html", "HTML", ".html", "text/html; charset=utf-8", false, writeHTML},
}

// changes is the report of what was changed. It is no choice of --format.
var changes = Format{"changes", "", ".changes.html", "text/html; charset=utf-8", false, writeChanges}

// FormatNames returns the names of Formats.
func FormatNames() (names []string) {
	for _, f := range Formats {
		names = append(names, f.Name)
	}
	return names
}

func format(name string) (Format, error) {
	for _, f := range append(Formats, changes) {
		if f.Name == name {
			return f, nil
		}
	}
	return Format{}, fmt.Errorf("there is no format %q; choose %s", name, strings.Join(FormatNames(), ", "))
}

// Export writes rows in a format and returns the number of units. what is one of Exports. Rows with
// text in one language only are in no format.
func (r *Review) Export(w io.Writer, what, in string) (units int, err error) {
	f, err := format(in)
	if err != nil {
		return 0, err
	}
	if !slices.Contains(Exports, what) {
		return 0, fmt.Errorf("there is no export of %q rows; choose %s", what, strings.Join(Exports, ", "))
	}
	if f.Pairs && len(r.sheet.Columns) != 2 {
		return 0, fmt.Errorf("%s holds two languages, but there are %d; choose another format", f.Title,
			len(r.sheet.Columns))
	}
	// Rows are immutable, and the rest of a sheet that a format reads never changes.
	r.mutex.Lock()
	var rows []*sheet.Row
	for _, row := range r.sheet.Rows {
		switch {
		case f.Name == changes.Name:
			rows = append(rows, row)
		case r.exports(row, what):
			rows = append(rows, r.translated(row))
		}
	}
	r.mutex.Unlock()
	return f.write(w, r, rows)
}

// exports reports whether a row is among those that Export writes.
func (r *Review) exports(row *sheet.Row, what string) bool {
	switch {
	case !r.sheet.HasUnit(row) || r.translated(row).Alone() && len(row.Units) == 0:
		return false
	case what == "approved":
		return row.State == sheet.Approved
	case what == "sure":
		return row.State == sheet.Approved || r.sure(row)
	}
	// A confidence below 0 is not known.
	return row.Settled() || len(r.sheet.Units) > 0 || row.Translation < 0 || row.Translation >= r.options.Sure
}

// ExportName returns the name of an exported file: that of the first document, with the choice of
// rows and the extension of the format.
func (r *Review) ExportName(what, in string) string {
	f, err := format(in)
	if err != nil || len(r.options.Documents) == 0 {
		return "review"
	}
	name := filepath.Base(r.options.Documents[0])
	name = strings.TrimSuffix(name, filepath.Ext(name))
	if what != "all" && f.Name != changes.Name {
		name += "." + what
	}
	return name + f.Extension
}

func writeTMX(w io.Writer, r *Review, rows []*sheet.Row) (units int, err error) {
	out := tmx.NewWriter(w)
	out.Header = r.sheet.Header
	for _, row := range rows {
		if unit, ok := r.sheet.Unit(row); ok {
			if err := out.Write(unit); err != nil {
				return units, err
			}
			units++
		}
	}
	return units, out.Close()
}

func (r *Review) langs() (out []language.Tag) {
	for _, c := range r.sheet.Columns {
		out = append(out, c.Lang)
	}
	return out
}

func writeXLIFF(w io.Writer, r *Review, rows []*sheet.Row) (int, error) {
	langs := r.langs()
	return writeRows(formats.NewXLIFF(w, langs[0], langs[1]), rows)
}

func writeTSV(w io.Writer, _ *Review, rows []*sheet.Row) (int, error) {
	return writeRows(formats.NewTSV(w), rows)
}

func writeRows(w *formats.Writer, rows []*sheet.Row) (int, error) {
	for _, row := range rows {
		out := formats.Row{Boundary: max(0, row.Boundary), Translation: max(0, row.Translation)}
		for _, cell := range row.Cells {
			text, inline := sheet.Marked(cell)
			out.Texts = append(out.Texts, text)
			out.Marked = append(out.Marked, formats.Marked{Text: text, Inline: inline})
		}
		if err := w.Write(out); err != nil {
			return w.Rows(), err
		}
	}
	return w.Rows(), w.Close()
}

func writeHTML(w io.Writer, r *Review, rows []*sheet.Row) (int, error) {
	texts := r.sheet.TextsOf(rows)
	return len(rows), page.Write(w, strings.Join(baseNames(r.options.Documents), " · "), beadsOf(rows), texts...)
}
