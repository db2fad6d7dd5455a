package words

import (
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWordTableIsAMap(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var table wordTable
	want := map[string]string{}
	assert.Nil(t, table.find("", 0), "an empty table has nothing")
	for step := range 20000 {
		raw := strconv.Itoa(r.IntN(3000))
		hash := hashOf(raw)
		if step%2 == 1 {
			raw, hash = raw+"x", uint64(len(raw)) // a poor hash
		}
		found := table.find(raw, hash)
		form, ok := want[raw]
		require.Equal(t, ok, found != nil, raw)
		if ok {
			assert.Equal(t, form, found.Form)
			continue
		}
		if step == 9000 {
			table.clear()
			clear(want)
		}
		want[raw] = strconv.Itoa(step)
		assert.Equal(t, want[raw], table.add(raw, hash, Token{Form: want[raw]}).Form)
		assert.Equal(t, len(want), table.len())
	}
}
