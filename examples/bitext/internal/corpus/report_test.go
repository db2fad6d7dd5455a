package corpus

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestConditions(t *testing.T) {
	for _, c := range []struct {
		text  string
		x     float64
		holds bool
	}{
		{"translation>=.7", .7, true}, {"translation>=.7", .699, false}, {"translation >= 0.7", math.NaN(), false},
		{"ratio<3", 3, false}, {"ratio<=3", 3, true}, {"characters=5", 5, true}, {"words>2", 2, false},
	} {
		condition, err := ParseCondition(c.text)
		require.NoError(t, err, c.text)
		assert.Equal(t, c.holds, condition.Holds(c.x), c.text)
	}
	for text, want := range map[string]string{
		"translation":     "has no comparison",
		"colour>1":        `there is no measure "colour"`,
		"ratio<x":         `"x" is not a number`,
		"translation>NaN": `"NaN" is not a number`,
		"":                "has no comparison",
	} {
		_, err := ParseCondition(text)
		assert.ErrorContains(t, err, want)
	}
}

func TestMeasures(t *testing.T) {
	assert.Equal(t, 5., Characters.Of("ééééé", "abc"))
	assert.Equal(t, 4., Words.Of("the harbour-master's old boat", "码头"))
	assert.Equal(t, 2., Words.Of("quay", "码头"))
	assert.Equal(t, 2., Ratio.Of("abcd", "ab"))
	assert.True(t, math.IsInf(Ratio.Of("abcd", ""), 1))
	assert.True(t, math.IsInf(Ratio.Of("", ""), 1))
	assert.True(t, math.IsNaN(Translation.Of("a", "b")))
}

func TestReport(t *testing.T) {
	r := NewReport()
	for _, reasons := range [][]string{nil, {"number"}, {"near", "number"}, nil} {
		r.Add(reasons)
	}
	for _, p := range []float64{0, .05, .999, 1, -1} {
		r.Judged(p)
	}
	r.Sort()
	assert.Equal(t, []Reason{{"number", 2, 1}, {"near", 1, 0}}, r.Reasons)
	assert.Equal(t, 4, r.Read)
	assert.Equal(t, 2, r.Kept)
	assert.Equal(t, []int{2, 0, 0, 0, 0, 0, 0, 0, 0, 2}, r.Translation)
	assert.Equal(t, 1, r.Unjudged)
	assert.Contains(t, r.String(), "number                   2         1  ████████████████████\n")
	assert.Contains(t, r.String(), "  not known              1\n")
}
