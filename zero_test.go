package bitext_test

import (
	"context"
	"io"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/check"
	"github.com/bitext-go/bitext/align/embed"
	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/formats"
	"github.com/bitext-go/bitext/align/lexicon"
	"github.com/bitext-go/bitext/align/lexicon/cldr"
	"github.com/bitext-go/bitext/align/memory"
	"github.com/bitext-go/bitext/align/seed"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/read"
	"github.com/bitext-go/bitext/read/bilingual"
	"github.com/bitext-go/bitext/segment"
	"github.com/bitext-go/bitext/segment/srx"
)

// TestMisuseIsAnError uses types that were not made or filled as their documentation says, and
// functions without what they need. Each is an error that says what is missing.
func TestMisuseIsAnError(t *testing.T) {
	ctx := t.Context()
	en := segment.FromSentences([]string{"One.", "Two."}, language.English)
	fr := segment.FromSentences([]string{"Un.", "Deux."}, language.French)
	unit := tmx.Unit{Variants: []tmx.Variant{{Lang: language.English, Text: "a"}, {Lang: language.French, Text: "b"}}}
	alignWith := func(s evidence.Scorer) error {
		_, err := (&align.Aligner{Scorer: s}).Align(ctx, en, fr)
		return err
	}
	for _, c := range []struct {
		want string
		err  func() error
	}{
		{"make it with NewWriter", func() error { return new(tmx.Writer).Write(unit) }},
		{"make it with NewWriter", func() error { return new(tmx.Writer).Close() }},
		{"make it with NewReader", func() error { _, err := new(tmx.Reader).Header(); return err }},
		{"make it with NewReader", func() error { return firstError(tmx.NewReader(nil).Units()) }},
		{"Create is not set", func() error { return new(tmx.Splitter).Write(unit) }},
		{"Create is not set", func() error { return new(tmx.Splitter).Close() }},
		{"0 languages", func() error { return new(formats.Writer).Write(formats.Row{}) }},
		{"two texts or more", func() error { _, err := align.Align(); return err }},
		{"text 1 is nil", func() error { _, err := align.Align(nil, en); return err }},
		{"text 2 is nil", func() error { _, err := new(align.Aligner).Judge(ctx, nil, en, nil); return err }},
		{"text 1 is nil", func() error { _, err := new(align.Aligner).Mine(ctx, nil, en); return err }},
		{"no rows", func() error { _, _, err := new(align.Aligner).Place(ctx, nil, nil, en); return err }},
		{"scorer 1 of the sum is nil", func() error { return alignWith(evidence.Sum{nil}) }},
		{"Of is not set", func() error { return alignWith(evidence.Vectors{}) }},
		{"Prepare is not set", func() error { return alignWith(evidence.Similarities{}) }},
		{"a Dictionary is nil", func() error { return alignWith(evidence.Dictionary(nil)) }},
		{"0 vectors for the 2 sentences", func() error { return alignWith(evidence.SentenceVectors(nil)) }},
		{"vectors of 0 numbers", func() error { _, err := evidence.ReadVectors(strings.NewReader(""), 0); return err }},
		{"URL and Model", func() error { _, err := new(embed.Client).Embed(ctx, []string{"a"}); return err }},
		{"an Opener and a text", func() error { _, err := new(memory.Adder).Add(ctx, nil, en, io.Discard); return err }},
		{"one of the lexicons is nil", func() error { _, err := lexicon.Compose(nil, nil); return err }},
		{"one of the lexicons is nil", func() error { _, err := lexicon.Union(nil, new(lexicon.Lexicon)); return err }},
		{"no lexicons", func() error { _, err := lexicon.Union(); return err }},
		{"name a language for each", func() error { _, err := bilingual.Join([]*read.Document{{}, {}}, nil); return err }},
		{"unknown format", func() error {
			_, err := (&read.Reader{Format: "nope"}).Read(ctx, "a.txt", strings.NewReader("a"))
			return err
		}},
		{"no encoding", func() error {
			_, err := (&read.Reader{Encoding: "nope"}).Read(ctx, "a.txt", strings.NewReader("a"))
			return err
		}},
		{"no document to align", func() error { _, err := new(seed.Seeding).Run(ctx); return err }},
	} {
		assert.NotPanics(t, func() { assert.ErrorContains(t, c.err(), c.want) }, c.want)
	}
}

func firstError[T any](list iter.Seq2[T, error]) error {
	for _, err := range list {
		return err
	}
	return nil
}

// TestZeroValuesAreEmpty uses the zero values that are documented to be usable.
func TestZeroValuesAreEmpty(t *testing.T) {
	ctx := context.Background()
	var lex lexicon.Lexicon
	assert.Zero(t, lex.Len())
	assert.Empty(t, slices.Collect(lex.All()))
	assert.Empty(t, slices.Collect(lex.Translations("a")))
	assert.Equal(t, []string{"a"}, lex.Source().Forms("a"))
	assert.Zero(t, lex.Reverse().Scale(.5).Len())
	assert.NoError(t, lex.Write(io.Discard))
	var words lexicon.Words
	assert.False(t, words.Contains("a"))
	assert.Zero(t, words.Longest("a"))
	learned, err := new(lexicon.Learner).Lexicon(ctx)
	assert.NoError(t, err)
	assert.Zero(t, learned.Len())
	assert.Empty(t, new(cldr.Finder).Find("Pakistan"))
	assert.Empty(t, slices.Collect(new(srx.Rules).Breaks("One. Two.", language.English)))
	var text segment.Text
	assert.NoError(t, text.Check())
	assert.Equal(t, []float64{0}, text.CharsBefore())
	var overlap align.Overlap
	assert.False(t, overlap.Parallel() || overlap.Unrelated())
	assert.Empty(t, align.Paragraphs(nil))
	var checker check.Checker
	assert.Empty(t, checker.Check())
	var file bilingual.File
	assert.NoError(t, file.Complete(ctx, new(align.Aligner)))
	assert.Empty(t, new(read.Document).Text(language.English).Sentences)
}

// TestPanicsReachTheCaller has a scorer and a source of units that panic in goroutines of the
// library: the caller can recover.
func TestPanicsReachTheCaller(t *testing.T) {
	en := segment.FromSentences([]string{"One.", "Two."}, language.English)
	fr := segment.FromSentences([]string{"Un.", "Deux."}, language.French)
	broken := evidence.CostFunc(func(s, t segment.Range) float64 { panic("broken") })
	for _, progress := range []func(done, all int){nil, func(int, int) {}} {
		a := align.Aligner{Scorer: scorerOf{broken}, Progress: progress}
		assert.PanicsWithValue(t, "broken", func() { a.Align(t.Context(), en, fr) })
	}
	assert.PanicsWithValue(t, "broken", func() {
		for range check.All(new(check.Checker), func(yield func(int, []check.Side) bool) {
			yield(1, nil)
			panic("broken")
		}) {
			continue
		}
	})
}

type scorerOf struct{ model evidence.Model }

func (s scorerOf) Fit(context.Context, *segment.Text, *segment.Text) (evidence.Model, error) {
	return s.model, nil
}
