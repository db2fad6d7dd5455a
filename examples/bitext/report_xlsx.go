package main

import (
	"io"

	"github.com/bitext-go/bitext/examples/bitext/internal/xlsx"
)

// reportXLSX writes a workbook with a row for each finding.
func reportXLSX(w io.Writer, r *findings) error {
	head := []any{"Place", "Unit", "Kind", "Message", "Language", "Text"}
	out := xlsx.NewWriter(w, "Findings", head, 30, 10, 20, 60, 12, 60)
	for _, x := range r.rows() {
		if err := out.Write(x.Place, x.Unit, x.Kind, x.Message, x.Lang, x.Wording); err != nil {
			return err
		}
	}
	return out.Close()
}
