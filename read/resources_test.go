package read_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/read"
)

// keyed returns the keys and the strings of a document.
func keyed(d *read.Document) (out []string) {
	for _, p := range d.Paragraphs {
		out = append(out, p.Key+"="+strings.ReplaceAll(p.Text, "\u2028", " / "))
	}
	return out
}

func TestResources(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"a.json", "{\n \"menu\": {\"open\": \"Open {name}\", \"size\": 12, \"list\": [\"One\", \"Two\"]},\n \"id\": \"42\"\n}",
			[]string{"menu.open=Open {name}", "menu.list.0=One", "menu.list.1=Two"}},
		{"a.arb", `{"@@locale": "en_GB", "hi": "Hi, {name}!", "@hi": {"description": "A greeting."}}`, []string{"hi=Hi, {name}!"}},
		{"messages.json", `{"hi": {"message": "Hi, $NAME$!", "description": "A greeting.", "placeholders": {"name": {"content": "$1"}}}}`,
			[]string{"hi.message=Hi, $NAME$!"}},
		{"a.properties", "# Comment\n! Comment\nopen = Open \\\n   the file\nclose: Fermer \\u00e9t\\u00E9\nempty=\nkey\\ two Wert\nsmile=\\uD83D\\uDE00 a\n",
			[]string{"open=Open the file", "close=Fermer été", "key two=Wert", "smile=😀 a"}},
		{"a.resx", `<?xml version="1.0"?><root><resheader name="x"><value>y</value></resheader><data name="a"><value>Open &amp; go</value><comment>Note.</comment></data>` +
			`<data name="b" type="System.Drawing.Icon"><value>AAAB</value></data></root>`, []string{"a=Open & go"}},
		{"strings.xml", `<resources><string name="a">Don\'t <b>open</b> %1$s</string><string name="b" translatable="false">Brand</string>` +
			`<plurals name="n"><item quantity="one">%d key</item><item quantity="other">%d keys</item></plurals>` +
			`<string-array name="l"><item>One</item><item>"Two \n more"</item></string-array></resources>`,
			[]string{"a=Don't open %1$s", "n.one=%d key", "n.other=%d keys", "l.0=One", "l.1=Two / more"}},
		{"a.strings", "/* Comment\n */\n\"open\" = \"Open \\\"it\\\"\";\n// Comment\n\"close\" = \"Close\";\n", []string{`open=Open "it"`, "close=Close"}},
		{"InfoPlist.strings", "/* Name */\nCFBundleName = \"Bridge\";\nNSUsage.camera=\"To read signs\";\n\"b\" = \"Close\";\n", []string{"CFBundleName=Bridge", "NSUsage.camera=To read signs", "b=Close"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := new(read.Reader).Read(t.Context(), c.name, strings.NewReader(c.in))
			require.NoError(t, err)
			if c.name == "a.arb" {
				require.Len(t, d.Langs, 1)
				assert.Equal(t, "en-GB", d.Langs[0].String())
			}
			assert.Equal(t, c.want, keyed(d))
		})
	}
}

func TestWrongResources(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"a.json", "{\n\"a\": \"b\",\n", "a.json:2: damaged JSON"},
		{"a.json", `{"a": "b"} {"a": "c"}`, "a.json:1: damaged JSON (there is a second value after the first)"},
		{"a.json", strings.Repeat("[", 2000), "its elements are nested more than 1000 deep"},
		{"a.json", `{"a": 1}`, "there is no text in it"},
		{"a.strings", "\n\"open\" = \"Open", "a.strings:2: a string does not end"},
		{"a.resx", `<root><data name="a"><value>Open`, "damaged XML"},
	} {
		_, err := new(read.Reader).Read(t.Context(), c.name, strings.NewReader(c.in))
		require.ErrorContains(t, err, c.want, c.in)
	}
}

func TestSubtitles(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     []string
		why      string
	}{
		{"a.srt", "1\n00:00:01,000 --> 00:00:02,000\nThe gate of the yard\n\n2\n00:00:02,100 --> 00:00:03,000\nis <i>open</i>.\n", []string{"The gate of the yard is open."}, "a sentence over two cues"},
		{"a.srt", "1\r\n00:00:01,000 --> 00:00:02,000\r\n- Who is there?\r\n- Nobody.\r\n\r\n2\r\n00:00:02,100 --> 00:00:03,000\r\nGood\r\nnight.\r\n",
			[]string{"Who is there?", "Nobody.", "Good night."}, "two speakers, and a line that is wrapped"},
		{"a.srt", "1\n00:00:01,000 --> 00:00:02,000\nWe wait...\n\n2\n00:01:02,100 --> 00:01:03,000\nand wait.\n", []string{"We wait...", "and wait."}, "a long pause"},
		{"a.vtt", "WEBVTT\n\nNOTE Not this.\n\nSTYLE\n::cue { color: red }\n\nintro\n00:01.000 --> 00:02.000 line:0\n<v Ann>♪ Row the boat ♪\n\n00:03.000 --> 00:04.500\n{\\an8}Fish &amp; chips\n",
			[]string{"Row the boat", "Fish & chips"}, "notes, styles, voices, positions and music"},
		{"a.ja.srt", "1\n00:00:01,000 --> 00:00:02,000\n橋は火曜日から\n閉まっている。\n", []string{"橋は火曜日から閉まっている。"}, "no space in Japanese"},
		{"a.zh.srt", "1\n00:00:01,000 --> 00:00:02,000\n我们需要后退一步，\n\n2\n00:00:02,100 --> 00:00:03,000\n看看这座桥。\n", []string{"我们需要后退一步，看看这座桥。"}, "a comma of Chinese"},
		{"a.ar.srt", "1\n00:00:01,000 --> 00:00:02,000\nإذا أُغلق الجسر،\n\n2\n00:00:02,100 --> 00:00:03,000\nنأخذ العبّارة.\n", []string{"إذا أُغلق الجسر، نأخذ العبّارة."}, "a comma of Arabic"},
		{"a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n>> Who is there?\n>>> Nobody\n\n00:02.100 --> 00:03.000\n>> Good.\n", []string{"Who is there?", "Nobody", "Good."}, "marks of speakers in captions of television"},
	} {
		d, err := new(read.Reader).Read(t.Context(), c.name, strings.NewReader(c.in))
		require.NoError(t, err, c.why)
		var got []string
		for _, p := range d.Paragraphs {
			got = append(got, p.Text)
		}
		assert.Equal(t, c.want, got, c.why)
	}
	d, err := new(read.Reader).Read(t.Context(), "a.srt",
		strings.NewReader("1\n01:00:01,050 --> 01:00:02,000\nOne\n\n2\n01:00:02,100 --> 01:00:03,000\ntwo.\n"))
	require.NoError(t, err)
	require.Len(t, d.Paragraphs, 1)
	assert.Equal(t, time.Hour+1050*time.Millisecond, d.Paragraphs[0].Start)
	assert.Equal(t, time.Hour+3*time.Second, d.Paragraphs[0].End)
	assert.Equal(t, 3, d.Paragraphs[0].Line)
}

// Cues are not joined by their letters where nothing marks the ends of sentences.
func TestSubtitlesWithoutMarks(t *testing.T) {
	cues := func(end string) string {
		var b strings.Builder
		for i := range 24 {
			fmt.Fprintf(&b, "%d\n00:00:%02d,000 --> 00:00:%02d,900\n橋は%d日に閉まる%s\n\n", i+1, i, i, i+1, end)
		}
		return b.String()
	}
	for end, want := range map[string]int{"": 24, "。": 24, "、": 2} {
		d, err := new(read.Reader).Read(t.Context(), "a.srt", strings.NewReader(cues(end)))
		require.NoError(t, err)
		assert.Len(t, d.Paragraphs, want, "%q", end)
	}
	few := strings.Join(strings.SplitAfter(cues(""), "\n\n")[:3], "")
	d, err := new(read.Reader).Read(t.Context(), "a.srt", strings.NewReader(few))
	require.NoError(t, err)
	assert.Len(t, d.Paragraphs, 1, "few cues tell nothing")
}

func FuzzResources(f *testing.F) {
	f.Add("a.json", `{"a": {"b": ["c", {"@d": "e", "message": "f"}]}}`)
	f.Add("a.properties", "a = b \\\n c\\u00e9\nd:e\n")
	f.Add("b.strings", "a.b-c = \"b\";\n= ; x y = \"")
	f.Add("a.strings", "\"a\" = \"b\\\"\"; /* c */ // d\n")
	f.Add("a.resx", `<root><data name="a"><value>b</value></data></root>`)
	f.Add("strings.xml", `<resources><plurals name="a"><item quantity="one">b</item></plurals></resources>`)
	f.Add("a.srt", "1\n00:00:01,000 --> 00:00:02,000\n- a\n- <i>b\n\n2\n0:0:3.5 --> 1:0:4,1\nc\n")
	f.Add("a.csv", "a;b\n\"c\"\"d\";e\n")
	f.Add("a.tsv", "a\tb\n\"c\"\"d\"\te\n")
	f.Fuzz(func(t *testing.T, name, in string) {
		r := small
		d, err := r.Read(t.Context(), name, strings.NewReader(in))
		if err != nil {
			require.NotContains(t, err.Error(), "the program failed")
		}
		sound(t, d, err)
	})
}
