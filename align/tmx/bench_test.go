package tmx_test

import (
	"bytes"
	"fmt"
	"io"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
)

// memory is n units such as an aligner gives, each with its provenance.
func memory(n int) []tmx.Unit {
	units := make([]tmx.Unit, n)
	for i := range units {
		line := fmt.Sprint(i + 1)
		where := []tmx.Prop{{Type: tmx.PropDocument, Text: "report.ar-en.txt"}, {Type: tmx.PropParagraph, Text: line}, {Type: tmx.PropLines, Text: line}}
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

// BenchmarkWriter writes 200,000 units, the size of a large memory.
func BenchmarkWriter(b *testing.B) {
	units := memory(10_000)
	b.ReportAllocs()
	for b.Loop() {
		w := tmx.NewWriter(io.Discard)
		for range 20 {
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
}

// BenchmarkReader reads 200,000 units and reports the largest heap on the way.
func BenchmarkReader(b *testing.B) {
	for _, bench := range []struct {
		name string
		file func([]byte) []byte
	}{
		{"UTF-8", func(f []byte) []byte { return f }},
		{"UTF-16", func(f []byte) []byte { return []byte(utf16Of(string(f), false, true)) }},
	} {
		b.Run(bench.name, func(b *testing.B) {
			file := bench.file(write(b, tmx.Header{Source: language.Arabic}, memory(200_000)...))
			b.SetBytes(int64(len(file)))
			b.ReportAllocs()
			var most uint64
			for b.Loop() {
				p := &peak{r: bytes.NewReader(file)}
				n := 0
				for _, err := range tmx.Units(p) {
					require.NoError(b, err)
					n++
				}
				require.Equal(b, 200_000, n)
				most = max(most, p.most)
			}
			b.ReportMetric(float64(most)-float64(len(file)>>20), "peak-MiB")
		})
	}
}
