package bitext_test

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/memory"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/lang"
	"github.com/bitext-go/bitext/read"
)

// A handler that answers a document in two languages with its translation memory. What clients send
// is bounded, and a client that hangs up ends the work: the context of the request is cancelled.
func Example_httpHandler() {
	const mostBytes = 4 << 20
	reader := read.Reader{MaxBytes: mostBytes}
	aligner := align.Aligner{Scorer: evidence.Standard()}
	busy := make(chan struct{}, 4) // requests at a time

	handler := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		select {
		case busy <- struct{}{}:
			defer func() { <-busy }()
		default:
			http.Error(w, "busy; try again later", http.StatusServiceUnavailable)
			return
		}
		ctx := r.Context()
		document, err := reader.Read(ctx, r.URL.Query().Get("name"), http.MaxBytesReader(w, r.Body, mostBytes+1))
		if err != nil {
			http.Error(w, err.Error(), statusOf(err))
			return
		}
		texts := document.Split(lang.ByLetters())
		if len(texts) != 2 {
			http.Error(
				w,
				fmt.Sprintf("%d languages; send a document in two", len(texts)),
				http.StatusUnprocessableEntity,
			)
			return
		}
		beads, err := aligner.Align(ctx, texts...)
		if err != nil {
			http.Error(w, err.Error(), statusOf(err))
			return
		}
		w.Header().Set("Content-Type", "application/xml")
		out := tmx.NewWriter(w)
		for unit := range memory.FromBeads(beads, texts...) {
			if err := out.Write(unit); err != nil {
				return // the client is gone
			}
		}
		out.Close()
	})

	for _, body := range []string{"Il fait 20 degrés.\n\nΈχει 20 βαθμούς.", "", "%!PS-Adobe-3.0"} {
		answer := httptest.NewRecorder()
		handler(answer, httptest.NewRequest(http.MethodPost, "/?name=page.txt", strings.NewReader(body)))
		fmt.Println(answer.Code, strings.Count(answer.Body.String(), "<tuv "))
	}
	// Output:
	// 200 2
	// 422 0
	// 415 0
}

// statusOf returns the status for a document that cannot be read or aligned.
func statusOf(err error) int {
	switch {
	case errors.As(err, new(*read.LimitError)):
		return http.StatusRequestEntityTooLarge
	case errors.As(err, new(*read.FormatError)), errors.Is(err, read.ErrBilingual):
		return http.StatusUnsupportedMediaType
	case errors.Is(err, read.ErrEmpty), errors.Is(err, read.ErrDamaged), errors.Is(err, read.ErrProtected):
		return http.StatusUnprocessableEntity
	case errors.As(err, new(*read.ToolError)):
		return http.StatusNotImplemented
	}
	return http.StatusInternalServerError
}
