package read

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Vowel marks that pdftotext puts on lines of their own are said to be so.
func TestLooseVowelMarks(t *testing.T) {
	d := &Document{}
	d.noteLooseMarks("\u202bمربع\u064b واحد\u202c\n\n")
	assert.Empty(t, d.Notes)
	d.noteLooseMarks("\u202bمربعا\u202c\n          \u202b\u064b\u202c\n\u202bواحدا\u202c\n")
	require.Len(t, d.Notes, 1)
	assert.Contains(t, d.Notes[0].String(), "vowel marks are apart from their letters in it, so that 1 lines or more")
}
