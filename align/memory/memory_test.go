package memory_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/lexicon/wide"
	"github.com/bitext-go/bitext/align/memory"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/internal/gold"
	"github.com/bitext-go/bitext/lang"
	"github.com/bitext-go/bitext/segment"
)

var day = time.Date(2022, 3, 4, 0, 0, 0, 0, time.UTC)

func aligner() align.Aligner {
	return align.Aligner{Scorer: append(evidence.Standard(), evidence.Dictionary(wide.Lexicon))}
}

// report returns the texts of the project's own report, by language.
func report(t testing.TB) map[string]*segment.Text {
	t.Helper()
	dir := filepath.Join("..", "..", "testdata", "report")
	out := map[string]*segment.Text{}
	for _, l := range []string{"fr", "zh", "es", "ru"} {
		body, err := os.ReadFile(filepath.Join(dir, "report."+l+".txt"))
		require.NoError(t, err)
		out[l] = segment.New(string(body), language.MustParse(l))
		out[l].Name = "report." + l + ".txt"
	}
	body, err := os.ReadFile(filepath.Join(dir, "report.ar-en.txt"))
	require.NoError(t, err)
	for _, text := range lang.Split(string(body), lang.ByLetters(language.Arabic, language.English)) {
		text.Name = "report.ar-en.txt"
		out[text.Lang.String()] = text
	}
	return out
}

// write makes a memory of texts.
func write(t testing.TB, texts ...*segment.Text) []byte {
	t.Helper()
	a := aligner()
	beads, err := a.Align(context.Background(), texts...)
	require.NoError(t, err)
	var b bytes.Buffer
	w := tmx.NewWriter(&b)
	w.Header.Source = texts[0].Lang
	w.Header.Created = day
	for u := range memory.FromBeads(beads, texts...) {
		require.NoError(t, w.Write(u))
	}
	require.NoError(t, w.Close())
	return b.Bytes()
}

func open(b []byte) memory.Opener {
	return func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(b)), nil }
}

func add(t testing.TB, old []byte, text *segment.Text) ([]byte, *memory.Report) {
	t.Helper()
	var b bytes.Buffer
	a := memory.Adder{Aligner: aligner(), Date: day}
	r, err := a.Add(context.Background(), open(old), text, &b)
	require.NoError(t, err)
	return b.Bytes(), r
}

func units(t testing.TB, b []byte) (out []tmx.Unit) {
	t.Helper()
	for u, err := range tmx.Units(bytes.NewReader(b)) {
		require.NoError(t, err)
		out = append(out, u)
	}
	return out
}

func prop(props []tmx.Prop, kind string) string {
	for _, p := range props {
		if p.Type == kind {
			return p.Text
		}
	}
	return ""
}

// rows returns the rows of a memory: its units, except those that others join, and its unpaired
// sentences.
func rows(t testing.TB, b []byte) []string {
	all := units(t, b)
	joined := map[string]bool{}
	for _, u := range all {
		for _, id := range strings.Fields(prop(u.Props, memory.PropJoins)) {
			joined[id] = true
		}
	}
	var out []string
	for _, u := range all {
		if !joined[u.ID] {
			var parts []string
			for _, v := range u.Variants {
				parts = append(parts, v.Lang.String()+": "+v.Text)
			}
			slices.Sort(parts)
			out = append(out, strings.Join(parts, "\n"))
		}
		for _, p := range u.Props {
			if p.Type == memory.PropBehind || p.Type == memory.PropBefore {
				var s struct{ Text string }
				require.NoError(t, json.Unmarshal([]byte(p.Text), &s))
				out = append(out, p.Lang.String()+": "+s.Text)
			}
		}
	}
	slices.Sort(out)
	return out
}

// rowsOf returns the rows of an alignment, spelled in the same way.
func rowsOf(beads []align.Bead, texts ...*segment.Text) []string {
	var out []string
	for _, b := range beads {
		var parts []string
		for k, r := range b.Ranges {
			if r.Len() > 0 {
				parts = append(parts, texts[k].Lang.String()+": "+tmx.NewVariant(texts[k], r).Text)
			}
		}
		slices.Sort(parts)
		out = append(out, strings.Join(parts, "\n"))
	}
	slices.Sort(out)
	return out
}

// sameRows compares rows and, where they differ, shows how each language of them begins.
func sameRows(t *testing.T, want, got []string) {
	t.Helper()
	for _, r := range want {
		assert.Truef(t, slices.Contains(got, r), "lost: %s", beginnings(r))
	}
	for _, r := range got {
		assert.Truef(t, slices.Contains(want, r), "not in the rows of all at once: %s", beginnings(r))
	}
}

func beginnings(row string) string {
	var out []string
	for _, line := range strings.Split(row, "\n") {
		r := []rune(line)
		out = append(out, string(r[:min(len(r), 30)])+fmt.Sprintf("… %d", len(r)))
	}
	return strings.Join(out, " | ")
}

func orders(langs []string) [][]string {
	if len(langs) == 0 {
		return [][]string{nil}
	}
	var out [][]string
	for i, l := range langs {
		rest := slices.Delete(slices.Clone(langs), i, i+1)
		for _, o := range orders(rest) {
			out = append(out, append([]string{l}, o...))
		}
	}
	return out
}

func TestOneAtATimeInAnyOrderGivesTheRowsOfAllAtOnce(t *testing.T) {
	texts := report(t)
	all := []*segment.Text{texts["ar"], texts["en"], texts["fr"], texts["zh"], texts["es"], texts["ru"]}
	a := aligner()
	beads, err := a.Align(context.Background(), all...)
	require.NoError(t, err)
	want := rowsOf(beads, all...)
	begin := write(t, texts["ar"], texts["en"])
	made := map[string][]byte{} // by the languages added, in their order
	for _, order := range orders([]string{"fr", "zh", "es", "ru"}) {
		t.Run(strings.Join(order, " "), func(t *testing.T) {
			b := begin
			for n, l := range order {
				after := strings.Join(order[:n+1], " ")
				if made[after] == nil {
					var r *memory.Report
					made[after], r = add(t, b, texts[l])
					assert.False(t, r.Comparable)
				}
				b = made[after]
			}
			sameRows(t, want, rows(t, b))
		})
	}
}

func TestTwiceChangesNothing(t *testing.T) {
	texts := report(t)
	b := write(t, texts["ar"], texts["en"])
	for _, l := range []string{"es", "fr", "ru", "zh"} {
		first, _ := add(t, b, texts[l])
		second, r := add(t, first, texts[l])
		require.Equal(t, string(first), string(second))
		assert.Zero(t, r.Added+r.Created+r.Joined+r.Changed+r.Gone)
		b = first
	}
}

// A verdict is a person's opinion of a French sentence in the report of another meeting.
type verdict struct{ Fr, En, Verdict string }

// onlyTheAccepted adds a French report of another meeting and compares what was placed with the
// verdicts.
func onlyTheAccepted(t *testing.T, old []byte, french *segment.Text, accepted, near int, gold []verdict) {
	t.Helper()
	b, r := add(t, old, french)
	assert.True(t, r.Comparable)
	for _, x := range r.Unplaced {
		assert.NotEmpty(t, x.Reason)
		assert.NotZero(t, x.First)
		t.Logf("lines %d-%d: %.60s… %s", x.First, x.Last, x.Text, x.Reason)
	}
	begins := func(s string) string {
		s, _, _ = strings.Cut(strings.NewReplacer("’", "'", "[", "").Replace(s), "...")
		return strings.TrimSpace(s)
	}
	counts := map[string]int{}
	for _, u := range units(t, b) {
		v, ok := u.In(language.French)
		if !ok {
			continue
		}
		verdict, length := "none", 0
		for _, p := range gold {
			if start := begins(p.Fr); strings.HasPrefix(begins(v.Text), start) && len(start) > length {
				verdict, length = p.Verdict, len(start)
				if en, _ := u.In(language.English); strings.Contains(p.En, " ") {
					assert.Truef(t, strings.HasPrefix(en.Text, p.En), "%q is beside %q", v.Text, en.Text)
				}
			}
		}
		counts[verdict]++
		t.Logf("%s: %.80s", verdict, v.Text)
	}
	assert.Equal(t, accepted, counts["accept"])
	assert.LessOrEqual(t, counts["near"], near)
	delete(counts, "accept")
	delete(counts, "near")
	assert.Empty(t, counts)
	again, _ := add(t, b, french)
	assert.Equal(t, string(b), string(again))
}

// The French report of 2018 speaks of another meeting in much the same words as the report of 2016.
func TestNothingIsForced(t *testing.T) {
	body := gold.Data(t, "seeds/ar-en-report-2016.txt")
	texts := lang.Split(string(body), lang.ByLetters(language.Arabic, language.English))
	for _, x := range texts {
		x.Name = "report-2016.txt"
	}
	french := segment.New(string(gold.Data(t, "seeds/fr-report-2018-pdf.txt")), language.French)
	french.Name = "report-2018.txt"
	var g struct {
		Comparable struct{ Pairs []verdict } `json:"comparable_fr002_vs_this"`
	}
	require.NoError(t, json.Unmarshal(gold.Data(t, "gold/report.json"), &g))
	onlyTheAccepted(t, write(t, texts...), french, 3, 2, g.Comparable.Pairs)
}

func TestNothingIsForcedInTheReportOfALaterMeeting(t *testing.T) {
	texts := report(t)
	dir := filepath.Join("..", "..", "testdata", "report")
	body, err := os.ReadFile(filepath.Join(dir, "later.fr.txt"))
	require.NoError(t, err)
	later := segment.New(string(body), language.French)
	later.Name = "later.fr.txt"
	raw, err := os.ReadFile(filepath.Join(dir, "later.gold.json"))
	require.NoError(t, err)
	var g struct{ Pairs []verdict }
	require.NoError(t, json.Unmarshal(raw, &g))
	onlyTheAccepted(t, write(t, texts["ar"], texts["en"]), later, 3, 1, g.Pairs)
	// Nor does it take the place of what the memory has in French.
	old, _ := add(t, write(t, texts["ar"], texts["en"]), texts["fr"])
	b, r := add(t, old, later)
	assert.True(t, r.Comparable)
	assert.Zero(t, r.Changed+r.Gone)
	for _, u := range units(t, old) {
		assert.Truef(t, slices.ContainsFunc(units(t, b), func(w tmx.Unit) bool { return holds(w, u) }), "unit %s", u.ID)
	}
}

// holds reports whether unit w has the id, the dates, the notes and the variants of unit u, and
// perhaps more variants.
func holds(w, u tmx.Unit) bool {
	if w.ID != u.ID || !w.Created.Equal(u.Created) || !w.Changed.Equal(u.Changed) || !slices.Equal(w.Notes, u.Notes) {
		return false
	}
	for _, v := range u.Variants {
		if !slices.ContainsFunc(w.Variants, func(x tmx.Variant) bool {
			return x.Lang == v.Lang && x.Text == v.Text && x.Created.Equal(v.Created) && x.Changed.Equal(v.Changed)
		}) {
			return false
		}
	}
	return true
}
