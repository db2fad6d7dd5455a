package align_test

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/segment"
)

// mirrored returns n lines and their translations, with the head of a table in the middle whose
// columns one text has in the opposite order, so that "#", a sentence without tokens, meets a word.
func mirrored(n int) (src, tgt []string) {
	who := [][2]string{{"Der Gärtner", "The gardener"}, {"Die Ärztin", "The doctor"}, {"Ein Nachbar", "A neighbour"}}
	did := [][2]string{{"zählte", "counted"}, {"verkaufte", "sold"}, {"malte", "painted"}, {"brachte", "brought"}}
	what := [][2]string{
		{"Rosen", "roses"}, {"Lampen", "lamps"}, {"Briefe", "letters"}, {"Äpfel", "apples"}, {"Bretter", "boards"},
	}
	for i := range n {
		if i == n/2 {
			src, tgt = append(src, "#", "Preis", "1", "2"), append(tgt, "2", "1", "Price", "#")
		}
		a, b, c := who[i*7%3], did[i*5/3%4], what[i*11/7%5]
		src = append(src, fmt.Sprintf("%s %s %d %s.", a[0], b[0], 2+i*13%83, c[0]))
		tgt = append(tgt, fmt.Sprintf("%s %s %d %s.", a[1], b[1], 2+i*13%83, c[1]))
	}
	return src, tgt
}

func TestOneEmptyBeadLosesNoDocument(t *testing.T) {
	src, tgt := mirrored(600)
	beads, err := align.Align(segment.FromSentences(src, language.German), segment.FromSentences(tgt, language.English))
	require.NoError(t, err)
	paired := 0
	for _, b := range beads {
		if b.Ranges[0].Len() == 1 && b.Ranges[1].Len() == 1 && strings.HasSuffix(src[b.Ranges[0].Lo], ".") {
			paired++
		}
	}
	assert.Equal(t, 600, paired, "lines that are paired")
}

// A sane is evidence whose costs are checked: each is a finite number.
type sane struct {
	t testing.TB
	evidence.Scorer
}

type saneModel struct {
	t testing.TB
	evidence.Model
}

func (s sane) Fit(ctx context.Context, src, tgt *segment.Text) (evidence.Model, error) {
	m, err := s.Scorer.Fit(ctx, src, tgt)
	return saneModel{s.t, m}, err
}

func (m saneModel) Pricer() evidence.Pricer { return sanePricer{m.t, m.Model.Pricer()} }

type sanePricer struct {
	t testing.TB
	evidence.Pricer
}

func (m sanePricer) Cost(s, t segment.Range) float64 {
	c := m.Pricer.Cost(s, t)
	if math.IsNaN(c) || math.IsInf(c, 0) {
		assert.Failf(m.t, "no cost", "%v against %v costs %v", s, t, c)
	}
	return c
}

// TestHostileTexts aligns texts of every poor kind with one another: all costs and confidences are
// finite, and the beads cover the texts.
func TestHostileTexts(t *testing.T) {
	lines, _ := mirrored(60)
	texts := map[string][]string{
		"no token": slices.Repeat([]string{" ", "…", "\u200b"}, 10), "one sentence of no token": {" "},
		"one token": {"word"}, "one number": {"7"},
		"signs": slices.Repeat([]string{"#", "?!", "« »", "***", "§"}, 12), "equal lines": slices.Repeat([]string{"The same line again."}, 1500),
		"equal numbers": slices.Repeat([]string{"12"}, 300), "lines": lines, "many": slices.Repeat(lines, 157),
		"one long": {strings.Repeat("so many words in 1 sentence, ", 400)},
	}
	for a, src := range texts {
		for b, tgt := range texts {
			if len(src)*len(tgt) > 150_000 && (a != b || a != "equal lines") {
				continue
			}
			beads, err := (&align.Aligner{Scorer: sane{t, evidence.Standard()}}).Align(context.Background(),
				segment.FromSentences(src, language.German), segment.FromSentences(tgt, language.English))
			require.NoError(t, err, "%s against %s", a, b)
			covers(t, beads, segment.FromSentences(src, language.German), segment.FromSentences(tgt, language.English))
		}
	}
}
