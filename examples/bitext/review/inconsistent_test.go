package review_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/check"
	"github.com/bitext-go/bitext/examples/bitext/review"
	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
	"github.com/bitext-go/bitext/segment"
)

func TestOneSourceInTwoWays(t *testing.T) {
	o := options(t)
	o.Make = func() (*sheet.Sheet, error) {
		en := []string{"The meeting rose.", "Thank you.", "the meeting rose", "The meeting rose."}
		fr := []string{"La séance est levée.", "Merci.", "La séance est levée", "La réunion est close."}
		var beads []align.Bead
		for i := range en {
			beads = append(
				beads,
				align.Bead{
					Boundary:    0.9,
					Translation: 0.9,
					Ranges:      []segment.Range{{Lo: i, Hi: i + 1}, {Lo: i, Hi: i + 1}},
				},
			)
		}
		return sheet.FromTexts(
			beads,
			segment.FromSentences(en, language.English),
			segment.FromSentences(fr, language.French),
		), nil
	}
	r := open(t, o)
	address, _ := serve(t, r)
	rows, _ := found(ask(t, address, "other", ""))
	assert.Equal(t, []int{4}, rows, "case and full stops are no other wording")

	act(t, r, review.Action{Do: "reject", Row: 4})
	rows, _ = found(ask(t, address, "other", ""))
	assert.Empty(t, rows, "what is no translation is not compared")
}

func TestGlossary(t *testing.T) {
	o := options(t)
	o.Make = func() (*sheet.Sheet, error) {
		en := []string{"The desert locust is here.", "The desert locust has gone."}
		fr := []string{"Le criquet pèlerin est ici.", "La sauterelle est partie."}
		var beads []align.Bead
		for i := range en {
			beads = append(
				beads,
				align.Bead{
					Boundary:    0.9,
					Translation: 0.9,
					Ranges:      []segment.Range{{Lo: i, Hi: i + 1}, {Lo: i, Hi: i + 1}},
				},
			)
		}
		return sheet.FromTexts(
			beads,
			segment.FromSentences(en, language.English),
			segment.FromSentences(fr, language.French),
		), nil
	}
	o.Terms = func(langs []language.Tag) ([]check.Term, error) {
		assert.Equal(t, []language.Tag{language.English, language.French}, langs)
		return []check.Term{
			{
				Source: check.Side{Lang: language.English, Text: "desert locust"},
				Target: check.Side{Lang: language.French, Text: "criquet pèlerin"},
			},
		}, nil
	}
	address, _ := serve(t, open(t, o))
	rows, _ := found(ask(t, address, "other", ""))
	assert.Equal(t, []int{2}, rows)

	o = options(t)
	o.Make = func() (*sheet.Sheet, error) { return &sheet.Sheet{}, nil }
	broken := errors.New("no such glossary")
	o.Terms = func([]language.Tag) ([]check.Term, error) { return nil, broken }
	_, err := review.Open(o)
	assert.ErrorIs(t, err, broken)
}
