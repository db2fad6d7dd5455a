package read_test

import (
	"bytes"
	"compress/gzip"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/read"
)

const (
	russian = "\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0! \xdd\xf2\xee " +
		"\xef\xf0\xee\xf1\xf2\xee\xe9 \xf2\xe5\xea\xf1\xf2." // windows-1251
	russian8 = "Привет, мир! Это простой текст."
)

func TestEncodingOfAFile(t *testing.T) {
	html := func(meta, body string) string {
		return "<!doctype html><html><head>" + meta + "</head><body><p>" + body + "</body></html>"
	}
	for _, c := range []struct {
		name, in string
		reader   read.Reader
		want     string // the text
		encoding string
		notes    []string
		why      string
	}{
		{name: "a.txt", in: russian, want: russian8, encoding: "windows-1251", notes: []string{"read as windows-1251, by its letters"}, why: "found"},
		{name: "a.txt", in: "\xd3\xe4\xf1\xf4", want: "Σδρτ", encoding: "windows-1253",
			notes: []string{"read as windows-1253, by its letters, " +
				"which is uncertain; name the encoding if that is wrong"},
			why: "a word that may be Greek"},
		{name: "a.txt", in: russian, reader: read.Reader{Encoding: "cp1251"}, want: russian8, encoding: "windows-1251", why: "named"},
		{name: "a.txt", in: "\xe9t\xe9", reader: read.Reader{Languages: []language.Tag{language.French}}, want: "été", encoding: "windows-1252", notes: []string{"read as windows-1252, by its letters"}, why: "short, but in French"},
		{name: "a.txt", in: "\xef\xbb\xbf" + russian8, reader: read.Reader{Encoding: "latin1"}, want: russian8, encoding: "utf-8", why: "a mark wins"},
		{name: "a.txt", in: russian8 + strings.Repeat("text\n", 100) + "\xff\n", want: russian8 + strings.Repeat("text\n", 100) + "\uFFFD", encoding: "utf-8",
			notes: []string{"line 101: a character that is not utf-8 became U+FFFD"}, why: "damage is reported"},
		{name: "a.html", in: html("<meta charset=windows-1251>", russian), want: russian8, encoding: "windows-1251", why: "declared"},
		{name: "a.html", in: html(`<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1251">`, russian), want: russian8, encoding: "windows-1251", why: "declared in the old way"},
		{name: "a.xhtml", in: "<?xml version='1.0' encoding='windows-1251'?>" + html("", russian), want: russian8, encoding: "windows-1251", why: "declared in XML"},
		{name: "a.html", in: html("<meta charset=iso-8859-1>", russian8), want: russian8, encoding: "utf-8", notes: []string{"it declares the encoding iso-8859-1, but it is in utf-8"}, why: "an old template"},
		{name: "a.html", in: html("<meta charset=nonsense>", russian), want: russian8, encoding: "windows-1251", notes: []string{"read as windows-1251, by its letters"}, why: "declared wrongly"},
		{name: "a.html", in: html("<meta charset=utf-8>", russian), want: russian8, encoding: "windows-1251",
			notes: []string{"it declares the encoding utf-8, but it is in windows-1251",
				"read as windows-1251, by its letters"}, why: "declared wrongly"},
		{name: "a.html", in: html("<meta charset=koi8-r>", "plain"), want: "plain", encoding: "koi8-r", why: "no matter"},
	} {
		d, err := c.reader.Read(t.Context(), c.name, strings.NewReader(c.in))
		require.NoError(t, err, c.why)
		assert.Equal(t, c.want, strings.Trim(d.Body, "\n\u2029"), c.why)
		assert.Equal(t, c.encoding, d.Encoding, c.why)
		var notes []string
		for _, n := range d.Notes {
			notes = append(notes, n.String())
		}
		assert.Equal(t, c.notes, notes, c.why)
		assert.Equal(t, strings.Contains(c.want, "\uFFFD"), d.Lossy(), c.why)
	}
}

func TestWhatIsNotRead(t *testing.T) {
	for _, c := range []struct {
		in     string
		reader read.Reader
		want   string
	}{
		{russian, read.Reader{Encoding: "utf-8"}, "a.txt:1: 24 of 31 characters cannot be decoded as utf-8; if it is a text, name its encoding"},
		{"text", read.Reader{Encoding: "klingon"}, `"klingon" is no encoding`},
		{"text", read.Reader{Format: "word"}, `a.txt: unknown format "word"`},
		{" \n\t\f\ufeff", read.Reader{}, "a.txt: the file is empty; check that it is the right one"},
		{"one\n\x01\x02\x03\x04", read.Reader{}, "a.txt:2: there are 4 control characters, so this is no text"},
	} {
		_, err := c.reader.Read(t.Context(), "a.txt", strings.NewReader(c.in))
		assert.ErrorContains(t, err, c.want)
	}
	_, err := read.File(t.Context(), "no such file.txt")
	assert.EqualError(t, err, "no such file.txt: there is no such file; check its name")
	_, err = read.File(t.Context(), "charset")
	assert.ErrorContains(t, err, "it is a directory; name the files in it")
}

// A file within gzip is what it is without.
func TestGzip(t *testing.T) {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, err := z.Write([]byte("# Title\n\n*Text* of **one** paragraph.\n"))
	require.NoError(t, err)
	require.NoError(t, z.Close())
	d, err := new(read.Reader).Read(t.Context(), "folder/notes.md.gz", &b)
	require.NoError(t, err)
	assert.Equal(t, read.Markdown, d.Format)
	assert.Equal(t, "notes.md.gz", d.Name)
	assert.Equal(t, []string{"Title", "Text of one paragraph."}, paragraphs(d))
}
