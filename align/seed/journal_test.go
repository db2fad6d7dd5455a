package seed

import (
	"bytes"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"sort"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestAJournalCutOffAnywhere truncates a journal at every byte, as a crash may do, and damages each
// of its bytes. The records that end before that place are kept, the others are not, and the
// journal can still be used.
func TestAJournalCutOffAnywhere(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "journal")
	j, err := openJournal(path)
	require.NoError(t, err)
	ends := []int64{j.end}
	for i := range 4 {
		require.NoError(t, j.put(keyOf(fmt.Sprint(i)), fmt.Sprint("result ", i)))
		ends = append(ends, j.end)
	}
	require.NoError(t, j.close())
	whole, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, ends[4], int64(len(whole)))

	check := func(at int, file []byte) {
		require.NoError(t, os.WriteFile(path, file, 0o666))
		j, err := openJournal(path)
		require.NoError(t, err)
		defer j.close()
		good := sort.Search(4, func(i int) bool { return ends[i+1] > int64(at) }) // records that end before the place
		for i := range 4 {
			require.Equal(t, i < good, j.has(keyOf(fmt.Sprint(i))), "record %d, place %d", i, at)
		}
		require.NoError(t, j.put(keyOf("3"), "result 3"))
		require.NoError(t, j.put(keyOf("new"), "more"))
		var v string
		require.NoError(t, j.get(keyOf("3"), &v))
		require.Equal(t, "result 3", v)
		require.NoError(t, j.get(keyOf("new"), &v))
		require.Equal(t, "more", v)
	}
	for at := range whole {
		check(at, whole[:at])
		if at >= len(journalHead) {
			bad := bytes.Clone(whole)
			bad[at] ^= 0x10
			check(at, bad)
		}
	}
}

func TestItemsAreSortedInAnyMemory(t *testing.T) {
	chance := rand.New(rand.NewSource(3))
	for _, most := range []int{1, 100, 1000, 1 << 20} {
		s := &sorter{dir: t.TempDir(), name: "x.part", most: most}
		var want []string
		for i := range 300 {
			key, value := fmt.Sprint(chance.Intn(100)), fmt.Sprint(i)
			want = append(want, key+" "+value)
			require.NoError(t, s.add([]byte(key), []byte(value)))
		}
		sort.SliceStable(want, func(a, b int) bool {
			var x, y string
			fmt.Sscan(want[a], &x)
			fmt.Sscan(want[b], &y)
			return x < y
		})
		var got []string
		for it, err := range s.sorted() {
			require.NoError(t, err)
			got = append(got, string(it.key)+" "+string(it.value))
		}
		assert.Equal(t, want, got, "in %d bytes", most)
		require.NoError(t, s.close())
		left, err := os.ReadDir(s.dir)
		require.NoError(t, err)
		assert.Empty(t, left)
	}
}
