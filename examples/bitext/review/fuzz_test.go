package review_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/examples/bitext/review"
)

// FuzzActs carries out any actions, a line of JSON each: a refused one changes nothing, a review
// that is opened again is the same, and when all is undone it is as in the beginning.
func FuzzActs(f *testing.F) {
	f.Add(`{"do":"merge","row":1}
{"do":"undo"}
{"do":"split","row":2,"column":0,"piece":0,"offset":4}
{"do":"approve","row":1}
{"do":"note","row":2,"text":"a\nb"}
{"do":"correct","row":2,"column":1,"text":"x"}
{"do":"reject","row":3}`)
	f.Add(`{"do":"approve sure","sure":10,"range":{"from":0,"to":9}}
{"do":"redo"}
{"do":"swap","row":1,"with":2}
{"do":"move","row":2,"column":1,"piece":0,"up":true}
{"do":"replace","replace":{"find":"e","with":"E"}}
{"do":"reopen","row":1,"range":{"from":-1,"to":2}}`)
	dir := f.TempDir()
	var made []byte // the journal of a review that has just begun
	var begin string
	f.Fuzz(func(t *testing.T, lines string) {
		if len(lines) > 1500 || strings.Count(lines, "\n") > 8 {
			return
		}
		o := optionsIn(dir)
		if made == nil {
			writeDocuments(t, dir)
			r := open(t, o)
			begin = exportedAll(t, r)
			require.NoError(t, r.Close())
			var err error
			made, err = os.ReadFile(o.Journal)
			require.NoError(t, err)
		}
		require.NoError(t, os.WriteFile(o.Journal, made, 0o600))
		r, err := review.Open(o)
		require.NoError(t, err)
		for line := range strings.Lines(lines) {
			var a review.Action
			if json.Unmarshal([]byte(line), &a) != nil || a.Do == "realign" {
				continue
			}
			a.Version = r.Actions()
			if _, err := r.Act(context.Background(), a); err != nil {
				require.True(t, errors.As(err, new(review.RefusedError)), "%s: %v", line, err)
				require.Equal(t, a.Version, r.Actions(), "a refused action counts")
			}
		}
		want, n := exportedAll(t, r), r.Actions()
		require.NoError(t, r.Close())
		r, err = review.Open(o)
		require.NoError(t, err)
		defer r.Close()
		require.Equal(t, n, r.Actions())
		require.Equal(t, want, exportedAll(t, r))
		for {
			if _, err := r.Act(context.Background(), review.Action{Version: r.Actions(), Do: "undo"}); err != nil {
				break
			}
		}
		require.Equal(t, begin, exportedAll(t, r))
	})
}

// exportedAll returns the memory that a review exports, or why it exports none.
func exportedAll(t *testing.T, r *review.Review) string {
	var b bytes.Buffer
	if _, err := r.Export(&b, "all", "tmx"); err != nil {
		return err.Error()
	}
	for _, err := range tmx.Units(bytes.NewReader(b.Bytes())) {
		require.NoError(t, err)
	}
	return b.String()
}
