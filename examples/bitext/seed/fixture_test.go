package seed_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/examples/bitext/seed"
	"github.com/bitext-go/bitext/lang"
	"github.com/bitext-go/bitext/segment"
)

// sentences are what the documents of the tests are made of, in English and French. %d is a number,
// %s a place.
var sentences = [][2]string{
	{"The council met in %s with %d members present.", "Le conseil s'est réuni à %s en présence de %d membres."},
	{
		"It approved the budget of %[2]d francs for the port of %[1]s.",
		"Il a approuvé le budget de %[2]d francs pour le port de %[1]s.",
	},
	{"The bridge of %s was closed for %d days.", "Le pont de %s a été fermé pendant %d jours."},
	{"Nobody in %s had asked for that.", "Personne à %s ne l'avait demandé."},
	{
		"The harvest fell by %[2]d tonnes because the rain came late.",
		"La récolte a baissé de %[2]d tonnes parce que la pluie est venue tard.",
	},
	{
		"Its chairman thanked the teachers of %s for their patience.",
		"Son président a remercié les enseignants de %s de leur patience.",
	},
	{"A new well gives water to %[2]d families.", "Un nouveau puits donne de l'eau à %[2]d familles."},
	{"The road to %s will be mended before winter.", "La route de %s sera réparée avant l'hiver."},
	{
		"Two delegates voted against the proposal on fishing.",
		"Deux délégués ont voté contre la proposition sur la pêche.",
	},
	{"The library bought %[2]d books last year.", "La bibliothèque a acheté %[2]d livres l'année dernière."},
	{
		"Its roof still leaks, as it did in the days of our grandparents.",
		"Son toit fuit toujours, comme au temps de nos grands-parents.",
	},
	{"The meeting ended at nightfall in %s.", "La séance a pris fin à la tombée de la nuit à %s."},
}

// town returns the name of a place.
func town(n int) string {
	first := []string{"Mar", "Dunc", "Vess", "Orb", "Till", "Quen", "Savig", "Brack", "Lanv", "Ush", "Perr"}
	last := []string{"ton", "y", "ford", "ham", "wick", "bury", "mere"}
	return first[n%len(first)] + last[n/len(first)%len(last)]
}

// document returns document number n in a language, 0 for English and 1 for French, its sentences
// in paragraphs of three.
func document(n, lang int) string {
	var b strings.Builder
	for i := range 16 {
		k := n*7 + i*5 + i*i
		s := sentences[k%len(sentences)][lang]
		town, number := town(n*31+i*5), 11+(n*37+i*13)%480
		switch {
		case strings.Contains(s, "%[1]s"), strings.Contains(s, "%s") && strings.Contains(s, "%d"):
			s = fmt.Sprintf(s, town, number)
		case strings.Contains(s, "%[2]d"):
			s = strings.ReplaceAll(s, "%[2]d", fmt.Sprint(number))
		case strings.Contains(s, "%s"):
			s = fmt.Sprintf(s, town)
		}
		b.WriteString(s)
		if i%3 == 2 {
			b.WriteString("\n\n")
		} else {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// archive returns a folder of n documents in English and French.
func archive(t testing.TB, n int) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "archive")
	files := map[string]string{}
	for i := range n {
		files[fmt.Sprintf("year%d/paper%03d.en.txt", i%3, i)] = document(i, 0)
		files[fmt.Sprintf("year%d/paper%03d.fr.txt", i%3, i)] = document(i, 1)
	}
	put(t, dir, files)
	return dir
}

// put writes files.
func put(t testing.TB, dir string, files map[string]string) {
	t.Helper()
	for name, body := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o777))
		require.NoError(t, os.WriteFile(path, []byte(body), 0o666))
	}
}

// read reads plain text, as simply as can be.
func read(path string, tag language.Tag) ([]*segment.Text, error) {
	body, err := os.ReadFile(path)
	switch {
	case err != nil:
		return nil, err
	case strings.Contains(string(body), "\x00"):
		return nil, fmt.Errorf("%s: there is a zero byte", path)
	case strings.Contains(string(body), "PANIC"):
		panic("a fault of the reader")
	case tag != language.Und:
		return []*segment.Text{segment.New(string(body), tag)}, nil
	}
	return lang.Split(string(body), lang.ByLetters()), nil
}

// find returns a seeding of a folder.
func find(t testing.TB, dir, out string) *seed.Seeding {
	t.Helper()
	c, err := seed.Find(dir, nil)
	require.NoError(t, err)
	return &seed.Seeding{Collection: c, Output: out, Read: read, Workers: 2, Filter: strict}
}

var strict = seed.Filter{
	Translation: 0.5,
	Boundary:    0.5,
	Same:        true,
	Language:    true,
	Numbers:     true,
	Related:     seed.Unrelated,
}

func contents(t testing.TB, path string) string {
	t.Helper()
	body, err := os.ReadFile(path)
	require.NoError(t, err)
	return string(body)
}
