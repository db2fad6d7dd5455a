package memory_test

import (
	"bytes"
	"context"
	"io"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/memory"
	"github.com/bitext-go/bitext/segment"
)

// A trigger is a Scorer that calls a function before it is fitted.
type trigger struct {
	evidence.Scorer
	before func()
}

func (s trigger) Fit(ctx context.Context, src, tgt *segment.Text) (evidence.Model, error) {
	s.before()
	return s.Scorer.Fit(ctx, src, tgt)
}

// TestAddIsCancelled cancels while the memory is read the first time, the second time, while the
// text is aligned, and while the result is written.
func TestAddIsCancelled(t *testing.T) {
	old := write(t, harvest(language.English, harvestInEnglish...), harvest(language.French, harvestInFrench...))
	const opened = 3
	steps := 0
	for at := range 6 {
		ctx, cancel := context.WithCancel(t.Context())
		steps = 0
		step := func() {
			if steps++; steps == at {
				cancel()
			}
		}
		if at == 0 {
			cancel()
		}
		a := memory.Adder{Aligner: aligner()}
		a.Aligner.Scorer = trigger{a.Aligner.Scorer, step}
		open := func() (io.ReadCloser, error) {
			step()
			return io.NopCloser(bytes.NewReader(old)), nil
		}
		text := harvest(language.Chinese, "收成报告", "共有12个村庄的收成很好。", "7个村庄的河水淹没了田地。")
		var out bytes.Buffer
		_, err := a.Add(ctx, open, text, &out)
		assert.ErrorIs(t, err, context.Canceled, "step %d", at)
		assert.NotContains(t, out.String(), "</tmx>", "step %d", at)
		cancel()
	}
	require.Greater(t, steps, opened, "the memory is read and the text is aligned before the last step")
}
