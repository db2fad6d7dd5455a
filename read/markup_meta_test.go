package read_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/read"
)

// The title, the descriptions and the texts of pictures of a page are read on request.
func TestMetadataOfHTML(t *testing.T) {
	const page = `<html><head><title>The ferry
 today</title><meta name="description" content="When the ferry leaves.">` +
		`<meta property="og:title" content="The ferry today"><meta name="author" content="A. Roe"></head><body><svg><title>drawing</title></svg>` +
		`<p>The ferry <img src="a.png" alt="A white ferry"> leaves at ten.</p><img alt="The pier"><img alt="">` +
		`<div hidden><img alt="hidden"></div></body></html>`
	for _, c := range []struct {
		metadata bool
		want     []string
	}{
		{false, []string{"The ferry leaves at ten."}},
		{true, []string{"The ferry today", "When the ferry leaves.", "The ferry leaves at ten.", "A white ferry", "The pier"}},
	} {
		d, err := (&read.Reader{Metadata: c.metadata}).Read(t.Context(), "a.html", strings.NewReader(page))
		require.NoError(t, err)
		assert.Equal(t, c.want, paragraphs(d))
	}
}
