package align_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/segment"
)

// The target has a paragraph of its own after a sentence without counterpart that ends a source
// paragraph. In whatever order the two null beads are, the paragraph is a bead of its own.
func TestParagraphsEndAsEarlyAsCanBe(t *testing.T) {
	src := segment.New("One. Two.\n\nThree.", language.English)
	tgt := segment.New("One.\n\nOther.\n\nThree.", language.English)
	bead := func(i, j, k, l int) align.Bead {
		return align.Bead{Ranges: []segment.Range{{Lo: i, Hi: j}, {Lo: k, Hi: l}}}
	}
	want := []align.Bead{bead(0, 2, 0, 1), bead(2, 2, 1, 2), bead(2, 3, 2, 3)}
	for _, beads := range [][]align.Bead{
		{bead(0, 1, 0, 1), bead(1, 2, 1, 1), bead(2, 2, 1, 2), bead(2, 3, 2, 3)},
		{bead(0, 1, 0, 1), bead(1, 1, 1, 2), bead(1, 2, 2, 2), bead(2, 3, 2, 3)},
	} {
		assert.Equal(t, want, align.Paragraphs(beads, src, tgt))
	}
}
