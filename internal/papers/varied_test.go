package papers

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// Documents are the same each time, differ from one another, and have as many sentences in all
// languages.
func TestVaried(t *testing.T) {
	seen := map[string]bool{}
	for n := range 200 {
		for l := range Langs {
			d := Varied(n, l, 8)
			assert.Equal(t, d, Varied(n, l, 8))
			assert.Equal(t, 8, strings.Count(d, ". ")+strings.Count(d, ".\n"), d)
			assert.NotContains(t, d, "%!")
			assert.False(t, seen[d])
			seen[d] = true
		}
	}
}
