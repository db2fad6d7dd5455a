package seedfile_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/seed"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/examples/bitext/seedfile"
	"github.com/bitext-go/bitext/segment"
)

func units(t *testing.T, file string) (all []tmx.Unit) {
	t.Helper()
	for u, err := range tmx.Units(strings.NewReader(file)) {
		require.NoError(t, err)
		all = append(all, u)
	}
	return all
}

func run(t *testing.T, s *seedfile.Output) *seed.Report {
	t.Helper()
	r, err := s.Run(t.Context())
	require.NoError(t, err)
	assert.NoDirExists(t, seedfile.WorkFolder(s.Path))
	assert.Equal(t, r.Units.Found, r.Units.LeftOut+r.Units.Merged+r.Units.Written)
	return r
}

func TestACollectionBecomesAMemory(t *testing.T) {
	dir := archive(t, 24)
	put(
		t,
		dir,
		map[string]string{
			"bad.en.txt":   "\x00",
			"bad.fr.txt":   document(3, 1),
			"worse.en.txt": "PANIC",
			"worse.fr.txt": document(3, 1),
			"notes.txt":    "Personne ne le sait.",
		},
	)
	out := filepath.Join(t.TempDir(), "memory.tmx")
	s := find(t, dir, out)
	s.Rejects = filepath.Join(t.TempDir(), "left-out.tsv")
	r := run(t, s)

	assert.Len(t, r.Documents, 24)
	require.Len(t, r.Failed, 2)
	assert.Equal(t, "bad.en.txt + bad.fr.txt", r.Failed[0].Name)
	assert.Contains(t, r.Failed[0].Why, "there is a zero byte")
	assert.Contains(t, r.Failed[1].Why, "the program failed on it: a fault of the reader")
	require.Len(t, r.Unused, 1)
	assert.Equal(t, "notes.txt", r.Unused[0].Name)
	require.Len(t, r.Learned, 1)
	assert.Equal(t, [2]string{"en", "fr"}, [2]string{r.Learned[0].Source, r.Learned[0].Target})
	assert.Equal(t, []string{out}, r.Files)

	all := units(t, contents(t, out))
	assert.Len(t, all, r.Units.Written)
	assert.Positive(t, r.Units.Merged)
	sources := map[string]int{}
	for _, u := range all {
		en, ok := u.In(language.English)
		require.True(t, ok)
		_, ok = u.In(language.French)
		require.True(t, ok)
		sources[en.Text]++
		var documents []string
		for _, p := range en.Props {
			if p.Type == tmx.PropDocument {
				documents = append(documents, p.Text)
			}
		}
		if en.Text == "Two delegates voted against the proposal on fishing." {
			n := 0
			for i := range 24 {
				n += strings.Count(document(i, 0), en.Text)
			}
			assert.Len(t, documents, min(n, 20), "no unit lists more places")
			assert.Equal(t, "year0/paper000.en.txt", documents[0])
			assert.Contains(t, u.Props, tmx.Prop{Type: seed.PropOccurrences, Text: strconv.Itoa(n)})
		}
	}
	assert.Equal(t, 1, sources["Two delegates voted against the proposal on fishing."])
	left := contents(t, s.Rejects)
	assert.Equal(t, r.Units.LeftOut, strings.Count(left, "\n")-1, left)
}

func TestTheNumberOfWorkersDoesNotMatter(t *testing.T) {
	dir := archive(t, 20)
	var first string
	for _, workers := range []int{1, 2, 7} {
		s := find(t, dir, filepath.Join(t.TempDir(), "memory.tmx"))
		s.Workers, s.Memory = workers, 2000*workers // sorted in many files, or in few
		run(t, s)
		memory := contents(t, s.Path)
		if first == "" {
			first = memory
		}
		assert.Equal(t, first, memory)
	}
}

func TestSeveralTranslationsAreKeptAndMarked(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, map[string]string{
		"a.en.txt": document(1, 0) + "\n\nThe well is dry.\n", "a.fr.txt": document(1, 1) + "\n\nLe puits est sec.\n",
		"b.en.txt": document(2, 0) + "\n\nThe well is dry.\n", "b.fr.txt": document(2, 1) + "\n\nLe puits est à sec.\n",
		"c.en.txt": document(3, 0) + "\n\nThe well is dry.\n", "c.fr.txt": document(3, 1) + "\n\nLe puits est sec.\n",
	})
	s := find(t, dir, filepath.Join(t.TempDir(), "memory.tmx"))
	r := run(t, s)
	found := map[string][]tmx.Prop{}
	for _, u := range units(t, contents(t, s.Path)) {
		if u.Variants[0].Text == "The well is dry." {
			found[u.Variants[1].Text] = u.Props[2:]
		}
	}
	assert.Equal(t, map[string][]tmx.Prop{
		"Le puits est sec.":   {{Type: seed.PropOccurrences, Text: "2"}, {Type: seed.PropAlternative, Text: "1/2"}},
		"Le puits est à sec.": {{Type: seed.PropAlternative, Text: "2/2"}},
	}, found)
	assert.Equal(t, 2, r.Units.Alternatives)
}

func TestWhatIsStoppedGoesOn(t *testing.T) {
	dir := archive(t, 20)
	whole := find(t, dir, filepath.Join(t.TempDir(), "memory.tmx"))
	run(t, whole)

	s := find(t, dir, filepath.Join(t.TempDir(), "memory.tmx"))
	put(t, filepath.Dir(s.Path), map[string]string{"memory.tmx": "the old one"})
	ctx, stop := context.WithCancel(t.Context())
	s.Progress = func(stage string, done, _ int) {
		if stage == "aligning" && done == 9 {
			stop()
		}
	}
	_, err := s.Run(ctx)
	require.EqualError(
		t,
		err,
		"interrupted; no memory was written, and an older one is unchanged. Finished work is kept in "+
			s.Path+".seeding; give the same command again to continue",
	)
	assert.Equal(t, "the old one", contents(t, s.Path))
	r := run(t, s)
	assert.GreaterOrEqual(t, r.Resumed, 9)
	assert.Equal(t, contents(t, whole.Path), contents(t, s.Path))
}

func TestADocumentThatChangesIsAlignedAgain(t *testing.T) {
	dir := archive(t, 4)
	s := find(t, dir, filepath.Join(t.TempDir(), "memory.tmx"))
	s.Keep = true
	r, err := s.Run(t.Context())
	require.NoError(t, err)
	assert.Zero(t, r.Resumed)
	put(
		t,
		dir,
		map[string]string{
			"year1/paper001.en.txt": document(1, 0) + "\n\nThe well is dry.\n",
			"year1/paper001.fr.txt": document(1, 1) + "\n\nLe puits est sec.\n",
		},
	)
	s.Keep = false
	r = run(t, s)
	assert.Equal(t, 3, r.Resumed)
	assert.Contains(t, contents(t, s.Path), "Le puits est sec.")
}

func TestTwoRunsDoNotMix(t *testing.T) {
	dir := archive(t, 3)
	out := filepath.Join(t.TempDir(), "memory.tmx")
	s, other := find(t, dir, out), find(t, dir, out)
	var second error
	s.Read = func(ctx context.Context, path string, tag language.Tag) ([]*segment.Text, error) {
		_, second = other.Run(t.Context())
		return read(ctx, path, tag)
	}
	s.Workers = 1
	run(t, s)
	assert.ErrorContains(t, second, "another bitext is writing it; wait until it ends")
}

func TestForms(t *testing.T) {
	dir := archive(t, 3)
	s := find(t, dir, filepath.Join(t.TempDir(), "memory.tmx.gz"))
	s.Date = time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC)
	r := run(t, s)
	assert.Equal(t, []string{s.Path}, r.Files)
	z, err := gzip.NewReader(bytes.NewReader([]byte(contents(t, s.Path))))
	require.NoError(t, err)
	body, err := io.ReadAll(z)
	require.NoError(t, err)
	assert.Len(t, units(t, string(body)), r.Units.Written)
	assert.Contains(t, string(body), `creationdate="20200102T030405Z"`)
	assert.Contains(t, string(body), `srclang="en"`)

	s = find(t, dir, filepath.Join(t.TempDir(), "memory.tmx"))
	s.Tool = seed.Tool{MaxBytes: 20_000}
	r = run(t, s)
	require.Greater(t, len(r.Files), 1)
	assert.Equal(t, filepath.Join(filepath.Dir(s.Path), "memory.2.tmx"), r.Files[1])
	n := 0
	for _, f := range r.Files {
		body := contents(t, f)
		assert.LessOrEqual(t, len(body), 20_000)
		n += len(units(t, body))
	}
	assert.Equal(t, r.Units.Written, n)
	assert.NoFileExists(t, s.Path)
	assert.Empty(t, r.Older)

	parts := r.Files
	s.Tool = seed.Tool{}
	r = run(t, s)
	assert.Equal(t, []string{s.Path}, r.Files)
	assert.Equal(t, parts, r.Older, "nothing else is touched, but it is said")
}

func TestDocumentsThatDoNotBelongTogetherAreNamed(t *testing.T) {
	dir := archive(t, 12)
	put(
		t,
		dir,
		map[string]string{
			"odd.en.txt": strings.ToUpper(strings.Repeat("Rabbits eat clover in the morning. Foxes sleep until noon. ", 9)),
			"odd.fr.txt": document(5, 1),
		},
	)
	s := find(t, dir, filepath.Join(t.TempDir(), "memory.tmx"))
	put(
		t,
		dir,
		map[string]string{
			"same.en.txt": document(4, 0),
			"same.fr.txt": "В селе высох колодец, и люди просят воды у правительства.",
			"todo.en.txt": document(3, 0),
			"todo.ru.txt": document(3, 0),
		},
	)
	s = find(t, dir, s.Path)
	r := run(t, s)
	require.Len(t, r.Failed, 3)
	assert.Contains(t, r.Failed[0].Why, "are these the right files?")
	assert.Contains(t, r.Failed[1].Why, "same.fr.txt: its name or the manifest says French, but the text is in Russian")
	assert.Contains(t, r.Failed[2].Why, "todo.ru.txt: it is in English, as ")
	assert.Contains(t, r.Failed[2].Why, "todo.en.txt is, and not translated into Russian; leave it out")
	assert.NotContains(t, contents(t, s.Path), "RABBITS")
}

// A translation that is not finished reads as in the language of the original. What is translated
// is used.
func TestUnfinishedTranslations(t *testing.T) {
	dir := archive(t, 3)
	put(t, dir, map[string]string{
		"part.en.txt": document(6, 0) + "\n\nThe well in the village has dried up. People ask the government for water.",
		"part.ru.txt": document(6, 0) + "\n\nКолодец в деревне высох. Люди просят воды у правительства.",
	})
	s := find(t, dir, filepath.Join(t.TempDir(), "memory.tmx"))
	r := run(t, s)
	assert.Empty(t, r.Failed)
	assert.Contains(t, contents(t, s.Path), "Колодец в деревне высох.")
	assert.NotZero(t, r.LeftOut[slices.Index(seed.Reasons, seed.Same)].Units)
	for _, d := range r.Documents {
		if strings.HasPrefix(d.Name, "part.") {
			assert.Equal(t, []string{"en", "ru"}, d.Langs)
			assert.Equal(t, 2, d.Units)
		}
	}
}

func TestErrorsSayWhatToDo(t *testing.T) {
	dir, out := archive(t, 1), filepath.Join(t.TempDir(), "memory.tmx")
	s := find(t, dir, filepath.Join(t.TempDir(), "none", "memory.tmx"))
	_, err := s.Run(t.Context())
	assert.ErrorContains(t, err, "create it, or choose another")
	s = find(t, dir, filepath.Dir(out))
	_, err = s.Run(t.Context())
	assert.ErrorContains(t, err, "give the name of a file in it")
	_, err = (&seedfile.Output{Seeding: &seed.Seeding{}, Path: out}).Run(t.Context())
	assert.ErrorContains(t, err, "check the folder or the manifest")
	require.NoError(t, os.MkdirAll(seedfile.WorkFolder(out), 0o777))
	put(t, seedfile.WorkFolder(out), map[string]string{"journal": "something else"})
	_, err = find(t, dir, out).Run(t.Context())
	assert.ErrorContains(t, err, "its journal was written by another version")
	assert.Equal(t, "something else", contents(t, filepath.Join(seedfile.WorkFolder(out), "journal")))
}
