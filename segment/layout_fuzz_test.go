package segment_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/bitext-go/bitext/segment"
	"github.com/bitext-go/bitext/segment/layout"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

func addSeeds(f *testing.F) {
	for _, l := range layouts {
		f.Add(l.body)
	}
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
		require.True(t, end <= s.Start && s.Start < s.End && s.End <= len(text.Body), "sentence %d: %v after %d", i, s, end)
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

// FuzzParagraphs checks that paragraphs rebuild any bytes.
func FuzzParagraphs(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, body string) {
		end := 0
		for p := range segment.Paragraphs(body) {
			require.True(t, end <= p.Start && p.Start < p.End && p.End <= len(body), "%v after %d", p, end)
			assert.Empty(t, strings.Trim(body[end:p.Start], blanks), "%q outside the paragraphs", body[end:p.Start])
			end = p.End
		}
		assert.Empty(t, strings.Trim(body[end:], blanks))
	})
}

// blanks is all that may stand between paragraphs: white space and invisible marks.
const blanks = " \t\n\v\f\r\u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u200B" +
	"\u2028\u2029\u202F\u205F\u3000\uFEFF\x00"

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
