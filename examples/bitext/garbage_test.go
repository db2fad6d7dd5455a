package main

import (
	"math"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

// collector returns what the runtime is told of the collection of garbage; the percentage is
// math.MaxUint64 if there is to be none.
func collector() (percent, limit uint64) {
	s := []metrics.Sample{{Name: "/gc/gogc:percent"}, {Name: "/gc/gomemlimit:bytes"}}
	metrics.Read(s)
	return s[0].Value.Uint64(), s[1].Value.Uint64()
}

func TestFirstCollectionIsDeferred(t *testing.T) {
	t.Setenv("GOGC", "")
	was, wasLimit := debug.SetGCPercent(100), debug.SetMemoryLimit(math.MaxInt64)
	defer func() { debug.SetGCPercent(was); debug.SetMemoryLimit(wasLimit) }()
	deferCollection()
	percent, limit := collector()
	assert.Equal(t, uint64(math.MaxUint64), percent)
	assert.Equal(t, uint64(firstCollection), limit)
	runtime.GC()
	assert.Eventually(t, func() bool {
		percent, limit := collector()
		return percent == headroom && limit == math.MaxInt64
	}, 10*time.Second, time.Millisecond)
}

func TestCollectionIsThatOfTheEnvironment(t *testing.T) {
	before, limit := collector()
	t.Setenv("GOGC", "50")
	deferCollection()
	percent, now := collector()
	assert.Equal(t, []uint64{before, limit}, []uint64{percent, now})
}

func TestHeadroomFalls(t *testing.T) {
	for live, want := range map[uint64]int{0: 60, 100 << 20: 60, 512 << 20: 50, 1 << 30: 25, 8 << 30: 20} {
		assert.Equal(t, want, headroomOf(live), "%d MB", live>>20)
	}
}
