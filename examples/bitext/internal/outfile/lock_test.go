package outfile

import (
	"context"
	"path/filepath"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Eight writers each add one to a number many times. With the lock no addition is lost, and no lock
// file is left.
func TestNoChangeIsLost(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "number")
	require.NoError(t, Write(t.Context(), file, put("0")))
	const writers, times = 8, 20
	var wg sync.WaitGroup
	for range writers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range times {
				unlock, err := Lock(t.Context(), file, -1, nil)
				if !assert.NoError(t, err) {
					return
				}
				n, err := strconv.Atoi(contents(t, file))
				assert.NoError(t, err)
				assert.NoError(t, Write(t.Context(), file, put(strconv.Itoa(n+1))))
				unlock()
			}
		}()
	}
	wg.Wait()
	holds(t, dir, map[string]string{"number": strconv.Itoa(writers * times)})
}

func TestALockIsWaitedForWithPatience(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	unlock, err := Lock(t.Context(), file, 0, nil)
	require.NoError(t, err)
	waited := 0
	_, err = Lock(t.Context(), file, retry, func() { waited++ })
	assert.ErrorIs(t, err, ErrLocked)
	assert.Equal(t, 1, waited)
	ctx, stop := context.WithCancel(t.Context())
	time.AfterFunc(retry, stop)
	_, err = Lock(ctx, file, -1, nil)
	assert.ErrorIs(t, err, context.Canceled)
	unlock()
	unlock, err = Lock(t.Context(), file, 0, nil)
	require.NoError(t, err)
	unlock()
}
