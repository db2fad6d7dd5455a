package embed_test

import (
	"context"
	"encoding/json"
	"errors"
	"hash/fnv"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/embed"
	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/segment"
)

// english gives the words of the French sentences below, so that the server "knows" both languages.
var english = map[string]string{"chat": "cat", "dort": "sleeps", "pluie": "rain", "tombe": "falls", "pain": "bread",
	"coûte": "costs", "cher": "much", "train": "train", "part": "leaves", "midi": "noon", "mer": "sea", "calme": "calm"}

// vector returns the sum of a pseudo-random vector for each word.
func vector(text string) []float32 {
	v := make([]float32, 32)
	v[0] = .1
	for _, word := range strings.Fields(strings.ToLower(strings.NewReplacer(".", "", ",", "").Replace(text))) {
		if w, ok := english[word]; ok {
			word = w
		}
		h := fnv.New64a()
		h.Write([]byte(word))
		x := h.Sum64()
		for k := range v {
			x = x*6364136223846793005 + 1442695040888963407
			v[k] += float32(int32(x>>32)) / (1 << 31)
		}
	}
	return v
}

// A server speaks the protocol. Answer may change an answer before it is sent.
type server struct {
	*httptest.Server
	requests, texts atomic.Int32
}

func serve(t *testing.T, before func(n int, w http.ResponseWriter, r *http.Request) bool) *server {
	s := &server{}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		n := int(s.requests.Add(1))
		if before != nil && before(n, w, r) {
			return
		}
		var in struct {
			Model string   `json:"model"`
			Input []string `json:"input"`
		}
		if !assert.NoError(t, json.NewDecoder(r.Body).Decode(&in)) {
			return
		}
		assert.Equal(t, "/v1/embeddings", r.URL.Path)
		assert.Equal(t, "small", in.Model)
		s.texts.Add(int32(len(in.Input)))
		type item struct {
			Index     int       `json:"index"`
			Embedding []float32 `json:"embedding"`
		}
		var data []item
		for i := len(in.Input) - 1; i >= 0; i-- { // servers may answer in any order
			data = append(data, item{i, vector(in.Input[i])})
		}
		assert.NoError(t, json.NewEncoder(w).Encode(map[string]any{"object": "list", "data": data}))
	}))
	t.Cleanup(s.Close)
	return s
}

func (s *server) client() *embed.Client {
	return &embed.Client{URL: s.URL + "/v1", Model: "small", Batch: 2, Tries: 3, Backoff: time.Millisecond}
}

func TestEmbed(t *testing.T) {
	s := serve(t, func(_ int, _ http.ResponseWriter, r *http.Request) bool {
		assert.Equal(t, "Bearer secret", r.Header.Get("Authorization"))
		return false
	})
	c := s.client()
	c.Key = "secret"
	var progress []int
	c.Progress = func(done, all int) {
		assert.Equal(t, 3, all)
		progress = append(progress, done)
	}
	texts := []string{"one", "two", "one", "three"}
	vectors, err := c.Embed(t.Context(), texts)
	require.NoError(t, err)
	for i, text := range texts {
		assert.InDeltaSlice(t, vector(text), vectors[i], 1e-6, text)
	}
	assert.EqualValues(t, 2, s.requests.Load(), "batches of two")
	assert.Equal(t, []int{2, 3}, progress)
	none, err := c.Embed(t.Context(), nil)
	require.NoError(t, err)
	assert.Empty(t, none)
}

func TestRetries(t *testing.T) {
	s := serve(t, func(n int, w http.ResponseWriter, _ *http.Request) bool {
		if n <= 2 {
			w.Header().Set("Retry-After", "0")
			http.Error(w, "loading", http.StatusServiceUnavailable)
		}
		return n <= 2
	})
	_, err := s.client().Embed(t.Context(), []string{"one"})
	require.NoError(t, err)
	assert.EqualValues(t, 3, s.requests.Load())
}

func TestErrors(t *testing.T) {
	answer := func(status int, body string) func(int, http.ResponseWriter, *http.Request) bool {
		return func(_ int, w http.ResponseWriter, _ *http.Request) bool {
			w.WriteHeader(status)
			_, _ = w.Write([]byte(body))
			return true
		}
	}
	for _, c := range []struct {
		why      string
		status   int
		body     string
		want     string
		requests int32
	}{
		{"no model", 404, `{"error":{"message":"model \"small\" not found"}}`, `status 404: model "small" not found; check`, 1},
		{"no key", 401, `{"error":"unauthorized"}`, "status 401: unauthorized; set the API key", 1},
		{"busy", 503, "", "status 503: no message; try again later", 3},
		{"a page", 200, "<html>", "the answer is not that of an embeddings server", 1},
		{"too few", 200, `{"data":[{"index":0,"embedding":[1]}]}`, "1 vectors for 2 texts", 1},
		{"one twice", 200, `{"data":[{"index":0,"embedding":[1]},{"index":0,"embedding":[1]}]}`, "index 0 of 2", 1},
		{"no such text", 200, `{"data":[{"index":7,"embedding":[1]},{"index":0,"embedding":[1]}]}`, "index 7 of 2", 1},
		{"lengths", 200, `{"data":[{"index":0,"embedding":[1]},{"index":1,"embedding":[1,2]}]}`, "vector of 2 numbers", 1},
		{"zeros", 200, `{"data":[{"index":0,"embedding":[0]},{"index":1,"embedding":[1]}]}`, "length 0", 1},
		{"empty", 200, `{"data":[{"index":0,"embedding":[]},{"index":1,"embedding":[]}]}`, "0 numbers", 1},
	} {
		s := serve(t, answer(c.status, c.body))
		_, err := s.client().Embed(t.Context(), []string{"one", "two"})
		assert.ErrorContains(t, err, c.want, c.why)
		assert.Equal(t, c.requests, s.requests.Load(), c.why)
		assert.Equal(t, c.status != 200, errors.As(err, new(*embed.StatusError)), c.why)
	}
	gone := serve(t, nil)
	c := gone.client()
	gone.Close()
	_, err := c.Embed(t.Context(), []string{"one"})
	assert.ErrorContains(t, err, "cannot be reached; start the server, or check the address")
	c.URL = "localhost:11434"
	_, err = c.Embed(t.Context(), []string{"one"})
	assert.ErrorContains(t, err, "give one such as http://localhost:11434/v1")
	_, err = new(embed.Client).Embed(t.Context(), []string{"one"})
	assert.ErrorContains(t, err, "URL and Model must be set")
}

func TestCancelledAndSlow(t *testing.T) {
	release := make(chan struct{})
	s := serve(t, func(_ int, _ http.ResponseWriter, r *http.Request) bool {
		select {
		case <-release:
		case <-r.Context().Done():
		}
		return true
	})
	t.Cleanup(func() { close(release) })
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(20*time.Millisecond, cancel)
	begin := time.Now()
	_, err := s.client().Embed(ctx, []string{"one"})
	assert.ErrorIs(t, err, context.Canceled)
	assert.Less(t, time.Since(begin), 2*time.Second)

	c := s.client()
	c.Timeout = 10 * time.Millisecond
	c.Tries = 1
	_, err = c.Embed(t.Context(), []string{"one"})
	assert.ErrorContains(t, err, "no answer within 10ms")
}

// The cache gives the same vectors without a request, also if a program was stopped while it wrote.
func TestCache(t *testing.T) {
	s := serve(t, nil)
	c := s.client()
	c.Cache = filepath.Join(t.TempDir(), "vectors")
	texts := []string{"one", "two", "three"}
	first, err := c.Embed(t.Context(), texts)
	require.NoError(t, err)
	again, err := c.Embed(t.Context(), texts)
	require.NoError(t, err)
	assert.Equal(t, first, again)
	assert.EqualValues(t, 3, s.texts.Load())

	files, err := filepath.Glob(filepath.Join(c.Cache, "*"))
	require.NoError(t, err)
	require.Len(t, files, 1)
	raw, err := os.ReadFile(files[0])
	require.NoError(t, err)
	for _, cut := range []int{0, 1, len(raw) / 2, len(raw) - 1} {
		require.NoError(t, os.WriteFile(files[0], raw[:cut], 0o600))
		got, err := c.Embed(t.Context(), texts)
		require.NoError(t, err)
		assert.Equal(t, first, got, "cut to %d bytes", cut)
		before := s.texts.Load()
		_, err = c.Embed(t.Context(), texts)
		require.NoError(t, err)
		assert.Equal(t, before, s.texts.Load(), "the cache is whole again")
	}

	raw[len(raw)-20] ^= 1 // in the last vector
	require.NoError(t, os.WriteFile(files[0], raw, 0o600))
	before := s.texts.Load()
	got, err := c.Embed(t.Context(), texts)
	require.NoError(t, err)
	assert.Equal(t, first, got)
	assert.Equal(t, before+1, s.texts.Load(), "a changed vector is not used")
}

// Sentences that only the vectors know to be translations are paired, whole ranges too.
func TestEvidence(t *testing.T) {
	s := serve(t, nil)
	src := segment.FromSentences([]string{
		"chat dort", "pluie tombe", "pain coûte cher", "train part midi", "mer calme"}, language.French)
	tgt := segment.FromSentences([]string{
		"cat sleeps rain falls", "bread costs much", "train leaves noon", "sea calm"}, language.English)
	aligner := align.Aligner{Scorer: evidence.Sum{evidence.Length{}, s.client().Evidence(3)}}
	beads, err := aligner.Align(t.Context(), src, tgt)
	require.NoError(t, err)
	var got [][4]int
	for _, b := range beads {
		got = append(got, [4]int{b.Ranges[0].Lo, b.Ranges[0].Hi, b.Ranges[1].Lo, b.Ranges[1].Hi})
	}
	assert.Equal(t, [][4]int{{0, 2, 0, 1}, {2, 3, 1, 2}, {3, 4, 2, 3}, {4, 5, 3, 4}}, got)
	assert.EqualValues(t, (5+4+3)+(4+3+2), s.texts.Load(), "each range once")
}
