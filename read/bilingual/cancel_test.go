package bilingual_test

import (
	"context"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/bitext-go/bitext/read/bilingual"
)

// A meddler cancels a context when it has been read once.
type meddler struct {
	in     io.Reader
	cancel context.CancelFunc
}

func (m *meddler) Read(p []byte) (int, error) {
	n, err := m.in.Read(p)
	m.cancel()
	return n, err
}

func TestReadIsCancelled(t *testing.T) {
	many := func(before, piece, after string) string { return before + strings.Repeat(piece, 5000) + after }
	for name, content := range map[string]string{
		"a.tmx": many("<tmx version='1.4'><header srclang='en'/><body>",
			"<tu><tuv xml:lang='en'><seg>well</seg></tuv><tuv xml:lang='fr'><seg>puits</seg></tuv></tu>\n", "</body></tmx>"),
		"a.po": many("msgid \"\"\nmsgstr \"Language: fr\\n\"\n\n", "msgid \"well\"\nmsgstr \"puits\"\n\n", ""),
		"a.jsonl": many("", `{"langs":["en","fr"],"texts":["well","puits"],"sentences":[[0,1],[0,1]],"boundary":1,"translation":1}`+
			"\n", ""),
	} {
		_, err := bilingual.Read(t.Context(), name, strings.NewReader(content))
		assert.NoError(t, err, name)
		ctx, cancel := context.WithCancel(t.Context())
		_, err = bilingual.Read(ctx, name, &meddler{strings.NewReader(content), cancel})
		assert.ErrorIs(t, err, context.Canceled, name)
		assert.ErrorContains(t, err, name)
	}
}
