package bilingual_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/read"
	"github.com/bitext-go/bitext/read/bilingual"
	"github.com/bitext-go/bitext/segment"
)

// A table that both documents have is aligned cell by cell.
func TestCellsAreAnchors(t *testing.T) {
	const en = "The prices of the ferry are those of last year.\n\n| Ticket | Price | Remark |\n|---|---|---|\n" +
		"| Child | 2 € | only with a grown person. Dogs stay at home. |\n| Group | 30 € | |\n| Car | 12 € | not on Sundays |\n\n" +
		"The ferry leaves at ten.\n"
	const de = "Die Preise der Fähre sind die des letzten Jahres.\n\n| Karte | Preis | Bemerkung |\n|---|---|---|\n" +
		"| Kind | 2 € | nur in Begleitung Erwachsener, ohne Hunde |\n| Gruppe | 30 € | |\n| Auto | 12 € | nicht an Sonntagen |\n\n" +
		"Die Fähre legt um zehn ab.\n"
	open := func(en, de string) (docs []*read.Document, texts []*segment.Text) {
		for i, in := range []string{en, de} {
			d, err := new(read.Reader).Read(t.Context(), []string{"a.en.md", "a.de.md"}[i], strings.NewReader(in))
			require.NoError(t, err)
			docs = append(docs, d)
			texts = append(texts, d.Text([]language.Tag{language.English, language.German}[i]))
		}
		return docs, texts
	}
	docs, texts := open(en, de)
	anchors := bilingual.CellAnchors(docs, texts)
	require.NotEmpty(t, anchors)
	beads, err := (&align.Aligner{Anchors: anchors}).Align(context.Background(), texts...)
	require.NoError(t, err)
	var got []string
	for _, b := range beads {
		got = append(got, texts[0].Wording(b.Ranges[0])+" = "+texts[1].Wording(b.Ranges[1]))
	}
	assert.Contains(t, got, "Group = Gruppe")
	assert.Contains(t, got, "not on Sundays = nicht an Sonntagen")
	assert.Contains(t, got, "Car = Auto")

	docs, texts = open(en, strings.ReplaceAll(strings.ReplaceAll(de, "| 2 €", "| 7 €"), "| 30 €", "| 50 €"))
	assert.Nil(t, bilingual.CellAnchors(docs, texts), "other prices")
	docs, texts = open(en, strings.Replace(de, "| Gruppe | 30 € | |\n", "", 1))
	assert.Nil(t, bilingual.CellAnchors(docs, texts), "a row less")
	docs, texts = open("Only text.\n", "Nur Text.\n")
	assert.Nil(t, bilingual.CellAnchors(docs, texts), "no table")
}
