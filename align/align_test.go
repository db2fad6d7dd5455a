package align

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/segment"
)

func TestSelf(t *testing.T) {
	lines := []string{
		"The commission met in March 2019.", "It heard twelve speakers.", "Nobody objected.", "The report was adopted.",
	}
	text := segment.FromSentences(lines, language.English)
	beads, err := Align(text, text)
	require.NoError(t, err)
	for i, b := range beads {
		own := segment.Range{Lo: i, Hi: i + 1}
		assert.Equal(t, []segment.Range{own, own}, b.Ranges, "a text aligned with itself is 1-1 only")
	}
}
