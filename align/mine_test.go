package align_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/lexicon/core"
	"github.com/bitext-go/bitext/internal/gold"
	"github.com/bitext-go/bitext/segment"
)

// said returns German sentences and their translations: about the same things, of different
// people.
func said(r *rand.Rand, count int) (src, tgt []string) {
	pick := func(list [][2]string) [2]string { return list[r.IntN(len(list))] }
	who := [][2]string{{"Der Arzt", "The doctor"}, {"Meine Schwester", "My sister"}, {"Der Lehrer", "The teacher"},
		{"Die Regierung", "The government"}, {"Ein Freund", "A friend"}, {"Die Polizei", "The police"}, {"Der König", "The king"}}
	did := [][2]string{{"kaufte", "bought"}, {"verlor", "lost"}, {"fand", "found"},
		{"verkaufte", "sold"}, {"zeigte", "showed"}, {"brachte", "brought"}}
	what := [][2]string{{"Bücher", "books"}, {"Briefe", "letters"}, {"Pferde", "horses"},
		{"Häuser", "houses"}, {"Schiffe", "ships"}, {"Bilder", "pictures"}}
	where := [][2]string{{"in der Stadt", "in the city"}, {"am Fluss", "at the river"},
		{"in der Kirche", "in the church"},
		{"im Garten", "in the garden"}, {"auf der Insel", "on the island"}}
	when := [][2]string{{"im Sommer", "in summer"}, {"im Winter", "in winter"}, {"am Morgen", "in the morning"},
		{"in der Nacht", "at night"}, {"nach dem Krieg", "after the war"}}
	syllables := strings.Fields("ka lo rin bes ta mir dun wel so gra pi nor hal zu")
	for len(src) < count {
		a, b, c, d, e := pick(who), pick(did), pick(what), pick(where), pick(when)
		name := ""
		for range 3 {
			name += syllables[r.IntN(len(syllables))]
		}
		n := 2 + r.IntN(900)
		name = strings.ToUpper(name[:1]) + name[1:]
		src = append(src, fmt.Sprintf("%s %s %s %s %d %s von %s.", a[0], b[0], e[0], d[0], n, c[0], name))
		tgt = append(tgt, fmt.Sprintf("%s %s %d %s of %s %s %s.", a[1], b[1], n, c[1], name, d[1], e[1]))
	}
	return src, tgt
}

func withWords() *align.Aligner {
	return &align.Aligner{Scorer: append(evidence.Standard(), evidence.Dictionary(core.Lexicon))}
}

func TestMineFindsTheFewTranslations(t *testing.T) {
	src, tgt := said(rand.New(rand.NewPCG(3, 3)), 90)
	// The first 30 are in both texts, in opposite orders; the rest in one of them.
	a, b := slices.Clone(src[:60]), append(slices.Clone(tgt[:30]), tgt[60:]...)
	slices.Reverse(b)
	texts := []*segment.Text{segment.FromSentences(a, language.German), segment.FromSentences(b, language.English)}
	beads, err := withWords().Mine(context.Background(), texts[0], texts[1])
	require.NoError(t, err)
	right := 0
	seen := map[string]bool{}
	for _, bead := range beads {
		i, j := bead.Ranges[0].Lo, bead.Ranges[1].Lo
		assert.Equal(t, 1, bead.Ranges[0].Len()*bead.Ranges[1].Len())
		assert.False(t, seen[fmt.Sprint("s", i)] || seen[fmt.Sprint("t", j)], "a sentence is in one pair")
		seen[fmt.Sprint("s", i)], seen[fmt.Sprint("t", j)] = true, true
		assert.True(t, bead.Translation >= 0.5 && bead.Translation <= 1)
		if tgt[i] == b[j] {
			right++
		}
	}
	assert.GreaterOrEqual(t, right, 24, "of 30 pairs")
	assert.LessOrEqual(t, len(beads)-right, 3, "false pairs")
}

func TestMineOfNothing(t *testing.T) {
	none, one := segment.New("", language.German), segment.FromSentences([]string{"Ein Wort."}, language.English)
	for _, texts := range [][2]*segment.Text{{none, one}, {one, none}, {one, one}} {
		_, err := new(align.Aligner).Mine(context.Background(), texts[0], texts[1])
		assert.NoError(t, err)
	}
}

func TestMovedIsPairedOnlyIfAsked(t *testing.T) {
	src, tgt := said(rand.New(rand.NewPCG(5, 5)), 80)
	// A part of the translation is at its end.
	moved := append(slices.Clone(tgt[:20]), tgt[26:]...)
	moved = append(moved, tgt[20:26]...)
	a, b := segment.FromSentences(src, language.German), segment.FromSentences(moved, language.English)
	aligner := withWords()
	beads, err := aligner.Align(context.Background(), a, b)
	require.NoError(t, err)
	covers(t, beads, a, b)
	aligner.Moved = true
	beads, err = aligner.Align(context.Background(), a, b)
	require.NoError(t, err)
	found := 0
	var held [2][]int
	for _, bead := range beads {
		for side, r := range bead.Ranges {
			for i := r.Lo; i < r.Hi; i++ {
				held[side] = append(held[side], i)
			}
		}
		if bead.Moved && tgt[bead.Ranges[0].Lo] == moved[bead.Ranges[1].Lo] {
			found++
		}
	}
	assert.GreaterOrEqual(t, found, 5, "sentences that moved")
	assert.True(t, slices.IsSorted(held[0]), "beads are in the order of the first text")
	for side, text := range []*segment.Text{a, b} {
		slices.Sort(held[side])
		assert.Len(t, slices.Compact(held[side]), len(text.Sentences), "every sentence is in a bead")
		assert.Len(t, held[side], len(text.Sentences), "and in no other")
	}
	covers(t, align.Paragraphs(beads, a, b), a, b)
}

// Of texts that are unrelated, few pairs are due to chance; texts in another order have many.
func TestMovedInOtherOrderAndByChance(t *testing.T) {
	src, tgt := said(rand.New(rand.NewPCG(7, 7)), 160)
	german := segment.FromSentences(src[:80], language.German)
	reversed := slices.Clone(tgt[:80])
	slices.Reverse(reversed)
	for _, c := range []struct {
		tgt         []string
		least, most int
	}{{reversed, 60, 80}, {tgt[80:], 0, 0}} {
		aligner := withWords()
		aligner.Moved = true
		beads, err := aligner.Align(context.Background(), german, segment.FromSentences(c.tgt, language.English))
		require.NoError(t, err)
		moved := 0
		for _, b := range beads {
			if b.Moved {
				moved++
			}
		}
		assert.GreaterOrEqual(t, moved, c.least)
		assert.LessOrEqual(t, moved, c.most)
	}
}

func TestOverlap(t *testing.T) {
	src, tgt := said(rand.New(rand.NewPCG(9, 9)), 80)
	_, roses := mirrored(80)
	german, english := segment.FromSentences(src, language.German), segment.FromSentences(tgt, language.English)
	other := segment.FromSentences(roses, language.English)
	overlap := func(tgt *segment.Text) align.Overlap {
		beads, err := withWords().Align(context.Background(), german, tgt)
		require.NoError(t, err)
		return align.OverlapOf(beads, german, tgt)
	}
	o := overlap(english)
	assert.True(t, o.Parallel(), "%v", o.Shares)
	assert.False(t, o.Unrelated())
	o = overlap(other)
	assert.True(t, o.Unrelated(), "%v", o.Shares)
	assert.False(t, o.Parallel())
}

// TestMinePiles mines the piles of the development data.
func TestMinePiles(t *testing.T) {
	lines := func(name string) []string { return strings.Split(strings.TrimSpace(string(gold.Data(t, name))), "\n") }
	for _, pair := range []string{"fr-en", "ar-en", "tr-en"} {
		tags := []language.Tag{language.Make(pair[:2]), language.English}
		dir := "bench/mine/" + pair + "/pile."
		source := segment.FromSentences(lines(dir+"src"), tags[0])
		target := segment.FromSentences(lines(dir+"tgt"), tags[1])
		beads, err := withWords().Mine(context.Background(), source, target)
		require.NoError(t, err)
		want := lines(dir + "gold")
		right := 0
		for _, b := range beads {
			if slices.Contains(want, fmt.Sprintf("%d\t%d", b.Ranges[0].Lo, b.Ranges[1].Lo)) {
				right++
			}
		}
		f := 2 * float64(right) / float64(len(beads)+len(want))
		t.Logf("%s: F1 %.3f, %d pairs", pair, f, len(beads))
		assert.Greater(t, f, 0.8, pair)
	}
}
