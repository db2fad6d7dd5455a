package seed_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/bitext-go/bitext/align/seed"
)

// With all reasons allowed, a filter keeps everything.
func TestEveryReasonCanBeAllowed(t *testing.T) {
	f := seed.NewFilter(.5, .5)
	f.Longest = 100
	for _, r := range seed.Reasons {
		before := f
		assert.True(t, f.Allow(r), r)
		assert.NotEqual(t, before, f, r)
	}
	assert.Equal(t, seed.Filter{}, f)
	assert.False(t, f.Allow("none"))
}
