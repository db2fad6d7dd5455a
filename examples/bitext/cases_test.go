package main

import (
	"bytes"
	"encoding/json"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Small inputs of many formats that somebody else wrote, each of which went wrong once.
func TestCases(t *testing.T) {
	dir := shared(t, "cases")
	languages := func(name string) []string {
		return []string{"languages/u.en.md", "languages/u." + name + ".md"}
	}
	for _, c := range []struct {
		files   []string
		units   int
		langs   string // as the summary has them, or "" if they do not matter
		refused string // what the error says; "" if it is read
	}{
		{files: []string{"formats/table.docx"}, units: 5, langs: "en fr"},
		{files: []string{"formats/table4.docx"}, units: 5, langs: "en fr"},
		{files: []string{"formats/short.docx"}, units: 15, langs: "en fr"},
		{files: []string{"formats/shortnohead.docx"}, units: 15, langs: "en fr"},
		{files: []string{"formats/contract.docx"}, units: 8, langs: "en fr"},
		{files: []string{"formats/tab.md"}, units: 5}, {files: []string{"formats/tab.html"}, units: 5},
		{files: []string{"formats/t.csv"}, units: 5}, {files: []string{"formats/tt.csv"}, units: 5},
		{files: []string{"formats/t.tsv"}, units: 5}, {files: []string{"formats/t.xlsx"}, units: 5},
		{files: []string{"formats/t.po"}, units: 5}, {files: []string{"formats/l.fr.po"}, units: 4},
		{files: []string{"formats/a.ttx"}, units: 5}, {files: []string{"formats/a.txlf"}, units: 5},
		{files: []string{"formats/a.sdlxliff"}, units: 5}, {files: []string{"formats/a.mqxliff"}, units: 5},
		{files: []string{"formats/tm.zip"}, units: 5},
		{files: []string{"formats/s.en.srt", "formats/s.fr.srt"}, units: 5}, {files: []string{"formats/s.en.vtt", "formats/s.fr.vtt"}, units: 5},
		{files: []string{"formats/f.en.srt", "formats/f.ru.srt"}, units: 5},
		{files: []string{"formats/j.en.json", "formats/j.fr.json"}, units: 5}, {files: []string{"formats/j.en.arb", "formats/j.fr.arb"}, units: 5},
		{files: []string{"formats/m.en.properties", "formats/m.fr.properties"}, units: 5},
		{files: []string{"formats/m.en.resx", "formats/m.fr.resx"}, units: 5},
		{files: []string{"formats/strings.en.xml", "formats/strings.fr.xml"}, units: 5},
		{files: []string{"formats/p.en.pptx", "formats/p.fr.pptx"}, units: 5}, {files: []string{"formats/i.en.idml", "formats/i.fr.idml"}, units: 5},
		{files: []string{"formats/gd.en.html", "formats/gd.fr.html"}, units: 5},
		{files: []string{"docx/c.en.docx", "docx/c.es.docx"}, units: 22},
		{files: []string{"formats/g.en.rst", "formats/g.fr.rst"}, refused: "reStructuredText is not read"},
		{files: []string{"formats/a.tbx"}, refused: "a terminology file (TBX) is not read; give it to --lexicon"},
		{files: []string{"xliff/angular.fr.xlf"}, units: 2}, {files: []string{"xliff/job.mqxliff"}, units: 1},
		{files: []string{"xliff/t.sdlxliff"}, units: 1}, {files: []string{"xliff/xcode.ja.xliff"}, units: 3, langs: "en ja"},
		{files: languages("mt"), units: 4, langs: "en mt"}, {files: languages("ne"), units: 4, langs: "en ne"},
		{files: languages("hsb"), units: 4, langs: "en hsb"}, {files: languages("uz-cyrl"), units: 4, langs: "en uz-Cyrl"},
		{files: languages("yi"), units: 4, langs: "en yi"}, {files: languages("sd"), units: 4, langs: "en sd"},
		{files: languages("as"), units: 4, langs: "en as"}, {files: languages("ku"), units: 4, langs: "en ku"},
		{files: []string{"markdown/site.en.md", "markdown/site.es.md"}, units: 25, langs: "en es"},
	} {
		t.Run(strings.Join(c.files, "+"), func(t *testing.T) {
			args := []string{"align", "--dry-run", "--json", "--sure", "0"}
			for _, f := range c.files {
				args = append(args, filepath.Join(dir, filepath.FromSlash(f)))
			}
			var stdout, stderr bytes.Buffer
			command := exec.Command("bitext", args...)
			command.Stdout, command.Stderr = &stdout, &stderr
			err := command.Run()
			if c.refused != "" {
				require.Error(t, err)
				assert.Contains(t, stderr.String(), c.refused)
				return
			}
			require.NoError(t, err, stderr.String())
			var got summary
			require.NoError(t, json.Unmarshal(stdout.Bytes(), &got))
			assert.Equal(t, c.units, got.Units)
			if c.langs != "" {
				var langs []string
				for _, text := range got.Texts {
					langs = append(langs, text.Lang)
				}
				assert.Equal(t, c.langs, strings.Join(langs, " "))
			}
		})
	}
}
