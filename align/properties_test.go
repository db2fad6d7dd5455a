package align_test

import (
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
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

// covers fails unless the beads hold each sentence of each text once, in order.
func covers(t *testing.T, beads []align.Bead, texts ...*segment.Text) {
	t.Helper()
	done := make([]int, len(texts))
	for _, b := range beads {
		require.Len(t, b.Ranges, len(texts))
		held := 0
		for k, r := range b.Ranges {
			require.Equal(t, done[k], r.Lo, "no gap and no overlap")
			require.GreaterOrEqual(t, r.Hi, r.Lo)
			done[k] = r.Hi
			held += r.Len()
		}
		require.Positive(t, held, "no bead is empty in all texts")
		require.True(t, b.Boundary >= 0 && b.Boundary <= 1 && b.Translation >= 0 && b.Translation <= 1)
		require.False(t, b.Null() && b.Translation != 0)
	}
	for k, text := range texts {
		require.Equal(t, len(text.Sentences), done[k], "every sentence is in a bead")
	}
}

// sentences returns n sentences of made-up words, some of them shared by seed.
func sentences(r *rand.Rand, n int) []string {
	syllables := strings.Fields("ba ko ri mu ten sal vor ix é 12 2016 ؟ مر 大")
	out := make([]string, n)
	for i := range out {
		var b strings.Builder
		for range r.IntN(12) {
			for range 1 + r.IntN(4) {
				b.WriteString(syllables[r.IntN(len(syllables))])
			}
			b.WriteByte(' ')
		}
		out[i] = b.String()
	}
	return out
}

func TestBeadsCoverTheTexts(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for range 40 {
		texts := make([]*segment.Text, 2+r.IntN(3))
		for k := range texts {
			texts[k] = segment.FromSentences(sentences(r, 1+r.IntN(25)), language.Und)
		}
		beads, err := (&align.Aligner{Pivot: r.IntN(len(texts))}).Align(context.Background(), texts...)
		require.NoError(t, err)
		covers(t, beads, texts...)
		covers(t, align.Paragraphs(beads, texts...), texts...)
	}
}

// TestSwap aligns development texts both ways. Ties aside, nothing in the model prefers a side.
func TestSwap(t *testing.T) {
	cases, err := gold.Cases(filepath.Join(gold.Dir(t), "bench", "align", "made", "mixed", "ar-en"))
	require.NoError(t, err)
	a := &align.Aligner{Scorer: append(evidence.Standard(), evidence.Dictionary(core.Lexicon))}
	for _, c := range cases {
		src, tgt := segment.FromSentences(c.Src, language.Arabic), segment.FromSentences(c.Tgt, language.English)
		there, err := a.Align(context.Background(), src, tgt)
		require.NoError(t, err)
		back, err := a.Align(context.Background(), tgt, src)
		require.NoError(t, err)
		same := map[[2]segment.Range]bool{}
		for _, b := range there {
			if !b.Null() {
				same[[2]segment.Range{b.Ranges[0], b.Ranges[1]}] = true
			}
		}
		differ := 0
		for _, b := range back {
			if !b.Null() && !same[[2]segment.Range{b.Ranges[1], b.Ranges[0]}] {
				differ++
			}
		}
		assert.Zero(t, differ, "%s: beads that differ when the texts are swapped", filepath.Base(c.Name))
	}
}

func TestAnchorsHold(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	for range 40 {
		a := segment.FromSentences(sentences(r, 1+r.IntN(30)), language.Und)
		b := segment.FromSentences(sentences(r, 1+r.IntN(30)), language.Und)
		var anchors [][]int
		for i, j := 0, 0; ; {
			i, j = i+r.IntN(9), j+r.IntN(9)
			if i > len(a.Sentences) || j > len(b.Sentences) {
				break
			}
			anchors = append(anchors, []int{i, j})
		}
		beads, err := (&align.Aligner{Anchors: anchors}).Align(context.Background(), a, b)
		require.NoError(t, err)
		covers(t, beads, a, b)
		for _, at := range anchors {
			met := at[0]+at[1] == 0
			for _, bead := range beads {
				met = met || bead.Ranges[0].Hi == at[0] && bead.Ranges[1].Hi == at[1]
			}
			assert.True(t, met, "a bead ends at anchor %v", at)
		}
	}
}

func TestProgress(t *testing.T) {
	a := segment.FromSentences(sentences(rand.New(rand.NewPCG(8, 8)), 600), language.Und)
	last, calls := 0, 0
	_, err := (&align.Aligner{Progress: func(done, all int) {
		assert.True(t, last <= done && done <= all, "%d, then %d of %d", last, done, all)
		last, calls = done, calls+1
	}}).Align(context.Background(), a, a)
	require.NoError(t, err)
	assert.Positive(t, calls, "once at the end at least, however fast the machine is")
	assert.Positive(t, last)
}

func TestWhatCannotBeAligned(t *testing.T) {
	one := segment.FromSentences([]string{"One."}, language.English)
	none := segment.New("", language.French)
	_, err := align.Align(one)
	assert.ErrorContains(t, err, "two texts or more")
	_, err = align.Align(one, none)
	assert.ErrorContains(t, err, "text 2 (fr) has no sentences")
	_, err = (&align.Aligner{Pivot: 2}).Align(context.Background(), one, one)
	assert.ErrorContains(t, err, "pivot 2")
	for _, c := range []struct {
		anchors [][]int
		want    string
	}{
		{[][]int{{0}}, "anchor 1 has 1 places"},
		{[][]int{{0, 2}}, "there is no place after 2"},
		{[][]int{{1, 1}, {0, 1}}, "anchor 2: in text 1 it is before"},
	} {
		_, err = (&align.Aligner{Anchors: c.anchors}).Align(context.Background(), one, one)
		assert.ErrorContains(t, err, c.want)
	}
	_, err = (&align.Aligner{MaxGroup: 11}).Align(context.Background(), one, one)
	assert.ErrorContains(t, err, "MaxGroup 11")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = new(align.Aligner).Align(ctx, one, one)
	assert.ErrorIs(t, err, context.Canceled)
	klingon := segment.FromSentences([]string{"x"}, language.Make("tlh"))
	_, err = (&align.Aligner{Scorer: evidence.Dictionary(core.Lexicon)}).Align(context.Background(), one, klingon)
	assert.ErrorIs(t, err, os.ErrNotExist, "a lexicon that is not there is an error")
}

// TestEvidenceAlone uses each source of evidence by itself.
func TestEvidenceAlone(t *testing.T) {
	german := []string{"Die Kommission tagte 1999 in Istanbul.", "Wer war da?", "12 Staaten."}
	english := []string{"The commission met in Istanbul in 1999.", "Who was there?", "12 states."}
	src, tgt := segment.FromSentences(german, language.German), segment.FromSentences(english, language.English)
	for name, s := range map[string]evidence.Scorer{
		"length": evidence.Length{}, "numbers": evidence.Numbers{}, "punctuation": evidence.Punctuation{},
		"cognates": evidence.Cognates{}, "names": evidence.Names{}, "breaks": evidence.Breaks{}, "learning": evidence.Learning{},
		"dictionary": evidence.Dictionary(core.Lexicon), "sum of sums": evidence.Sum{evidence.Sum{evidence.Length{}}, evidence.Numbers{}}} {
		beads, err := (&align.Aligner{Scorer: s}).Align(context.Background(), src, tgt)
		require.NoError(t, err, name)
		covers(t, beads, src, tgt)
	}
}

func FuzzAlign(f *testing.F) {
	f.Add("a b\nc 1", "x\ny 1")
	f.Add("\xff\x00\n٣٤\n", "六月\n«")
	f.Fuzz(func(t *testing.T, a, b string) {
		cut := func(s string) *segment.Text {
			lines := strings.Split(s, "\n")
			return segment.FromSentences(lines[:min(len(lines), 40)], language.Und)
		}
		src, tgt := cut(a), cut(b)
		beads, err := align.Align(src, tgt)
		require.NoError(t, err)
		covers(t, beads, src, tgt)
	})
}
