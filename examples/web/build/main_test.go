package main

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/examples/web"
)

// The service worker names what the first visit loads, and changes with any file of the site.
func TestVersion(t *testing.T) {
	made := func(list string) map[string][]byte {
		files := map[string][]byte{"lists/ar-en.lex": []byte(list), "colours.css": []byte("a{}")}
		require.NoError(t, add(files, web.Site, "site", ""))
		require.Contains(t, files, "index.html")
		require.NoError(t, version(files))
		return files
	}
	worker := func(list string) string { return string(made(list)["sw.js"]) }
	one := worker("one")
	assert.Equal(t, one, worker("one"), "the same files make the same site")
	assert.NotEqual(t, one, worker("two"))
	named := func(what string) (out map[string]string) {
		_, list, _ := strings.Cut(one, "const "+what+" = ")
		list, _, _ = strings.Cut(list, ";\n")
		require.NoError(t, json.Unmarshal([]byte(list), &out), list)
		return out
	}
	files := made("one")
	first := named("files")
	for name, sum := range first {
		if name == "./" {
			name = "index.html"
		}
		assert.Equal(t, integrity(files[name]), sum, name)
	}
	assert.Contains(t, first, "app.js")
	assert.NotContains(t, first, "sw.js")
	assert.Equal(t, map[string]string{"lists/ar-en.lex": integrity([]byte("one"))}, named("lists"))
	for _, mark := range []string{"VERSION", "FILES", "LISTS"} {
		assert.NotContains(t, one, mark)
	}
}

// Everything that the page loads by itself has its hash there, and nothing is written in the page
// that a policy would have to allow.
func TestPage(t *testing.T) {
	files := map[string][]byte{"colours.css": []byte("a{}")}
	require.NoError(t, add(files, web.Site, "site", ""))
	require.NoError(t, version(files))
	page := string(files["index.html"])
	for _, tag := range regexp.MustCompile(`<(script|link)[^>]*>`).FindAllString(page, -1) {
		if strings.Contains(tag, `rel="icon"`) || strings.Contains(tag, `rel="manifest"`) {
			continue
		}
		assert.Contains(t, tag, ` integrity="sha256-`)
	}
	assert.Contains(t, page, integrity(files["words.js"]))
	assert.NotRegexp(t, `<script[^>]*>[^<]|<style| style=| on[a-z]+=|https?:`, page)

	delete(files, "words.js")
	assert.ErrorContains(t, version(files), "words.js")
}
