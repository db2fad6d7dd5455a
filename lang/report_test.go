package lang_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/bitext-go/bitext/internal/gold"
	"github.com/bitext-go/bitext/lang"
	"github.com/bitext-go/bitext/segment"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
)

type goldSentence struct {
	Paragraph string
	Lines     [2]int
	Text      string
}

// reports is the real report and the project's own. The real one's gold gives a paragraph's lines
// to each of its sentences.
var reports = []struct {
	name  string
	load  func(t *testing.T) (body, gold []byte)
	exact bool
}{
	{name: "real", load: func(t *testing.T) (body, report []byte) {
		return gold.Data(t, "seeds/ar-en-report-2016.txt"), gold.Data(t, "gold/report.json")
	}},
	{name: "own", exact: true, load: func(t *testing.T) (body, report []byte) {
		body, err := os.ReadFile("../testdata/report/report.ar-en.txt")
		require.NoError(t, err)
		report, err = os.ReadFile("../testdata/report/report.gold.json")
		require.NoError(t, err)
		return body, report
	}},
}

func TestReports(t *testing.T) {
	for _, report := range reports {
		t.Run(report.name, func(t *testing.T) {
			b, g := report.load(t)
			body := string(b)
			var want struct{ Sentences map[string][]goldSentence }
			require.NoError(t, json.Unmarshal(g, &want))

			runs := lang.Runs(body, lang.ByLetters(language.Arabic, language.English))
			require.Len(t, runs, 2)
			assert.Equal(t, language.Arabic, runs[0].Lang)
			assert.Equal(t, language.English, runs[1].Lang)
			first := want.Sentences["en"][0].Lines[0]
			assert.Equal(t, first, 1+strings.Count(body[:runs[1].Start], "\n"), "first line of the second run")
			assert.Equal(t, len(body), runs[1].End)

			texts := lang.Split(body, lang.ByLetters())
			require.Len(t, texts, 2)
			for _, text := range texts {
				compare(t, want.Sentences[text.Lang.String()], text, report.exact)
			}
		})
	}
}

// compare wants the sentences whole and in order, in the gold's lines or within them, and every
// paragraph to be one of the gold's or, in a title, a part of it.
func compare(t *testing.T, want []goldSentence, text *segment.Text, exact bool) {
	var wordings, found []string
	for _, s := range want {
		wordings = append(wordings, s.Text)
	}
	for i := range text.Sentences {
		found = append(found, text.Sentence(i))
	}
	require.Equal(t, wordings, found)
	for i, s := range want {
		first, last := text.LinesOf(segment.Range{Lo: i, Hi: i + 1})
		if exact {
			assert.Equal(t, s.Lines, [2]int{first, last}, s.Text)
		} else {
			assert.True(t, s.Lines[0] <= first && first <= last && last <= s.Lines[1], "%d–%d: %s", first, last, s.Text)
		}
	}
	for _, p := range text.Paragraphs {
		first, last := text.LinesOf(p)
		assert.Equal(t, want[p.Lo].Lines[0], first)
		assert.Equal(t, want[p.Hi-1].Lines[1], last)
		for i := p.Lo + 1; i < p.Hi; i++ {
			assert.Equal(t, want[p.Lo].Paragraph, want[i].Paragraph)
		}
	}
}
