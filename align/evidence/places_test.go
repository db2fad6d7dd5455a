package evidence

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/segment"
)

func TestPlacesAreShares(t *testing.T) {
	for _, n := range []int{1, 2, 7, 40} {
		for _, m := range []int{1, 3, 40, 200} {
			p := placingOf(n, m)
			for y := range m {
				c, sum := p.center(int32(y)), float32(0)
				require.True(t, c >= 0 && c <= int32(n-1)*placeSteps)
				for i := range n {
					sum += decayBetween(int32(i)*placeSteps, c)
				}
				assert.InEpsilon(t, sum, p.total(c), 0.02, "%d of %d opposite %d", y, m, n)
			}
		}
	}
}

// TestPlacesPreferOrder prices a pair of sentences and the same with the words of one reversed.
func TestPlacesPreferOrder(t *testing.T) {
	line := "1 22 333 4444 55555 666666 7777777 88888888 999999999 1010"
	back := "1010 999999999 88888888 7777777 666666 55555 4444 333 22 1"
	texts := []*segment.Text{
		segment.FromSentences([]string{line}, language.German),
		segment.FromSentences([]string{line, back}, language.English),
	}
	m, err := Sum{Numbers{}, Places{}}.Fit(t.Context(), texts[0], texts[1])
	require.NoError(t, err)
	p, one := m.Pricer(), segment.Range{Hi: 1}
	assert.Less(t, p.Cost(one, one), p.Cost(one, segment.Range{Lo: 1, Hi: 2})-1)
}

// TestEstimatesAreThinned estimates beads of sentences that translate one another: each sentence
// gains less in them than alone. The estimate is kinder than the price, but not by all of that.
func TestEstimatesAreThinned(t *testing.T) {
	var lines []string
	for i := range 5 {
		var words []string
		for k := range 12 {
			words = append(words, strconv.Itoa(1000+100*i+k))
		}
		lines = append(lines, strings.Join(words, " "))
	}
	src := segment.FromSentences(lines, language.German)
	tgt := segment.FromSentences(lines, language.English)
	m, err := Sum{Numbers{}, Places{}}.Fit(t.Context(), src, tgt)
	require.NoError(t, err)
	p := m.Pricer()
	alone := 0.0
	for n := 1; n <= 3; n++ {
		r := segment.Range{Hi: n}
		alone += p.Cost(segment.Range{Lo: n - 1, Hi: n}, segment.Range{Lo: n - 1, Hi: n})
		dearer := p.Cost(r, r) - alone
		thinned := Estimate(p, r, r) - alone
		assert.GreaterOrEqual(t, thinned, 0.3*dearer-1e-4, "%d sentences", n)
		assert.LessOrEqual(t, thinned, dearer+1e-4, "%d sentences", n)
	}
}

// TestJumpsPreferPhrases prices a pair of sentences of which one has its halves exchanged, and one
// with the words of both shuffled: the halves are phrases.
func TestJumpsPreferPhrases(t *testing.T) {
	line := "1 22 333 4444 55555 666666 7777777 88888888"
	halves := "55555 666666 7777777 88888888 1 22 333 4444"
	shuffled := "55555 22 7777777 4444 1 666666 333 88888888"
	src := segment.FromSentences([]string{line}, language.German)
	tgt := segment.FromSentences([]string{line, halves, shuffled}, language.English)
	m, err := Sum{Numbers{}, Jumps{}}.Fit(t.Context(), src, tgt)
	require.NoError(t, err)
	p := m.Pricer().(Finer).Fine()
	at := func(j int) float64 { return p.Cost(segment.Range{Hi: 1}, segment.Range{Lo: j, Hi: j + 1}) }
	assert.Less(t, at(0), at(1))
	assert.Less(t, at(1), at(2))
	plain, err := Sum{Numbers{}, Places{}}.Fit(t.Context(), src, tgt)
	require.NoError(t, err)
	assert.Nil(t, plain.Pricer().(Finer).Fine(), "nothing is finer")
}

func TestQuotations(t *testing.T) {
	for _, c := range []struct {
		lang                   string
		text                   string
		opens, closes, insides bool
		mark                   int
	}{
		{"en", "“Who is there?”", true, true, false, question},
		{"en", "“Come in,” he said.", true, false, false, -1},
		{"en", "“I wait.", true, false, true, -1},
		{"de", "„Wer ist da?“", true, true, false, question},
		{"de", "»Wer ist da?«", true, true, false, question},
		{"fr", "« Qui est là ? »", true, true, false, question},
		{"zh", "「誰？」", true, true, false, question},
		{"en", "He said:", false, false, false, colon},
		{"en", "It's John's, and", false, false, false, -1},
		{"ar", "من هناك؟", false, false, false, question},
		{"en", "", false, false, false, -1},
	} {
		q := quotations{pointsIn: pointsIn(language.MustParse(c.lang))}
		q.read(c.text)
		assert.Equal(t, []any{c.opens, c.closes, c.insides, c.mark}, []any{q.opens, q.closes, q.inside, q.mark}, c.text)
	}
}
