package align_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/lexicon"
	"github.com/bitext-go/bitext/align/lexicon/core"
	"github.com/bitext-go/bitext/align/lexicon/wide"
	"github.com/bitext-go/bitext/internal/gold"
	"github.com/bitext-go/bitext/segment"
)

// Three texts of one layout: four paragraphs of two sentences, with a year in the first.
const (
	mill = `The mill at the river was bought by two sisters in 1968. They repaired the wheel themselves.

Farmers brought them wheat and barley from the whole valley. The flour was sold in paper bags.

One night the water rose over the bridge. It took the door of the mill away.

Since then the sisters live in the town. Their mill is a museum with a small garden.`
	moulin = `Le moulin au bord de la rivière fut acheté par deux sœurs en 1968. Elles réparèrent la roue elles-mêmes.

Les paysans leur apportaient du blé et de l'orge de toute la vallée. La farine était vendue dans des sacs en papier.

Une nuit, l'eau monta au-dessus du pont. Elle emporta la porte du moulin.

Depuis lors, les sœurs vivent en ville. Leur moulin est un musée avec un petit jardin.`
	velo = `Le magasin de vélos de la gare a ouvert ses portes en 1968. Son patron était un ancien champion.

Il prêtait des casques aux enfants qui n'en avaient pas encore. Les pneus coûtaient moins cher que chez les autres.

Un matin, un voleur cassa la vitrine. On le trouva grâce à sa chemise.

Maintenant la fille du patron dirige l'atelier. Elle répare aussi des fauteuils roulants très modernes.`
)

func coreAligner() *align.Aligner {
	return &align.Aligner{Scorer: append(evidence.Standard(), evidence.Dictionary(core.Lexicon)), Moved: true}
}

// likely returns how many beads are more likely translations than not, and the surest confidence.
func likely(t *testing.T, a *align.Aligner, src, tgt *segment.Text) (n int, best float64) {
	t.Helper()
	beads, err := a.Align(t.Context(), src, tgt)
	require.NoError(t, err)
	for _, b := range beads {
		if best = max(best, b.Translation); b.Translation >= 0.5 {
			n++
		}
	}
	return n, best
}

func TestShortTextsOfOneLayoutAreDoubted(t *testing.T) {
	a := coreAligner()
	en, fr := segment.New(mill, language.English), segment.New(moulin, language.French)
	other := segment.New(velo, language.French)
	n, _ := likely(t, a, en, fr)
	assert.Equal(t, 8, n)
	n, best := likely(t, a, en, other)
	assert.Zero(t, n)
	assert.Less(t, best, 0.1)

	// In rows of three, a text that does not belong makes its rows unlikely.
	russian := segment.New(`Мельницу у реки в 1968 году купили две сестры. Они сами починили колесо.

Крестьяне привозили им пшеницу и ячмень со всей долины. Муку продавали в бумажных мешках.

Однажды ночью вода поднялась выше моста. Она унесла дверь мельницы.

С тех пор сёстры живут в городе. Их мельница стала музеем с маленьким садом.`, language.Russian)
	rows, err := a.Align(t.Context(), en, fr, russian)
	require.NoError(t, err)
	for _, b := range rows {
		assert.Greater(t, b.Translation, 0.5)
	}
	rows, err = a.Align(t.Context(), en, other, russian)
	require.NoError(t, err)
	for _, b := range rows {
		if b.Ranges[1].Len() > 0 {
			assert.Less(t, b.Translation, 0.5)
		}
	}
}

// A text whose sentences are in another order is a translation all the same.
func TestWhatMovedVouchesForTheTexts(t *testing.T) {
	fr := strings.Split(moulin, "\n\n")
	slices.Reverse(fr)
	moved := segment.New(strings.Join(fr, "\n\n"), language.French)
	n, _ := likely(t, coreAligner(), segment.New(mill, language.English), moved)
	assert.GreaterOrEqual(t, n, 6)
}

// Anchors say that the texts belong together.
func TestAnchoredTextsAreNotDoubted(t *testing.T) {
	en, other := segment.New(mill, language.English), segment.New(velo, language.French)
	a := coreAligner()
	a.Anchors = [][]int{{2, 2}, {4, 4}, {6, 6}}
	_, best := likely(t, a, en, other)
	assert.Greater(t, best, 0.1)
}

// Where there is nothing to doubt by, the beads speak for themselves: no words, or one sentence.
func TestTextsWithoutWordsAreNotDoubted(t *testing.T) {
	en, fr := segment.New(mill, language.English), segment.New(moulin, language.French)
	n, _ := likely(t, &align.Aligner{Scorer: evidence.Sum{evidence.Length{}, evidence.Breaks{}}}, en, fr)
	assert.Positive(t, n)
	one := func(text string, lang language.Tag) *segment.Text {
		first, _, _ := strings.Cut(text, ". ")
		return segment.FromSentences([]string{first + "."}, lang)
	}
	n, _ = likely(t, coreAligner(), one(mill, language.English), one(moulin, language.French))
	assert.Equal(t, 1, n)
}

// sliceOf returns n beads of a case from bead at on, as two texts with paragraphs of two beads.
func sliceOf(c gold.Case, langs [2]language.Tag, at, n int) (src, tgt *segment.Text) {
	var lines [2][]string
	var paragraphs [2][]segment.Range
	for k, b := range c.Beads[at : at+n] {
		for side, numbers := range [2][]int{b.Src, b.Tgt} {
			lo := len(lines[side])
			for _, i := range numbers {
				lines[side] = append(lines[side], [2][]string{c.Src, c.Tgt}[side][i])
			}
			if p := paragraphs[side]; k%2 == 1 && len(p) > 0 {
				p[len(p)-1].Hi = len(lines[side])
			} else if len(numbers) > 0 {
				paragraphs[side] = append(p, segment.Range{Lo: lo, Hi: len(lines[side])})
			}
		}
	}
	src, tgt = segment.FromSentences(lines[0], langs[0]), segment.FromSentences(lines[1], langs[1])
	src.Paragraphs, tgt.Paragraphs = paragraphs[0], paragraphs[1]
	return src, tgt
}

// TestSlicesOfOtherTextsAreDoubted holds slices of the development sets against their translations,
// and against slices of as many beads from elsewhere. Constants were chosen on these sets.
func TestSlicesOfOtherTextsAreDoubted(t *testing.T) {
	dir := filepath.Join(gold.Dir(t), "bench", "align")
	a := &align.Aligner{Moved: true}
	a.Scorer = append(evidence.Standard(), evidence.Dictionary(lexicon.Cache(wide.Lexicon)))
	for _, n := range []int{4, 6, 10, 14} {
		slicesOf, asked, others, silent := 0, 0, 0, 0
		for _, set := range []string{
			"made/clean/ar-en", "made/clean/zh-fr", "made/mixed/ru-en", "made/mixed/hi-en", "gold/textberg-dev/de-fr",
			"gold/dtm-hu-en", "gold/1984-hu-en",
		} {
			codes := strings.Split(set[len(set)-5:], "-")
			langs := [2]language.Tag{language.Make(codes[0]), language.Make(codes[1])}
			cases, err := gold.Cases(filepath.Join(dir, strings.TrimSuffix(set, "/de-fr")))
			require.NoError(t, err)
			c := cases[0]
			const slices = 6
			step := (min(len(c.Beads), 400) - n) / slices
			for i := range slices {
				src, tgt := sliceOf(c, langs, i*step, n)
				_, other := sliceOf(c, langs, (i+slices/2)%slices*step, n)
				if min(len(src.Sentences), len(tgt.Sentences), len(other.Sentences)) < 2 {
					continue
				}
				if found, _ := likely(t, a, src, tgt); found == 0 {
					asked++
				}
				if found, _ := likely(t, a, src, other); found > 0 {
					silent++
				}
				slicesOf, others = slicesOf+1, others+1
			}
		}
		what := fmt.Sprintf("%d beads: of %d translations %d are doubted, and of %d others %d are not",
			n, slicesOf, asked, others, silent)
		t.Log(what)
		assert.LessOrEqual(t, asked, 1, what)
		assert.LessOrEqual(t, silent, map[int]int{4: 3, 6: 1}[n], what)
	}
}
