package align_test

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/lexicon/core"
	"github.com/bitext-go/bitext/internal/gold"
	"github.com/bitext-go/bitext/internal/usage"
	"github.com/bitext-go/bitext/segment"
)

// BenchmarkLong aligns long texts with one worker, without and with word lists. Time per line,
// seconds of the processor (which other programs change less than those of the clock) and the peak
// memory of the process are reported. For the memory of one size, run that size alone:
//
//	go test ./align -run '^$' -bench 'Long/20k/core' -benchtime 1x
func BenchmarkLong(b *testing.B) {
	dir := filepath.Join(gold.Dir(b), "bench", "align", "long")
	for _, size := range []struct {
		name   string
		file   string
		copies int
	}{{"2k", "2000", 1}, {"20k", "20000", 1}, {"200k", "20000", 10}, {"1M", "20000", 50}} {
		for _, lists := range []string{"none", "core"} {
			b.Run(size.name+"/"+lists, func(b *testing.B) {
				c, err := gold.Read(filepath.Join(dir, "ar-en."+size.file))
				require.NoError(b, err)
				src, tgt := copies(c.Src, size.copies), copies(c.Tgt, size.copies)
				scorer := evidence.Standard()
				if lists == "core" {
					scorer = append(scorer, evidence.Dictionary(core.Lexicon))
				}
				before := usage.ProcessorSeconds()
				s, t := segment.FromSentences(src, language.Arabic), segment.FromSentences(tgt, language.English)
				lines := len(src)
				src, tgt = nil, nil // their memory is not that of an alignment
				for b.Loop() {
					_, err := (&align.Aligner{Scorer: scorer, Workers: 1}).Align(context.Background(), s, t)
					require.NoError(b, err)
				}
				b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(lines), "µs/line")
				b.ReportMetric((usage.ProcessorSeconds()-before)/float64(b.N), "cpu-s/op")
				b.ReportMetric(usage.PeakMB(), "peak-MB")
			})
		}
	}
}

// copies returns the text n times over. Each copy spells its rare words in its own way, the same
// way in both texts as far as the words are the same, so that the frequencies of words stay those
// of a long text: no copy shares names or numbers with another.
func copies(lines []string, n int) []string {
	if n == 1 {
		return lines
	}
	count := map[string]int{}
	for _, l := range lines {
		for _, w := range strings.Fields(l) {
			count[w]++
		}
	}
	out := make([]string, 0, n*len(lines))
	for c := range n {
		for _, l := range lines {
			words := strings.Fields(l)
			for i, w := range words {
				if count[w] <= 20 {
					words[i] = respell(w, c)
				}
			}
			out = append(out, strings.Join(words, " "))
		}
	}
	return out
}

// respell shifts the digits of a word, or puts a syllable for the copy before it in its own script.
func respell(w string, c int) string {
	for _, r := range w {
		switch {
		case unicode.IsDigit(r):
			return fmt.Sprint(c+1) + w
		case unicode.Is(unicode.Arabic, r):
			return string([]rune{'ب' + rune(c%10), 'ك' + rune(c/10)}) + w
		case unicode.IsLetter(r):
			return string([]rune{'b' + rune(c%10), 'k' + rune(c/10)}) + w
		}
	}
	return w
}
