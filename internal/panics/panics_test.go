package panics

import (
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestRelay(t *testing.T) {
	var none Relay
	assert.NotPanics(t, none.Raise)
	var r Relay
	var wait sync.WaitGroup
	for range 4 {
		wait.Add(1)
		go func() {
			defer wait.Done()
			defer r.Catch()
			panic("a scorer failed")
		}()
	}
	wait.Wait()
	assert.PanicsWithValue(t, "a scorer failed", r.Raise)
}
