package read_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/read"
)

// Text in diagrams and charts is not read, and a note says so.
func TestDrawingsAreNamed(t *testing.T) {
	for name, files := range map[string]map[string]string{
		"a.docx": {"word/document.xml": wordHead + "<w:p><w:r><w:t>Text.</w:t></w:r></w:p>" + wordTail,
			"word/diagrams/data1.xml": "<a/>"},
		"a.pptx": {"ppt/presentation.xml": "<p/>", "ppt/charts/chart1.xml": "<a/>",
			"ppt/slides/slide1.xml": `<p:sld xmlns:p="p" xmlns:a="a"><p:txBody><a:p><a:r><a:t>Text.</a:t></a:r></a:p>` +
				`</p:txBody></p:sld>`},
	} {
		doc, err := new(read.Reader).Read(t.Context(), name, bytes.NewReader(archive(t, files, "", nil, 0)))
		require.NoError(t, err, name)
		assert.Equal(t, []string{"Text."}, paragraphs(doc), name)
		assert.Contains(t, leftOut(doc), "text of diagrams and charts", name)
	}
}
