package srx_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/gold"
	"github.com/bitext-go/bitext/segment"
	"github.com/bitext-go/bitext/segment/srx"
)

// Our rules, written as SRX and read back, end most sentences where they do themselves. Floors are
// the figures that were reached, less half a point.
func TestExportAgrees(t *testing.T) {
	var file bytes.Buffer
	require.NoError(t, srx.Export().Write(&file))
	d, err := srx.Read(&file)
	require.NoError(t, err)
	exported, err := d.Compile()
	require.NoError(t, err)
	assert.Empty(t, exported.Limits())

	unzipped, err := gzip.NewReader(bytes.NewReader(gold.Data(t, "bench/segment/wild.jsonl.gz")))
	require.NoError(t, err)
	lines := bufio.NewScanner(unzipped)
	lines.Buffer(nil, 1<<24)
	shared, theirs, ours := 0, 0, 0
	for lines.Scan() {
		var s struct{ Lang, Text string }
		require.NoError(t, json.Unmarshal(lines.Bytes(), &s))
		lang := language.Make(s.Lang)
		for p := range segment.Paragraphs(s.Text) {
			paragraph := s.Text[p.Start:p.End]
			ends := map[int]bool{}
			for x := range segment.Sentences(paragraph, lang) {
				ends[x.End] = true
				ours++
			}
			rules := segment.Rules{Breaker: exported}
			for x := range rules.Sentences(paragraph, lang) {
				theirs++
				if ends[x.End] {
					shared++
				}
			}
		}
	}
	require.NoError(t, lines.Err())
	agreement := 200 * float64(shared) / float64(theirs+ours)
	t.Logf("%d ends of ours, %d of the exported rules, agreement %.2f %%", ours, theirs, agreement)
	assert.Greater(t, agreement, 97.7)
}
