package memory_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/memory"
	"github.com/bitext-go/bitext/internal/gold"
	"github.com/bitext-go/bitext/segment"
)

// Minutes of two years that follow one pattern: sentences that are the same every year, others with
// the facts of the year, and what happened in one year only.
var (
	minutesOf2014 = []string{
		"The harbour council met for the second time on 12 May 2014 in the town hall.",
		"Delegates from Norway, Iceland and Denmark attended the meeting.",
		"The council approved the minutes of the previous meeting.",
		"The chair recalled that clean water is the first condition of every fishery.",
		"Boats landed 340 tonnes of herring in the spring of 2014.",
		"A storm in February destroyed the old pier and two workshops beside it.",
		"The engineers proposed to rebuild the pier of oak.",
		"The council thanked the volunteers for their patient work.",
		"The owners of small boats asked for cheaper insurance, but no decision was taken.",
	}
	procèsVerbalDe2017 = []string{
		"Le conseil du port s'est réuni pour la cinquième fois le 3 octobre 2017 à la mairie.",
		"Des délégués de Norvège, d'Islande, de Finlande et de Suède ont assisté à la réunion.",
		"Le conseil a approuvé le procès-verbal de la réunion précédente.",
		"Le président a rappelé que l'eau propre est la première condition de toute pêche.",
		"Les bateaux ont débarqué 275 tonnes de hareng au printemps de 2017.",
		"Un musée de la mer ouvrira dans l'ancienne fabrique de cordes.",
		"Les écoles visiteront le musée gratuitement chaque mercredi.",
		"Le conseil a remercié les bénévoles pour leur travail patient.",
		"La bibliothèque a reçu les lettres d'un capitaine, que sa famille avait gardées.",
	}
)

// aligned returns the beads of two texts, and those of them that are believed: more likely
// translations than not, after facts have been compared.
func aligned(t testing.TB, texts ...*segment.Text) (beads []align.Bead, believed map[int]bool) {
	t.Helper()
	a := aligner()
	beads, err := a.Align(context.Background(), texts...)
	require.NoError(t, err)
	for _, d := range memory.Disagreements(beads, texts...) {
		assert.LessOrEqual(t, d.Translation, beads[d.Bead].Translation)
		assert.NotEmpty(t, d.Message)
		beads[d.Bead].Translation = d.Translation
	}
	believed = map[int]bool{}
	for _, b := range beads {
		if b.Translation >= .5 {
			for i := b.Ranges[0].Lo; i < b.Ranges[0].Hi; i++ {
				believed[i] = true
			}
		}
	}
	return beads, believed
}

func TestMinutesOfAnotherYearAgreeInWhatIsTheSame(t *testing.T) {
	_, believed := aligned(t, segment.FromSentences(minutesOf2014, language.English),
		segment.FromSentences(procèsVerbalDe2017, language.French))
	for i, want := range []bool{0: false, 1: false, 2: true, 3: true, 4: false, 7: true} {
		if i != 5 && i != 6 { // they state no facts
			assert.Equal(t, want, believed[i], minutesOf2014[i])
		}
	}
}

// Beads that only seem to disagree stay in translations of which a part is missing.
func TestFewDisagreementsAreTranslations(t *testing.T) {
	texts := []*segment.Text{
		segment.FromSentences(make([]string, 100), language.English),
		segment.FromSentences(make([]string, 100), language.French),
	}
	en, fr := make([]string, 200), make([]string, 200)
	var beads []align.Bead
	for i := range en {
		en[i] = fmt.Sprintf("House %d.", i+1)
		fr[i] = fmt.Sprintf("Maison %d.", i+1)
		b := align.Bead{Ranges: []segment.Range{{Lo: i, Hi: i + 1}, {Lo: i, Hi: i + 1}}}
		if i < 100 {
			b.Boundary, b.Translation = 1, 1
		}
		beads = append(beads, b)
	}
	find := func(wrong int, translation float64) []memory.Disagreement {
		changed := append([]string(nil), fr...)
		for i := range wrong {
			changed[i*100/wrong] = "Maison 7000."
		}
		for i := 100; i < 200; i++ {
			beads[i].Translation = translation
		}
		texts = []*segment.Text{
			segment.FromSentences(en, language.English), segment.FromSentences(changed, language.French)}
		return memory.Disagreements(beads, texts...)
	}
	for _, c := range []struct {
		wrong int
		want  float64
	}{{1, 1}, {3, 1}, {6, .5}, {30, .1}} {
		found := find(c.wrong, 0)
		require.Len(t, found, c.wrong)
		for _, d := range found {
			assert.InDelta(t, c.want, d.Translation, 1e-9)
			assert.Contains(t, d.Message, "number")
		}
	}
	assert.Empty(t, find(30, 1), "in translations throughout a number that differs is a mistake")
	assert.Empty(t, memory.Disagreements(nil, texts...))
}

// A row disagrees if each two of its texts do.
// A date that was copied says nothing else, though its month is written in the other language.
func TestTheSameTextDoesNotDisagree(t *testing.T) {
	beads, texts := inRows(`
		en | fr
		2018-Feb-21 | 2018-Feb-21
		2019-May-01 | 2019-May-01
		2020-Aug-11 | 2021-sep-12`)
	for i := range beads {
		beads[i].Translation = .9
	}
	found := memory.Disagreements(beads, texts...)
	require.Len(t, found, 1)
	assert.Equal(t, 2, found[0].Bead)
}

func TestRowsThatDisagree(t *testing.T) {
	one := segment.Range{Lo: 0, Hi: 1}
	find := func(wordings ...string) []memory.Disagreement {
		var texts []*segment.Text
		row := align.Bead{Boundary: 1, Translation: .6}
		for i, lang := range []language.Tag{language.English, language.French, language.German} {
			texts = append(texts, segment.FromSentences([]string{wordings[i]}, lang))
			row.Ranges = append(row.Ranges, one)
		}
		return memory.Disagreements([]align.Bead{row}, texts...)
	}
	assert.Len(t, find("It sold 340 tonnes.", "Elle a vendu 275 tonnes.", "Sie verkaufte 411 Tonnen."), 1)
	assert.Empty(t, find("It sold 340 tonnes.", "Elle a vendu 340 tonnes.", "Sie verkaufte 411 Tonnen."))
}

// The French report of 2018 follows the pattern of the English and Arabic report of 2016. What a
// translator would accept comes out, and nothing that speaks of another meeting.
func TestReportsOfTwoYears(t *testing.T) {
	french := segment.New(string(gold.Data(t, "seeds/fr-report-2018-pdf.txt")), language.French)
	arabic, english, ok := strings.Cut(string(gold.Data(t, "seeds/ar-en-report-2016.txt")), "\ndraft\n")
	require.True(t, ok)
	for _, c := range []struct {
		body            string
		lang            language.Tag
		accept          []string
		reject          []string
		least, mostUnit int
	}{
		{english, language.English,
			[]string{"They also reiterated their unwavering support", "The meeting supported Azerbaijan's efforts",
				"They also reiterated the persistent calls", "This report is hereby submitted"},
			[]string{"held its first meeting", "attended by the delegations", "The meeting was opened",
				"The meeting condemned in the strongest terms"}, 5, 8},
		{arabic, language.Arabic, []string{"يُقدّم هذا التقرير", "وأيد الاجتماع جهود أذربيجان"},
			[]string{"اجتماعه الأول", "وحضر الاجتماع وفود", "وافتح الاجتماع"}, 3, 8},
	} {
		text := segment.New(c.body, c.lang)
		beads, _ := aligned(t, text, french)
		var units []string
		for _, b := range beads {
			if b.Translation >= .5 {
				units = append(units, text.Wording(b.Ranges[0]))
			}
		}
		all := strings.Join(units, "\n")
		for _, s := range c.accept {
			assert.Contains(t, all, s)
		}
		for _, s := range c.reject {
			assert.NotContains(t, all, s)
		}
		assert.GreaterOrEqual(t, len(units), c.least)
		assert.LessOrEqual(t, len(units), c.mostUnit)
	}
}

// Of long texts a sample shows whether they are translations throughout.
func TestLongTextsAreSampled(t *testing.T) {
	for _, c := range []struct{ n, every, want int }{ // of n, one in every disagrees, and how many are found
		{6000, 50, 0}, {6000, 10, 0}, {6000, 1, 6000}, {6000, 2, 3000},
		{1000, 50, 0}, {1000, 1, 1000}, {1000, 2, 500}, {1000, 4, 0},
	} {
		var src, tgt []string
		var beads []align.Bead
		for i := range c.n {
			number := 1000 + i
			src = append(src, fmt.Sprintf("The harbour has room for %d boats.", number))
			if i/7%c.every == 0 {
				number += 50_000
			}
			tgt = append(tgt, fmt.Sprintf("Der Hafen hat Platz für %d Boote.", number))
			at := segment.Range{Lo: i, Hi: i + 1}
			beads = append(beads, align.Bead{Ranges: []segment.Range{at, at}, Boundary: 1, Translation: 1})
		}
		found := memory.Disagreements(beads, segment.FromSentences(src, language.English),
			segment.FromSentences(tgt, language.German))
		assert.InDelta(t, c.want, len(found), 7, "of %d, one in every %d", c.n, c.every)
	}
}
