package tmx_test

import (
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
)

// memory returns n units such as an aligner makes, each with its provenance.
func memory(n int) []tmx.Unit {
	units := make([]tmx.Unit, n)
	for i := range units {
		line := fmt.Sprint(i + 1)
		where := []tmx.Prop{
			{Type: tmx.PropDocument, Text: "report.ar-en.txt"},
			{Type: tmx.PropParagraph, Text: line},
			{Type: tmx.PropLines, Text: line},
		}
		units[i] = tmx.Unit{
			Created: when,
			Props:   []tmx.Prop{{Type: tmx.PropBoundary, Text: "0.993"}, {Type: tmx.PropTranslation, Text: "0.981"}},
			Variants: []tmx.Variant{
				{Lang: language.Arabic, Text: "وأقر المشاركون الخطة رقم " + line + " بعد مناقشة دامت يومين، على أن تُعرض على المجلس.", Props: where},
				{Lang: language.English, Text: "The participants adopted plan No. " + line + " after a debate of two days, to be laid before the R&D council.", Props: where},
			},
		}
		units[i].ID = tmx.ID(units[i].Variants)
	}
	return units
}

// sink throws away what is written, and remembers the largest heap on the way, in MiB.
type sink struct {
	writes int
	most   uint64
}

func (s *sink) Write(p []byte) (int, error) {
	if s.writes++; s.writes%256 == 0 {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		s.most = max(s.most, m.HeapInuse>>20)
	}
	return len(p), nil
}

// BenchmarkWriter writes 200,000 units, the size of a large memory, and reports the largest heap on
// the way: that of the 1,000 different ones and of what the writer needs.
func BenchmarkWriter(b *testing.B) {
	units := memory(1_000)
	b.ReportAllocs()
	out := &sink{}
	for b.Loop() {
		w := tmx.NewWriter(out)
		for range 200 {
			for i := range units {
				if err := w.Write(units[i]); err != nil {
					b.Fatal(err)
				}
			}
		}
		if err := w.Close(); err != nil {
			b.Fatal(err)
		}
		b.SetBytes(w.Written())
	}
	b.ReportMetric(float64(out.most), "peak-MiB")
}

// BenchmarkReader reads 200,000 units and reports the largest heap on the way. The file is made as
// it is read, so that it takes no memory itself.
func BenchmarkReader(b *testing.B) {
	const blocks, each = 200, 1000
	file := string(write(b, tmx.Header{Source: language.Arabic}, memory(each)...))
	from, to := strings.Index(file, "    <tu "), strings.Index(file, "  </body>")
	for _, bench := range []struct {
		name   string
		encode func(string) string
	}{
		{"UTF-8", func(s string) string { return s }},
		{"UTF-16", func(s string) string { return utf16Of(s, false, false) }},
	} {
		b.Run(bench.name, func(b *testing.B) {
			head, body, foot := bench.encode(file[:from]), bench.encode(file[from:to]), bench.encode(file[to:])
			size := int64(blocks * len(body))
			b.SetBytes(size)
			b.ReportAllocs()
			var most uint64
			for b.Loop() {
				text := &filler{text: body, n: size}
				p := &peak{r: io.MultiReader(strings.NewReader(head), text, strings.NewReader(foot))}
				n := 0
				for _, err := range tmx.Units(p) {
					if err != nil {
						b.Fatal(err)
					}
					n++
				}
				require.Equal(b, blocks*each, n)
				most = max(most, p.most)
			}
			b.ReportMetric(float64(most), "peak-MiB")
		})
	}
}
