package xmltext_test

import (
	"encoding/xml"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/internal/xmltext"
)

func FuzzEscape(f *testing.F) {
	for _, s := range []string{
		"", "a<b>&\"'\r\n\t", "\x00\x1f\x7f\u0085", "\uFFFD\uFFFE\uFFFF\uFEFF\xEF\xBF", "\xff\xc3é",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		content, dropped := xmltext.Escape([]byte("<e a=\""), s)
		content = content[len("<e a=\""):]
		attr, droppedAttr := xmltext.EscapeAttr(nil, s)
		assert.Equal(t, dropped, droppedAttr)
		want, lost := "", 0
		for i, r := range s {
			if xmltext.Legal(r) && (r != '\uFFFD' || strings.HasPrefix(s[i:], "\uFFFD")) {
				want += string(r)
			} else {
				lost++
			}
		}
		assert.Equal(t, lost, dropped)
		at, problem := xmltext.Check([]byte(s))
		assert.Equal(t, lost > 0, at >= 0, problem)

		var got struct {
			Attr string `xml:"a,attr"`
			Text string `xml:",chardata"`
		}
		require.NoError(t, xml.Unmarshal([]byte("<e a=\""+string(attr)+"\">"+string(content)+"</e>"), &got))
		assert.Equal(t, want, got.Attr)
		assert.Equal(t, want, got.Text)
	})
}

func TestCheckSaysWhatAndWhere(t *testing.T) {
	for in, want := range map[string]string{
		"abc\fd":    "character U+000C is not allowed in XML",
		"abc\uFFFE": "character U+FFFE is not allowed in XML",
		"abc\xE9t":  "byte 0xE9 is not UTF-8",
	} {
		at, problem := xmltext.Check([]byte(in))
		assert.Equal(t, 3, at)
		assert.Equal(t, want, problem)
	}
	at, _ := xmltext.Check([]byte("\uFFFD\uFEFF\U0001F600\t\r\n"))
	assert.Equal(t, -1, at)
}
