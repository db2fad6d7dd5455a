package page_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/examples/bitext/page"
	"github.com/bitext-go/bitext/segment"
)

func written(t *testing.T, beads []align.Bead, texts ...*segment.Text) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, page.Write(&out, "a & b", beads, texts...))
	return out.String()
}

func bead(i, j, k, l int) align.Bead {
	return align.Bead{Ranges: []segment.Range{{Lo: i, Hi: j}, {Lo: k, Hi: l}}, Boundary: 0.9}
}

func TestTextsRunInTheirOwnDirection(t *testing.T) {
	ar, en := segment.New("تقرير. آخر.", language.Arabic), segment.New("A report.", language.English)
	out := written(t, []align.Bead{bead(0, 1, 0, 1), bead(1, 2, 1, 1)}, ar, en)
	assert.Contains(t, out, `<td lang="ar" dir="rtl"><p class="begins">تقرير.</p>`)
	assert.Contains(t, out, `<td lang="en" dir="ltr"><p class="begins">A report.</p>`)
	assert.Contains(t, out, `<tr class=" alone">`, "the second Arabic sentence has no counterpart")
}

// Text of a document is shown and never run, and cannot change the order of the text around it.
func TestHostileTextIsShown(t *testing.T) {
	src := segment.New("<script>alert(1)</script> safe\u202Eexe.txt", language.English)
	tgt := segment.New("\"onmouseover='x'", language.French)
	tgt.Name = "</small><img src=x>"
	out := written(t, []align.Bead{bead(0, 1, 0, 1)}, src, tgt)
	assert.Contains(t, out, "&lt;script&gt;alert(1)&lt;/script&gt; safe<span class=\"hidden\">RLO</span>exe.txt")
	assert.NotContains(t, out, "<script")
	assert.NotContains(t, out, "<img")
	assert.NotContains(t, out, "\u202E")
}

// One page, complete in itself.
func TestNothingIsLoadedFromOutside(t *testing.T) {
	out := written(t, nil, segment.New("a", language.English), segment.New("b", language.French))
	for _, reference := range []string{"http:", "https:", "src=", "href=", "url(", "@import"} {
		assert.NotContains(t, out, reference)
	}
}
