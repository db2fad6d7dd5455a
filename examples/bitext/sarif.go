package main

import (
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"slices"

	"github.com/bitext-go/bitext/align/check"
	"github.com/bitext-go/bitext/internal/say"
)

// kindTexts describe the kinds of findings, for tools that list the rules of a check.
var kindTexts = map[check.Kind]string{
	check.Number:        "A number is on one side only",
	check.Date:          "A date is on one side only",
	check.Year:          "A year in brackets is on one side only",
	check.ListNumber:    "A list number is missing or differs",
	check.Country:       "A country is named on one side only",
	check.Language:      "A language is named on one side only",
	check.Quotation:     "A quotation is on one side only",
	check.Address:       "An e-mail or web address is on one side only",
	check.Untranslated:  "Text was not translated",
	check.Length:        "One side is far too long for the other",
	check.Placeholder:   "A placeholder is missing, added or changed",
	check.InlineCode:    "An inline code or a tag is missing, added or changed",
	check.EndMark:       "The end mark differs or is missing",
	check.Bracket:       "A bracket is not paired",
	check.QuoteMark:     "A quotation mark is not paired",
	check.DoubledWord:   "A word follows itself",
	check.Space:         "Doubled space, or space at the beginning or end",
	check.Capital:       "Only one side begins with a capital letter",
	check.AllCaps:       "Only one side is in capitals",
	check.MixedScript:   "A word has letters of another script that look alike",
	check.WrongLanguage: "Text is in another language or script",
	check.Forbidden:     "A forbidden term is used",
	check.TooLong:       "Text is longer than the limit",
	check.Unpaired:      "A sentence or paragraph has no counterpart",
	kindTranslation:     "The sides are hardly translations of each other",
	kindMoved:           "The translation is elsewhere in the other text",
	check.Terminology:   "A term of the glossary was not used",
	check.Inconsistent:  "One source is translated in two ways",
	check.Repeated:      "Two sources have the same translation",
}

// The parts of SARIF 2.1.0 (OASIS) that code hosts and editors show.
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

// sarifSchema is the address of the schema that the reports follow.
const sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

// reportSARIF writes the findings as a log of one run.
func reportSARIF(w io.Writer, r *findings) error {
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: []sarifResult{}, Tool: sarifTool{sarifDriver{
		Name: "bitext", Version: version(), URI: "https://github.com/bitext-go/bitext"}}}
	for _, k := range r.kinds {
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{string(k), sarifMessage{kindTexts[k]}})
	}
	for _, f := range r.all {
		x := sarifResult{RuleID: string(f.Kind), RuleIndex: slices.Index(r.kinds, f.Kind), Level: "warning",
			Message: sarifMessage{f.Message}, Locations: []sarifLocation{locate(f.place, f.Wording)}}
		if f.other != (place{}) {
			x.Related = []sarifLocation{locate(f.other, "")}
		}
		run.Results = append(run.Results, x)
	}
	return say.JSON(w, sarifLog{Schema: sarifSchema, Version: "2.1.0", Runs: []sarifRun{run}})
}

// locate returns the place of a finding.
func locate(p place, wording string) sarifLocation {
	uri := (&url.URL{Path: filepath.ToSlash(p.path)}).String()
	l := sarifLocation{Physical: sarifPhysical{Artifact: sarifArtifact{uri}},
		Logical: []sarifLogical{{fmt.Sprintf("unit %d", p.unit)}}}
	if p.line > 0 {
		l.Physical.Region = &sarifRegion{Line: p.line}
		if wording != "" {
			l.Physical.Region.Snippet = &sarifMessage{wording}
		}
	}
	return l
}
