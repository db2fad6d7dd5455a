package align_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/align"
)

func TestConfidenceAsText(t *testing.T) {
	for p, want := range map[float64]string{0: "0.000", 1: "1.000", 0.9: "0.900", 0.12345: "0.123", 0.9996: "1.000"} {
		text, err := align.Confidence(p).MarshalText()
		require.NoError(t, err)
		assert.Equal(t, want, string(text))
		var back align.Confidence
		require.NoError(t, back.UnmarshalText(text))
		assert.InDelta(t, p, float64(back), 0.0005)
	}
	for _, text := range []string{"", "sure", "NaN", "-0.1", "1.01", "+Inf", "50%"} {
		c := align.Confidence(0.5)
		require.ErrorContains(t, c.UnmarshalText([]byte(text)), "from 0 to 1", text)
		assert.InDelta(t, 0.5, float64(c), 0, "it keeps its value")
	}
}
