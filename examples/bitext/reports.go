package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"slices"

	"github.com/bitext-go/bitext/align/check"
	"github.com/bitext-go/bitext/internal/quote"
)

// reports write findings, by the name of the form.
var reports = map[string]func(io.Writer, *findings) error{"text": reportText, "json": reportJSON, "sarif": reportSARIF}

// reportText writes a line for each finding, in the form in which compilers report errors.
func reportText(w io.Writer, r *findings) error {
	style := r.style
	for _, f := range r.all {
		where := fmt.Sprintf("unit %d", f.unit)
		if f.other != (place{}) {
			where += ", compare " + f.other.String()
		}
		if _, err := fmt.Fprintf(w, "%s: %s: %s %s\n", f.place, style.strong(string(f.Kind)), f.Message, style.soft("("+where+")")); err != nil {
			return err
		}
	}
	return nil
}

// jsonFinding is a finding in the report of form json.
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
}

func reportJSON(w io.Writer, r *findings) error {
	out := struct {
		Units    int           `json:"units"`
		Findings []jsonFinding `json:"findings"`
	}{r.checker.Units(), []jsonFinding{}}
	for _, f := range r.all {
		out.Findings = append(out.Findings, jsonFinding{f.Kind, quote.Unisolate(f.Message), f.path, f.line, f.unit, f.lang.String(), f.Wording,
			f.Span.Start, f.Span.End, f.Finding.Unit})
	}
	return writeJSON(w, out)
}

func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// kindTexts says what a finding of each kind is, for tools that list the rules of a check.
var kindTexts = map[check.Kind]string{
	check.Number: "A number stands on one side only", check.Date: "A date stands on one side only",
	check.Year: "A year in brackets stands on one side only", check.ListNumber: "A list number is missing or another one",
	check.Country: "A country is named on one side only", check.Language: "A language is named on one side only",
	check.Quotation: "A quotation stands on one side only", check.Address: "An e-mail or web address stands on one side only",
	check.Untranslated: "Text was not translated", check.Length: "One side is far too long for the other",
	check.Unpaired: "A sentence or paragraph has no counterpart", check.Terminology: "A term of the glossary was not used",
	check.Inconsistent: "One source is translated in two ways", check.Repeated: "Two sources have one translation",
}

// SARIF 2.1.0 (OASIS): as much of it as code hosts and editors show.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version"`
		URI     string      `json:"informationUri"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID    string       `json:"id"`
		Short sarifMessage `json:"shortDescription"`
	}
	sarifMessage struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID    string          `json:"ruleId"`
		RuleIndex int             `json:"ruleIndex"`
		Level     string          `json:"level"`
		Message   sarifMessage    `json:"message"`
		Locations []sarifLocation `json:"locations"`
		Related   []sarifLocation `json:"relatedLocations,omitempty"`
	}
	sarifLocation struct {
		Physical sarifPhysical  `json:"physicalLocation"`
		Logical  []sarifLogical `json:"logicalLocations,omitempty"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		Line    int           `json:"startLine"`
		Snippet *sarifMessage `json:"snippet,omitempty"`
	}
	sarifLogical struct {
		Name string `json:"name"`
	}
)

func reportSARIF(w io.Writer, r *findings) error {
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: []sarifResult{}, Tool: sarifTool{sarifDriver{
		Name: "bitext", Version: version(), URI: "https://github.com/bitext-go/bitext"}}}
	for _, k := range r.kinds {
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{string(k), sarifMessage{kindTexts[k]}})
	}
	for _, f := range r.all {
		x := sarifResult{RuleID: string(f.Kind), RuleIndex: slices.Index(r.kinds, f.Kind), Level: "warning", Message: sarifMessage{f.Message},
			Locations: []sarifLocation{locate(f.place, f.Wording, f.unit)}}
		if f.other != (place{}) {
			x.Related = []sarifLocation{locate(f.other, "", f.Finding.Unit)}
		}
		run.Results = append(run.Results, x)
	}
	return writeJSON(w, sarifLog{Schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0", Runs: []sarifRun{run}})
}

func locate(p place, wording string, unit int) sarifLocation {
	l := sarifLocation{Physical: sarifPhysical{Artifact: sarifArtifact{(&url.URL{Path: filepath.ToSlash(p.path)}).String()}},
		Logical: []sarifLogical{{fmt.Sprintf("unit %d", unit)}}}
	if p.line > 0 {
		l.Physical.Region = &sarifRegion{Line: p.line}
		if wording != "" {
			l.Physical.Region.Snippet = &sarifMessage{wording}
		}
	}
	return l
}
