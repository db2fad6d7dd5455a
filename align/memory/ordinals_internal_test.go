package memory

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/check"
)

func TestOrdinals(t *testing.T) {
	for _, c := range []struct {
		lang, text string
		want       uint
		known      bool
	}{
		{"en", "The FIRST and the twenty-second meeting", 1<<0 | 1<<1, true},
		{"en", "Firstly, a secondary tenths", 1<<0 | 1<<1 | 1<<9, true},
		{"en", "first-rate", 1 << 0, true},
		{"en", "firstborns and a safirst", 0, true}, // too long an ending; not the beginning of a word
		{"en", "", 0, true},
		{"ar", "الجلسة الثالثة والرابعة وللخامس", 1<<2 | 1<<3, true},
		{"ar", "في الاجتماع الخامس والسادس", 1<<4 | 1<<5, true},
		{"fr", "La PREMIÈRE et la neuvième", 1<<0 | 1<<8, true},
		{"ru", "девятый и девятая, но не девятью", 1 << 8, true},
		{"zh", "第三次会议", 1 << 2, true},
		{"fi", "ensimmäinen", 0, false},
	} {
		set, known := ordinalsOf(check.Side{Lang: language.MustParse(c.lang), Text: c.text})
		assert.Equal(t, c.want, set, c.text)
		assert.Equal(t, c.known, known, c.lang)
	}
}
