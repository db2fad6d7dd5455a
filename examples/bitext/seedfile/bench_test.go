package seedfile_test

import (
	"fmt"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/bitext-go/bitext/internal/usage"
)

// BenchmarkSeeding seeds 40 documents of 16 sentences in two languages, without and with the second
// pass, on one core and on two, and says how many documents that is in a second, and what it took
// of the processors.
func BenchmarkSeeding(b *testing.B) {
	const documents = 40
	dir := archive(b, documents)
	for _, alone := range []bool{true, false} {
		for _, cores := range []int{1, 2} {
			name := "together"
			if alone {
				name = "alone"
			}
			b.Run(fmt.Sprintf("%s/cores=%d", name, cores), func(b *testing.B) {
				defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
				before := usage.ProcessorSeconds()
				for b.Loop() {
					s := find(b, dir, filepath.Join(b.TempDir(), "memory.tmx"))
					s.Workers, s.Alone = cores, alone
					if _, err := s.Run(b.Context()); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(documents*b.N)/b.Elapsed().Seconds(), "documents/s")
				b.ReportMetric((usage.ProcessorSeconds()-before)/float64(b.N), "cpu-s/op")
			})
		}
	}
}

// BenchmarkMemory seeds collections of growing size and reports the largest heap on the way, which
// should hardly grow.
func BenchmarkMemory(b *testing.B) {
	for _, documents := range []int{50, 200, 800} {
		b.Run(fmt.Sprintf("documents=%d", documents), func(b *testing.B) {
			dir := archive(b, documents)
			var most uint64
			for b.Loop() {
				s := find(b, dir, filepath.Join(b.TempDir(), "memory.tmx"))
				s.Memory = 1 << 20
				s.Progress = func(string, int, int) {
					var m runtime.MemStats
					runtime.ReadMemStats(&m)
					most = max(most, m.HeapInuse>>10)
				}
				if _, err := s.Run(b.Context()); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(most)/1024, "peak-MiB")
			b.ReportMetric(float64(documents*b.N)/b.Elapsed().Seconds(), "documents/s")
		})
	}
}
