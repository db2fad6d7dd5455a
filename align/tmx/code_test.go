package tmx_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/align/tmx"
)

func TestCodesAreTakenApart(t *testing.T) {
	for _, c := range []struct {
		xml    string
		want   tmx.Code
		native string
	}{
		{`<bpt i="1" x="2" type="bold">&lt;b&gt;</bpt>`,
			tmx.Code{Element: "bpt", I: "1", X: "2", Type: "bold", Content: "&lt;b&gt;"}, "<b>"},
		{`<ept i="1">&lt;/b&gt;</ept>`, tmx.Code{Element: "ept", I: "1", Content: "&lt;/b&gt;"}, "</b>"},
		{`<it pos="begin" x="1"></it>`, tmx.Code{Element: "it", Pos: "begin", X: "1"}, ""},
		{`<ph x="1" type="fnote">{f <sub type="fnote">Only <ph>1</ph> B.</sub>}</ph>`, tmx.Code{Element: "ph", X: "1",
			Type: "fnote", Content: `{f <sub type="fnote">Only <ph>1</ph> B.</sub>}`}, "{f }"},
		{`<ut>{\b </ut>`, tmx.Code{Element: "ut", Content: `{\b `}, `{\b `},
		{`<hi type="x-term">`, tmx.Code{Element: "hi", Type: "x-term"}, ""},
		{`</hi>`, tmx.Code{Element: "/hi"}, ""},
	} {
		in := tmx.Inline{Offset: 3, XML: c.xml}
		assert.Equal(t, c.want, in.Code(), c.xml)
		assert.Equal(t, c.native, in.Code().Native(), c.xml)
		assert.Equal(t, in, c.want.Inline(3), c.xml)
	}
	for _, bad := range []string{"", "text", "<sub>a</sub>", "<b>", "</ph>", "<"} {
		require.Equal(t, tmx.Code{}, tmx.Inline{XML: bad}.Code(), bad)
	}
}
