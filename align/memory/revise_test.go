package memory_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/memory"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/segment"
)

var laterDay = time.Date(2022, 5, 6, 0, 0, 0, 0, time.UTC)

// revised returns the French report with wordings replaced, pair by pair.
func revised(t *testing.T, changes ...string) *segment.Text {
	t.Helper()
	body, err := os.ReadFile(filepath.Join("..", "..", "testdata", "report", "report.fr.txt"))
	require.NoError(t, err)
	for i := 0; i < len(changes); i += 2 {
		require.Contains(t, string(body), changes[i])
	}
	x := segment.New(strings.NewReplacer(changes...).Replace(string(body)), language.French)
	x.Name = "report.fr.txt"
	return x
}

func addLater(t *testing.T, old []byte, text *segment.Text) ([]byte, *memory.Report) {
	t.Helper()
	var b bytes.Buffer
	a := memory.Adder{Aligner: aligner(), Date: laterDay}
	r, err := a.Add(context.Background(), open(old), text, &b)
	require.NoError(t, err)
	return b.Bytes(), r
}

// edit changes units of a memory as a person would with a tool.
func edit(t *testing.T, b []byte, f func(u *tmx.Unit)) []byte {
	t.Helper()
	var out bytes.Buffer
	r := tmx.NewReader(bytes.NewReader(b))
	w := tmx.NewWriter(&out)
	var err error
	w.Header, err = r.Header()
	require.NoError(t, err)
	for u, err := range r.Units() {
		require.NoError(t, err)
		f(&u)
		require.NoError(t, w.Write(u))
	}
	require.NoError(t, w.Close())
	return out.Bytes()
}

func french(u tmx.Unit) tmx.Variant {
	v, _ := u.In(language.French)
	return v
}

func TestANewVersionChangesOnlyWhatChanged(t *testing.T) {
	texts := report(t)
	old, _ := add(t, write(t, texts["ar"], texts["en"]), texts["fr"])
	old = edit(t, old, func(u *tmx.Unit) { u.Notes = []tmx.Note{{Text: "seen by a reviewer"}} })
	next := revised(t,
		"de sorte qu'elle ne prenne pas plus de 48\nheures", "afin qu'elle ne dépasse pas 48\nheures",
		"Il a rappelé qu'un essaim", "Une phrase tout à fait nouvelle, que nul n'avait prononcée, fut ajoutée.\n\nIl a rappelé qu'un essaim",
		" Elle a ajouté que les postes d'observation de la\ncôte occidentale travaillent toujours sans liaison par satellite.", "")
	b, r := addLater(t, old, next)
	assert.False(t, r.Comparable)
	assert.Equal(t, 1, r.Changed)
	assert.Equal(t, 1, r.Gone)
	assert.Zero(t, r.Added+r.Created+r.Joined)
	was := units(t, old)
	for i, u := range units(t, b) {
		v, w := french(u), french(was[i])
		switch {
		case strings.HasPrefix(v.Text, "Elle a invité les États membres"):
			assert.Contains(t, v.Text, "afin qu'elle ne dépasse pas 48 heures")
			assert.True(t, v.Changed.Equal(laterDay))
			assert.True(t, v.Created.Equal(day))
		case strings.HasPrefix(v.Text, "Elle a ajouté"):
			assert.Equal(t, "report.fr.txt", prop(v.Props, memory.PropGone))
			fallthrough
		default:
			assert.Equal(t, w.Text, v.Text)
			assert.True(t, v.Created.Equal(w.Created) && v.Changed.Equal(w.Changed), v.Text)
		}
		assert.Equal(t, was[i].ID, u.ID)
		assert.Equal(t, was[i].Notes, u.Notes)
	}
	again, _ := addLater(t, b, next)
	assert.Equal(t, string(b), string(again))

	back, r := addLater(t, b, texts["fr"])
	assert.Equal(t, 1, r.Changed)
	assert.NotContains(t, string(back), memory.PropGone, "the sentence is there again")
}

func TestWhatAPersonCorrectedStays(t *testing.T) {
	texts := report(t)
	old, _ := add(t, write(t, texts["ar"], texts["en"]), texts["fr"])
	const wording = "Elle a appelé les États membres à délivrer ces autorisations sous 48 heures."
	old = edit(t, old, func(u *tmx.Unit) {
		for i := range u.Variants {
			if strings.HasPrefix(u.Variants[i].Text, "Elle a invité les États membres") {
				u.Variants[i].Text = wording
			}
		}
	})
	same, r := addLater(t, old, texts["fr"])
	assert.Equal(t, string(old), string(same), "the document says what it said")
	for _, u := range r.Unplaced {
		assert.NotContains(t, u.Text, "Elle a invité")
	}

	next := revised(t, "de sorte qu'elle ne prenne pas plus de 48\nheures", "afin qu'elle ne dépasse pas 48\nheures")
	b, r := addLater(t, old, next)
	assert.Zero(t, r.Changed)
	require.Condition(t, func() bool {
		for _, u := range r.Unplaced {
			if strings.Contains(u.Text, "afin qu'elle ne dépasse pas") {
				return strings.Contains(u.Reason, "corrected") && u.Unit != "" && u.First > 0
			}
		}
		return false
	})
	found := false
	for _, u := range units(t, b) {
		if v := french(u); v.Text == wording {
			found = true
			assert.Contains(t, prop(v.Props, memory.PropRevised), "afin qu'elle ne dépasse pas 48 heures")
		}
	}
	assert.True(t, found, "the correction stays")
	again, _ := addLater(t, b, next)
	assert.Equal(t, string(b), string(again))
}

func TestOtherDocumentsAndDamageStay(t *testing.T) {
	texts := report(t)
	b := write(t, texts["ar"], texts["en"])
	const other = `
<tu tuid="7"><prop type="x-mine">p</prop>
<tuv xml:lang="en"><prop type="x-bitext-document">other.txt</prop><seg>A <hi>b</hi></seg></tuv>
<tuv xml:lang="fr"><prop type="x-bitext-document">autre.txt</prop><seg>Un <hi>b</hi></seg></tuv></tu>`
	two := bytes.Replace(b, []byte("  <body>\n"), []byte("  <body>\n"+other+"\n"), 1)

	var out bytes.Buffer
	a := memory.Adder{Aligner: aligner()}
	_, err := a.Add(context.Background(), open(two), texts["fr"], &out)
	assert.ErrorContains(t, err, `none is named "report.fr.txt"`)
	assert.ErrorContains(t, err, "other.txt = autre.txt")
	a.Document = "nowhere.txt"
	_, err = a.Add(context.Background(), open(two), texts["fr"], &out)
	assert.ErrorContains(t, err, `no document "nowhere.txt"`)
	a.Document = "report.ar-en.txt"
	stray := *texts["fr"]
	stray.Name = "autre.txt"
	_, err = a.Add(context.Background(), open(two), &stray, &out)
	assert.ErrorContains(t, err, `the memory has a text "autre.txt" in another document, other.txt = autre.txt`)
	out.Reset()
	r, err := a.Add(context.Background(), open(two), texts["fr"], &out)
	require.NoError(t, err)
	assert.Equal(t, 16, r.Added)
	was, is := units(t, two)[0], units(t, out.Bytes())[0]
	assert.Equal(t, was, is)

	const damage = "    <tu><tuv><seg>no language</seg></tuv></tu>\n"
	broken := bytes.Replace(b, []byte("  <body>\n"), []byte("  <body>\n"+damage), 1)
	a.Document = ""
	_, err = a.Add(context.Background(), open(broken), texts["fr"], &out)
	var bad *tmx.SyntaxError
	require.ErrorAs(t, err, &bad)
	assert.Equal(t, 6, bad.Line)
	a.LeaveOutDamaged = true
	out.Reset()
	r, err = a.Add(context.Background(), open(broken), texts["fr"], &out)
	require.NoError(t, err)
	assert.Len(t, r.Damage, 1)
}

// The units of a memory that other tools made name no document; all of them go on being the
// document of later texts.
func TestAMemoryThatNamesNoDocument(t *testing.T) {
	texts := report(t)
	bare := edit(t, write(t, texts["ar"], texts["en"]), func(u *tmx.Unit) {
		u.ID, u.Props = "", nil
		for i := range u.Variants {
			u.Variants[i].Props = nil
		}
	})
	b, r := add(t, bare, texts["fr"])
	assert.Equal(t, 20, r.Units)
	assert.Equal(t, 16, r.Added)
	_, r = add(t, b, texts["ru"])
	assert.Equal(t, 20, r.Units)
	assert.GreaterOrEqual(t, r.Added, 16)
	again, _ := add(t, b, texts["fr"])
	assert.Equal(t, string(b), string(again))
}
