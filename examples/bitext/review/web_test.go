package review_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/align/check"
)

// The page can say what each check finds in its own language.
func TestPageKnowsEveryKindOfCheck(t *testing.T) {
	words, err := os.ReadFile("web/words.js")
	require.NoError(t, err)
	for _, k := range check.Kinds() {
		if k != check.Unpaired && k != check.Repeated { // the page has filters of its own for these
			assert.Contains(t, string(words), `"check-`+string(k)+`": [`)
		}
	}
}
