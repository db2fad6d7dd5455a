package tmx_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"github.com/bitext-go/bitext/align/tmx"
)

// FuzzReader reads anything without trouble, and what it made of it, written and read again, is the
// same.
func FuzzReader(f *testing.F) {
	f.Add([]byte(small))
	f.Add([]byte(utf16Of(small, false, true)))
	f.Add([]byte("\uFEFF" + swap("\n", "\r\n", "Muscat.",
		`<bpt i="1">&lt;b&gt;<sub>x</sub></bpt><hi>y<ph/></hi><b a='1'/><![CDATA[<]]>&#x41;`)))
	f.Add([]byte(top + "<tu tuid=\"a>" + goodUnit + "<!-- " + goodUnit + " --><?x?>" + bottom))
	f.Add([]byte(`<!DOCTYPE tmx [<!ENTITY a "b">]>` + top +
		`<tu><note>n</note><tuv lang="EN_us"><prop>p</prop><seg>&a;</seg></tuv></tu>` + bottom))
	f.Fuzz(func(t *testing.T, file []byte) {
		r := tmx.NewReader(bytes.NewReader(file))
		h, _ := r.Header()
		var units []tmx.Unit
		steps := 0
		for u, err := range r.Units() {
			if steps++; steps > len(file)+2 {
				t.Fatal("the iteration does not end")
			}
			if err == nil {
				units = append(units, u)
			} else {
				require.NotContains(t, err.Error(), "line 0")
			}
		}
		out := write(t, h, units...)
		again := tmx.NewReader(bytes.NewReader(out))
		h2, err := again.Header()
		require.NoError(t, err, string(out))
		var units2 []tmx.Unit
		for u, err := range again.Units() {
			require.NoError(t, err, string(out))
			units2 = append(units2, u)
		}
		require.Len(t, units2, len(units))
		require.Equal(t, string(out), string(write(t, h2, units2...)))
	})
}

// FuzzRoundTrip writes any wording and reads the same, except for what TMX cannot hold.
func FuzzRoundTrip(f *testing.F) {
	f.Add("plain", "id", "note", "x-type", "value")
	f.Add("a < b & c > \"d\" 'e' \r\n\t \u00a0\u200f", "\"", "\n", "x-\"", "]]>")
	f.Add("\x00\uFFFE\xff", "é", "é", "", "\u2028")
	f.Fuzz(func(t *testing.T, text, id, note, kind, value string) {
		u := tmx.Unit{
			ID: id, Notes: []tmx.Note{{Text: note}}, Props: []tmx.Prop{{Type: "x" + kind, Text: value}},
			Variants: []tmx.Variant{{Lang: language.Hebrew, Text: text}, {Lang: language.Thai, Text: "-" + text + "-"}},
		}
		var b bytes.Buffer
		w := tmx.NewWriter(&b)
		require.NoError(t, w.Write(u))
		require.NoError(t, w.Close())
		units, errs := read(bytes.NewReader(b.Bytes()))
		require.Empty(t, errs, b.String())
		require.Len(t, units, 1)
		got := units[0]
		assert.Equal(t, allowed(id), got.ID)
		assert.Equal(t, allowed(note), got.Notes[0].Text)
		assert.Equal(t, allowed("x"+kind), got.Props[0].Type)
		assert.Equal(t, allowed(value), got.Props[0].Text)
		assert.Equal(t, nfc("-"+allowed(text)+"-"), got.Variants[1].Text)
		if trimmed := strings.Trim(allowed(text), " \t\r\n"); trimmed == allowed(text) {
			assert.Equal(t, nfc(trimmed), got.Variants[0].Text)
		}
	})
}

// allowed returns s without what XML cannot hold, worked out in another way than the package does.
func allowed(s string) string {
	var b strings.Builder
	for i, r := range s {
		bad := r == '\uFFFD' && !strings.HasPrefix(s[i:], "\uFFFD")
		space := r == '\t' || r == '\n' || r == '\r'
		if !bad && (space || r >= 0x20 && r <= 0xD7FF || r >= 0xE000 && r <= 0xFFFD || r >= 0x10000) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func nfc(s string) string { return norm.NFC.String(s) }
