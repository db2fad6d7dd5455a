package layout_test

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/bitext-go/bitext/segment/layout"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A setting is a way in which a PDF tool prints paragraphs.
type setting struct {
	width  int    // characters of a line
	height int    // lines of a page, 0 for one long page
	head   string // at the top of each page, %d is its number
	foot   string // at its end
	feed   bool   // pages end in a form feed
	spaced bool   // an empty line after every line
	indent int    // spaces before the first line of a paragraph
	tight  bool   // no empty line between paragraphs
	trail  bool   // a space at the end of each line
}

// wrap breaks a paragraph into lines: at spaces, or, where words have none, anywhere but before a
// closing mark.
func (s setting) wrap(paragraph string) []string {
	var lines []string
	line, width := "", s.indent
	add := func(word, sep string) {
		n := utf8.RuneCountInString(word)
		if line != "" && width+len(sep)+n > s.width {
			lines = append(lines, line)
			line, width, sep = "", 0, ""
		}
		if line == "" {
			sep = ""
		}
		line += sep + word
		width += len(sep) + n
	}
	for _, word := range strings.Fields(paragraph) {
		if r, _ := utf8.DecodeRuneInString(word); r < 0x2E80 {
			add(word, " ")
			continue
		}
		unit := ""
		for _, r := range word {
			if unit != "" && !strings.ContainsRune("，。、；：）》”？！", r) {
				add(unit, "")
				unit = ""
			}
			unit += string(r)
		}
		add(unit, "")
	}
	lines = append(lines, line)
	lines[0] = strings.Repeat(" ", s.indent) + lines[0]
	return lines
}

func (s setting) print(paragraphs []string) string {
	var rows []string
	for i, p := range paragraphs {
		if i > 0 && !s.tight {
			rows = append(rows, "")
		}
		rows = append(rows, s.wrap(p)...)
	}
	var b strings.Builder
	line := func(l string) {
		if s.trail && l != "" {
			l += " "
		}
		b.WriteString(l + "\n")
		if s.spaced {
			b.WriteString("\n")
		}
	}
	page := 1
	for len(rows) > 0 {
		n := len(rows)
		if s.height > 0 {
			n = min(n, s.height)
		}
		if s.head != "" {
			line(strings.ReplaceAll(s.head, "%d", fmt.Sprint(page)))
			b.WriteString("\n\n")
		}
		for _, r := range rows[:n] {
			line(r)
		}
		rows = rows[n:]
		for len(rows) > 0 && rows[0] == "" {
			rows = rows[1:]
		}
		if s.foot != "" {
			b.WriteString("\n\n")
			line(strings.ReplaceAll(s.foot, "%d", fmt.Sprint(page)))
		}
		if s.feed {
			b.WriteString("\f")
		} else if len(rows) > 0 && (s.foot != "" || s.head != "") {
			b.WriteString("\n\n")
		}
		page++
	}
	return b.String()
}

// ownReport returns the paragraphs of a language of the project's own report.
func ownReport(t *testing.T, lang string) (paragraphs []string) {
	b, err := os.ReadFile("../../testdata/report/report.gold.json")
	require.NoError(t, err)
	var report struct {
		Sentences map[string][]struct {
			Lines [2]int
			Text  string
		}
	}
	require.NoError(t, json.Unmarshal(b, &report))
	last := 0
	for _, s := range report.Sentences[lang] {
		if s.Lines[0] > last {
			paragraphs = append(paragraphs, s.Text)
		} else {
			paragraphs[len(paragraphs)-1] += " " + s.Text
		}
		last = s.Lines[1]
	}
	return paragraphs
}

// A report printed in any common way gives the same paragraphs again.
func TestPrintedReport(t *testing.T) {
	settings := map[string]setting{
		"empty lines":           {width: 78},
		"narrow":                {width: 50},
		"wide":                  {width: 110, trail: true},
		"indents":               {width: 72, indent: 4, tight: true},
		"indents, empty lines":  {width: 72, indent: 2},
		"an empty line a line":  {width: 70, spaced: true, indent: 3, tight: true},
		"page numbers":          {width: 80, height: 25, foot: "%d"},
		"numbered pages":        {width: 80, height: 25, foot: "- %d -", trail: true},
		"heads":                 {width: 76, height: 22, head: "OCPP/CG/2/REP", foot: "%d"},
		"heads in words":        {width: 76, height: 16, head: "Red Sea Basin, Second Meeting", foot: "Page %d"},
		"form feeds":            {width: 80, height: 25, feed: true},
		"form feeds, numbers":   {width: 80, height: 20, foot: "Page %d of 9", feed: true},
		"form feeds and a head": {width: 80, height: 20, head: "OCPP  Second Meeting  %d", feed: true, trail: true},
	}
	for _, lang := range []string{"en", "ar"} {
		want := ownReport(t, lang)
		for name, s := range settings {
			t.Run(lang+"/"+name, func(t *testing.T) {
				printed := s.print(want)
				if !assert.Equal(t, want, wordings(layout.Repair.Read(printed))) {
					t.Log(printed)
				}
			})
		}
	}
}
