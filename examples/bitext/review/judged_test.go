package review_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/check"
	"github.com/bitext-go/bitext/examples/bitext/review"
	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
	"github.com/bitext-go/bitext/segment"
)

// shifted is a memory whose second and third unit share sentences wrongly.
const shifted = `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
  <header creationtool="other" creationtoolversion="7" segtype="sentence" o-tmf="x" adminlang="en" srclang="en"
    datatype="plaintext"/>
  <body>
    <tu tuid="1"><note>first</note>
      <tuv xml:lang="en"><seg>It rains in 1901.</seg></tuv><tuv xml:lang="fr"><seg>Il pleut en 1901.</seg></tuv></tu>
    <tu tuid="2" creationdate="20020203T040506Z"><prop type="x-client">ACME</prop>
      <tuv xml:lang="en"><seg>The 12 fields drink in May. The 300 bridges of Lyon were closed on Monday.</seg></tuv>
      <tuv xml:lang="fr"><seg>Les 12 champs boivent en mai.</seg></tuv></tu>
    <tu tuid="3"><prop type="x-client">Blanc</prop>
      <tuv xml:lang="en"><seg>The wheat of 1955 grows well.</seg></tuv>
      <tuv xml:lang="fr"><seg>Les 300 ponts de Lyon étaient fermés lundi. Le blé de 1955 pousse bien.</seg></tuv></tu>
    <tu tuid="4">
      <tuv xml:lang="en"><seg>The end of 2020.</seg></tuv><tuv xml:lang="fr"><seg>Fin de 2020.</seg></tuv></tu>
  </body>
</tmx>
`

func shiftedOptions(t *testing.T) review.Options {
	path := filepath.Join(t.TempDir(), "m.tmx")
	require.NoError(t, os.WriteFile(path, []byte(shifted), 0o600))
	o := options(t)
	o.Journal, o.Documents = path+".review", []string{path}
	o.Make = func() (*sheet.Sheet, error) {
		s, _, err := sheet.ReadMemory(strings.NewReader(shifted), "m.tmx", nil)
		return s, err
	}
	return o
}

func TestMemoryIsRealigned(t *testing.T) {
	o := shiftedOptions(t)
	o.Align = func(_ context.Context, texts []*segment.Text, _ [][]int, _ func(int, int)) ([]align.Bead, error) {
		require.Len(t, texts[0].Sentences, 5)
		require.Len(t, texts[1].Sentences, 5)
		var beads []align.Bead
		for i := range 5 {
			beads = append(beads, align.Bead{
				Ranges:   []segment.Range{{Lo: i, Hi: i + 1}, {Lo: i, Hi: i + 1}},
				Boundary: .9, Translation: .8,
			})
		}
		return beads, nil
	}
	r := open(t, o)
	act(t, r, review.Action{Do: "realign"})
	units := []string{
		"It rains in 1901. | Il pleut en 1901.",
		"The 12 fields drink in May. | Les 12 champs boivent en mai.",
		"The 300 bridges of Lyon were closed on Monday. | Les 300 ponts de Lyon étaient fermés lundi.",
		"The wheat of 1955 grows well. | Le blé de 1955 pousse bien.",
		"The end of 2020. | Fin de 2020.",
	}
	assert.Equal(t, units, memory(t, r, "all"))
	r.Close()
	r = open(t, o) // the journal holds what was regrouped
	assert.Equal(t, units, memory(t, r, "all"))
	var b bytes.Buffer
	_, err := r.Export(&b, "all", "tmx")
	require.NoError(t, err)
	out := b.String()
	for _, kept := range []string{`tuid="1"`, `<note>first</note>`, `tuid="4"`} {
		assert.Contains(t, out, kept)
	}
	for _, changed := range []string{`tuid="2"`, `tuid="3"`} {
		assert.NotContains(t, out, changed, "a unit with other sentences is another unit")
	}
	assert.Equal(t, 2, strings.Count(out, "ACME"), "the notes and properties of a unit follow its sentences")
	assert.Equal(t, 2, strings.Count(out, "Blanc"))
	act(t, r, review.Action{Do: "undo"})
	b.Reset()
	_, err = r.Export(&b, "all", "tmx")
	require.NoError(t, err)
	assert.Contains(t, b.String(), `<tu tuid="2" creationdate="20020203T040506Z">`)
}

// Units of a memory get a confidence of translation while a person works, those that were corrected
// too.
func TestUnitsAreJudged(t *testing.T) {
	o := shiftedOptions(t)
	judged := make(chan int, 9)
	o.Judge = func(_ context.Context, units [][]check.Side) ([]float64, error) {
		out := make([]float64, len(units))
		for i, u := range units {
			if out[i] = .9; strings.Contains(u[1].Text, "ponts") {
				out[i] = .1
			}
		}
		judged <- len(units)
		return out, nil
	}
	r := open(t, o)
	require.NoError(t, r.Close())
	r = open(t, o)
	for _, row := range viewed(t, r) {
		assert.Equal(t, -1, row.Translation)
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	go r.Check(ctx)
	assert.Equal(t, 4, <-judged)
	is := func(want ...int) {
		t.Helper()
		assert.Eventually(t, func() bool {
			var got []int
			for _, row := range viewed(t, r) {
				got = append(got, row.Translation)
			}
			return assert.ObjectsAreEqual(want, got)
		}, 5*time.Second, 5*time.Millisecond)
	}
	is(90, 90, 10, 90)
	assert.True(t, viewed(t, r)[2].Doubtful)
	act(t, r, review.Action{Do: "correct", Row: 3, Place: review.Place{Column: 1}, Text: "Le blé de 1955 pousse bien."})
	is(90, 90, 90, 90)
	assert.False(t, viewed(t, r)[2].Doubtful)
}

// A unit that cannot be judged has no confidence, and the review goes on.
func TestUnitsThatCannotBeJudged(t *testing.T) {
	o := shiftedOptions(t)
	o.Judge = func(context.Context, [][]check.Side) ([]float64, error) { return nil, errors.New("no lists") }
	r := open(t, o)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	go r.Check(ctx)
	assert.Eventually(t, func() bool { return stateOf(t, r).Open == 0 }, 5*time.Second, 5*time.Millisecond)
	for _, row := range viewed(t, r) {
		assert.Equal(t, -1, row.Translation)
	}
}

type judgedRow struct {
	Translation int
	Doubtful    bool
}

// viewed returns the rows as a page receives them.
func viewed(t *testing.T, r *review.Review) []judgedRow {
	var out struct{ Rows []judgedRow }
	receive(t, r, "rows?filter=all&from=0&count=9", &out)
	return out.Rows
}

// stateOf returns the state of the review as a page receives it.
func stateOf(t *testing.T, r *review.Review) (out struct{ Open int }) {
	receive(t, r, "state?since=-1", &out)
	return out
}

func receive(t *testing.T, r *review.Review, path string, v any) {
	t.Helper()
	l, err := review.Listen(0)
	require.NoError(t, err)
	defer l.Close()
	token := review.NewToken()
	q := httptest.NewRequest(http.MethodGet, review.Address(l, token)+path, nil)
	answer := httptest.NewRecorder()
	review.Handler(r, l, token).ServeHTTP(answer, q)
	require.Equal(t, http.StatusOK, answer.Code, answer.Body)
	require.NoError(t, json.Unmarshal(answer.Body.Bytes(), v))
}
