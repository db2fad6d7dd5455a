package main

import (
	"fmt"
	"io"

	"github.com/bitext-go/bitext/align/check"
	"github.com/bitext-go/bitext/internal/quote"
	"github.com/bitext-go/bitext/internal/say"
)

// reports write findings, by the name of the format.
var reports = map[string]func(io.Writer, *findings) error{"text": reportText, "json": reportJSON,
	"sarif": reportSARIF, "xlsx": reportXLSX, "html": reportHTML, "tsv": reportTSV}

// reportText writes a line for each finding, in the format in which compilers report errors.
func reportText(w io.Writer, r *findings) error {
	style := r.style
	for _, f := range r.all {
		where := fmt.Sprintf("unit %d", f.unit)
		if f.other != (place{}) {
			where += ", compare " + f.other.String()
		}
		_, err := fmt.Fprintf(w, "%s: %s: %s %s\n",
			f.place, style.strong(string(f.Kind)), f.Message, style.soft("("+where+")"))
		if err != nil {
			return err
		}
	}
	return nil
}

// A jsonFinding is a finding in the report of format json.
type jsonFinding struct {
	Kind    check.Kind `json:"kind"`
	Message string     `json:"message"`
	File    string     `json:"file"`
	Line    int        `json:"line,omitempty"`
	Unit    int        `json:"unit"`
	Lang    string     `json:"lang"`
	Wording string     `json:"wording"`
	Start   int        `json:"start"` // bytes of the unit's text in that language
	End     int        `json:"end"`
	Compare int        `json:"compare_unit,omitempty"`
	File2   string     `json:"compare_file,omitempty"` // if it is another file
}

func reportJSON(w io.Writer, r *findings) error {
	out := struct {
		Units    int           `json:"units"`
		Findings []jsonFinding `json:"findings"`
	}{r.checker.Units(), []jsonFinding{}}
	for _, f := range r.all {
		x := jsonFinding{f.Kind, quote.Unisolate(f.Message), f.path, f.line, f.unit, f.lang.String(), f.Wording,
			f.Span.Start, f.Span.End, f.other.unit, ""}
		if f.other.path != f.path {
			x.File2 = f.other.path
		}
		out.Findings = append(out.Findings, x)
	}
	return say.JSON(w, out)
}
