package seed

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// LeftOutHead is the first line of the table of [Seeding].LeftOut.
const LeftOutHead = "reason\twhat\tplaces\ttranslation\tboundary\twordings\n"

// A table lists the units that were left out, one a line, as TSV.
type table struct{ w *bufio.Writer }

func newTable(w io.Writer) *table {
	t := &table{bufio.NewWriter(w)}
	t.w.WriteString(LeftOutHead)
	return t
}

// oneCell replaces the characters that separate cells and lines.
var oneCell = strings.NewReplacer("\t", " ", "\n", " ", "\r", " ")

// add adds a unit with its sides before any of them was removed.
func (t *table) add(f *Fault, u Unit, sides []Side) {
	var places []string
	for _, s := range sides {
		places = append(places, oneCell.Replace(s.Document)+":"+s.Lines)
	}
	fmt.Fprintf(t.w, "%s\t%s\t%s\t%.3f\t%.3f",
		f.Reason, f.What, strings.Join(places, " "), u.Translation, u.Boundary)
	for _, s := range sides {
		fmt.Fprintf(t.w, "\t%s: %s", s.Lang, oneCell.Replace(s.Text))
	}
	t.w.WriteByte('\n')
}
