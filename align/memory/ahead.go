package memory

import (
	"iter"

	"github.com/bitext-go/bitext/align/tmx"
)

// A readUnit is a unit that was read, or an error.
type readUnit struct {
	unit tmx.Unit
	err  error
}

const (
	// aheadUnits is how many units go from one goroutine to the other at a time, and aheadBatches
	// how often before the first waits. Units are short, so this is a megabyte or so.
	aheadUnits   = 128
	aheadBatches = 4
)

// ahead yields what units yields, which another goroutine reads meanwhile. That goroutine has ended
// when ahead returns.
func ahead(units iter.Seq2[tmx.Unit, error]) iter.Seq2[tmx.Unit, error] {
	return func(yield func(tmx.Unit, error) bool) {
		batches, stop := make(chan []readUnit, aheadBatches), make(chan struct{})
		go func() {
			defer close(batches)
			var batch []readUnit
			send := func() bool {
				select {
				case batches <- batch:
					batch = make([]readUnit, 0, aheadUnits)
					return true
				case <-stop:
					return false
				}
			}
			for u, err := range units {
				batch = append(batch, readUnit{u, err})
				if len(batch) >= aheadUnits && !send() {
					return
				}
			}
			send()
		}()
		defer func() {
			close(stop)
			for range batches { // until the goroutine has ended
			}
		}()
		for batch := range batches {
			for _, x := range batch {
				if !yield(x.unit, x.err) {
					return
				}
			}
		}
	}
}
