package memory_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/memory"
	"github.com/bitext-go/bitext/segment"
)

// inRows returns texts in languages, the first line of which has their tags, and a bead for each of
// the other lines. Languages are separated by "|"; nothing in a column means no sentence.
func inRows(table string) (beads []align.Bead, texts []*segment.Text) {
	lines := strings.Split(strings.TrimSpace(table), "\n")
	tags := strings.Split(lines[0], "|")
	sentences := make([][]string, len(tags))
	for _, l := range lines[1:] {
		var b align.Bead
		for c, s := range strings.Split(l, "|") {
			r := segment.Range{Lo: len(sentences[c]), Hi: len(sentences[c])}
			if s = strings.TrimSpace(s); s != "" {
				sentences[c] = append(sentences[c], s)
				r.Hi++
			}
			b.Ranges = append(b.Ranges, r)
		}
		beads = append(beads, b)
	}
	for c, tag := range tags {
		texts = append(texts, segment.FromSentences(sentences[c], language.Make(strings.TrimSpace(tag))))
	}
	return beads, texts
}

func TestCopies(t *testing.T) {
	for _, c := range []struct {
		name, table string
		want        []memory.Copy
	}{
		{"finished, with names that are the same", `
			en | de
			The orchard is open on weekdays. | Der Obstgarten ist an Werktagen geöffnet.
			Hollin Orchards | Hollin Orchards
			2016 | 2016
			Please bring a basket of your own. | Bitte bringen Sie einen eigenen Korb mit.`, nil},
		{"a sentence of which nothing is translated", `
			en | de
			The orchard is open on weekdays. | Der Obstgarten ist an Werktagen geöffnet.
			Please bring a basket of your own. | Please bring a basket of your own!
			The apples are ripe in autumn. | Die Äpfel sind im Herbst reif.`,
			[]memory.Copy{{Bead: 1, Text: 1, Of: 0, Sentence: true}}},
		{"a heading before what is not translated, and a name in what is", `
			en | de
			The orchard is open on weekdays. | Der Obstgarten ist an Werktagen geöffnet.
			Hollin Orchards | Hollin Orchards
			The apples are ripe in autumn. | Die Äpfel sind im Herbst reif.
			Opening Hours | Opening Hours
			Please bring a basket of your own. | Please bring a basket of your own.
			You may eat as many as you like. | You may eat as many as you like.
			12 | 12`,
			[]memory.Copy{{3, 1, 0, false}, {4, 1, 0, true}, {5, 1, 0, true}, {6, 1, 0, false}}},
		{"the second text is the original", `
			de | en
			Der Obstgarten ist an Werktagen geöffnet. | The orchard is open on weekdays.
			Please bring a basket of your own. | Please bring a basket of your own.`,
			[]memory.Copy{{1, 0, 1, true}}},
		{"another script", `
			en | ja
			The orchard is open on weekdays. | 果樹園は平日に開いています。
			Please bring a basket of your own. | Please bring a basket of your own.`,
			[]memory.Copy{{1, 1, 0, true}}},
		{"one translation of two is not finished", `
			en | de | ru
			The orchard is open on weekdays. | Der Obstgarten ist an Werktagen geöffnet. | Сад открыт по будням.
			Please bring a basket of your own. | Please bring a basket of your own. | Возьмите с собой корзину.
			You may eat as many as you like. | You may eat as many as you like. | You may eat as many as you like.`,
			[]memory.Copy{{1, 1, 0, true}, {2, 1, 0, true}, {2, 2, 0, true}}},
		{"languages with sentences in common", `
			da | nb
			Hun bor i et hus ved havet. | Hun bor i et hus ved havet.
			De har en hund og to katte. | De har en hund og to katter.`, nil},
		{"languages with sentences in common, in two scripts otherwise", `
			hr | sr
			On ima psa i dvije mačke. | On ima psa i dve mačke.
			Ona je kupila novu kuću na moru. | Ona je kupila novu kuću na moru.`, nil},
		{"one language", `
			en | en-GB
			Please bring a basket of your own. | Please bring a basket of your own.`, nil},
		{"no counterpart", `
			en | de
			Please bring a basket of your own. |
			 | Please bring a basket of your own.`, nil},
		{"signs", `
			en | de
			Please bring a basket of your own. | Bitte bringen Sie einen eigenen Korb mit.
			✓ | ✓
			* * * | * * *`, nil},
	} {
		beads, texts := inRows(c.table)
		assert.Equal(t, c.want, memory.Copies(beads, texts...), c.name)
	}
	assert.Empty(t, memory.Copies(nil))
}

// Without copies, the sentences of the original stay, so that a later translation finds them.
func TestWithoutCopies(t *testing.T) {
	beads, texts := inRows(`
		en | de | ru
		The orchard is open on weekdays. | Der Obstgarten ist an Werktagen geöffnet. | Сад открыт по будням.
		Please bring a basket of your own. | Please bring a basket of your own. | Возьмите с собой корзину.
		You may eat as many as you like. | You may eat as many as you like. | You may eat as many as you like.`)
	copies := memory.Copies(beads, texts...)
	kept := memory.WithoutCopies(beads, copies)
	assert.Equal(t, []segment.Range{{Lo: 1, Hi: 2}, {Lo: 2, Hi: 2}, {Lo: 1, Hi: 2}}, kept[1].Ranges)
	assert.True(t, kept[2].Null())
	assert.Equal(t, 1, kept[2].Ranges[0].Len())
	assert.Equal(t, 1, beads[1].Ranges[1].Len(), "the beads are not changed")
	var units []string
	for u := range memory.FromBeads(kept, texts...) {
		for _, v := range u.Variants {
			units = append(units, v.Text)
		}
		for _, p := range u.Props {
			if p.Type == memory.PropBehind {
				units = append(units, "unpaired: "+p.Text)
			}
		}
	}
	assert.Len(t, units, 6)
	assert.Contains(t, units[5], "You may eat as many as you like.")
	assert.Equal(t, beads, memory.WithoutCopies(beads, nil))
}
