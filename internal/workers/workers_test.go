package workers

import (
	"context"
	"errors"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestEach(t *testing.T) {
	for _, n := range []int{0, 1, 2, 17} {
		for _, limit := range []int{1, 2, 4} {
			done := make([]int, n)
			err := Each(Limit(t.Context(), limit), n, func(k int) error { done[k]++; return nil })
			require.NoError(t, err)
			for k, times := range done {
				assert.Equal(t, 1, times, "%d of %d, %d goroutines", k, n, limit)
			}
		}
	}
}

func TestLimit(t *testing.T) {
	assert.Equal(t, runtime.GOMAXPROCS(0), Of(t.Context()))
	assert.Equal(t, 1, Of(Limit(t.Context(), 0)), "nothing is done by no goroutine")
	assert.Equal(t, 3, Of(Limit(Limit(t.Context(), 8), 3)), "the last one counts")
	require.NoError(t, Each(t.Context(), 3, func(int) error { return nil }))
	for limit := 1; limit <= 3; limit++ {
		var running, most atomic.Int32
		meet := make(chan bool, limit)
		err := Each(Limit(t.Context(), limit), 12, func(int) error {
			most.Store(max(most.Load(), running.Add(1)))
			meet <- true // there is room for all that may run
			<-meet
			running.Add(-1)
			return nil
		})
		require.NoError(t, err)
		assert.LessOrEqual(t, int(most.Load()), limit)
	}
}

func TestOneGoroutineIsTheCaller(t *testing.T) {
	before := runtime.NumGoroutine()
	err := Each(Limit(t.Context(), 1), 3, func(int) error {
		assert.Equal(t, before, runtime.NumGoroutine())
		return nil
	})
	require.NoError(t, err)
}

func TestSeveralRunAtATime(t *testing.T) {
	other := make(chan bool)
	err := Each(Limit(t.Context(), 2), 2, func(k int) error {
		if k == 0 {
			<-other // which the call beside it sends
			return nil
		}
		other <- true
		return nil
	})
	assert.NoError(t, err)
}

func TestWorkWithinWork(t *testing.T) {
	for limit := 1; limit <= 4; limit++ {
		ctx := Limit(t.Context(), limit)
		var running, most, done atomic.Int64
		err := Each(ctx, 3, func(int) error {
			return Each(ctx, 5, func(int) error {
				most.Store(max(most.Load(), running.Add(1)))
				runtime.Gosched()
				running.Add(-1)
				done.Add(1)
				return nil
			})
		})
		require.NoError(t, err)
		assert.Equal(t, 15, int(done.Load()))
		assert.LessOrEqual(t, int(most.Load()), limit)
	}
}

func TestIdleOnesJoin(t *testing.T) {
	ctx := Limit(t.Context(), 2)
	var first sync.WaitGroup
	first.Add(1)
	err := Each(ctx, 2, func(k int) error {
		if k > 0 {
			first.Done() // its goroutine is idle soon
			return nil
		}
		first.Wait()
		meet := make(chan bool)
		return Each(ctx, 1_000_000, func(n int) error {
			select {
			case meet <- true: // another goroutine waits below
				return errMet
			default:
			}
			if n%1000 == 999 {
				select {
				case <-meet:
					return errMet
				case <-time.After(time.Millisecond):
				}
			}
			return nil
		})
	})
	assert.Equal(t, errMet, err)
}

var errMet = errors.New("two goroutines have met")

func TestErrors(t *testing.T) {
	first, second := errors.New("first"), errors.New("second")
	begun := 0
	err := Each(Limit(t.Context(), 1), 9, func(k int) error {
		begun++
		if k == 3 {
			return first
		}
		return nil
	})
	assert.Equal(t, first, err)
	assert.Equal(t, 4, begun, "no other call is begun")
	late := make(chan bool)
	err = Each(Limit(t.Context(), 2), 2, func(k int) error {
		if k == 0 {
			<-late
			return first
		}
		defer close(late)
		return second
	})
	assert.Equal(t, first, err, "that of the smallest number")
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	begun := 0
	err := Each(Limit(ctx, 1), 9, func(k int) error {
		begun++
		cancel()
		return nil
	})
	assert.Equal(t, context.Canceled, err)
	assert.Equal(t, 1, begun)
	assert.Equal(t, context.Canceled, Each(ctx, 0, nil))
}

func TestPanics(t *testing.T) {
	for _, limit := range []int{1, 3} {
		assert.PanicsWithValue(t, "a scorer failed", func() {
			Each(Limit(t.Context(), limit), 5, func(k int) error {
				if k == 2 {
					panic("a scorer failed")
				}
				return nil
			})
		}, "%d goroutines", limit)
	}
}
