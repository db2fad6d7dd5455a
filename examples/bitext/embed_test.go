package main

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Vectors come from the server of --embed, with the key of the environment, and once only.
func TestEmbedFlag(t *testing.T) {
	var requests atomic.Int32
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		requests.Add(1)
		assert.Equal(t, "Bearer secret", r.Header.Get("Authorization"))
		var in struct{ Input []string }
		assert.NoError(t, json.NewDecoder(r.Body).Decode(&in))
		type item struct {
			Index     int       `json:"index"`
			Embedding []float32 `json:"embedding"`
		}
		var data []item
		for i, text := range in.Input {
			words := len(strings.Fields(text))
			data = append(data, item{i, []float32{1, float32(len(text)) / 100, float32(words) / 10}})
		}
		assert.NoError(t, json.NewEncoder(w).Encode(map[string]any{"data": data}))
	}))
	defer s.Close()
	home := t.TempDir()
	run := func(args ...string) (string, error) {
		args = append([]string{"align", "-q", filepath.Join(fixture, "report.ar-en.txt")}, args...)
		c := exec.Command("bitext", args...)
		c.Env = append(c.Environ(), "XDG_CACHE_HOME="+home, "HOME="+home, "LocalAppData="+home,
			"BITEXT_EMBED_KEY=secret")
		out, err := c.CombinedOutput()
		return string(out), err
	}
	first, err := run("--embed", s.URL+"/v1", "--embed-model", "small")
	require.NoError(t, err, first)
	assert.Contains(t, first, "<tu ")
	n := requests.Load()
	assert.Positive(t, n)
	again, err := run("--embed", s.URL+"/v1", "--embed-model", "small")
	require.NoError(t, err, again)
	assert.Equal(t, first, again)
	assert.Equal(t, n, requests.Load(), "the vectors were kept")

	out, err := run("--embed", s.URL)
	assert.Error(t, err)
	assert.Contains(t, out, "--embed needs a model")
	out, err = run("--embed-model", "small")
	assert.Error(t, err)
	assert.Contains(t, out, "--embed-model needs a server")
	out, err = run("--embed", "localhost", "--embed-model", "small")
	assert.Error(t, err)
	assert.Contains(t, out, "is not the address of a server")
}
