package memory_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/memory"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/segment"
)

// harvest returns a text of one sentence a paragraph.
func harvest(lang language.Tag, sentences ...string) *segment.Text {
	t := segment.New(strings.Join(sentences, "\n\n"), lang)
	t.Name = "harvest." + lang.String() + ".txt"
	return t
}

var harvestInEnglish = []string{
	"The harvest report",
	"The harvest was good in 12 villages.",
	"In 7 villages the river flooded the fields.",
	"The council will meet on 3 May.",
}

var harvestInFrench = []string{
	"Rapport sur la récolte",
	"La récolte a été bonne dans 12 villages.",
	"Dans 7 villages, la rivière a inondé les champs.",
	"Le conseil se réunira le 3 mai.",
}

// The first translation lacks the title, which is kept before the first unit. The second one has
// it.
func TestAUnitBeforeTheFirst(t *testing.T) {
	en := harvest(language.English, harvestInEnglish...)
	zh := harvest(language.Chinese, "共有12个村庄的收成很好。", "7个村庄的河水淹没了田地。", "理事会将于5月3日开会。")
	old := write(t, en, zh)
	require.Len(t, units(t, old), 3)
	require.Contains(t, string(old), memory.PropBefore)
	b, r := add(t, old, harvest(language.French, harvestInFrench...))
	assert.Equal(t, 1, r.Created)
	assert.Equal(t, 3, r.Added)
	all := units(t, b)
	require.Len(t, all, 4)
	v, _ := all[0].In(language.English)
	assert.Equal(t, harvestInEnglish[0], v.Text)
	v, _ = all[0].In(language.French)
	assert.Equal(t, harvestInFrench[0], v.Text)
}

// A file with another name has what the memory has already. Nothing of it is stored twice or
// changed.
func TestTheSameTextUnderAnotherName(t *testing.T) {
	en, fr := harvest(language.English, harvestInEnglish...), harvest(language.French, harvestInFrench...)
	old := write(t, en, fr)
	fr.Name = "copy.txt"
	b, r := add(t, old, fr)
	assert.Equal(t, 4, r.Kept)
	assert.Zero(t, r.Added+r.Created+r.Joined+r.Changed+r.Gone)
	was := units(t, old)
	for i, u := range units(t, b) {
		assert.Len(t, u.Variants, 2)
		for k, v := range u.Variants {
			assert.Equal(t, was[i].Variants[k].Text, v.Text)
			assert.Equal(t, prop(was[i].Variants[k].Props, tmx.PropDocument), prop(v.Props, tmx.PropDocument))
		}
	}
	again, _ := add(t, b, fr)
	assert.Equal(t, string(b), string(again))

	// A later version of it does not overwrite the wording of the other file.
	fr = harvest(language.French, append(harvestInFrench[:3:3], "Le conseil siégera le 3 mai.")...)
	fr.Name = "copy.txt"
	b, r = add(t, b, fr)
	assert.Zero(t, r.Changed)
	require.Len(t, r.Unplaced, 1)
	assert.Contains(t, r.Unplaced[0].Reason, "harvest.fr.txt")
	assert.Contains(t, string(b), harvestInFrench[3])
	assert.Contains(t, string(b), "Le conseil siégera le 3 mai.")
}

// A sentence that the memory keeps unpaired and that a new version no longer has is removed and
// named.
func TestAKeptSentenceThatANewVersionDrops(t *testing.T) {
	old := write(t, harvest(language.English, harvestInEnglish...), harvest(language.Chinese,
		"标题：收成报告", "12个村庄收成良好。", "7个村庄的河水淹没了田地。", "理事会将于5月3日开会。"))
	const only = "Les oiseaux migrateurs ne sont pas revenus cette année-là, personne ne sait pourquoi."
	with, r := add(t, old, harvest(language.French, append(harvestInFrench[:4:4], only)...))
	require.Contains(t, string(with), only)
	require.Len(t, r.Unplaced, 1)
	assert.Equal(t, only, r.Unplaced[0].Text)
	_, r = add(t, with, harvest(language.French, append(harvestInFrench[:4:4], only)...))
	require.Len(t, r.Unplaced, 1, "it is named again")
	without, r := add(t, with, harvest(language.French, harvestInFrench...))
	assert.NotContains(t, string(without), only)
	assert.Equal(t, []string{only}, r.Dropped)
}

// A text may repeat a sentence on one line, where the places of both are the same.
func TestRepeatedSentencesOnOneLine(t *testing.T) {
	en := segment.New("Yes. Yes.\n\nThe harvest was good in 12 villages. Yes.\n", language.English)
	fr := segment.New("Oui. Oui.\n\nLa récolte a été bonne dans 12 villages. Oui.\n", language.French)
	es := segment.New("Sí. Sí.\n\nLa cosecha fue buena en 12 aldeas. Sí. Sí.\n", language.Spanish)
	en.Name, fr.Name, es.Name = "h.en.txt", "h.fr.txt", "h.es.txt"
	b := write(t, en, fr)
	for _, text := range []*segment.Text{en, fr, es} {
		first, _ := add(t, b, text)
		second, _ := add(t, first, text)
		assert.Equal(t, string(first), string(second))
		b = first
	}
}

// A sentence that one version lacks and the next one has again, in other words, is not gone.
func TestASentenceComesBackInOtherWords(t *testing.T) {
	old := write(t, harvest(language.English, harvestInEnglish...), harvest(language.French, harvestInFrench...))
	fr := slices.Delete(slices.Clone(harvestInFrench), 2, 3)
	without, r := add(t, old, harvest(language.French, fr...))
	require.Equal(t, 1, r.Gone)
	require.Contains(t, string(without), memory.PropGone)
	again := harvest(language.French, slices.Insert(fr, 2, "Dans 7 villages, la rivière a recouvert les champs.")...)
	with, r := add(t, without, again)
	assert.Equal(t, 1, r.Changed)
	assert.NotContains(t, string(with), memory.PropGone)
	twice, _ := add(t, with, again)
	assert.Equal(t, string(with), string(twice))
}
