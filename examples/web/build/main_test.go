package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/examples/web"
)

// The service worker names what the first visit loads, and changes with any file of the site.
func TestVersion(t *testing.T) {
	worker := func(list string) string {
		files := map[string][]byte{"lists/ar-en.lex": []byte(list)}
		require.NoError(t, add(files, web.Site, "site", ""))
		require.Contains(t, files, "index.html")
		require.NoError(t, version(files))
		return string(files["sw.js"])
	}
	one := worker("one")
	assert.Equal(t, one, worker("one"), "the same files make the same site")
	assert.NotEqual(t, one, worker("two"))
	_, list, _ := strings.Cut(one, "const files = ")
	list, _, _ = strings.Cut(list, ";")
	assert.Contains(t, list, `"app.js"`)
	for _, later := range []string{"lists/", "sw.js", "FILES"} {
		assert.NotContains(t, list, later)
	}
	assert.NotContains(t, one, `"VERSION"`)
}
