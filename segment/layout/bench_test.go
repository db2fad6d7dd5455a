package layout_test

import (
	"strings"
	"testing"

	"github.com/bitext-go/bitext/segment/layout"
)

// BenchmarkRead reads documents of about a megabyte. Whatever they hold, they must take a time of
// the same order.
func BenchmarkRead(b *testing.B) {
	fill := func(s string) string { return strings.Repeat(s, 1<<20/len(s)) }
	for name, body := range map[string]string{
		"wrapped":       fill(prose + "\n"),
		"one line":      fill("The wells are dry. "),
		"paragraphs":    fill(strings.Repeat("The wells are dry. ", 20) + "\n\n"),
		"Chinese":       fill(hanProse + "\n"),
		"page numbers":  fill(prose + "\n\n7\n\n\n"),
		"short lines":   fill("well\n"),
		"empty lines":   fill("\n"),
		"opened bold":   fill("**well\n"),
		"hyphens":       fill("well-\n"),
		"form feeds":    fill("7\f"),
		"list items":    fill("1. well\n"),
		"invalid bytes": fill("\xff\n"),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(body)))
			for b.Loop() {
				layout.Repair.Read(body)
			}
		})
	}
}

func BenchmarkParagraphs(b *testing.B) {
	for name, body := range map[string]string{
		"wrapped":  strings.Repeat(prose+"\n", 1000),
		"one line": strings.Repeat("The wells are dry. ", 10000),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(body)))
			b.ReportAllocs()
			for b.Loop() {
				for range layout.Paragraphs(body) {
				}
			}
		})
	}
}
