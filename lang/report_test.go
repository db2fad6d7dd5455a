package lang_test

import (
	"encoding/json"
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

func reportGold(t *testing.T) map[string][]goldSentence {
	var report struct{ Sentences map[string][]goldSentence }
	require.NoError(t, json.Unmarshal(gold.Data(t, "gold/report.json"), &report))
	return report.Sentences
}

func TestReportIsTwoRuns(t *testing.T) {
	body := string(gold.Data(t, "seeds/ar-en-report-2016.txt"))
	sentences := reportGold(t)
	runs := lang.Runs(body, lang.ByScript(language.Arabic, language.English))
	require.Len(t, runs, 2)
	assert.Equal(t, language.Arabic, runs[0].Lang)
	assert.Equal(t, language.English, runs[1].Lang)
	assert.Equal(t, sentences["en"][0].Lines[0], 1+strings.Count(body[:runs[1].Start], "\n"), "first line of the second run")
	assert.Equal(t, len(body), runs[1].End)
}

// The gold's sentences must come out of the document, whole and in order, each within the lines of its paragraph, and
// its paragraphs too, but that the first line of a title may stand apart.
func TestReportParagraphs(t *testing.T) {
	sentences := reportGold(t)
	texts := lang.Split(string(gold.Data(t, "seeds/ar-en-report-2016.txt")), lang.ByScript())
	require.Len(t, texts, 2)
	for _, text := range texts {
		want := sentences[text.Lang.String()]
		for _, p := range text.Paragraphs {
			require.NotEmpty(t, want)
			first, last := text.LinesOf(p)
			var wording []string
			id := want[0].Paragraph
			for len(want) > 0 && want[0].Paragraph == id && want[0].Lines[1] <= last {
				assert.Equal(t, [2]int{first, last}, want[0].Lines, want[0].Text)
				wording = append(wording, want[0].Text)
				want = want[1:]
			}
			assert.Equal(t, strings.Join(wording, " "), text.Wording(p))
		}
		assert.Empty(t, want)
	}
}

// Sentence by sentence, each within the lines of the gold's paragraph.
func TestReportSentences(t *testing.T) {
	sentences := reportGold(t)
	for _, text := range lang.Split(string(gold.Data(t, "seeds/ar-en-report-2016.txt")), lang.ByScript()) {
		want := sentences[text.Lang.String()]
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
			assert.True(t, s.Lines[0] <= first && first <= last && last <= s.Lines[1], "%d–%d: %s", first, last, s.Text)
		}
	}
}
