package memory_test

import (
	"bytes"
	"context"
	"fmt"
	"math/rand"
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

// longMemory returns a memory of one document in English and French, by number of the saying.
func longMemory(t *testing.T, sayings []saying) []byte {
	var b bytes.Buffer
	out := tmx.NewWriter(&b)
	for i, s := range sayings {
		u := tmx.Unit{ID: fmt.Sprint(i), Notes: []tmx.Note{{Text: fmt.Sprint("note ", i)}}}
		for _, lang := range []string{"en", "fr"} {
			u.Variants = append(u.Variants, tmx.Variant{
				Lang: language.MustParse(lang), Text: s.in(lang),
				Props: []tmx.Prop{{Type: tmx.PropDocument, Text: "d." + lang}},
			})
		}
		require.NoError(t, out.Write(u))
	}
	require.NoError(t, out.Close())
	return b.Bytes()
}

// passage returns sayings as a text with a paragraph for each.
func passage(lang, name string, sayings ...saying) *segment.Text {
	var all []string
	for _, s := range sayings {
		all = append(all, s.in(lang))
	}
	text := segment.New(strings.Join(all, "\n\n"), language.MustParse(lang))
	text.Name = name
	return text
}

// TestLongDocument adds two passages to a document of which only some stretches are read. Nearly
// each sentence gets its unit; a second add changes nothing; and what a new version lacks is
// marked.
func TestLongDocument(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	sayings := make([]saying, 3000)
	for i := range sayings {
		sayings[i] = saying{template: r.Intn(len(templates)), a: 30 + r.Intn(3000), b: 1 + r.Intn(3000)}
	}
	old := longMemory(t, sayings)
	add := func(old []byte, text *segment.Text) ([]byte, *memory.Report) {
		a := memory.Adder{Date: day, Aligner: aligner(), Document: "d.en"}
		a.ReadStretches(500, 300, 12)
		var b bytes.Buffer
		report, err := a.Add(context.Background(), open(old), text, &b)
		require.NoError(t, err)
		assert.GreaterOrEqual(t, report.Units, 3000)
		return b.Bytes(), report
	}
	said := append(slices.Clone(sayings[900:940]), sayings[2290:2320]...)
	text := passage("es", "d.es", said...)
	first, report := add(old, text)
	assert.Greater(t, report.Added, 65)
	right, n := 0, 0
	for _, u := range units(t, first) {
		if len(u.Notes) == 0 {
			continue // a joint unit
		}
		i := n
		n++
		assert.Equal(t, fmt.Sprint("note ", i), u.Notes[0].Text)
		for _, v := range u.Variants[2:] {
			if v.Text == sayings[i].in("es") {
				right++
			}
		}
	}
	assert.Equal(t, len(sayings), n)
	assert.Equal(t, report.Added, right)
	again, report := add(first, text)
	assert.Equal(t, string(first), string(again))
	assert.Zero(t, report.Added+report.Changed+report.Gone)

	// Sentence 4 has another number than its unit, the 21st is gone, and one is new.
	said[3].a = 9999
	said = append(said[:20:20], append([]saying{{template: 8}}, said[21:]...)...)
	next, report := add(first, passage("es", "d.es", said...))
	assert.Equal(t, []int{0, 0, 2}, []int{report.Added, report.Changed, report.Gone}, "%+v", report)
	assert.GreaterOrEqual(t, report.Kept, 66)
	again, _ = add(next, passage("es", "d.es", said...))
	assert.Equal(t, string(next), string(again))

	// A text about something else gets nothing, and the memory is as it was.
	none, report := add(old, passage("es", "x.es", saying{template: 3}, saying{template: 5}))
	assert.Zero(t, report.Added)
	assert.Equal(t, len(units(t, old)), len(units(t, none)))
}
