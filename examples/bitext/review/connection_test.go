package review_test

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
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
	"github.com/bitext-go/bitext/examples/bitext/review"
	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
	"github.com/bitext-go/bitext/segment"
)

// smallBuffers is a listener whose connections block soon when the client does not read.
type smallBuffers struct{ net.Listener }

func (l smallBuffers) Accept() (net.Conn, error) {
	c, err := l.Listener.Accept()
	if err == nil {
		err = c.(*net.TCPConn).SetWriteBuffer(4096)
	}
	return c, err
}

// patient serves a review with timeouts that a test can wait for.
func patient(t *testing.T, r *review.Review, timeout time.Duration,
	watch ...func(net.Conn, http.ConnState)) (address, host, token string) {
	t.Helper()
	l, err := review.Listen(0)
	require.NoError(t, err)
	token = review.NewToken()
	s := review.NewServer(r, l, token)
	for _, d := range []*time.Duration{&s.ReadTimeout, &s.WriteTimeout, &s.ReadHeaderTimeout, &s.IdleTimeout} {
		require.NotZero(t, *d)
		*d = timeout
	}
	if len(watch) > 0 {
		s.ConnState = watch[0]
	}
	go s.Serve(smallBuffers{l})
	t.Cleanup(func() { s.Close() })
	return review.Address(l, token), l.Addr().String(), token
}

// dial opens a connection that buffers little.
func dial(t *testing.T, host, request string) *net.TCPConn {
	t.Helper()
	c, err := net.Dial("tcp", host)
	require.NoError(t, err)
	t.Cleanup(func() { c.Close() })
	require.NoError(t, c.(*net.TCPConn).SetReadBuffer(4096))
	_, err = io.WriteString(c, request)
	require.NoError(t, err)
	return c.(*net.TCPConn)
}

// One client that does not read its answers stops nobody else, and is given up in the end.
func TestClientThatDoesNotRead(t *testing.T) {
	o := options(t)
	o.Make = func() (*sheet.Sheet, error) {
		var en, fr []string
		var beads []align.Bead
		for i := range 400 {
			en, fr = append(en, strings.Repeat("word ", 300)+"."), append(fr, strings.Repeat("mot ", 300)+".")
			span := segment.Range{Lo: i, Hi: i + 1}
			beads = append(beads, align.Bead{Boundary: 0.9, Translation: 0.9, Ranges: []segment.Range{span, span}})
		}
		return sheet.FromTexts(beads, segment.FromSentences(en, language.English),
			segment.FromSentences(fr, language.French)), nil
	}
	var closed atomic.Int32
	address, host, token := patient(t, open(t, o), 2*time.Second, func(_ net.Conn, now http.ConnState) {
		if now == http.StateClosed {
			closed.Add(1)
		}
	})
	for _, path := range []string{"rows?filter=all&from=0&count=400", "export?format=tmx&rows=all"} {
		dial(t, host, fmt.Sprintf("GET /%s/%s HTTP/1.1\r\nHost: %s\r\n\r\n", token, path, host))
	}
	time.Sleep(300 * time.Millisecond) // the answers are being written by now
	status, _, _ := send(t, http.MethodPost, address+"act", approve)
	assert.Equal(t, http.StatusOK, status)
	require.Zero(t, closed.Load(), "the answer did not wait for the others to be given up")

	assert.Eventually(t, func() bool { return closed.Load() >= 2 }, 10*time.Second, 20*time.Millisecond)
}

// The answer to a refused request comes although its body does not.
func TestRestOfARefusedBody(t *testing.T) {
	r := open(t, options(t))
	_, host, token := patient(t, r, time.Minute)
	const head = "POST /%s/act HTTP/1.1\r\nHost: %s\r\nContent-Type: %s\r\nContent-Length: 200000\r\n\r\n%s"
	for want, request := range map[string]string{
		"403": fmt.Sprintf(head, "wrong", host, "application/json", "{"),
		"400": fmt.Sprintf(head, token, host, "application/json", "[]"),
	} {
		c := dial(t, host, request)
		require.NoError(t, c.SetReadDeadline(time.Now().Add(5*time.Second)))
		answer, err := io.ReadAll(c)
		require.NoError(t, err, "the connection is closed")
		assert.Contains(t, string(answer), "HTTP/1.1 "+want)
	}
	assert.Zero(t, r.Actions())
}

// A body that never comes, and a head that never comes, end with the timeout.
func TestRequestThatNeverComes(t *testing.T) {
	_, host, token := patient(t, open(t, options(t)), 200*time.Millisecond)
	for _, request := range []string{
		fmt.Sprintf("POST /%s/act HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: "+
			"200\r\n\r\n{",
			token, host),
		"GET /",
	} {
		c := dial(t, host, request)
		require.NoError(t, c.SetReadDeadline(time.Now().Add(5*time.Second)))
		_, err := io.ReadAll(c)
		assert.NoError(t, err, "the server closes the connection")
	}
}

// An alignment may take longer than any timeout.
func TestAlignmentOutlastsTheTimeouts(t *testing.T) {
	o := options(t)
	o.Align = func(ctx context.Context, texts []*segment.Text, _ [][]int, _ func(int, int)) ([]align.Bead, error) {
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(time.Second):
			return align.Align(texts...)
		}
	}
	address, _, _ := patient(t, open(t, o), 200*time.Millisecond)
	status, body, _ := send(t, http.MethodPost, address+"act", `{"version":0,"do":"realign"}`)
	assert.Equal(t, http.StatusOK, status, body)
}

func TestOneActionForEachRequest(t *testing.T) {
	r := open(t, options(t))
	address, _ := serve(t, r)
	for _, more := range []string{approve, "x", "]", "null", "0"} {
		status, body, _ := send(t, http.MethodPost, address+"act", approve+more)
		assert.Equal(t, http.StatusBadRequest, status, more)
		assert.Contains(t, body, "invalid action")
	}
	assert.Zero(t, r.Actions())
	status, _, _ := send(t, http.MethodPost, address+"act", approve+" \n")
	assert.Equal(t, http.StatusOK, status)
}

// An action whose journal was removed or replaced is refused, and the page hears of it without
// acting.
func TestJournalThatWasRemoved(t *testing.T) {
	o := options(t)
	r := open(t, o)
	address, _ := serve(t, r)
	act(t, r, review.Action{Do: "approve", Row: 1})
	_, before, _ := send(t, http.MethodGet, address+"state", "")
	assert.NotContains(t, before, "unsaved")
	require.NoError(t, os.Rename(o.Journal, o.Journal+".old"))
	_, err := r.Act(t.Context(), review.Action{Version: 1, Do: "approve", Row: 2})
	assert.ErrorContains(t, err, "removed or replaced")
	assert.ErrorContains(t, err, "put the file back")
	assert.Equal(t, 1, r.Actions())
	_, after, _ := send(t, http.MethodGet, address+"state", "")
	assert.Contains(t, after, "removed or replaced")
	assert.Equal(t, untouched[:1], memory(t, r, "approved"), "what was done can be exported")

	require.NoError(t, os.Rename(o.Journal+".old", o.Journal))
	act(t, r, review.Action{Do: "approve", Row: 2})
	require.NoError(t, r.Close())
	assert.Equal(t, untouched[:2], memory(t, open(t, o), "approved"))
}

// A browser that follows the file of bitext review opens the page. Nothing else may come from
// another site, and nothing else of the page may be loaded that way.
func TestPageIsOpenedFromAFile(t *testing.T) {
	r := open(t, options(t))
	address, token := serve(t, r)
	window := []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document"}
	status, _, h := send(t, http.MethodGet, address, "", window...)
	assert.Equal(t, http.StatusOK, status)
	assert.Equal(t, "same-origin", h.Get("Cross-Origin-Opener-Policy"))
	for _, path := range []string{"state", "rows?filter=all&from=0&count=5", "export?format=tmx&rows=all",
		"web/main.js"} {
		status, _, _ := send(t, http.MethodGet, address+path, "", window...)
		assert.Equal(t, http.StatusForbidden, status, path)
	}
	for _, change := range [][]string{{"Sec-Fetch-Dest", "iframe"}, {"Sec-Fetch-Mode", "cors"}, {"Origin", "null"}} {
		status, _, _ := send(t, http.MethodGet, address, "", append(window, change...)...)
		assert.Equal(t, http.StatusForbidden, status, "%v", change)
	}
	status, _, _ = send(t, http.MethodGet, strings.Replace(address, token, review.NewToken(), 1), "", window...)
	assert.Equal(t, http.StatusForbidden, status)
	status, _, _ = send(t, http.MethodPost, address, "{}", window...)
	assert.Equal(t, http.StatusForbidden, status)
}

// The review of a journal gets the same port in every run, and another one while that is in use.
func TestPortOfAJournal(t *testing.T) {
	journal := filepath.Join(t.TempDir(), "a.review")
	first, err := review.ListenFor(journal, 0)
	require.NoError(t, err)
	second, err := review.ListenFor(journal, 0)
	require.NoError(t, err)
	assert.NotEqual(t, first.Addr().String(), second.Addr().String())
	second.Close()
	address := first.Addr().String()
	first.Close()
	again, err := review.ListenFor(journal, 0)
	require.NoError(t, err)
	defer again.Close()
	assert.Equal(t, address, again.Addr().String())
	assert.True(t, again.Addr().(*net.TCPAddr).IP.IsLoopback())
}
