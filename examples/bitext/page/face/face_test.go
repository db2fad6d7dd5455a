package face_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/examples/bitext/page/face"
)

func TestRuns(t *testing.T) {
	assert.Equal(t, []face.Run{{Text: "a"}, {Hidden: "RLO"}, {Text: "b"}, {Hidden: "U+0007"}}, face.Runs("a\u202Eb\a"))
	assert.Equal(t, []face.Run{{}}, face.Runs(""))
	assert.Equal(
		t,
		[]face.Run{{Text: "می\u200cخواهم 👩\u200d🌾"}},
		face.Runs("می\u200cخواهم 👩\u200d🌾"),
		"joiners are part of words and pictures",
	)
}

// A name leads back to its character, and nothing else has one.
func TestNames(t *testing.T) {
	named := 0
	for r := rune(0); r < 0x110000; r++ {
		name := face.Hidden(r)
		if name == "" {
			continue
		}
		named++
		back, ok := face.Named(name)
		assert.True(t, ok, name)
		assert.Equal(t, r, back, name)
	}
	assert.Greater(t, named, 200)
	for _, none := range []string{"", "XYZ", "U+", "U+0041", "U+110000", "U+07", "u+0007"} {
		_, ok := face.Named(none)
		assert.False(t, ok, none)
	}
}

func TestDirection(t *testing.T) {
	for tag, want := range map[string]string{"ar": "rtl", "he": "rtl", "ur": "rtl", "yi": "rtl", "az-Arab": "rtl",
		"ar-Latn": "ltr", "zh": "ltr", "ru": "ltr", "und": "auto"} {
		assert.Equal(t, want, face.Direction(language.MustParse(tag)), tag)
	}
}
