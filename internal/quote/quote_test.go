package quote

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestIsolate(t *testing.T) {
	assert.Equal(t, "\u2068تقرير\u2069", Isolate("تقرير"))
	assert.Equal(t, "\u2068ab\u2069", Isolate("a\u2069\u202Eb"), "the text cannot end its own isolate")
	assert.Equal(t, "\u2068a\uFFFDb\u2069", Isolate("a\x1bb"))
	assert.Equal(t, "number 12 only in Arabic", Unisolate("number "+Isolate("12")+" only in Arabic"))
}

func TestPrintable(t *testing.T) {
	assert.Equal(t, "a \uFFFDgpj.exe", Printable("a \u202Egpj.exe"), "an override would hide what the text says")
	assert.Equal(t, "a\uFFFD[2Jb", Printable("a\x1b[2Jb"), "an escape sequence would clear the screen")
}

func TestExcerpt(t *testing.T) {
	assert.Equal(t, "short", Excerpt("short", 5))
	assert.Equal(t, "shor…", Excerpt("shorts", 5))
	assert.Equal(t, "\uFFFDa", Excerpt("\xffa", 5))
	assert.Empty(t, Excerpt("", 5))
}

func TestExcerptWords(t *testing.T) {
	assert.Equal(t, "one two", ExcerptWords(" one\n two ", 7))
	assert.Equal(t, "four …", ExcerptWords("four two", 7))
	assert.Equal(t, "o twoth …", ExcerptWords("o twothree", 7), "no space in the second half")
	assert.Equal(t, strings.Repeat("语", 72)+" …", ExcerptWords(strings.Repeat("语", 100), 72))
}
