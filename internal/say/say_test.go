package say

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/language"
)

func TestWordings(t *testing.T) {
	assert.Equal(t, "0 units", Count(0, "unit"))
	assert.Equal(t, "1 unit", Count(1, "unit"))
	assert.Equal(t, "20 units", Count(20, "unit"))
	assert.Equal(t, "", Lines(0, 0))
	assert.Equal(t, "5", Lines(5, 5))
	assert.Equal(t, "5-7", Lines(5, 7))
	assert.Equal(t, "Arabic", Language(language.Arabic))
	assert.Equal(t, "Serbian (Latin)", Language(language.MustParse("sr-Latn")))
	assert.Equal(t, "an unknown language", Language(language.Und))
	assert.Equal(t, "an unknown language in Latin letters", Language(language.MustParse("und-Latn")))
}
