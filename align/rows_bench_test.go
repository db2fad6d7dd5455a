package align_test

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/lexicon/wide"
	"github.com/bitext-go/bitext/internal/gold"
	"github.com/bitext-go/bitext/segment"
)

// BenchmarkRows aligns a thousand lines in four languages: each of three with the pivot, as
// "pairs", and all as "rows". In the clean texts every line has its counterparts, in the mixed ones
// a tenth have none.
func BenchmarkRows(b *testing.B) {
	for _, level := range []string{"clean", "mixed"} {
		var texts []*segment.Text
		for _, l := range []string{"en", "fr", "ar", "zh"} {
			var lines []string
			for d := range 4 {
				file := fmt.Sprintf("%s-en/pud%d.src", l, d)
				if l == "en" {
					file = fmt.Sprintf("fr-en/pud%d.tgt", d)
				}
				x, err := gold.Lines(filepath.Join(gold.Dir(b), "bench", "align", "made", level, file))
				require.NoError(b, err)
				lines = append(lines, x...)
			}
			texts = append(texts, segment.FromSentences(lines, language.MustParse(l)))
		}
		a := align.Aligner{Scorer: scorer(wide.Lexicon), Workers: 1}
		b.Run(level+"/pairs", func(b *testing.B) {
			for b.Loop() {
				for k := 1; k < len(texts); k++ {
					_, err := a.Align(context.Background(), texts[0], texts[k])
					require.NoError(b, err)
				}
			}
		})
		b.Run(level+"/rows", func(b *testing.B) {
			for b.Loop() {
				_, err := a.Align(context.Background(), texts...)
				require.NoError(b, err)
			}
		})
	}
}
