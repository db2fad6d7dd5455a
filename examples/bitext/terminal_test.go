package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestIsolate(t *testing.T) {
	for _, c := range []struct{ text, want, reason string }{
		{"a report", "a report", "left to right: nothing to do"},
		{"تقرير 12", "\u2068تقرير 12\u2069", "right to left: the number would change places with what follows"},
		{"a \u202Egpj.exe", "a \uFFFDgpj.exe", "an override would hide what the text says"},
		{"a\x1b[2Jb", "a\uFFFD[2Jb", "an escape sequence would clear the screen"},
	} {
		assert.Equal(t, c.want, isolate(c.text), c.reason)
	}
}
