//go:build !js

package review

import (
	"hash/crc32"
	"net"
	"net/http"
	"path/filepath"
	"strconv"
	"time"
)

// Address returns the URL of the page, for a browser on this machine.
func Address(l net.Listener, token string) string {
	return "http://" + l.Addr().String() + "/" + token + "/"
}

// Listen opens a port that only this machine can reach; 0 means any free port.
func Listen(port int) (net.Listener, error) {
	return net.Listen("tcp4", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
}

// ListenFor returns what Listen returns, for the review in a journal. Port 0 means the same port in
// every run, if it is free, so that a page of an earlier run can find its successor; see
// web/reconnect.js.
func ListenFor(journal string, port int) (net.Listener, error) {
	if port != 0 {
		return Listen(port)
	}
	path, err := filepath.Abs(journal)
	if err == nil {
		sum := crc32.ChecksumIEEE([]byte(path))
		if l, err := Listen(firstPrivatePort + int(sum%privatePorts)); err == nil {
			return l, nil
		}
	}
	return Listen(0)
}

// The ports that IANA assigns to nobody.
const (
	firstPrivatePort = 49152
	privatePorts     = 1<<16 - firstPrivatePort
)

// A browser on the same machine answers in milliseconds. After these times a client is given up.
const (
	headerTimeout = 10 * time.Second
	readTimeout   = 30 * time.Second
	writeTimeout  = 30 * time.Second
	idleTimeout   = 2 * time.Minute
)

// NewServer returns the server of a review: that of Handler, with timeouts.
func NewServer(r *Review, l net.Listener, token string) *http.Server {
	return newServer(Handler(r, l, token))
}

func newServer(h http.Handler) *http.Server {
	return &http.Server{Handler: h, ReadHeaderTimeout: headerTimeout, ReadTimeout: readTimeout,
		WriteTimeout: writeTimeout, IdleTimeout: idleTimeout}
}
