package near

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestNear(t *testing.T) {
	for _, c := range []struct {
		a, b [2]string
		near bool
	}{
		{[2]string{"The ferry leaves the old quay at seven every morning.", "Le bac quitte le vieux quai à sept " +
			"heures."},
			[2]string{"the ferry leaves the old quay at seven, every morning", "Le bac quitte le vieux quai à " +
				"sept heures !"}, true},
		{[2]string{"The ferry leaves the old quay at seven every morning.", "Le bac quitte le vieux quai à sept " +
			"heures."},
			[2]string{"The ferry leaves the old quay at seven every morning.", "Les prix du poisson ont encore " +
				"monté hier."}, false},
		{[2]string{"渡轮每天早上七点离开旧码头。", "The ferry leaves the old quay at seven every morning."},
			[2]string{"渡轮每天早上七点离开旧码头", "The ferry leaves the old quay at seven every morning"}, true},
		{[2]string{"A", "B"}, [2]string{"A", "C"}, false},
		{[2]string{"A", "B"}, [2]string{"a", "b."}, true},
		{[2]string{"...", "!"}, [2]string{"...", "!"}, false},
	} {
		n := NewUnits(.8)
		_, ok := n.Add(1, c.a[:]...)
		assert.False(t, ok)
		earlier, ok := n.Add(2, c.b[:]...)
		assert.Equal(t, c.near, ok, c.b)
		if ok {
			assert.Equal(t, 1, earlier)
		}
	}
}

// Of sentences in which one word of fourteen is another, almost all are found; of those in which
// half of the words are, none.
func TestNearAmongMany(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	word := func() string {
		b := make([]byte, 4+r.Intn(6))
		for i := range b {
			b[i] = byte('a' + r.Intn(26))
		}
		return string(b)
	}
	n := NewUnits(.7)
	found, wrong := 0, 0
	const all = 1000
	for i := range all {
		words := make([]string, 28)
		for k := range words {
			words[k] = word()
		}
		text := func() (string, string) { return strings.Join(words[:14], " "), strings.Join(words[14:], " ") }
		a, b := text()
		n.Add(3*i, a, b)
		words[3] = word()
		a, b = text()
		if at, ok := n.Add(3*i+1, a, b); ok {
			assert.Equal(t, 3*i, at)
			found++
		}
		for k := range 14 {
			words[2*k] = word()
		}
		a, b = text()
		if _, ok := n.Add(3*i+2, a, b); ok {
			wrong++
		}
	}
	assert.GreaterOrEqual(t, found, all*97/100)
	assert.Zero(t, wrong)
}

func TestSet(t *testing.T) {
	s := NewSet()
	for i := range 1000 {
		_, ok := s.Add(i, fmt.Sprint(i), "x")
		assert.False(t, ok)
	}
	for i := range 1000 {
		earlier, ok := s.Add(2000+i, fmt.Sprint(i), "x")
		assert.True(t, ok)
		assert.Equal(t, i, earlier)
	}
	_, ok := s.Add(1, "ab", "c")
	assert.False(t, ok)
	_, ok = s.Add(2, "a", "bc")
	assert.False(t, ok)
}

func BenchmarkNear(b *testing.B) {
	n := NewUnits(.8)
	for i := range b.N {
		n.Add(i, fmt.Sprintf("The ferry number %d leaves the old quay %d at seven every morning.", i, i*7),
			fmt.Sprintf("Le bac numéro %d quitte le vieux quai %d à sept heures tous les matins.", i, i*7))
	}
}
