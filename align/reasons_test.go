package align_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/lexicon/core"
	"github.com/bitext-go/bitext/internal/gold"
	"github.com/bitext-go/bitext/segment"
)

// reasonsOf returns the reasons of the only bead of two sentences, as text.
func reasonsOf(t *testing.T, a align.Aligner, src, tgt string) []string {
	t.Helper()
	arabic := segment.FromSentences([]string{src}, language.Arabic)
	english := segment.FromSentences([]string{tgt}, language.English)
	beads, err := a.Align(context.Background(), arabic, english)
	require.NoError(t, err)
	require.Len(t, beads, 1)
	var out []string
	for _, r := range beads[0].Reasons {
		assert.NotZero(t, r.Weight)
		assert.Equal(t, r.Weight > 0, r.Counterpart != "", "%v", r)
		out = append(out, r.String())
	}
	return out
}

func TestReasons(t *testing.T) {
	a := align.Aligner{Scorer: append(evidence.Standard(), evidence.Dictionary(core.Lexicon)), MaxReasons: 8}
	src := "حضر الاجتماع 884 مندوبا من مصر والأردن وباكستان."
	tgt := "884 delegates from Egypt and Jordan attended the meeting in 2016."
	got := reasonsOf(t, a, src, tgt)
	assert.Contains(t, got, "number \u2068884\u2069 = \u2068884\u2069")
	assert.Contains(t, got, "number \u20682016\u2069 only in en")
	assert.Contains(t, got, "\u2068مصر\u2069 = \u2068Egypt\u2069")
	assert.Equal(t, "number \u20682016\u2069 only in en", got[0], "what speaks against the bead comes first")

	a.MaxReasons = 2
	assert.Len(t, reasonsOf(t, a, src, tgt), 2)
	a.MaxReasons = 0
	assert.Empty(t, reasonsOf(t, a, src, tgt))
}

func TestReasonsOfTheRealReport(t *testing.T) {
	arabic, english, ok := strings.Cut(string(gold.Data(t, "seeds/ar-en-report-2016.txt")), "draft")
	require.True(t, ok)
	a := align.Aligner{Scorer: append(evidence.Standard(), evidence.Dictionary(core.Lexicon)), MaxReasons: 6}
	src, tgt := segment.New(arabic, language.Arabic), segment.New(english, language.English)
	beads, err := a.Align(context.Background(), src, tgt)
	require.NoError(t, err)
	against := map[string]bool{}
	for _, b := range beads {
		for _, r := range b.Reasons {
			against[r.String()] = r.Weight < 0
		}
	}
	assert.True(t, against["\u2068باكستان\u2069 only in ar"], "Pakistan among the delegations")
	assert.True(t, against["number \u206813\u2069 only in en"], "the 13th summit, which the Arabic writes in words")
}
