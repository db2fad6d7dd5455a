package main

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/check"
	"github.com/bitext-go/bitext/segment"
)

// A side of white space is as little a translation as one without text, and the units around it are
// judged all the same.
func TestJudgeBlankSides(t *testing.T) {
	side := func(l language.Tag, text string) check.Side { return check.Side{Lang: l, Text: text} }
	var units [][]check.Side
	for i := range 30 {
		n := 100 + 7*i
		units = append(units, []check.Side{
			side(language.English, fmt.Sprintf("The harbour has %d berths.", n)),
			side(language.French, fmt.Sprintf("Le port compte %d postes.", n)),
		})
	}
	units[7][1].Text = " \t"
	units[9][0].Text = "\u00A0"
	units[11][1].Text = ""
	confidences, err := judgeUnits(t.Context(), units,
		func([]*segment.Text) ([]*lexiconSource, error) { return nil, nil })
	require.NoError(t, err)
	for i, c := range confidences {
		if i == 7 || i == 9 || i == 11 {
			assert.EqualValues(t, -1, c, "unit %d", i)
		} else {
			assert.Greater(t, c, .5, "unit %d", i)
		}
	}
}
