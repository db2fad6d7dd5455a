package main

import (
	"html/template"
	"io"

	"github.com/bitext-go/bitext/align/check"
	"github.com/bitext-go/bitext/internal/quote"
)

// A findingRow is a finding in a report in columns.
type findingRow struct {
	Kind, Message, Place, Lang, Wording string
	Unit                                int
}

// rows returns the findings for a report in columns.
func (r *findings) rows() []findingRow {
	out := make([]findingRow, len(r.all))
	for i, f := range r.all {
		out[i] = findingRow{string(f.Kind), quote.Unisolate(f.Message), f.place.String(), f.lang.String(), f.Wording,
			f.unit}
	}
	return out
}

// reportHTML writes one page that needs no other file. Text of documents is isolated by its cells.
func reportHTML(w io.Writer, r *findings) error {
	counts := map[check.Kind]int{}
	for _, f := range r.all {
		counts[f.Kind]++
	}
	type kindCount struct {
		Kind, Text string
		N          int
	}
	page := struct {
		Units int
		Kinds []kindCount
		Rows  []findingRow
	}{Units: r.checker.Units(), Rows: r.rows()}
	for _, k := range allKinds() {
		if counts[k] > 0 {
			page.Kinds = append(page.Kinds, kindCount{string(k), kindTexts[k], counts[k]})
		}
	}
	return htmlReport.Execute(w, page)
}

var htmlReport = template.Must(template.New("").Parse(`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>bitext check</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: start; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid #8884 }
td { unicode-bidi: plaintext }
td.n, th.n { text-align: end }
@media (prefers-color-scheme: dark) { body { background: #111; color: #ddd } }
</style>
</head>
<body>
<h1>{{len .Rows}} findings in {{.Units}} units</h1>
<table>
<thead><tr><th>Kind</th><th>What it is</th><th class="n">Findings</th></tr></thead>
<tbody>
{{range .Kinds}}<tr><td>{{.Kind}}</td><td>{{.Text}}</td><td class="n">{{.N}}</td></tr>
{{end}}</tbody>
</table>
<h2>Findings</h2>
<table>
<thead><tr><th>Place</th><th class="n">Unit</th><th>Kind</th><th>Message</th><th>Text</th></tr></thead>
<tbody>
{{range .Rows}}<tr><td>{{.Place}}</td><td class="n">{{.Unit}}</td><td>{{.Kind}}</td><td>{{.Message}}</td>` +
	`<td lang="{{.Lang}}">{{.Wording}}</td></tr>
{{end}}</tbody>
</table>
</body>
</html>
`))
