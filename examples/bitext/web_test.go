//go:build !js

package main

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/examples/bitext/site"
)

// Without a site the command says where to get one.
func TestWebWithoutSite(t *testing.T) {
	if _, ok := site.Embedded(); !ok {
		o := webOptions{stay: true}
		assert.ErrorContains(t, o.run(t.Context(), io.Discard, io.Discard), "go run ./examples/web/build -o site")
	}
	o := webOptions{site: t.TempDir(), stay: true}
	err := o.run(t.Context(), io.Discard, io.Discard)
	assert.ErrorContains(t, err, o.site)
	assert.ErrorContains(t, err, "index.html")
}

func TestWebServesASite(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"index.html", "sw.js", "worker.js", "bitext.bin"} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(name), 0o600))
	}
	ctx, stop := context.WithCancel(t.Context())
	o := webOptions{site: dir, stay: true}
	out, into := io.Pipe()
	ended := make(chan error, 1)
	go func() { ended <- o.run(ctx, into, io.Discard) }()
	line := make([]byte, 100)
	n, err := out.Read(line)
	require.NoError(t, err)
	address := strings.TrimSpace(string(line[:n]))
	a, err := http.Get(address + "lists/ar-en.lex")
	require.NoError(t, err)
	defer a.Body.Close()
	body, err := io.ReadAll(a.Body)
	require.NoError(t, err)
	assert.Equal(t, http.StatusOK, a.StatusCode)
	assert.NotEmpty(t, body)

	// The port is taken now, and the message says what to do.
	second := webOptions{site: dir, stay: true}
	u, err := url.Parse(address)
	require.NoError(t, err)
	second.port, err = strconv.Atoi(u.Port())
	require.NoError(t, err)
	err = second.run(t.Context(), io.Discard, io.Discard)
	assert.ErrorContains(t, err, "if bitext web runs already, open "+address)

	stop()
	select {
	case err := <-ended:
		assert.NoError(t, err)
	case <-time.After(10 * time.Second):
		t.Fatal("it did not end")
	}
}
