package tmx_test

import (
	"bytes"
	"errors"
	"io"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
)

// kept is a file that stays in memory.
type kept struct {
	bytes.Buffer
	closed int
	fail   error
}

func (k *kept) Close() error { k.closed++; return k.fail }

func TestSplitterKeepsFilesSmall(t *testing.T) {
	units := memory(50)
	whole := write(t, tmx.Header{Source: language.Arabic}, units...)
	for name, s := range map[string]*tmx.Splitter{
		"bytes": {MaxBytes: 10_000}, "units": {MaxUnits: 7}, "both": {MaxBytes: 10_000, MaxUnits: 3}, "no limit": {}, "too small for any": {MaxBytes: 1},
	} {
		t.Run(name, func(t *testing.T) {
			var files []*kept
			s.Header.Source = language.Arabic
			s.Create = func(n int) (io.WriteCloser, error) {
				files = append(files, new(kept))
				assert.Equal(t, len(files), n)
				return files[n-1], nil
			}
			for _, u := range units {
				require.NoError(t, s.Write(u))
			}
			require.NoError(t, s.Close())
			require.NoError(t, s.Close())
			assert.Error(t, s.Write(units[0]))
			assert.Equal(t, len(files), s.Files())
			var all []tmx.Unit
			for _, f := range files {
				assert.Equal(t, 1, f.closed)
				n, errs := f.Len(), []error(nil)
				var some []tmx.Unit
				some, errs = read(f)
				assert.Empty(t, errs)
				assert.NotEmpty(t, some)
				if s.MaxBytes > 0 && len(some) > 1 {
					assert.LessOrEqual(t, int64(n), s.MaxBytes)
				}
				if s.MaxUnits > 0 {
					assert.LessOrEqual(t, len(some), s.MaxUnits)
				}
				all = append(all, some...)
			}
			joined := write(t, tmx.Header{Source: language.Arabic}, all...)
			assert.Equal(t, string(whole), string(joined), "nothing lost, nothing moved")
			switch name {
			case "no limit":
				assert.Len(t, files, 1)
			case "units":
				assert.Len(t, files, 8)
			case "too small for any":
				assert.Len(t, files, len(units))
			default:
				assert.Greater(t, len(files), 3)
			}
		})
	}
}

func TestSplitterErrors(t *testing.T) {
	good := tmx.Unit{Variants: []tmx.Variant{{Lang: language.English, Text: "x\x00"}}}
	s := &tmx.Splitter{Create: func(int) (io.WriteCloser, error) { return nil, errFull }}
	assert.ErrorIs(t, s.Write(good), errFull)
	assert.ErrorIs(t, s.Write(good), errFull)
	assert.ErrorIs(t, s.Close(), errFull)

	files := []*kept{{}, {fail: errors.New("cannot close")}}
	s = &tmx.Splitter{MaxUnits: 1, Create: func(n int) (io.WriteCloser, error) { return files[n-1], nil }}
	require.NoError(t, s.Write(good))
	assert.ErrorContains(t, s.Write(tmx.Unit{}), "no variant")
	require.NoError(t, s.Write(good), "a unit that is refused does no harm")
	assert.Equal(t, 2, s.Dropped())
	assert.ErrorContains(t, s.Close(), "cannot close")

	var empty kept
	s = &tmx.Splitter{Create: func(int) (io.WriteCloser, error) { return &empty, nil }}
	require.NoError(t, s.Close())
	units, errs := read(&empty)
	assert.Empty(t, units)
	assert.Empty(t, errs)
}
