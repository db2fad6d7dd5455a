package tounicode

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const cmapText = `/CIDInit /ProcSet findresource begin
begincmap
1 begincodespacerange
<00> <FF>
endcodespacerange
2 beginbfchar
<01> <0020>
<02> <06440627>
endbfchar
3 beginbfrange
<03> <05> <0628>
<07> <08> [<064B> <FEF7>]
<0A> <0A> <00660069>
endbfrange
endcmap
end`

// pdfWith returns the part of a PDF that Update reads: objects, a trailer, a table.
func pdfWith(compressed bool, streams ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\n")
	for i, s := range streams {
		filter := ""
		if compressed {
			var z bytes.Buffer
			w := zlib.NewWriter(&z)
			_, _ = w.Write([]byte(s))
			_ = w.Close()
			s, filter = z.String(), "/Filter/FlateDecode"
		}
		fmt.Fprintf(&b, "%d 0 obj\n<<%s/Length %d>>\nstream\n%s\nendstream\nendobj\n", i+2, filter, len(s), s)
	}
	b.WriteString("trailer\n<</Size 9/Root 1 0 R>>\nstartxref\n123\n%%EOF")
	return b.Bytes()
}

func TestUpdate(t *testing.T) {
	page := "/Span <</ActualText <FEFF06440622>>> BDC\n/Span <</ActualText <FEFF00660069>>> BDC"
	for _, compressed := range []bool{false, true} {
		raw := pdfWith(compressed, cmapText, page, "BT (no text of its own) Tj ET")
		c := &Changer{ByPieces: true}
		updated, ok := Update(raw, c)
		require.True(t, ok)
		require.True(t, bytes.HasPrefix(updated, raw), "an update is at the end")
		added := string(updated[len(raw):])
		assert.Equal(t, 2, strings.Count(added, " obj\n"))
		assert.Contains(t, added, "<01> <2420>", "a space can be seen")
		assert.Contains(t, added, "<05> <062A>", "letters stay")
		assert.Contains(t, added, "<0A> <00660069>", "a Latin ligature stays")
		assert.Contains(t, added, "<06> <0640>", "a glyph without a name is a stroke")
		assert.Contains(t, added, "<</ActualText <FEFF00660069>>> BDC", "so does its text on a page")
		assert.NotContains(t, added, "06440627")
		assert.NotContains(t, added, "FEF7")
		assert.NotContains(t, added, "06440622")
		assert.Contains(t, added, "/Root 1 0 R/Prev 123>>")
		assert.Contains(t, added, fmt.Sprintf("startxref\n%d\n", strings.Index(string(updated), "xref\n2 1")))
		assert.True(t, c.HasSpaces())
		got := map[string]bool{}
		for sequence, code := range c.codes {
			assert.Equal(t, sequence, c.Restore(string(code)))
			got[sequence] = true
		}
		assert.Equal(t, map[string]bool{"لا": true, "لأ": true, "لآ": true, "\u064B": true}, got)
		for code, mark := range c.marks {
			assert.Equal(t, string(mark), c.Marks(string(code)))
		}
	}
	c := &Changer{}
	updated, ok := Update(pdfWith(true, cmapText), c)
	require.True(t, ok)
	assert.NotContains(t, string(updated), "2420")
	assert.False(t, c.HasSpaces())
}

func TestUpdateOfNothing(t *testing.T) {
	for why, raw := range map[string][]byte{
		"nothing from right to left": pdfWith(true, strings.NewReplacer("06440627", "0041", "0628", "0042", "064B", "0043",
			"FEF7", "0044").Replace(cmapText)),
		"encrypted":  append(pdfWith(true, cmapText), "/Encrypt 5 0 R"...),
		"no trailer": []byte("2 0 obj\n<<>>\nstream\n" + cmapText + "\nendstream\nendobj\n"),
		"empty":      nil,
	} {
		_, ok := Update(raw, &Changer{})
		assert.False(t, ok, why)
	}
}

// A document that has every letter of the block needs another one.
func TestCodesThatAreInUse(t *testing.T) {
	text := strings.Replace(cmapText, "<03> <05> <0628>", "<20> <8F> <0671>", 1)
	c := &Changer{}
	_, ok := Update(pdfWith(true, text), c)
	require.True(t, ok)
	assert.Len(t, c.codes, 2)
	for _, code := range c.codes {
		assert.GreaterOrEqual(t, code, '\u0750')
	}
}

// The real pdftotext reads the update.
func TestPDFUpdateIsRead(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		require.Empty(t, os.Getenv("BITEXT_PDF"), "pdftotext must be there")
		t.Skip("pdftotext is not installed")
	}
	for _, name := range []string{"report.ar.pdf", "report.ar-web.pdf"} {
		raw, err := os.ReadFile(filepath.Join("..", "..", "..", "testdata", "report", "formats", name))
		require.NoError(t, err)
		c := &Changer{ByPieces: true}
		updated, ok := Update(raw, c)
		require.True(t, ok, name)
		file := filepath.Join(t.TempDir(), name)
		require.NoError(t, os.WriteFile(file, updated, 0o600))
		out, err := exec.Command("pdftotext", "-raw", file, "-").CombinedOutput()
		require.NoError(t, err)
		assert.NotContains(t, string(out), "Syntax")
		assert.Contains(t, string(out), string(Space), name)
		assert.Contains(t, string(out), string(c.codes["لا"]), name)
	}
}

func FuzzUpdate(f *testing.F) {
	f.Add(pdfWith(false, cmapText, "/Span <</ActualText <FEFF06440622>>> BDC"))
	f.Add(pdfWith(true, cmapText))
	f.Add(pdfWith(false, strings.ReplaceAll(cmapText, "<01>", "<FFFFFFFF>")))
	f.Add([]byte("1 0 obj<<stream\nbegincmap beginbfrange<00><FFFFFFFF>[<>]endbfrange " +
		"endstream startxref 1 /Root 1 0 R"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		c := &Changer{ByPieces: true}
		if updated, ok := Update(raw, c); ok {
			assert.True(t, bytes.HasPrefix(updated, raw))
		}
		c.Restore(c.Marks(string(raw)))
	})
}

// A file of many streams that unpack to much is not examined to its end.
func TestUpdateIsBounded(t *testing.T) {
	bomb := strings.Repeat(" ", maxStream-1)
	var streams []string
	for range maxInside/maxStream + 2 {
		streams = append(streams, bomb)
	}
	_, ok := Update(pdfWith(true, append(streams, cmapText)...), &Changer{ByPieces: true})
	assert.False(t, ok)
	_, ok = Update(pdfWith(true, bomb, cmapText), &Changer{ByPieces: true})
	assert.True(t, ok)
}
