package align_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/lexicon/core"
	"github.com/bitext-go/bitext/segment"
)

// Units of an old memory, of which two have the translations of each other.
var unitsOfAMemory = [][2]string{
	{"The well of the village is deep and dry.", "Le puits du village est profond et sec."},
	{"The teacher bought twelve new books for the school.", "Le professeur a acheté douze nouveaux livres pour l'école."},
	{"Water from the river is used in the gardens.", "L'eau de la rivière est utilisée dans les jardins."},
	{"In winter the road to the north is closed.", "En hiver, la route vers le nord est fermée."},
	{"The doctor visits the old people every week.", "Le médecin rend visite aux personnes âgées chaque semaine."},
	{"Two bridges were built after the war.", "Deux ponts ont été construits après la guerre."},
	{"The children sing in the church on Sunday.", "Les enfants chantent à l'église le dimanche."},
	{"Bread is sold at the market in the morning.", "Le pain est vendu au marché le matin."},
	{"The government paid for the new hospital.", "La bibliothèque a perdu une lettre importante."},
	{"The library has lost an important letter.", "Le gouvernement a payé le nouvel hôpital."},
	{"Most houses have a small kitchen and three rooms.", "La plupart des maisons ont une petite cuisine et trois pièces."},
	{"The train to the city leaves at seven.", "Le train pour la ville part à sept heures."},
}

func TestJudge(t *testing.T) {
	var en, fr []string
	var beads []align.Bead
	for i, u := range unitsOfAMemory {
		en, fr = append(en, u[0]), append(fr, u[1])
		beads = append(beads, align.Bead{Ranges: []segment.Range{{Lo: i, Hi: i + 1}, {Lo: i, Hi: i + 1}}})
	}
	beads = append(beads, align.Bead{Ranges: []segment.Range{{Lo: 0, Hi: 1}, {}}})
	src, tgt := segment.FromSentences(en, language.English), segment.FromSentences(fr, language.French)
	a := align.Aligner{Scorer: append(evidence.Standard(), evidence.Dictionary(core.Lexicon))}
	got, err := a.Judge(context.Background(), beads, src, tgt)
	require.NoError(t, err)
	require.Len(t, got, len(beads))
	for i, p := range got {
		switch i {
		case 8, 9: // exchanged
			assert.Lessf(t, p, 0.5, "%q", unitsOfAMemory[i])
		case len(unitsOfAMemory): // an empty side
			assert.Zero(t, p)
		default:
			assert.Greaterf(t, p, 0.5, "%q", unitsOfAMemory[i])
		}
	}
}

func TestJudgeOfWhatCannotBeJudged(t *testing.T) {
	src := segment.FromSentences([]string{"One."}, language.English)
	tgt := segment.FromSentences([]string{"Un."}, language.French)
	a := align.Aligner{}
	for _, ranges := range [][]segment.Range{{{Lo: 0, Hi: 2}, {Lo: 0, Hi: 1}}, {{Lo: 0, Hi: 1}}, {{Lo: 1, Hi: 0}, {}}} {
		_, err := a.Judge(context.Background(), []align.Bead{{Ranges: ranges}}, src, tgt)
		assert.ErrorContains(t, err, "bead 0")
	}
	one := align.Bead{Ranges: []segment.Range{{Lo: 0, Hi: 1}, {Lo: 0, Hi: 1}}}
	got, err := a.Judge(context.Background(), []align.Bead{one}, src, tgt)
	require.NoError(t, err)
	assert.Len(t, got, 1)
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = a.Judge(cancelled, nil, src, tgt)
	assert.ErrorIs(t, err, context.Canceled)
}

// Three texts of which the third has nothing to do with the others: no row is sure of it.
func TestRowsOfAnUnrelatedText(t *testing.T) {
	var en, fr []string
	for _, u := range unitsOfAMemory[:8] {
		en, fr = append(en, u[0]), append(fr, u[1])
	}
	es := []string{
		"El martillo pesa cuatro kilos.", "Nadie conoce la edad exacta de la montaña.",
		"Las abejas vuelven cuando termina la lluvia.", "Mi hermana estudia derecho en Sevilla.",
		"El barco perdió un ancla durante la tormenta.", "La sal se vende en sacos grandes.",
		"Un zorro cruzó la carretera.", "El pintor vive solo desde entonces.",
	}
	a := align.Aligner{Scorer: append(evidence.Standard(), evidence.Dictionary(core.Lexicon))}
	rows, err := a.Align(context.Background(), segment.FromSentences(en, language.English),
		segment.FromSentences(fr, language.French), segment.FromSentences(es, language.Spanish))
	require.NoError(t, err)
	for _, row := range rows {
		if row.Ranges[2].Len() > 0 && !row.Null() {
			assert.Lessf(t, row.Translation, 0.5, "%v", row.Ranges)
		}
	}
}
