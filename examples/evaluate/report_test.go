package main

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/internal/gold"
	"github.com/bitext-go/bitext/segment"
)

func TestReliability(t *testing.T) {
	one, none := segment.Range{Lo: 0, Hi: 1}, segment.Range{}
	bead := func(boundary, translation float64, tgt segment.Range) align.Bead {
		return align.Bead{Ranges: []segment.Range{one, tgt}, Boundary: boundary, Translation: translation}
	}
	results := []result{{judged: []judged{
		{bead(0, 0.95, one), false, true},
		{bead(0.9, 0.1, one), true, true},
	}}, {judged: []judged{
		{bead(0.96, 0, none), false, false}, // one-sided: no translation to judge
		{bead(1, 0.98, one), true, false},
	}}}
	var out bytes.Buffer
	require.NoError(t, reliability(&out, results))
	assert.Equal(t, `
Boundary of beads with two sides: is the bead cut right (strict)
  confidence    beads   mean  right
  0.00 to 0.10       1  0.000  0.000
  0.10 to 0.20       0
  0.20 to 0.30       0
  0.30 to 0.40       0
  0.40 to 0.50       0
  0.50 to 0.60       0
  0.60 to 0.70       0
  0.70 to 0.80       0
  0.80 to 0.90       0
  0.90 to 0.98       1  0.900  1.000
  0.98 to 1.00       1  1.000  1.000
  calibration error 0.033

Boundary of beads with one side: has the sentence no counterpart (strict)
  confidence    beads   mean  right
  0.00 to 0.10       0
  0.10 to 0.20       0
  0.20 to 0.30       0
  0.30 to 0.40       0
  0.40 to 0.50       0
  0.50 to 0.60       0
  0.60 to 0.70       0
  0.70 to 0.80       0
  0.80 to 0.90       0
  0.90 to 0.98       1  0.960  0.000
  0.98 to 1.00       0
  calibration error 0.960

Translation: do its two sides translate one another (lax)
  confidence    beads   mean  right
  0.00 to 0.10       0
  0.10 to 0.20       1  0.100  1.000
  0.20 to 0.30       0
  0.30 to 0.40       0
  0.40 to 0.50       0
  0.50 to 0.60       0
  0.60 to 0.70       0
  0.70 to 0.80       0
  0.80 to 0.90       0
  0.90 to 0.98       1  0.950  1.000
  0.98 to 1.00       1  0.980  0.000
  calibration error 0.643
`, out.String())
}

func TestMean(t *testing.T) {
	half := result{score: gold.Score{Found: 2, FoundStrict: 1, FoundLax: 2, Gold: 2, GoldStrict: 1, GoldLax: 2}}
	whole := result{score: gold.Score{Found: 2, FoundStrict: 2, FoundLax: 2, Gold: 2, GoldStrict: 2, GoldLax: 2}}
	var out bytes.Buffer
	require.NoError(t, mean(&out, []result{half}))
	assert.Empty(t, out.String(), "one set is its own mean")
	require.NoError(t, mean(&out, []result{half, whole}))
	assert.Equal(t, "mean F1 of 2 sets: strict 0.750  lax 1.000\n", out.String())
}
