package script_test

import (
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"

	"github.com/bitext-go/bitext/internal/script"
)

func TestLetterIsThatOfUnicode(t *testing.T) {
	for r := rune(-1); r <= unicode.MaxRune+1; r++ {
		if script.Letter(r) != unicode.IsLetter(r) {
			assert.Equal(t, unicode.IsLetter(r), script.Letter(r), "%U", r)
		}
	}
}
