package review_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/examples/bitext/review"
	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
	"github.com/bitext-go/bitext/segment"
)

const rain, pluie = "It rains. The fields drink. The wheat grows. The end.",
	"Il pleut. Les champs boivent. Le blé pousse. Fin."

// options returns the options of a review of two documents of four sentences each, in a directory
// of their own.
func options(t *testing.T) review.Options {
	t.Helper()
	dir := t.TempDir()
	writeDocuments(t, dir)
	return optionsIn(dir)
}

func writeDocuments(t *testing.T, dir string) {
	t.Helper()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "rain.en.txt"), []byte(rain), 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "pluie.fr.txt"), []byte(pluie), 0o600))
}

// optionsIn returns the options of a review of the documents in a directory.
func optionsIn(dir string) review.Options {
	documents := []string{filepath.Join(dir, "rain.en.txt"), filepath.Join(dir, "pluie.fr.txt")}
	return review.Options{
		Journal:   documents[0] + ".review",
		Documents: documents,
		Make: func() (*sheet.Sheet, error) {
			en, fr := segment.New(rain, language.English), segment.New(pluie, language.French)
			beads, err := align.Align(en, fr)
			return sheet.FromTexts(beads, en, fr), err
		},
		Align: func(ctx context.Context, texts []*segment.Text, anchors [][]int, _ func(int, int)) ([]align.Bead,
			error) {
			return (&align.Aligner{Anchors: anchors}).Align(ctx, texts...)
		},
		Now: func() time.Time { return time.Date(2024, 5, 6, 7, 8, 9, 0, time.UTC) },
	}
}

func open(t *testing.T, o review.Options) *review.Review {
	t.Helper()
	r, err := review.Open(o)
	require.NoError(t, err)
	t.Cleanup(func() { r.Close() })
	return r
}

func act(t *testing.T, r *review.Review, a review.Action) review.Outcome {
	t.Helper()
	a.Version = r.Actions()
	out, err := r.Act(context.Background(), a)
	require.NoError(t, err)
	return out
}

// memory returns the texts of the units that a review exports.
func memory(t *testing.T, r *review.Review, what string) (out []string) {
	t.Helper()
	var b bytes.Buffer
	_, err := r.Export(&b, what, "tmx")
	require.NoError(t, err)
	for u, err := range tmx.Units(&b) {
		require.NoError(t, err)
		var texts []string
		for _, v := range u.Variants {
			texts = append(texts, v.Text)
		}
		out = append(out, strings.Join(texts, " | "))
	}
	return out
}

var untouched = []string{
	"It rains. | Il pleut.",
	"The fields drink. | Les champs boivent.",
	"The wheat grows. | Le blé pousse.",
	"The end. | Fin.",
}

func TestWhatIsDoneIsThereAgain(t *testing.T) {
	o := options(t)
	r := open(t, o)
	assert.Equal(t, untouched, memory(t, r, "all"))
	assert.Empty(t, memory(t, r, "approved"))
	act(t, r, review.Action{Do: "merge", Row: 1})
	act(t, r, review.Action{Do: "approve", Row: 3})
	act(t, r, review.Action{Do: "correct", Row: 4, Place: review.Place{Column: 1}, Text: "C’est la fin.\n"})
	act(t, r, review.Action{Do: "approve", Row: 4})
	act(t, r, review.Action{Do: "undo"})
	want := []string{
		"It rains. The fields drink. | Il pleut. Les champs boivent.",
		"The wheat grows. | Le blé pousse.",
		"The end. | C’est la fin.",
	}
	assert.Equal(t, want, memory(t, r, "all"))

	_, err := review.Open(o)
	assert.ErrorContains(t, err, "open in another bitext review")
	require.NoError(t, r.Close())
	o.Make = nil // the journal alone must do
	again := open(t, o)
	assert.True(t, again.Resumed())
	assert.Equal(t, 5, again.Actions())
	assert.Equal(t, want, memory(t, again, "all"))
	act(t, again, review.Action{Do: "redo"})
	assert.Equal(t, want[1:], memory(t, again, "approved"))
	for again.Actions() < 10 {
		act(t, again, review.Action{Do: "undo"})
	}
	assert.Equal(t, untouched, memory(t, again, "all"))
}

func TestStaleActionIsRefused(t *testing.T) {
	r := open(t, options(t))
	act(t, r, review.Action{Do: "approve", Row: 1})
	for _, do := range []string{"approve", "merge", "undo", "realign"} {
		_, err := r.Act(context.Background(), review.Action{Version: 0, Do: do, Row: 2})
		assert.ErrorIs(t, err, review.ErrStale, do)
	}
	assert.Equal(t, 1, r.Actions())
}

// With many actions at a time, some of them stale, exactly those that were acknowledged are in the
// journal.
func TestManyAtATime(t *testing.T) {
	o := options(t)
	r := open(t, o)
	ctx, stop := context.WithCancel(context.Background())
	address, _ := serve(t, r)
	var judge, all sync.WaitGroup
	judge.Add(1)
	go func() { defer judge.Done(); r.Check(ctx) }()
	var done atomic.Int32
	for k := range 4 {
		all.Add(1)
		go func() {
			defer all.Done()
			for version := 0; version < 40; {
				_, err := r.Act(
					ctx,
					review.Action{
						Version: version,
						Do:      []string{"approve", "reject", "note", "undo"}[k],
						Row:     1 + k,
						Text:    fmt.Sprint(version),
					},
				)
				switch {
				case err == nil:
					done.Add(1)
				case errors.Is(err, review.ErrStale):
					version++
				default:
					assert.ErrorAs(t, err, new(review.RefusedError))
					version++
				}
			}
		}()
	}
	all.Add(1)
	go func() {
		defer all.Done()
		for range 10 {
			ask(t, address, "attention", "rains")
			memory(t, r, "all")
		}
	}()
	all.Wait()
	stop()
	judge.Wait()
	assert.Equal(t, int(done.Load()), r.Actions())
	end := memory(t, r, "approved")
	require.NoError(t, r.Close())
	again := open(t, o)
	assert.Equal(t, int(done.Load()), again.Actions())
	assert.Equal(t, end, memory(t, again, "approved"))
}

func TestSenselessActionIsRefused(t *testing.T) {
	r := open(t, options(t))
	for _, a := range []review.Action{
		{Do: "merge", Row: 1, Up: true}, {Do: "merge", Row: 99}, {Do: "split", Row: 1, Place: review.Place{Piece: 0}}, {Do: "split", Row: 1, Place: review.Place{Column: -1, Piece: 1}},
		{Do: "move", Row: 1, Place: review.Place{Column: 7}}, {Do: "move", Row: 1, Place: review.Place{Piece: -1}}, {Do: "correct", Row: 1, Place: review.Place{Column: 2}}, {Do: "correct", Row: 50},
		{Do: "note", Row: 1}, {Do: "undo"}, {Do: "redo"}, {Do: "dance", Row: 1}, {},
	} {
		_, err := r.Act(context.Background(), a)
		assert.ErrorAs(t, err, new(review.RefusedError), "%+v", a)
	}
	assert.Zero(t, r.Actions())
}

// An action that cannot be saved is not carried out.
func TestNothingIsDoneThatIsNotSaved(t *testing.T) {
	o := options(t)
	r := open(t, o)
	require.NoError(t, os.Truncate(o.Journal, 10))
	_, err := r.Act(context.Background(), review.Action{Do: "reject", Row: 1})
	assert.ErrorContains(t, err, "nothing is changed")
	assert.Equal(t, untouched, memory(t, r, "all"))
}

func TestDocumentThatChanged(t *testing.T) {
	o := options(t)
	require.NoError(t, open(t, o).Close())
	require.NoError(t, os.WriteFile(o.Documents[1], []byte("Autre chose."), 0o600))
	r := open(t, o)
	assert.Equal(t, o.Documents[1:], r.Changed())
	assert.Equal(t, untouched, memory(t, r, "all"), "the review goes on with the text as it was")
	r.Close()
	require.NoError(t, os.Remove(o.Documents[0]))
	r = open(t, o)
	assert.Len(t, r.Changed(), 2)
	r.Close()

	o.Documents = o.Documents[:1]
	_, err := review.Open(o)
	assert.ErrorContains(t, err, "this is the review of rain.en.txt and pluie.fr.txt",
		"a review of other documents is refused")
}

func TestNoJournal(t *testing.T) {
	o := options(t)
	for content, message := range map[string]string{"": "not a review", "hello\n": "not a review",
		"e8d7f3a7 {}\n": "not a review"} {
		require.NoError(t, os.WriteFile(o.Journal, []byte(content), 0o600))
		_, err := review.Open(o)
		assert.ErrorContains(t, err, message)
		assert.ErrorContains(t, err, o.Journal)
		after, err := os.ReadFile(o.Journal)
		require.NoError(t, err)
		assert.Equal(t, content, string(after), "a file that is something else stays")
	}
}

// A document that cannot be read is at fault itself: the message does not put the blame on the
// journal, and no journal is left.
func TestNoDocument(t *testing.T) {
	o := options(t)
	fault := fmt.Errorf("rain.en.txt: %w", fs.ErrPermission)
	o.Make = func() (*sheet.Sheet, error) { return nil, fault }
	_, err := review.Open(o)
	assert.Equal(t, fault, err)
	assert.NoFileExists(t, o.Journal)
}

func TestRealignKeepsWhatIsSettled(t *testing.T) {
	r := open(t, options(t))
	act(t, r, review.Action{Do: "merge", Row: 1})                                // settled by hand
	act(t, r, review.Action{Do: "move", Row: 3, Place: review.Place{Column: 1}}) // and these two
	act(t, r, review.Action{Do: "undo"})                                         // but no longer
	act(t, r, review.Action{Do: "correct", Row: 4,
		Text: "End"}) // this one is in the texts that are aligned
	act(t, r, review.Action{Do: "realign"})
	assert.Equal(
		t,
		[]string{
			"It rains. The fields drink. | Il pleut. Les champs boivent.",
			"The wheat grows. | Le blé pousse.",
			"End | Fin.",
		},
		memory(t, r, "all"),
	)
}

func TestRealignCanBeStopped(t *testing.T) {
	o := options(t)
	ctx, stop := context.WithCancel(context.Background())
	o.Align = func(ctx context.Context, _ []*segment.Text, _ [][]int, progress func(int, int)) ([]align.Bead, error) {
		progress(1, 2)
		stop()
		<-ctx.Done()
		return nil, ctx.Err()
	}
	r := open(t, o)
	_, err := r.Act(ctx, review.Action{Do: "realign"})
	assert.ErrorContains(t, err, "stopped")
	assert.ErrorAs(t, err, new(review.RefusedError))
	assert.Zero(t, r.Actions())
}

// If the sheet changes while the rest is being aligned, the alignment is discarded.
func TestRealignThatComesTooLate(t *testing.T) {
	o := options(t)
	var r *review.Review
	o.Align = func(ctx context.Context, texts []*segment.Text, _ [][]int, _ func(int, int)) ([]align.Bead, error) {
		act(t, r, review.Action{Do: "approve", Row: 1})
		return align.Align(texts...)
	}
	r = open(t, o)
	_, err := r.Act(context.Background(), review.Action{Do: "realign"})
	assert.ErrorIs(t, err, review.ErrStale)
	assert.Equal(t, untouched[:1], memory(t, r, "approved"))
}

// Notes, properties, dates and codes of a memory are kept.
func TestMemory(t *testing.T) {
	const in = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="other" creationtoolversion="7" segtype="sentence" o-tmf="x" ` +
		`adminlang="en" srclang="en" datatype="html" creationdate="20010203T040506Z">
    <note>kept</note>
  </header>
  <body>
    <tu tuid="7" creationdate="20020203T040506Z" creationid="ann" usagecount="3">
      <note>Ask Paul.</note>
      <prop type="x-client">ACME</prop>
      <tuv xml:lang="en"><seg>Press <bpt i="1">&lt;b&gt;</bpt>Enter<ept i="1">&lt;/b&gt;</ept>. Then wait. </seg></tuv>
      <tuv xml:lang="fr"><seg>Appuyez sur <bpt i="1">&lt;b&gt;</bpt>Entrée` +
		`<ept i="1">&lt;/b&gt;</ept>. Puis attendez.</seg></tuv>
      <tuv xml:lang="fr"><seg>Une autre.</seg></tuv>
    </tu>
    <tu tuid="8">
      <tuv xml:lang="en"><seg>Yes</seg></tuv>
      <tuv xml:lang="fr"><seg>Oui</seg></tuv>
    </tu>
    <tu tuid="9">
      <tuv xml:lang="en"><seg>Alone</seg></tuv>
    </tu>
  </body>
</tmx>
`
	path := filepath.Join(t.TempDir(), "m.tmx")
	require.NoError(t, os.WriteFile(path, []byte(in), 0o600))
	o := review.Options{
		Journal:   path + ".review",
		Documents: []string{path},
		Now:       options(t).Now,
		Make: func() (*sheet.Sheet, error) {
			s, damage, err := sheet.ReadMemory(strings.NewReader(in), "m.tmx", nil)
			require.Empty(t, damage)
			return s, err
		},
	}
	r := open(t, o)
	var b bytes.Buffer
	_, err := r.Export(&b, "all", "tmx")
	require.NoError(t, err)
	assert.Equal(t, in, b.String(), "what nobody touched is as it was")

	act(
		t,
		r,
		review.Action{
			Do:    "correct",
			Row:   1,
			Place: review.Place{Column: 1},
			Text:  "Appuyez sur la touche ⟦1⟧Entrée⟦2⟧.\nPuis attendez un peu.",
		},
	)
	act(t, r, review.Action{Do: "approve", Row: 2})
	r.Close()
	r = open(t, o)
	b.Reset()
	_, err = r.Export(&b, "all", "tmx")
	require.NoError(t, err)
	out := b.String()
	for _, want := range []string{
		`<tu tuid="7" creationdate="20020203T040506Z" creationid="ann" changedate="20240506T070809Z" usagecount="3">`,
		`<note>Ask Paul.</note>`, `<prop type="x-client">ACME</prop>`, `<seg>Une autre.</seg>`,
		`<seg>Press <bpt i="1">&lt;b&gt;</bpt>Enter<ept i="1">&lt;/b&gt;</ept>. Then wait. </seg>`,
		`<seg>Appuyez sur la touche <bpt i="1">&lt;b&gt;</bpt>Entrée<ept i="1">&lt;/b&gt;</ept>. Puis attendez un peu.</seg>`,
		`<prop type="x-bitext-review">approved</prop>`,
	} {
		assert.Contains(t, out, want)
	}
	_, err = r.Act(context.Background(), review.Action{Version: r.Actions(), Do: "realign"})
	assert.ErrorContains(t, err, "cannot be aligned again")

	act(t, r, review.Action{Do: "merge", Row: 2})
	assert.Contains(t, memory(t, r, "all"), "Yes Alone | Oui", "units can be merged")
	for r.Actions() < 6 {
		act(t, r, review.Action{Do: "undo"})
	}
	b.Reset()
	_, err = r.Export(&b, "all", "tmx")
	require.NoError(t, err)
	assert.Equal(t, in, b.String())
}

// FuzzResume opens any journal whose lines are complete: the result is a review or an error, and
// what it exports is a valid memory.
func FuzzResume(f *testing.F) {
	f.Add(`{"do":"merge","at":0,"drop":2,"rows":[{"id":9,"cells":[[{"Hi":2}],[{"Hi":2}]]}]}`)
	f.Add(`{"do":"undo"}`)
	f.Add(`{"at":-1,"drop":9}`)
	f.Add(
		`{"rows":[{"id":9,"cells":[[{"typed":{"text":"x","from":3,"codes":[{"Offset":1,"XML":"</hi>"}]}}],[]],"units":[0]}]}`,
	)
	var o review.Options
	var begin []byte
	f.Fuzz(func(t *testing.T, record string) {
		if begin == nil {
			o = options(t)
			require.NoError(t, open(t, o).Close())
			var err error
			begin, err = os.ReadFile(o.Journal)
			require.NoError(t, err)
		}
		o := o
		o.Journal = filepath.Join(t.TempDir(), "j")
		record = strings.ReplaceAll(record, "\n", " ")
		require.NoError(t, os.WriteFile(o.Journal, fmt.Appendf(begin, "%08x %s\n", checksum(record), record), 0o600))
		r, err := review.Open(o)
		if err != nil {
			return
		}
		defer r.Close()
		var out bytes.Buffer
		if _, err := r.Export(&out, "all", "tmx"); err == nil {
			for _, err := range tmx.Units(&out) {
				require.NoError(t, err)
			}
		}
		for _, do := range []string{"undo", "redo"} {
			_, err := r.Act(context.Background(), review.Action{Version: r.Actions(), Do: do})
			if err != nil && !errors.As(err, new(review.RefusedError)) {
				t.Fatal(err)
			}
		}
	})
}
