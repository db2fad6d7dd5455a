package segment_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/gold"
	"github.com/bitext-go/bitext/segment"
	"github.com/bitext-go/bitext/segment/layout"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

func addSeeds(f *testing.F) {
	f.Add("")
	f.Add("\n\f\r\n\u2028\u2029\u0085")
	f.Add("\xff\xfe\n**\n****\n- \n# \n#\n1.\n(a)\n\u00AD\n-\n—\n")
	f.Add("e\u0301\n\u0301\n7\n\n\n8\n")
}

// FuzzNew checks what a Text promises, for any bytes.
func FuzzNew(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, body string) {
		for _, mode := range []layout.Mode{layout.Repair, layout.Keep} {
			check(t, body, (&segment.Segmenter{Layout: mode}).Text(body, language.English))
		}
	})
}

func check(t *testing.T, body string, text *segment.Text) {
	require.True(t, utf8.ValidString(text.Body))
	assert.True(t, norm.NFC.IsNormalString(text.Body), "%q", text.Body)
	end := 0
	for i, s := range text.Sentences {
		require.True(t, end <= s.Start && s.Start < s.End && s.End <= len(text.Body), "sentence %d: %v after %d", i,
			s, end)
		assert.Empty(t, strings.TrimSpace(text.Body[end:s.Start]), "text outside the sentences")
		assert.Equal(t, strings.TrimSpace(text.Sentence(i)), text.Sentence(i))
		end = s.End
	}
	assert.Empty(t, strings.TrimSpace(text.Body[end:]))
	next := 0
	for i, p := range text.Paragraphs {
		require.True(t, p.Lo == next && p.Hi > p.Lo, "paragraph %d: %v after %d", i, p, next)
		next = p.Hi
		first, last := text.LinesOf(p)
		assert.True(t, 1 <= first && first <= last, "lines %d–%d", first, last)
		assert.LessOrEqual(t, last, 1+strings.Count(body, "\n")+strings.Count(body, "\r"))
	}
	require.Equal(t, len(text.Sentences), next)
	for i := 1; i < len(text.Lines); i++ {
		require.Less(t, text.Lines[i-1].Offset, text.Lines[i].Offset)
		require.LessOrEqual(t, text.Lines[i-1].Number, text.Lines[i].Number)
	}
	for i := 1; i < len(text.Notes); i++ {
		assert.LessOrEqual(t, text.Notes[i-1].First, text.Notes[i].First)
	}
}

func TestFromSentencesKeepsEmptyOnes(t *testing.T) {
	text := segment.FromSentences([]string{"One.", "", " Two\nlines. ", "e\u0301"}, language.English)
	require.Len(t, text.Sentences, 4)
	for i, want := range []string{"One.", "", "Two lines.", "é"} {
		assert.Equal(t, want, text.Sentence(i))
		first, last := text.LinesOf(segment.Range{Lo: i, Hi: i + 1})
		assert.Equal(t, [2]int{i + 1, i + 1}, [2]int{first, last}, "lines of sentence %d", i)
	}
	assert.Equal(t, []segment.Range{{Lo: 0, Hi: 4}}, text.Paragraphs)
	assert.Empty(t, segment.FromSentences(nil, language.Und).Paragraphs)
}

// A page has a form feed at its end.
func TestPagesOf(t *testing.T) {
	const page = "The wells are dry.\n\nThe people have gone.\n"
	text := segment.New(page+"\f"+page, language.English)
	first, last := text.PagesOf(segment.Range{Lo: 1, Hi: 3})
	assert.Equal(t, [2]int{1, 2}, [2]int{first, last})
	first, last = text.PagesOf(segment.Range{Lo: 1, Hi: 1})
	assert.Equal(t, [2]int{0, 0}, [2]int{first, last}, "an empty range is on no page")
	first, _ = segment.New(page, language.English).PagesOf(segment.Range{Hi: 1})
	assert.Zero(t, first, "without form feeds there are no pages")
}

func TestSeedWording(t *testing.T) {
	text := segment.New(string(gold.Data(t, "seeds/fr-report-2018-pdf.txt")), language.French)
	assert.NotContains(t, text.Body, "Haut- ", "a hyphen at a line's end")
	assert.NotContains(t, text.Body, "HautKarabagh", "a hyphen of a name")
	assert.Contains(t, text.Body, "Haut-Karabagh")
	for i := range text.Sentences {
		assert.NotContains(t, text.Sentence(i), "\n")
		assert.False(t, strings.HasSuffix(text.Sentence(i), "reconnaissance."),
			"a full stop typed by mistake before a small letter")
	}
	text = segment.New(string(gold.Data(t, "seeds/zh-un-letter-2007-pdf.txt")), language.Chinese)
	for _, furniture := range []string{"A/61/947", "S/2007/339", "07-37523"} {
		assert.NotContains(t, text.Body, furniture)
	}
	for i := range text.Sentences {
		switch first, _ := text.LinesOf(segment.Range{Lo: i, Hi: i + 1}); {
		case first < 87 || first == 213 || first == 217: // the letter, the preamble, two titles
		default:
			s := text.Sentence(i)
			assert.True(t, strings.HasSuffix(s, "。") || strings.HasSuffix(s, "："), "line %d: %s", first, s)
		}
	}
}
