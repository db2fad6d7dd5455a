package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The summary lists ten sentences without a counterpart and counts the rest, and --all lists all.
func TestSummaryListsTen(t *testing.T) {
	for _, c := range []struct {
		alone, listed int
		all           bool
		more          string
	}{{10, 10, false, ""}, {13, 10, false, "and 3 more; --all lists them"}, {13, 13, true, ""}} {
		s := summary{Unit: "sentence", all: c.all}
		for i := range c.alone {
			s.Alone = append(s.Alone,
				alone{Document: "a.txt", First: i + 1, Last: i + 1, Lang: "en", Text: fmt.Sprint("Text ", i)})
		}
		var b strings.Builder
		require.NoError(t, s.writeText(&b))
		assert.Equal(t, c.listed, strings.Count(b.String(), "a.txt:"))
		assert.Equal(t, c.more != "", strings.Contains(b.String(), "more"))
		assert.Contains(t, b.String(), c.more)
	}
}
