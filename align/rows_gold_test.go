package align_test

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
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
	"github.com/bitext-go/bitext/lang"
	"github.com/bitext-go/bitext/segment"
)

// A table is texts of several languages and their rows by hand.
type table struct {
	name  string
	texts []*segment.Text
	rows  []gold.Row
}

// rowsOf returns rows in the order of the languages, so that they can be compared.
func rowsOf(texts []*segment.Text, beads []align.Bead) (out []gold.Row) {
	for _, b := range beads {
		out = append(out, rowOf(texts, func(k int) segment.Range { return b.Ranges[k] }))
	}
	return out
}

func rowOf(texts []*segment.Text, ranges func(k int) segment.Range) gold.Row {
	order := make([]int, len(texts))
	for k := range order {
		order[k] = k
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(texts[a].Lang.String(), texts[b].Lang.String()) })
	var row gold.Row
	for _, k := range order {
		row = append(row, [2]int{ranges(k).Lo, ranges(k).Hi})
	}
	return row
}

// reportTable returns the report in six languages.
func reportTable(t *testing.T) table {
	t.Helper()
	dir := filepath.Join("..", "testdata", "report")
	raw, err := os.ReadFile(filepath.Join(dir, "report.rows.json"))
	require.NoError(t, err)
	var g struct {
		Languages []string
		Sources   map[string]string
		Rows      []map[string]any
	}
	require.NoError(t, json.Unmarshal(raw, &g))
	var out table
	out.name = "report"
	for _, l := range g.Languages {
		body, err := os.ReadFile(filepath.Join(dir, g.Sources[l]))
		require.NoError(t, err)
		tag := language.MustParse(l)
		if !strings.Contains(g.Sources[l], "ar-en") {
			out.texts = append(out.texts, segment.New(string(body), tag))
			continue
		}
		for _, part := range lang.Split(string(body), lang.ByLetters(language.Arabic, language.English)) {
			if part.Lang == tag {
				out.texts = append(out.texts, part)
			}
		}
	}
	for _, row := range g.Rows {
		out.rows = append(out.rows, rowOf(out.texts, func(k int) segment.Range {
			list, _ := row[g.Languages[k]].([]any)
			if len(list) == 0 {
				return segment.Range{}
			}
			return segment.Range{Lo: int(list[0].(float64)), Hi: int(list[len(list)-1].(float64)) + 1}
		}))
	}
	return out
}

// madeTable returns a made document: lines that are parallel in several languages, of which each
// language leaves some out, joins some, and some groups of lines are in few languages only.
func madeTable(t *testing.T, doc string, seed uint64, drop, join, few float64) table {
	t.Helper()
	dir := filepath.Join(gold.Dir(t), "bench", "align", "made", "clean")
	langs := []string{"en", "ar", "es", "fr", "hi", "ru", "zh"}
	r := rand.New(rand.NewPCG(seed, 1))
	lines := map[string][]string{}
	n := 0
	for _, l := range langs {
		file := l + "-en/" + doc + ".src"
		if l == "en" {
			file = "fr-en/" + doc + ".tgt"
		}
		var err error
		lines[l], err = gold.Lines(filepath.Join(dir, file))
		require.NoError(t, err)
		n = len(lines[l])
	}
	// cut[i][k] reports whether language k begins a sentence at line i, has[i][k] whether it has
	// line i.
	has := make([][]bool, n)
	for i := range has {
		has[i] = make([]bool, len(langs))
		for k := range langs {
			has[i][k] = r.Float64() >= drop
		}
		if r.Float64() < few {
			for k := range langs {
				has[i][k] = false
			}
			a := r.IntN(len(langs))
			b := (a + 1 + r.IntN(len(langs)-1)) % len(langs)
			has[i][a], has[i][b] = true, true
		}
	}
	out := table{name: doc}
	bodies := make([][]string, len(langs))
	at := make([][]int, len(langs)) // for each language and line, the number of its sentence
	glued := make([]bool, n)        // some language joins line i to the one before
	for k, l := range langs {
		at[k] = make([]int, n)
		joined := false
		for i := range n {
			at[k][i] = -1
			if !has[i][k] {
				continue
			}
			if i > 0 && has[i-1][k] && !joined && r.Float64() < join {
				last := len(bodies[k]) - 1
				sep := " "
				if l == "zh" {
					sep = ""
				}
				bodies[k][last] += sep + lines[l][i]
				joined, glued[i] = true, true
			} else {
				bodies[k] = append(bodies[k], lines[l][i])
				joined = false
			}
			at[k][i] = len(bodies[k]) - 1
		}
		out.texts = append(out.texts, segment.FromSentences(bodies[k], language.MustParse(l)))
	}
	for i := 0; i < n; {
		j := i + 1
		for j < n && glued[j] {
			j++
		}
		row := rowOf(out.texts, func(k int) segment.Range {
			var x segment.Range
			for m := i; m < j; m++ {
				if s := at[k][m]; s >= 0 {
					if x.Len() == 0 {
						x.Lo = s
					}
					x.Hi = s + 1
				}
			}
			return x
		})
		if row.Texts() > 0 {
			out.rows = append(out.rows, row)
		}
		i = j
	}
	return out
}

var lists = []struct {
	name string
	dict evidence.Dictionary
}{{"wide", wide.Lexicon}, {"core", core.Lexicon}, {"none", nil}}

func scorer(d evidence.Dictionary) evidence.Scorer {
	if d == nil {
		return evidence.Standard()
	}
	return append(evidence.Standard(), d)
}

// align aligns a table and scores it.
func (tab table) align(t *testing.T, a align.Aligner) (rows []align.Bead, f float64) {
	t.Helper()
	rows, err := a.Align(context.Background(), tab.texts...)
	require.NoError(t, err)
	covers(t, rows, tab.texts...)
	score, lost, extra := gold.CompareRows(tab.rows, rowsOf(tab.texts, rows))
	for _, l := range lost {
		t.Log("lost:  ", l)
	}
	for _, l := range extra {
		t.Log("extra: ", l)
	}
	_, _, f = score.Strict()
	return rows, f
}

// The report in six languages, whatever the pivot. Without any word list 22 rows are too few to
// learn words from, and the pivot counts.
func TestRowsOfTheReport(t *testing.T) {
	tab := reportTable(t)
	for _, list := range lists {
		for pivot, text := range tab.texts {
			t.Run(list.name+" "+text.Lang.String(), func(t *testing.T) {
				_, f := tab.align(t, align.Aligner{Scorer: scorer(list.dict), Pivot: pivot})
				if list.name != "none" {
					assert.GreaterOrEqual(t, f, 0.95)
				}
				t.Logf("strict F1 %.3f", f)
			})
		}
	}
}

// The order in which the texts are given decides nothing.
func TestRowsInAnyOrderOfTheTexts(t *testing.T) {
	tab := reportTable(t)
	a := align.Aligner{Scorer: scorer(wide.Lexicon)}
	rows, _ := tab.align(t, a)
	want := rowsOf(tab.texts, rows)
	for range 3 {
		first := tab.texts[0]
		rest := append(tab.texts[2:len(tab.texts):len(tab.texts)], tab.texts[1])
		tab.texts = append([]*segment.Text{first}, rest...)
		rows, _ = tab.align(t, a)
		require.Equal(t, want, rowsOf(tab.texts, rows))
	}
}

// Documents in seven languages. Each leaves out and joins sentences independently, and some
// sentences are in two languages only. At the light level 5 % are left out, 3 % joined and 4 % in
// two languages; at the heavy one 15, 6 and 8.
func TestRowsOfMadeDocuments(t *testing.T) {
	levels := []struct {
		name            string
		drop, join, few float64
		least           float64
	}{{"light", 0.05, 0.03, 0.04, 0.95}, {"heavy", 0.15, 0.06, 0.08, 0.84}}
	for n, level := range levels {
		for d := range 2 {
			tab := madeTable(t, fmt.Sprintf("pud%d", d), uint64(10*n+d), level.drop, level.join, level.few)
			t.Run(level.name+" "+tab.name, func(t *testing.T) {
				_, f := tab.align(t, align.Aligner{Scorer: scorer(wide.Lexicon)})
				assert.GreaterOrEqual(t, f, level.least)
				t.Logf("strict F1 %.3f", f)
			})
		}
	}
}

func TestLockedPivotIsNotJoined(t *testing.T) {
	tab := reportTable(t)
	for pivot := range 2 {
		for _, texts := range [][]*segment.Text{tab.texts, tab.texts[:2]} {
			a := align.Aligner{Scorer: scorer(core.Lexicon), Pivot: pivot, LockPivot: true}
			rows, err := a.Align(context.Background(), texts...)
			require.NoError(t, err)
			covers(t, rows, texts...)
			for _, row := range rows {
				assert.LessOrEqual(t, row.Ranges[pivot].Len(), 1)
			}
		}
	}
}

func TestAnchorsHoldInRows(t *testing.T) {
	tab := reportTable(t)
	// A wrong anchor, in the middle of rows: ar, en, fr, zh, es, ru.
	anchors := [][]int{{4, 6, 5, 3, 4, 5}, {20, 17, 19, 15, 14, 16}}
	a := align.Aligner{Scorer: scorer(core.Lexicon), Anchors: anchors}
	rows, err := a.Align(context.Background(), tab.texts...)
	require.NoError(t, err)
	covers(t, rows, tab.texts...)
	for _, at := range anchors {
		met := false
		for _, row := range rows {
			here := true
			for k, r := range row.Ranges {
				here = here && r.Hi == at[k]
			}
			met = met || here
		}
		assert.Truef(t, met, "a row ends at anchor %v", at)
	}
}

// Placed beads cover the rows and the text, whatever the texts are.
func TestPlacedBeadsCover(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	for range 40 {
		texts := make([]*segment.Text, 2+r.IntN(3))
		for k := range texts {
			texts[k] = segment.FromSentences(sentences(r, 1+r.IntN(25)), language.Und)
		}
		a := align.Aligner{}
		rows, err := a.Align(context.Background(), texts...)
		require.NoError(t, err)
		added := segment.FromSentences(sentences(r, 1+r.IntN(25)), language.Und)
		placed, order, err := a.Place(context.Background(), rows, texts, added)
		require.NoError(t, err)
		var beads []align.Bead
		for _, p := range placed {
			ranges := []segment.Range{p.Rows, p.Sentences}
			beads = append(beads, align.Bead{Ranges: ranges, Boundary: p.Boundary, Translation: p.Translation})
		}
		covers(t, beads, &segment.Text{Sentences: make([]segment.Span, len(rows))}, added)
		slices.Sort(order)
		for i, row := range order {
			require.Equal(t, i, row, "each row is there once")
		}
	}
}

// A list that is missing for two languages of which neither is the pivot is no error: others vouch
// for them.
func TestRowsWithoutAListForEachPair(t *testing.T) {
	tab := reportTable(t)
	onlyEnglish := evidence.Dictionary(func(src, tgt language.Tag) (*lexicon.Lexicon, error) {
		if src != language.English && tgt != language.English {
			return nil, fs.ErrNotExist
		}
		return core.Lexicon(src, tgt)
	})
	a := align.Aligner{Scorer: append(evidence.Standard(), onlyEnglish), Pivot: 1}
	rows, f := tab.align(t, a)
	assert.GreaterOrEqual(t, f, 0.6)
	french := slices.IndexFunc(tab.texts, func(x *segment.Text) bool { return x.Lang == language.French })
	_, _, err := a.Place(context.Background(), rows, tab.texts, tab.texts[french])
	require.NoError(t, err)
	a.Pivot = 0
	_, err = a.Align(context.Background(), tab.texts...)
	require.ErrorIs(t, err, fs.ErrNotExist)
}
