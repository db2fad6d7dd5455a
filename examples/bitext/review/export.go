package review

import (
	"fmt"
	"io"
	"slices"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
)

// Exports are the choices of Export: approved rows, or all rows except rejected ones.
var Exports = []string{"approved", "all"}

// Export writes rows as a memory and returns the number of units. what is one of Exports.
func (r *Review) Export(w io.Writer, what string) (units int, err error) {
	if what != "approved" && what != "all" {
		return 0, fmt.Errorf("there is no export of %q rows; choose approved or all", what)
	}
	// Rows are immutable, and the rest of a sheet that Unit reads never changes.
	r.mutex.Lock()
	rows := slices.Clone(r.sheet.Rows)
	r.mutex.Unlock()
	out := tmx.NewWriter(w)
	out.Header = r.sheet.Header
	for _, row := range rows {
		if what == "approved" && row.State != sheet.Approved {
			continue
		}
		if unit, ok := r.sheet.Unit(row); ok {
			if err := out.Write(unit); err != nil {
				return units, err
			}
			units++
		}
	}
	return units, out.Close()
}
