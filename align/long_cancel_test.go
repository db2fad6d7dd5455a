package align_test

import (
	"context"
	"errors"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/lexicon/wide"
	"github.com/bitext-go/bitext/internal/gold"
	"github.com/bitext-go/bitext/segment"
)

// BenchmarkCancel aligns texts of 20,000 lines and prints the longest silence of Progress, and then
// cancels alignments at many moments and prints the longest time from there to the return.
//
//	go test ./align -run '^$' -bench Cancel -benchtime 1x
func BenchmarkCancel(b *testing.B) {
	c, err := gold.Read(filepath.Join(gold.Dir(b), "bench", "align", "long", "ar-en.20000"))
	require.NoError(b, err)
	src, tgt := segment.FromSentences(c.Src, language.Arabic), segment.FromSentences(c.Tgt, language.English)
	scorer := append(evidence.Standard(), evidence.Dictionary(wide.Lexicon))
	_, err = wide.Lexicon(language.Arabic, language.English)
	require.NoError(b, err)
	for b.Loop() {
		begin := time.Now()
		last, silence := begin, time.Duration(0)
		a := align.Aligner{Scorer: scorer, Progress: func(done, all int) {
			silence, last = max(silence, time.Since(last)), time.Now()
		}}
		_, err = a.Align(context.Background(), src, tgt)
		require.NoError(b, err)
		whole := time.Since(begin)
		b.ReportMetric(silence.Seconds()*1000, "ms-silence")
		b.ReportMetric(whole.Seconds(), "s/align")
		const moments = 16
		late := time.Duration(0)
		for k := range moments {
			ctx, cancel := context.WithCancel(context.Background())
			at := make(chan time.Time, 1)
			after := whole * time.Duration(2*k+1) / (2 * moments)
			time.AfterFunc(after, func() { at <- time.Now(); cancel() })
			_, err := (&align.Aligner{Scorer: scorer}).Align(ctx, src, tgt)
			if errors.Is(err, context.Canceled) {
				if d := time.Since(<-at); d > late {
					late = d
					b.Logf("cancelled after %v: returned after %v", after, d)
				}
			}
			cancel()
		}
		b.ReportMetric(late.Seconds()*1000, "ms-cancel")
	}
}
