package read_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/read"
)

// mostAllocated is how many bytes reading a hostile file may ask for in all, a good part of which
// is free again when the next is asked for.
const mostAllocated = 600 << 20

// allocated returns the bytes that do asked for.
func allocated(do func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	do()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// repeated gives the same bytes over and over.
type repeated struct {
	text string
	left int64
	at   int
}

func (r *repeated) Read(p []byte) (int, error) {
	if r.left == 0 {
		return 0, io.EOF
	}
	n := 0
	for n < len(p) && r.left > 0 {
		k := int(min(int64(copy(p[n:], r.text[r.at:])), r.left))
		r.at = (r.at + k) % len(r.text)
		n += k
		r.left -= int64(k)
	}
	return n, nil
}

// deflated returns head, and then text over and over up to a size of at least size, packed. A piece
// is packed once and its bytes written again and again, so that ten gigabytes are quick to make.
func deflated(t *testing.T, head, text string, size int64) []byte {
	t.Helper()
	pack := func(s string) []byte {
		var b bytes.Buffer
		w, err := flate.NewWriter(&b, flate.BestCompression)
		require.NoError(t, err)
		_, err = io.WriteString(w, s)
		require.NoError(t, err)
		require.NoError(t, w.Flush())
		return b.Bytes()
	}
	const piece = 8 << 20
	once := strings.Repeat(text, piece/len(text))
	out := pack(head)
	again := pack(once)
	for n := int64(0); n < size; n += int64(len(once)) {
		out = append(out, again...)
	}
	return append(out, 1, 0, 0, 0xFF, 0xFF) // an empty last block
}

// archive returns a zip archive of files; those of raw are packed already, and their sizes are what
// it says.
func archive(t *testing.T, files map[string]string, name string, packed []byte, says uint64) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for n, text := range files {
		w, err := z.Create(n)
		require.NoError(t, err)
		_, err = io.WriteString(w, text)
		require.NoError(t, err)
	}
	if packed != nil {
		w, err := z.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Deflate, CompressedSize64: uint64(len(packed)),
			UncompressedSize64: says,
			CRC32:              crc32.ChecksumIEEE(nil)})
		require.NoError(t, err)
		_, err = w.Write(packed)
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return b.Bytes()
}

const (
	wordHead = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`
	wordTail = `</w:body></w:document>`
)

func laughs(root string) string {
	var b strings.Builder
	b.WriteString("<?xml version=\"1.0\"?>\n<!DOCTYPE x [\n<!ENTITY lol0 \"lol\">\n")
	for i := range 9 {
		fmt.Fprintf(&b, "<!ENTITY lol%d \"%s\">\n", i+1, strings.Repeat(fmt.Sprintf("&lol%d;", i), 10))
	}
	return b.String() + "]>\n" + root
}

func TestHostileFiles(t *testing.T) {
	whole, err := os.ReadFile(filepath.Join(fixtures, "formats", "report.docx"))
	require.NoError(t, err)
	const ten = 10 << 30
	spaces := deflated(t, wordHead, " ", ten)
	text := deflated(t, wordHead+`<w:p><w:r><w:t>`, "a whole word and ", ten)
	paragraphs := deflated(t, wordHead, `<w:p><w:r><w:t>a</w:t></w:r></w:p>`, ten)
	gz := append([]byte{0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255}, deflated(t, "", "word ", ten)...)
	gz = binary.LittleEndian.AppendUint64(gz, 0)
	require.Less(t, len(gz), 20<<20)
	for _, c := range []struct {
		name  string
		in    io.Reader
		want  string
		bound string // the bound that the error names
		why   string
	}{
		{"cut.docx", bytes.NewReader(whole[:len(whole)/2]), "cut.docx: damaged or incomplete zip archive", "", "a download that broke off"},
		{"bomb.docx", bytes.NewReader(archive(t, nil, "word/document.xml", text, ten)), "word/document.xml in it, unpacked, is larger than 32 MiB; split the document, or raise the bound MaxBytes", "MaxBytes", "it says so"},
		{"liar.docx", bytes.NewReader(archive(t, nil, "word/document.xml", text, 1000)), "word/document.xml:1: damaged XML: ", "", "it lies about its size"},
		{"spaces.docx", bytes.NewReader(archive(t, nil, "word/document.xml", spaces, 1000)), "word/document.xml:1: damaged XML: ", "", "text outside of paragraphs"},
		{"many.docx", bytes.NewReader(archive(t, nil, "word/document.xml", paragraphs, 1000)), "word/document.xml:1: damaged XML: ", "", "many paragraphs"},
		{"bomb.odt", bytes.NewReader(archive(t, nil, "content.xml", text, 1000)), "content.xml:1: damaged XML: ", "", ""},
		{"bomb.txt.gz", bytes.NewReader(gz), "its unpacked content is larger than 32 MiB", "MaxBytes", "gzip knows no sizes"},
		{"cut.txt.gz", bytes.NewReader(gz[:200]), "cut.txt.gz: damaged or incomplete gzip data", "", ""},
		{"head.gz", strings.NewReader("\x1f\x8b\x08"), "head.gz: damaged gzip data", "", ""},
		{"endless.txt", &repeated{text: "word ", left: 1 << 62}, "the file is larger than 32 MiB", "MaxBytes", "a device that never ends"},
		{"line.txt", &repeated{text: "word ", left: 100 << 20}, "the file is larger than 32 MiB", "MaxBytes", "one line of 100 MB"},
		{"long.txt", &repeated{text: "word ", left: 20 << 20}, "long.txt:1: the line has 20971520 bytes, more than 8388608; split the document, or raise the bound MaxParagraph", "MaxParagraph", "a shorter one"},
		{"laughs.docx", bytes.NewReader(archive(t, map[string]string{"word/document.xml": laughs(wordHead + "<w:p><w:r><w:t>&lol9;</w:t></w:r></w:p>" + wordTail)}, "", nil, 0)),
			"laughs.docx: word/document.xml:13: it declares entities, which are never resolved; remove its DOCTYPE", "", "billion laughs"},
		{"laughs.odt", bytes.NewReader(archive(t, map[string]string{"content.xml": laughs("<office>&lol9;</office>")}, "", nil, 0)), "it declares entities", "", ""},
		{"laughs.fodt", strings.NewReader(strings.Replace(laughs("<office:document>&lol9;</office:document>"), "<?xml version=\"1.0\"?>\n", "", 1)), "laughs.fodt: line 12: it declares entities", "", "a file of XML"},
		{"deep.docx", bytes.NewReader(archive(t, map[string]string{"word/document.xml": strings.Repeat("<a>", 5000)}, "", nil, 0)), "its elements are nested more than 1000 deep; split the document, or raise the bound MaxDepth", "MaxDepth", ""},
		{"deep.html", strings.NewReader("<!doctype html>" + strings.Repeat("<div>", 5000) + "text"), "more than 1000 deep", "MaxDepth", ""},
		{"files.docx", bytes.NewReader(manyFiles(t)), "a zip archive without a document that is known is not read", "", ""},
		{"zero.txt", strings.NewReader("one\ntwo\nth\x00ree"), "zero.txt:3: there is a zero byte, so this is no text", "", ""},
		{"zeros.txt", strings.NewReader(strings.Repeat("\x00", 1000)), "there is a zero byte, so this is no text", "", "a disk image"},
		{"surrogates.txt", strings.NewReader("\xff\xfe" + strings.Repeat("\x00\xd8", 500)), "surrogates.txt:1: 500 of 500 characters cannot be decoded as utf-16le; if it is a text, name its encoding", "", "halves of characters"},
		{"noise.txt", strings.NewReader(noise(20000)), "noise.txt", "", "chance"},
		{"empty.docx", bytes.NewReader(archive(t, map[string]string{"word/document.xml": wordHead + wordTail}, "", nil, 0)), "there is no text in it", "", ""},
		{"bad.docx", bytes.NewReader(archive(t, map[string]string{"word/document.xml": wordHead + "<w:p></w:r>"}, "", nil, 0)), "bad.docx: word/document.xml:1: damaged XML: ", "", ""},
		{"sheet.xlsx", bytes.NewReader(archive(t, map[string]string{"[Content_Types].xml": "", "xl/workbook.xml": ""}, "", nil, 0)), "damaged archive: xl/_rels/workbook.xml.rels is missing", "", ""},
		{"book.epub", bytes.NewReader(archive(t, map[string]string{"META-INF/container.xml": ""}, "", nil, 0)), "damaged", "", ""},
		{"things.zip", bytes.NewReader(archive(t, map[string]string{"a.txt": "a"}, "", nil, 0)), "a zip archive without a document that is known", "", ""},
		{"photo.jpg", strings.NewReader("\xFF\xD8\xFF\xE0\x00\x10JFIF"), "a picture is not read", "", ""},
		{"memory.tmx", strings.NewReader(`<?xml version="1.0"?><tmx version="1.4">`), "this is a translation memory (TMX): its sentences are paired already", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var err error
			n := allocated(func() { _, err = new(read.Reader).Read(t.Context(), c.name, c.in) })
			require.ErrorContains(t, err, c.want, c.why)
			assert.True(t, strings.HasPrefix(err.Error(), c.name+":"), "the error names the file: %v", err)
			assert.Less(t, n, uint64(mostAllocated))
			var limit *read.LimitError
			if errors.As(err, &limit) || c.bound != "" {
				require.NotNil(t, limit)
				assert.Equal(t, c.bound, limit.Bound)
			}
		})
	}
}

// What is only large is read, within bounded memory.
func TestLargeFiles(t *testing.T) {
	for _, c := range []struct {
		name string
		in   io.Reader
		most uint64
	}{
		{"tags.html", &repeated{text: "<p>a", left: 2 << 20}, 512 << 20},
		{"inline.html", &repeated{text: "<b><i>a</b>", left: 2 << 20}, 512 << 20},
		{"ends.html", io.MultiReader(strings.NewReader("<!doctype html>"+strings.Repeat("<div>", 900)), &repeated{text: "</section>a", left: 2 << 20}), 512 << 20},
		{"brackets.md", &repeated{text: "[", left: 1 << 20}, 512 << 20},
		{"stars.md", &repeated{text: "*a ", left: 1 << 20}, 512 << 20},
		{"ticks.md", &repeated{text: "`a``b", left: 1 << 20}, 512 << 20},
		{"angles.md", &repeated{text: "<", left: 1 << 20}, 512 << 20},
		{"lines.txt", &repeated{text: "word\n", left: 8 << 20}, 512 << 20},
		{"high.txt", &repeated{text: "\xe9t\xe9 ou hiver\n", left: 8 << 20}, 512 << 20},
	} {
		t.Run(c.name, func(t *testing.T) {
			var err error
			n := allocated(func() { _, err = new(read.Reader).Read(t.Context(), c.name, c.in) })
			require.NoError(t, err)
			assert.Less(t, n, c.most)
		})
	}
}

func manyFiles(t *testing.T) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := range 10_001 {
		_, err := z.CreateHeader(&zip.FileHeader{Name: fmt.Sprint(i)})
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return b.Bytes()
}

// noise returns bytes that look like chance and are the same every time.
func noise(n int) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	for i := range n {
		fmt.Fprint(w, i*i)
	}
	w.Close()
	return b.String()[12:]
}
