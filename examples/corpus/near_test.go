package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/seed"
)

// Units that are nearly equal become one, the first, with the best confidences and the places of
// all; units in other languages, or that differ more, stay. The order of the input does not matter.
func TestNearlyEqualUnits(t *testing.T) {
	unit := func(n int, translation float64, tgt language.Tag, a, b string) Record {
		side := func(lang language.Tag, text string) seed.Side {
			return seed.Side{Lang: lang, Text: text, Place: seed.Place{Document: fmt.Sprintf("paper%d", n)}}
		}
		return Record{orderOf(fmt.Sprintf("paper%d", n), 0), seed.Unit{Translation: translation, Boundary: 0.9,
			Sides: []seed.Side{side(language.English, a), side(tgt, b)}}}
	}
	const en = "The ferry leaves the old quay at seven every morning"
	const fr = "Le bac quitte le vieux quai à sept heures du matin"
	all := []Record{
		unit(1, 0.7, language.French, en+".", fr+"."),
		unit(2, 0.9, language.French, en+"!", fr+" !"),
		unit(3, 0.8, language.French, strings.ToUpper(en), fr),
		unit(4, 0.8, language.French, en+".", "Les prix du poisson ont encore monté hier."),
		unit(5, 0.8, language.German, en+".", fr+"."),
		unit(6, 0.8, language.French, "…", "!"),
	}
	var first map[string]string
	for round := range 3 {
		all = append(all[2:], all[:2]...)
		c := config(t.TempDir())
		c.Near, c.Shards = 0.8, 1
		if round == 2 {
			c.Near = 0
		}
		p, s := beam.NewPipelineWithRoot()
		entries := mergeNear(s, c, deduplicate(s, beam.Reshuffle(s, beam.CreateList(s, all))))
		write(s, c, number(s, entries), beam.ParDo(s, noFailure, beam.Impulse(s)))
		result, err := ptest.RunWithMetrics(p)
		require.NoError(t, err)
		got := contents(t, c.Output, "memory-")
		if round == 2 {
			assert.Len(t, memoryOf(t, c), 6)
			continue
		}
		if first == nil {
			first = got
		}
		assert.Equal(t, first, got)
		assert.EqualValues(t, 2, counters(result)["units merged into a nearly equal one"])
		units := memoryOf(t, c)
		require.Len(t, units, 4)
		for _, u := range units {
			if strings.Contains(u, "<seg>"+fr+".</seg>") && strings.Contains(u, `"fr"`) {
				assert.Contains(t, u, `"x-bitext-translation">0.900<`)
				assert.Contains(t, u, `"x-bitext-occurrences">3<`)
				assert.Equal(t, 2, strings.Count(u, ">paper3<"))
			}
		}
	}
}
