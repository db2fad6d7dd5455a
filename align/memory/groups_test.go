package memory

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/segment"
)

func TestNamesThatShareUnitsAreOneDocument(t *testing.T) {
	g := newGroups()
	g.add([]string{"a.en"})
	g.add([]string{"b.fr", "b.ar"})
	g.add([]string{"c.en"})
	require.Equal(t, 3, g.count())
	g.add([]string{"a.en", "b.ar"})
	assert.Equal(t, 2, g.count(), "a unit joins the two documents")
	for _, name := range []string{"a.en", "b.fr", "b.ar"} {
		names, err := g.choose("", name)
		require.NoError(t, err)
		assert.ElementsMatch(t, []string{"a.en", "b.fr", "b.ar"}, names)
	}
	names, err := g.choose("c.en", "")
	require.NoError(t, err)
	assert.Equal(t, []string{"c.en"}, names)
	_, err = g.choose("c.en", "b.fr")
	assert.ErrorContains(t, err, "another document")
}

func TestRowsOfSeveralFiles(t *testing.T) {
	row := func(pairs ...string) *item {
		u := &unit{}
		for i := 0; i < len(pairs); i += 2 {
			v := tmx.Variant{Lang: language.MustParse(pairs[i]), Text: "text"}
			if file := pairs[i+1]; file != "" {
				v.Props = []tmx.Prop{{Type: tmx.PropDocument, Text: file}}
			}
			u.Variants = append(u.Variants, v)
		}
		return &item{unit: u}
	}
	for _, c := range []struct {
		reason string
		rows   []*item
		want   bool
	}{
		{"one file", []*item{row("en", "a.en"), row("en", "a.en")}, false},
		{"a file for each language", []*item{row("en", "a.en"), row("fr", "a.fr")}, false},
		{"two files of one language", []*item{row("en", "a.en", "fr", "a.fr"), row("fr", "a.fr", "en", "b.en")}, true},
		{"two files of the language that is added", []*item{row("de", "a.de"), row("de", "b.de")}, false},
		{"one row without a file", []*item{row("en", "a.en"), row("en", "")}, true},
	} {
		e := &edit{profile: &profile{rows: c.rows}, text: &segment.Text{Lang: language.German}}
		assert.Equal(t, c.want, e.fromSeveralFiles(segment.Range{Hi: len(c.rows)}), c.reason)
	}
}

func TestASentenceIsKeptUntilAUnitHasIt(t *testing.T) {
	e := &edit{sentences: make([]sentence, 3)}
	alone := &item{unpaired: &unpaired{}}
	e.take(segment.Range{Lo: 1, Hi: 2}, alone)
	assert.Equal(t, sentence{item: alone, kept: true}, e.sentences[1])
	assert.Equal(t, []segment.Range{{Lo: 0, Hi: 3}}, e.free(segment.Range{Hi: 3}), "it may still find a counterpart")
	paired := &item{unit: &unit{}}
	e.take(segment.Range{Lo: 1, Hi: 2}, paired)
	assert.Equal(t, sentence{item: paired}, e.sentences[1])
	assert.True(t, alone.used, "the item that kept it has no use any more")
	assert.Equal(t, []segment.Range{{Lo: 0, Hi: 1}, {Lo: 2, Hi: 3}}, e.free(segment.Range{Hi: 3}))
}
