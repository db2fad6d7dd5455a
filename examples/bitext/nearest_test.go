package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestNearest(t *testing.T) {
	names := []string{"align", "add", "check", "segment", "seed"}
	for word, want := range map[string]string{
		"aling": "align", "alignn": "align", "Check": "check", "chekc": "check", "segmnet": "segment",
		"sed": "seed", "ad": "add", "frobnicate": "", "": "", "x": "",
	} {
		assert.Equal(t, want, nearest(word, names), word)
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"", "ab", 2}, {"ab", "", 2}, {"ab", "ba", 1}, {"abc", "abd", 1}, {"kitten", "sitting", 3},
	} {
		assert.Equal(t, c.want, distance(c.a, c.b), "%s %s", c.a, c.b)
		assert.Equal(t, c.want, distance(c.b, c.a), "%s %s", c.b, c.a)
	}
}
