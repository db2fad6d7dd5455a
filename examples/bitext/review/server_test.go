package review_test

import (
	"encoding/json"
	"hash/crc32"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/examples/bitext/review"
	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
	"github.com/bitext-go/bitext/segment"
)

func checksum(s string) uint32 { return crc32.Checksum([]byte(s), crc32.MakeTable(crc32.Castagnoli)) }

// serve serves a review and returns its address.
func serve(t *testing.T, r *review.Review) (address, token string) {
	t.Helper()
	l, err := review.Listen(0)
	require.NoError(t, err)
	assert.True(t, l.Addr().(*net.TCPAddr).IP.IsLoopback(), "no other machine can reach it")
	token = review.NewToken()
	s := &http.Server{Handler: review.Handler(r, l, token)}
	go s.Serve(l)
	t.Cleanup(func() { s.Close() })
	return review.Address(l, token), token
}

// send sends a request with headers; Host may be one of them.
func send(t *testing.T, method, address, body string, headers ...string) (int, string, http.Header) {
	t.Helper()
	q, err := http.NewRequest(method, address, strings.NewReader(body))
	require.NoError(t, err)
	if method == http.MethodPost {
		q.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i < len(headers); i += 2 {
		q.Header.Set(headers[i], headers[i+1])
		if headers[i] == "Host" {
			q.Host = headers[i+1]
		}
	}
	a, err := http.DefaultTransport.RoundTrip(q)
	require.NoError(t, err)
	defer a.Body.Close()
	b, err := io.ReadAll(a.Body)
	require.NoError(t, err)
	return a.StatusCode, string(b), a.Header
}

const approve = `{"version":0,"do":"approve","row":1}`

// A request without the token, from another site, or by another name of this machine gets nothing
// and changes nothing.
func TestOthersAreShutOut(t *testing.T) {
	r := open(t, options(t))
	address, token := serve(t, r)
	host := strings.TrimPrefix(strings.TrimSuffix(address, "/"+token+"/"), "http://")
	port := host[strings.IndexByte(host, ':'):]
	paths := []string{
		"",
		"state",
		"rows?filter=all&from=0&count=5",
		"next?filter=all&what=attention&from=0",
		"place?filter=all&row=1",
		"export?format=tmx&rows=all",
		"web/main.js",
		"colours.css",
		"no/such",
	}
	refused := func(why string, path string, headers ...string) {
		t.Helper()
		for _, method := range []string{http.MethodGet, http.MethodPost, http.MethodOptions, http.MethodPut} {
			status, body, h := send(t, method, "http://"+host+path, approve, headers...)
			assert.Equal(t, http.StatusForbidden, status, "%s: %s %s", why, method, path)
			assert.NotContains(t, body, "rain", why)
			assert.Empty(t, h.Get("Access-Control-Allow-Origin"), why)
		}
	}
	for _, p := range append(paths, "act") {
		refused("no token", "/"+p)
		refused("a token that is wrong", "/"+review.NewToken()+"/"+p)
		refused("a part of the token", "/"+token[:8]+"/"+p)
		refused("a name that leads here", "/"+token+"/"+p, "Host", "evil.example"+port)
		refused("the name without the port", "/"+token+"/"+p, "Host", "127.0.0.1")
		refused("another site", "/"+token+"/"+p, "Origin", "http://evil.example")
		refused("another server of this machine", "/"+token+"/"+p, "Origin", "http://127.0.0.1:1")
		refused("a page from a file", "/"+token+"/"+p, "Origin", "null")
		refused("https", "/"+token+"/"+p, "Origin", "https://"+host)
		refused("an empty origin", "/"+token+"/"+p, "Origin", "")
		refused("a link or a picture elsewhere", "/"+token+"/"+p, "Sec-Fetch-Site", "cross-site")
		refused("another port of this machine", "/"+token+"/"+p, "Sec-Fetch-Site", "same-site")
	}
	for _, kind := range []string{"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""} {
		status, _, _ := send(t, http.MethodPost, address+"act", approve, "Content-Type", kind)
		assert.Equal(t, http.StatusForbidden, status, "what a form of another site can send: %q", kind)
	}
	assert.Zero(t, r.Actions())

	for _, headers := range [][]string{{}, {"Origin", "http://" + host}, {"Host", "localhost" + port}, {"Sec-Fetch-Site", "same-origin"}} {
		status, _, _ := send(t, http.MethodGet, address+"state", "", headers...)
		assert.Equal(t, http.StatusOK, status, "%v", headers)
	}
}

func TestPageLoadsNothingFromElsewhere(t *testing.T) {
	address, _ := serve(t, open(t, options(t)))
	status, page, h := send(t, http.MethodGet, address, "")
	require.Equal(t, http.StatusOK, status)
	policy := h.Get("Content-Security-Policy")
	assert.Contains(t, policy, "default-src 'none'")
	assert.Contains(t, policy, "frame-ancestors 'none'")
	assert.NotContains(t, policy, "unsafe")
	assert.NotContains(t, policy, "http")
	assert.Equal(t, "nosniff", h.Get("X-Content-Type-Options"))
	assert.Equal(t, "no-referrer", h.Get("Referrer-Policy"), "the secret in the address stays here")
	assert.Equal(t, "no-store", h.Get("Cache-Control"))
	for _, outside := range []string{"http://", "https://", "src=\"/", "href=\"/", " style=", " onclick="} {
		assert.NotContains(t, page, outside)
	}
	for _, file := range []string{"colours.css", "web/review.css", "web/rows.css", "web/main.js", "web/deeds.js",
		"web/view.js",
		"web/list.js",
		"web/row.js", "web/keys.js", "web/dialogs.js", "web/api.js", "web/bar.js", "web/caret.js", "web/edit.js", "web/pairs.js", "web/reconnect.js",
		"web/words.js", "web/icon.svg"} {
		status, body, _ := send(t, http.MethodGet, address+file, "")
		assert.Equal(t, http.StatusOK, status, file)
		body = strings.ReplaceAll(body, `xmlns="http://www.w3.org/2000/svg"`, "")
		for _, no := range []string{"http:", "https:", "innerHTML", "insertAdjacentHTML", "eval(", "@import", "url(",
			"Intl", "toLocale"} {
			assert.NotContains(t, body, no, file)
		}
	}
}

// Text of a document is data; invisible characters are named.
func TestHostileText(t *testing.T) {
	const src, tgt = "<script>alert(1)</script>\u202Egpj.exe", "</p><img src=x onerror=alert(2)> [x]"
	o := options(t)
	o.Make = func() (*sheet.Sheet, error) {
		a, b := segment.FromSentences(
			[]string{src},
			language.English,
		), segment.FromSentences(
			[]string{tgt},
			language.French,
		)
		a.Name = "<script>alert(3)</script>"
		return sheet.FromTexts([]align.Bead{{Ranges: []segment.Range{{Hi: 1}, {Hi: 1}}}}, a, b), nil
	}
	address, _ := serve(t, open(t, o))
	_, page, _ := send(t, http.MethodGet, address, "")
	assert.Contains(t, page, "&lt;script&gt;alert(3)&lt;/script&gt;")
	assert.NotContains(t, page, "<script>")
	_, body, h := send(t, http.MethodGet, address+"rows?filter=all&from=0&count=5", "")
	assert.Equal(t, "application/json", h.Get("Content-Type"))
	assert.NotContains(t, body, "<", "not even a browser that takes it for a page runs it")
	assert.NotContains(t, body, "\u202E")
	var got struct {
		Rows []struct {
			Cells []struct {
				Edit   string
				Pieces []struct{ Parts []map[string]string }
			}
		}
	}
	require.NoError(t, json.Unmarshal([]byte(body), &got))
	cell := got.Rows[0].Cells[0]
	assert.Equal(
		t,
		[]map[string]string{{"t": "<script>alert(1)</script>"}, {"h": "RLO"}, {"t": "gpj.exe"}},
		cell.Pieces[0].Parts,
	)
	assert.Equal(t, "<script>alert(1)</script>⟦RLO⟧gpj.exe", cell.Edit)
}

func TestAnswers(t *testing.T) {
	r := open(t, options(t))
	address, _ := serve(t, r)
	status, _, _ := send(t, http.MethodPost, address+"act", approve)
	assert.Equal(t, http.StatusOK, status)
	status, body, _ := send(t, http.MethodPost, address+"act", approve)
	assert.Equal(t, http.StatusConflict, status, body)
	status, body, _ = send(t, http.MethodPost, address+"act", `{"version":1,"do":"merge","row":1,"up":true}`)
	assert.Equal(t, http.StatusUnprocessableEntity, status, body)
	for _, bad := range []string{"", "[]", `{"verzion":1}`, `{"version":1`, strings.Repeat(" ", 9<<20)} {
		status, _, _ = send(t, http.MethodPost, address+"act", bad)
		assert.Equal(t, http.StatusBadRequest, status)
	}
	_, body, _ = send(t, http.MethodGet, address+"state?since=", "")
	var now struct{ Checked string }
	require.NoError(t, json.Unmarshal([]byte(body), &now))
	status, _, _ = send(t, http.MethodGet, address+"state?since="+now.Checked, "")
	assert.Equal(t, http.StatusNoContent, status)
	for _, bad := range []string{"rows?filter=all&from=-1&count=1", "rows?filter=all&from=0&count=501",
		"rows?filter=x&from=0&count=5", "rows", "place?filter=all",
		"next?filter=all&from=1&what=x", "export", "export?format=tmx&rows=some"} {
		status, _, _ = send(t, http.MethodGet, address+bad, "")
		assert.Equal(t, http.StatusBadRequest, status, bad)
	}
	status, body, h := send(t, http.MethodGet, address+"export?format=tmx&rows=approved", "")
	assert.Equal(t, http.StatusOK, status)
	assert.Contains(t, h.Get("Content-Disposition"), "attachment")
	assert.Equal(t, 1, strings.Count(body, "<tu "))
}
