package charset_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/read/charset"
)

func TestCanonical(t *testing.T) {
	for name, want := range map[string]string{"UTF-8": "utf-8", "utf8": "utf-8", "latin1": "windows-1252",
		"ISO_8859-1": "windows-1252", "cp1256": "windows-1256",
		"CP_1251": "windows-1251", " Shift-JIS ": "shift_jis", "GB2312": "gbk", "cp936": "gbk", "UTF16": "utf-16le", "utf-16be": "utf-16be", "Big5": "big5", "cp850": "ibm850", "koi8": "koi8-r"} {
		got, err := charset.Canonical(name)
		require.NoError(t, err, name)
		assert.Equal(t, want, got, name)
	}
	for _, name := range []string{"", "klingon", "x-user-defined", "iso-2022-cn"} {
		_, err := charset.Canonical(name)
		assert.ErrorContains(t, err, "is no encoding; use a name such as utf-8", name)
	}
}

func TestDecode(t *testing.T) {
	for _, c := range []struct {
		raw, name, want string
		losses          []charset.Loss
		why             string
	}{
		{"caf\xe9", "latin1", "café", nil, ""},
		{"\xef\xbb\xbfcaf\xc3\xa9", "utf-8", "café", nil, "without its mark"},
		{"\xff\xfea\x00\xe9\x00", "windows-1252", "aé", nil, "a mark wins"},
		{"a\nb\xffc\xe9\n\xc3\xa9\xed\xa0\x80", "utf-8", "a\nb\uFFFDc\uFFFD\né\uFFFD", []charset.Loss{{2, 2}, {3, 1}}, "a surrogate is one character"},
		{"a\x81\n\x8db", "windows-1252", "a\uFFFD\n\uFFFDb", []charset.Loss{{1, 1}, {2, 1}}, "bytes without a meaning"},
		{"a\x00\n\x00\x00\xd8b\x00\x00", "utf-16le", "a\n\uFFFDb\uFFFD", []charset.Loss{{2, 2}}, "half of a pair, and half of a character at the end"},
		{"\xb0\xa1\xff\xb0", "gb18030", "啊\uFFFD\uFFFD", []charset.Loss{{1, 2}}, "half a character at the end"},
	} {
		got, losses, err := charset.Decode([]byte(c.raw), c.name)
		require.NoError(t, err)
		assert.Equal(t, c.want, got, c.why)
		assert.Equal(t, c.losses, losses, c.why)
	}
	_, _, err := charset.Decode(nil, "klingon")
	require.Error(t, err)
}

func TestDetect(t *testing.T) {
	for _, c := range []struct{ raw, want, why string }{
		{"", "utf-8", "nothing"},
		{"plain", "utf-8", "ASCII"},
		{"\xef\xbb\xbfplain", "utf-8", "a mark"},
		{"\xfe\xff\x00a", "utf-16be", "a mark"},
		{"caf\xc3\xa9", "utf-8", "one character"},
		{"It\xe2\x80\x99s the bees\xe2\x80\x99 home, and it was the dogs\x92 before that.", "utf-8", "UTF-8 with one broken character"},
		{"Un caf\xe9", "windows-1252", "one letter"},
		{"It\x92s the bees\x92 home", "windows-1252", "curly quotes"},
		{"It's Stra\xdfe", "windows-1252", ""},
		{"M\x00o\x00n\x00", "utf-16le", "no mark"},
		{"\x00M\x00o\x00n", "utf-16be", "no mark"},
		{"\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0", "windows-1251", "Привет, мир"},
		{"\xf0\xd2\xc9\xd7\xc5\xd4, \xcd\xc9\xd2", "koi8-r", "Привет, мир"},
		{"\xb1\xb1\xbe\xa9\xca\xd0\xca\xc7\xd6\xd0\xb9\xfa\xb5\xc4\xca\xd7\xb6\xbc\xa1\xa3", "gb18030", "北京市是中国的首都。"},
		{"\xa7\xda\xad\xcc\xa8\xd3\xa6\xdb\xa5\x78\xc6\x57\xa1\x43", "big5", "我們來自台灣。"},
		{"\x93\xfa\x96{\x8c\xea\x82\xcc\x83e\x83L\x83X\x83g", "shift_jis", "日本語のテキスト"},
		{"\xc7\xd1\xb1\xb9\xbe\xee\xb7\xce \xbe\xb4\xb4\xcf\xb4\xd9", "euc-kr", "한국어로 씁니다"},
	} {
		name, sure := charset.Detect([]byte(c.raw))
		assert.Equal(t, c.want, name, "%s: %q", c.why, c.raw)
		assert.Greater(t, sure, .5, "%s: %q", c.why, c.raw)
	}
}

// What may be in the text decides where the text itself hardly does.
func TestDetectAmongLanguages(t *testing.T) {
	raw := []byte("\xe0\xe1\xe2") // letters in many encodings
	for lang, want := range map[string]string{"ru": "windows-1251", "he": "windows-1255", "ar": "iso-8859-6",
		"el": "windows-1253", "th": "windows-874"} {
		name, _ := charset.Detect(raw, language.Make(lang))
		assert.Equal(t, want, name, lang)
	}
}

func FuzzDetect(f *testing.F) {
	for _, s := range []string{"caf\xe9", "\xff\xfea\x00", "\x1b$B", "\xb0\xa1\xb0", "a\xc3\xa9\xff",
		strings.Repeat("\x00\xd8", 9)} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		name, sure := charset.Detect(raw)
		require.True(t, sure >= 0 && sure <= 1)
		text, losses, err := charset.Decode(raw, name)
		require.NoError(t, err)
		require.Equal(t, text, strings.ToValidUTF8(text, "?"))
		line := 0
		for _, l := range losses {
			require.Greater(t, l.Line, line)
			require.Positive(t, l.Count)
			line = l.Line
		}
	})
}
