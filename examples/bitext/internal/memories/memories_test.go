package memories

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
)

func made(units ...tmx.Unit) []byte {
	var b bytes.Buffer
	w := tmx.NewWriter(&b)
	w.Header.Source = language.English
	for _, u := range units {
		if err := w.Write(u); err != nil {
			panic(err)
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func source(name string, b []byte) *Source {
	return &Source{Name: name, Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(b)), nil }}
}

func unit(id, en, fr string, changed int) tmx.Unit {
	u := tmx.Unit{ID: id, Variants: []tmx.Variant{
		{Lang: language.English, Text: en}, {Lang: language.French, Text: fr},
	}}
	if changed > 0 {
		u.Changed = time.Date(changed, 1, 2, 0, 0, 0, 0, time.UTC)
	}
	return u
}

func merged(t *testing.T, m Merger, files ...[]byte) ([]tmx.Unit, *MergeReport, []byte) {
	var all []*Source
	for i, f := range files {
		all = append(all, source(fmt.Sprint(i), f))
	}
	var b bytes.Buffer
	r, err := m.Merge(context.Background(), all, &b)
	require.NoError(t, err)
	var units []tmx.Unit
	for u, err := range tmx.Units(bytes.NewReader(b.Bytes())) {
		require.NoError(t, err)
		units = append(units, u)
	}
	return units, r, b.Bytes()
}

func TestTheNewestStaysAndGetsTheRest(t *testing.T) {
	older, newer := unit("a", "The quay", "Le quai", 2001), unit("b", "The quay", "Le quai", 2005)
	older.Notes = []tmx.Note{{Text: "seen"}}
	older.Created = time.Date(1999, 1, 1, 0, 0, 0, 0, time.UTC)
	older.Props = []tmx.Prop{{Type: "domain", Text: "Ports"}, {Type: tmx.PropTranslation, Text: "0.500"}}
	older.Variants[0].Props = []tmx.Prop{{Type: tmx.PropDocument, Text: "old.txt"}, {Type: tmx.PropLines, Text: "7"}}
	newer.Props = []tmx.Prop{{Type: tmx.PropTranslation, Text: "0.900"}}
	newer.Variants[0].Props = []tmx.Prop{{Type: tmx.PropDocument, Text: "new.txt"}}
	units, r, one := merged(t, Merger{}, made(older), made(newer, unit("c", "The mole", "Le môle", 0)))
	_, _, two := merged(t, Merger{}, made(newer, unit("c", "The mole", "Le môle", 0)), made(older))
	assert.Equal(t, string(one), string(two), "the order of the memories does not matter")
	assert.Equal(t, MergeReport{Read: []int{1, 2}, Written: 2, Equal: 1, Joined: 1}, *r)
	i := slices.IndexFunc(units, func(u tmx.Unit) bool { return u.ID == "b" })
	require.GreaterOrEqual(t, i, 0)
	u := units[i]
	assert.Equal(t, older.Notes, u.Notes)
	assert.Equal(t, older.Created, u.Created)
	assert.Equal(t, newer.Changed, u.Changed)
	assert.Equal(t, []tmx.Prop{{Type: tmx.PropTranslation, Text: "0.900"}, {Type: "domain", Text: "Ports"}}, u.Props)
	assert.Equal(t, []tmx.Prop{{Type: tmx.PropDocument, Text: "new.txt"},
		{Type: "x-bitext-also", Text: `{"document":"old.txt","lines":"7"}`}}, u.Variants[0].Props)

	units, _, _ = merged(t, Merger{Trusted: true}, made(older), made(unit("v", "The quay", "Le quai", 0)))
	require.Len(t, units, 1)
	assert.Equal(t, "v", units[0].ID, "a unit without a confidence has been vouched for")
}

// TestTheMemoryThatIsReplacedLeads merges memories, whatever their order, into each of them.
func TestTheMemoryThatIsReplacedLeads(t *testing.T) {
	files := [][]byte{
		made(unit("1", "one", "un", 2019), unit("2", "two", "deux", 2020)),
		bytes.Replace(made(unit("3", "three", "trois", 2018), unit("", "two", "deux", 2021)),
			[]byte(`srclang="en"`), []byte(`srclang="fr"`), 1),
	}
	for leads := range files {
		into := func(leading []byte, order ...int) []byte {
			all := []*Source{source("0", files[0]), source("1", files[1])}
			all[leads] = source("leads", leading)
			all[leads].Leads = true
			var b bytes.Buffer
			_, err := new(Merger).Merge(context.Background(), []*Source{all[order[0]], all[order[1]]}, &b)
			require.NoError(t, err)
			return b.Bytes()
		}
		once := into(files[leads], 0, 1)
		want, _, err := source("", files[leads]).Units()
		require.NoError(t, err)
		got, _, err := source("", once).Units()
		require.NoError(t, err)
		assert.Equal(t, want.Source, got.Source)
		assert.Equal(t, string(once), string(into(files[leads], 1, 0)))
		assert.Equal(t, string(once), string(into(once, 0, 1)), "a second time")
	}
}

func TestWhatIsIgnored(t *testing.T) {
	for _, c := range []struct {
		a, b  string
		names []string
	}{
		{"The Quay", "the quay", []string{"case"}},
		{"The  quay ", "The quay", []string{"spaces"}},
		{"The quay.", "The quay", []string{"punctuation"}},
		{"Quay 12", "Quay 7", []string{"numbers"}},
		{"Quay 1,200", "Quay 7", []string{"numbers", "punctuation"}},
	} {
		a, b := unit("", c.a, "x", 0), unit("", c.b, "x", 0)
		assert.NotEqual(t, Ignore{}.Key(&a), Ignore{}.Key(&b))
		ignore, err := ParseIgnore(c.names)
		require.NoError(t, err)
		assert.Equal(t, ignore.Key(&a), ignore.Key(&b), "%q %q", c.a, c.b)
		units, _, _ := merged(t, Merger{Ignore: ignore}, made(a, b))
		assert.Len(t, units, 1)
	}
	_, err := ParseIgnore([]string{"accents"})
	assert.ErrorContains(t, err, `"accents" cannot be ignored; choose of case, spaces`)
	a, b := unit("", "a", "bc", 0), unit("", "ab", "c", 0)
	assert.NotEqual(t, Ignore{}.Key(&a), Ignore{}.Key(&b))
	coded := unit("", "a", "bc", 0)
	coded.Variants[0].Inline = []tmx.Inline{{XML: "<ph>1</ph>"}}
	assert.NotEqual(t, Ignore{}.Key(&a), Ignore{}.Key(&coded))
	assert.Equal(t, Ignore{Codes: true}.Key(&a), Ignore{Codes: true}.Key(&coded))
}

// Random memories are cut, put together in another order and compared: nothing is lost.
func TestSplitAndMerge(t *testing.T) {
	for seed := range int64(20) {
		r := rand.New(rand.NewSource(seed))
		var all []tmx.Unit
		for i := range 40 {
			en, fr := fmt.Sprintf("Sentence %d.", i), fmt.Sprintf("Phrase %d.", r.Intn(3))
			u := unit(fmt.Sprint(i), en, fr, r.Intn(2)*2000)
			u.Props = []tmx.Prop{{Type: "domain", Text: []string{"a", "b", "c/d"}[r.Intn(3)]}}
			all = append(all, u)
		}
		whole := made(all...)
		s := Splitter{MaxUnits: 1 + r.Intn(9)}
		if seed%2 == 0 {
			s = Splitter{By: "domain"}
		}
		files := map[string]*bytes.Buffer{}
		s.Create = func(name string) (io.WriteCloser, error) {
			files[name] = &bytes.Buffer{}
			return closer{files[name]}, nil
		}
		parts, err := s.Split(context.Background(), source("whole", whole))
		require.NoError(t, err)
		var bodies [][]byte
		n := 0
		for _, p := range parts {
			bodies = append(bodies, files[p.Name].Bytes())
			n += p.Units
		}
		assert.Equal(t, len(all), n)
		r.Shuffle(len(bodies), func(i, j int) { bodies[i], bodies[j] = bodies[j], bodies[i] })
		_, _, again := merged(t, Merger{}, bodies...)
		d, err := Diff(context.Background(), source("old", whole), source("new", again), Ignore{}, func(c Change) {
			t.Errorf("%s: %s", c.Kind, c.Unit.ID)
		})
		require.NoError(t, err)
		assert.Equal(t, DiffReport{Equal: len(all)}, *d)
	}
}

type closer struct{ io.Writer }

func (closer) Close() error { return nil }

func TestDiff(t *testing.T) {
	before := made(unit("1", "one", "un", 0), unit("2", "two", "deux", 0), unit("3", "three", "trois", 0),
		unit("4", "bank", "rive", 0), unit("5", "bank", "banque", 0))
	after := made(unit("2", "two", "deux", 2001), unit("1", "one", "un", 0), unit("6", "three", "tierce", 0),
		unit("7", "six", "six", 0), unit("5", "bank", "banque", 0))
	var changes []string
	r, err := Diff(context.Background(), source("a", before), source("b", after), Ignore{}, func(c Change) {
		changes = append(changes, c.Kind+" "+c.Unit.ID)
	})
	require.NoError(t, err)
	assert.Equal(t, []string{"removed 4", "details 2", "changed 6", "added 7"}, changes)
	assert.Equal(t, DiffReport{Equal: 2, Details: 1, Changed: 1, Removed: 1, Added: 1}, *r)
}

func TestStatistics(t *testing.T) {
	u := unit("1", "The harbour master's boat", "码头", 2003)
	u.Variants[1].Lang = language.Chinese
	u.ChangedBy = "ana"
	u.Props = []tmx.Prop{{Type: tmx.PropTranslation, Text: "0.500"}}
	s, err := Statistics(context.Background(), source("a", made(u, unit("2", "Two", "Deux", 0))))
	require.NoError(t, err)
	assert.Equal(t, 2, s.Units)
	assert.Equal(t, []LanguageStats{{"en", 2, 5, 28}, {"fr", 1, 1, 4}, {"zh", 1, 2, 2}}, s.Languages)
	assert.Equal(t, []Count{{"ana", 1}}, s.Authors)
	assert.Equal(t, 1, s.Rated)
	assert.Equal(t, 1, s.Doubtful)
	assert.Equal(t, 2003, s.Newest.Year())
}

func TestDamageStopsOrIsLeftOut(t *testing.T) {
	good := made(unit("1", "one", "un", 0), unit("2", "two", "deux", 0))
	bad := bytes.Replace(good, []byte("<seg>two"), []byte("<seg><two"), 1)
	s := source("bad.tmx", bad)
	s.Damage = func(e *tmx.SyntaxError) error { return fmt.Errorf("stop: %w", e) }
	_, err := (&Merger{}).Merge(context.Background(), []*Source{s}, io.Discard)
	assert.ErrorContains(t, err, "stop: tmx: line")
	units, r, _ := merged(t, Merger{}, bad)
	assert.Len(t, units, 1)
	assert.Equal(t, []int{1}, r.Read)
}
