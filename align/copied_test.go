package align_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/lexicon/core"
	"github.com/bitext-go/bitext/segment"
)

// around are sentences before and after what a test is about, with their translations.
var around = [][2]string{
	{"The library opens at nine in the morning.", "Die Bibliothek öffnet um neun Uhr morgens."},
	{"Every visitor may borrow three books.", "Jeder Besucher darf drei Bücher ausleihen."},
	{"The reading room is on the first floor.", "Der Lesesaal ist im ersten Stock."},
	{"Old newspapers are kept in the cellar.", "Alte Zeitungen werden im Keller aufbewahrt."},
}

// partner returns the wording of the second text that is in one bead with a sentence of the first,
// and the sentences of the second text that are in no bead with the first.
func partner(t *testing.T, beads []align.Bead, texts []*segment.Text, sentence string) (with string, alone []string) {
	t.Helper()
	for _, b := range beads {
		if b.Ranges[0].Len() == 0 && b.Ranges[1].Len() > 0 {
			alone = append(alone, texts[1].Wording(b.Ranges[1]))
		}
		if b.Ranges[0].Len() > 0 && strings.Contains(texts[0].Wording(b.Ranges[0]), sentence) {
			with = texts[1].Wording(b.Ranges[1])
		}
	}
	return with, alone
}

// A sentence that the translation quotes in the original language and translates beside it is
// paired with its translation. What is the same in both languages for good, or has no translation
// beside it, stays as it is.
func TestCopiedSentencesGiveWayToTheirTranslations(t *testing.T) {
	const (
		quote    = "The best book in the house is the one that the children read."
		german   = "Das beste Buch im Haus ist das Buch, das die Kinder lesen."
		more     = "Nobody has ever counted the pages of all our books."
		moreDe   = "Niemand hat jemals die Seiten aller unserer Bücher gezählt."
		name     = "Anna Weber, Stadtbibliothek Ulm"
		stranger = "Im Winter sind die Straßen im Norden oft gesperrt."
	)
	for name, c := range map[string]struct {
		source, target []string
		with           map[string]string
		alone          []string
	}{
		"translation first": {[]string{quote}, []string{german, quote}, map[string]string{quote: german}, []string{quote}},
		"copy first":        {[]string{quote}, []string{quote, german}, map[string]string{quote: german}, []string{quote}},
		"two sentences": {
			[]string{quote, more}, []string{german, moreDe, quote, more},
			map[string]string{quote: german, more: moreDe}, []string{quote, more}},
		"in turns": {
			[]string{quote, more}, []string{quote, german, more, moreDe},
			map[string]string{quote: german, more: moreDe}, []string{quote, more}},
		"quotation marks": {
			[]string{quote}, []string{german, "“" + quote + "”"}, map[string]string{quote: german},
			[]string{"“" + quote + "”"}},
		"a name stays": {
			[]string{quote, name}, []string{german, quote, name}, map[string]string{quote: german, name: name},
			[]string{quote}},
		"no translation": {[]string{quote}, []string{quote}, map[string]string{quote: quote}, nil},
		"the same twice": {[]string{quote}, []string{quote, quote}, map[string]string{quote: quote + " " + quote}, nil},
		"not its translation": {
			[]string{quote}, []string{stranger, quote}, map[string]string{quote: quote}, []string{stranger}},
	} {
		for _, turned := range []bool{false, true} {
			source := []string{around[0][0], around[1][0]}
			target := []string{around[0][1], around[1][1]}
			source, target = append(source, c.source...), append(target, c.target...)
			for _, a := range around[2:] {
				source, target = append(source, a[0]), append(target, a[1])
			}
			texts := []*segment.Text{
				segment.FromSentences(source, language.English), segment.FromSentences(target, language.German)}
			a := align.Aligner{Scorer: append(evidence.Standard(), evidence.Dictionary(core.Lexicon))}
			given := slices.Clone(texts)
			if turned {
				slices.Reverse(given)
			}
			beads, err := a.Align(t.Context(), given...)
			require.NoError(t, err)
			for i := range beads {
				if turned {
					slices.Reverse(beads[i].Ranges)
				}
			}
			for sentence, want := range c.with {
				with, alone := partner(t, beads, texts, sentence)
				assert.Equalf(t, want, with, "%s, turned %v", name, turned)
				assert.Equalf(t, c.alone, alone, "%s, turned %v", name, turned)
			}
		}
	}
}

// In rows of three texts too.
func TestCopiedSentencesGiveWayInRows(t *testing.T) {
	quote := "The best book in the house is the one that the children read."
	en := segment.FromSentences([]string{around[0][0], quote, around[1][0], around[2][0]}, language.English)
	de := segment.FromSentences([]string{
		around[0][1], "Das beste Buch im Haus ist das Buch, das die Kinder lesen.", quote, around[1][1], around[2][1],
	}, language.German)
	fr := segment.FromSentences([]string{
		"La bibliothèque ouvre à neuf heures du matin.",
		"Le meilleur livre de la maison est celui que les enfants lisent.",
		"Chaque visiteur peut emprunter trois livres.", "La salle de lecture est au premier étage.",
	}, language.French)
	a := align.Aligner{Scorer: append(evidence.Standard(), evidence.Dictionary(core.Lexicon))}
	beads, err := a.Align(t.Context(), en, de, fr)
	require.NoError(t, err)
	for _, b := range beads {
		if b.Ranges[0].Len() > 0 && b.Ranges[1].Len() > 0 {
			assert.NotEqual(t, en.Wording(b.Ranges[0]), de.Wording(b.Ranges[1]))
		}
	}
	with, _ := partner(t, beads, []*segment.Text{en, de}, quote)
	assert.Equal(t, de.Wording(segment.Range{Lo: 1, Hi: 2}), with)
}

// Headings of a translation of which little else is finished are translations, though they do not
// match as well as what is only copied.
func TestWhatIsTranslatedBesideManyCopies(t *testing.T) {
	headings := [][2]string{
		{"The Library", "A könyvtár"},
		{"How to Borrow Books", "Hogyan lehet kölcsönözni"},
		{"Asking for General Help", "Segítség kérése"},
		{"Reading the Newspapers", "Újságolvasás"},
		{"Bringing a Book Back", "A könyv visszahozása"},
		{"Reporting a Lost Book", "Elveszett könyv bejelentése"},
		{"Visiting with Children", "Látogatás gyerekekkel"},
	}
	rest := []string{
		"The library opens at nine in the morning, and closes when the last visitor has left the reading room.",
		"Every visitor may borrow three books, which must be brought back to the desk after four weeks.",
		"If a book is not on its shelf, ask one of the librarians whether another visitor is reading it.",
		"Old newspapers are kept in the cellar, where it is dry, and are brought to the first floor on request.",
		"The reading room is on the first floor, and it is not allowed to eat there or to speak aloud.",
		"For the blind there are recorded books, which two actors from the theatre read in the winter.",
		"The oldest book in the house was printed before the town had a bridge, and is shown once a year.",
		"Children find their books behind the stairs, in a room with a carpet and a window to the garden.",
		"Whoever finds a letter or a ticket between the pages is asked to bring it to the desk.",
		"The money from the sale of old books is used to repair those that are still read.",
		"A card costs as much as two loaves of bread, and is free for those who study or look for work.",
		"On the first Sunday of May the doors are open until midnight, and a band plays in the yard.",
		"The catalogue was written by hand until a fire destroyed a third of it in the year of the flood.",
		"Since then two copies have been kept, one of them in the tower of the church across the street.",
		"The wooden ladders along the walls were made by the carpenter whose shop stands beside the mill.",
		"Please do not climb them with wet shoes, and do not let children play underneath.",
		"Letters to the director are answered within a week, except in August, when the house is closed.",
		"The map in the hall shows all villages from which readers come to us by train or by boat.",
	}
	var source, target []string
	for _, h := range headings {
		source, target = append(source, h[0]), append(target, h[1])
	}
	en := segment.FromSentences(append(source, rest...), language.English)
	hu := segment.FromSentences(append(target, rest...), language.Hungarian)
	a := align.Aligner{Scorer: evidence.Standard()}
	beads, err := a.Align(t.Context(), en, hu)
	require.NoError(t, err)
	require.Len(t, beads, len(headings)+len(rest))
	for i, b := range beads {
		assert.False(t, b.Null(), "%d", i)
		assert.GreaterOrEqual(t, b.Translation, .3, "%d", i)
	}
}
