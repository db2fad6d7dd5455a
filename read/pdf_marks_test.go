package read

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Vowel marks that are apart from their letters are said to be so.
func TestLooseVowelMarks(t *testing.T) {
	d := &Document{Body: "مربع\u064b واحد"}
	d.noteLooseMarks()
	assert.Empty(t, d.Notes)
	d = &Document{Body: "مربعا\n\u064b واحدا\n"}
	d.noteLooseMarks()
	require.Len(t, d.Notes, 1)
	assert.Equal(t, Doubted, d.Notes[0].Kind)
	assert.Contains(t, d.Notes[0].String(), "1 vowel marks are apart from their letters in it")
}
