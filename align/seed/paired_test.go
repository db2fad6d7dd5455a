package seed

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/segment"
)

func TestAPairedFile(t *testing.T) {
	texts := func() []*segment.Text {
		return []*segment.Text{
			segment.FromSentences([]string{"One.", "Two."}, language.English),
			segment.FromSentences([]string{"Eins."}, language.German),
			segment.FromSentences([]string{"Un.", "Deux."}, language.French),
		}
	}
	r := func(lo, hi int) segment.Range { return segment.Range{Lo: lo, Hi: hi} }
	beads := []align.Bead{
		{Ranges: []segment.Range{r(0, 1), r(0, 1), r(0, 1)}, Boundary: 1, Translation: 1},
		{Ranges: []segment.Range{r(1, 2), r(1, 1), r(1, 2)}, Boundary: 1, Translation: .5},
	}
	m := &Method{Langs: []language.Tag{language.French, language.English}}
	a, err := m.Given(Group{{Name: "old.tmx"}}, texts(), beads)
	require.NoError(t, err)
	assert.Empty(t, a.Question)
	require.Len(t, a.Units, 2)
	assert.Equal(t, []string{"Un.", "One."}, []string{a.Units[0].Sides[0].Text, a.Units[0].Sides[1].Text})
	assert.Equal(t, "old.tmx", a.Units[0].Sides[0].Document)
	assert.Equal(t, .5, a.Units[1].Translation)

	a, err = (&Method{}).Given(Group{{Name: "old.tmx"}}, texts(), beads)
	require.NoError(t, err)
	assert.Len(t, a.Units[0].Sides, 3)
	assert.Equal(t, language.German, a.Units[0].Sides[0].Lang, "in the order of the tags")

	m.Langs = []language.Tag{language.English, language.Russian}
	_, err = m.Given(Group{{Name: "old.tmx"}}, texts(), beads)
	assert.ErrorContains(t, err, "only its English text is in --langs")
	m.Langs = []language.Tag{language.Russian}
	_, err = m.Given(Group{{Name: "old.tmx"}}, texts(), beads)
	assert.ErrorContains(t, err, "nothing in it is in a language of --langs")
}

// The texts of several files have the names of these.
func TestPairedFiles(t *testing.T) {
	texts := []*segment.Text{
		segment.FromSentences([]string{"One."}, language.English),
		segment.FromSentences([]string{"Un."}, language.French),
	}
	r := segment.Range{Hi: 1}
	beads := []align.Bead{{Ranges: []segment.Range{r, r}, Boundary: 1, Translation: 1}}
	a, err := new(Method).Given(Group{{Name: "en.json"}, {Name: "fr.json"}}, texts, beads)
	require.NoError(t, err)
	require.Len(t, a.Units, 1)
	assert.Equal(t, []string{"en.json", "fr.json"},
		[]string{a.Units[0].Sides[0].Document, a.Units[0].Sides[1].Document})
}
