package main

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/gold"
)

// At most two of a hundred good translations have a finding about content, and at most three have
// one at all, except for Arabic and French with 3.1, where most are faults of the texts. Most
// planted faults are found. The floors are a little below what is reached, which the command
// prints.
func TestChecksOnTheDevelopmentData(t *testing.T) {
	floors := map[string]float64{
		"digit changed": 98, "number dropped": 94, "month changed": 90, "country exchanged": 97,
		"not translated": 99, "end not translated": 94, "year in brackets dropped": 99, "list number": 99, "address": 99,
		"two thirds dropped": 78}
	for _, pair := range []string{"ar-en", "fr-en", "zh-en", "ar-fr", "zh-fr", "ru-en", "es-en", "hi-en"} {
		t.Run(pair, func(t *testing.T) {
			s, err := readSet(filepath.Join(gold.Dir(t), "bench", "align", "made", "clean", pair), [2]language.Tag{}, 0)
			require.NoError(t, err)
			a, p := s.check()
			most := 3.0
			if pair == "ar-fr" {
				most = 3.2
			}
			assert.LessOrEqual(t, percent(a.content, a.beads), 2.0, "false alarms about content")
			assert.LessOrEqual(t, percent(a.any, a.beads), most, "false alarms")
			for name, floor := range floors {
				if n := p[name]; n.All > 0 {
					assert.GreaterOrEqualf(t, percent(n.Right, n.All), floor, "%s: %d of %d", name, n.Right, n.All)
				}
			}
			dropped := p["country dropped"]
			assert.GreaterOrEqual(t, percent(dropped.Right, dropped.All), 65.0, "country dropped")
		})
	}
}
