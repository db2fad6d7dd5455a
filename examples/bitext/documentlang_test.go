package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/lang/detect"
	"github.com/bitext-go/bitext/read"
)

const (
	maltese = "Il-ktieb qiegħed fuq il-mejda. Hija trid taqrah illejla qabel torqod."
	english = "The book is on the table. She wants to read it tonight before she goes to sleep. It is a " +
		"story of a ship that was lost in the storm, and of the people who looked for it for many " +
		"years and who never gave up the hope to find it. This is the best book that I have read in " +
		"all my life."
	nepali  = "किताब टेबलमा छ। उनी सुत्नु अघि आज राति यो पढ्न चाहन्छिन्।"
	spanish = "El libro está sobre la mesa. Ella quiere leerlo esta noche antes de dormir. Es la historia " +
		"de un barco que se perdió en la tormenta y de la gente que lo buscó durante muchos años y " +
		"que nunca perdió la esperanza de encontrarlo. Es el mejor libro que he leído en toda mi " +
		"vida."
)

func TestDocumentLanguage(t *testing.T) {
	for _, c := range []struct{ path, body, want, err, why string }{
		{"book.mt.txt", maltese, "mt", "", "a language without a model, by its name"},
		{"mt/book.txt", maltese, "mt", "", "by its folder"},
		{"book.ne.md", nepali, "ne", "", "a relative of Hindi"},
		{"book.txt", english, "en", "", "no name"},
		{"book.en-GB.txt", english, "en-GB", "", "the region of the name"},
		{"book.es.txt", english, "en", "", "a wrong name, and enough text"},
		{"book.es.txt", "Hotel", "es", "", "a short text"},
		{"book_it.txt", "Do it.", "en", "", "a word that is no language"},
		{"book.fr.txt", nepali, "", "book.fr.txt: its name says French, but its letters are those of Hindi; rename it", "another script"},
		{"book.ne.txt", nepali + " " + strings.Repeat("3c3782e313d1ec3ed06c104eafd133cc54ff5183 ", 4), "ne", "",
			"check sums among the text"},
		{"book.sr.txt", "Knjiga je na stolu.", "sr-Latn", "", "a language with two scripts"},
		{"book.de.txt", "12 (3)", "und", "", "no letters"},
	} {
		tag, err := documentLanguage(&read.Document{Path: c.path, Body: c.body})
		if c.err != "" {
			require.ErrorContains(t, err, c.err, c.why)
			continue
		}
		require.NoError(t, err, c.why)
		assert.Equal(t, c.want, tag.String(), c.why)
	}
	tag, err := documentLanguage(&read.Document{Path: "a.html", Body: maltese,
		Langs: []language.Tag{language.MustParse("mt")}})
	require.NoError(t, err)
	assert.Equal(t, "mt", tag.String(), "what the page declares")
}

func TestTwoLanguagesInOneDocument(t *testing.T) {
	for body, want := range map[string]bool{
		english:                    false,
		english + "\n\n" + spanish: true,
		english + "\n\n" + strings.Repeat(nepali, 3):                  true,
		english + "\n\n" + strings.Repeat(english+"\n\n", 5) + nepali: false,
	} {
		_, _, two := detect.Two(body)
		assert.Equal(t, want, two, body)
	}
	docs := []*read.Document{{Path: "a.txt", Body: english + "\n\n" + spanish}, {Path: "b.txt", Body: nepali}}
	_, err := documentLanguages(docs, nil)
	assert.ErrorContains(t, err, "a.txt: it is in two languages, English and Spanish; name it alone")
}

// Languages that are named in the wrong order are noticed in one script too.
func TestOrderOfLanguages(t *testing.T) {
	docs := []*read.Document{{Path: "a.txt", Body: english}, {Path: "b.txt", Body: spanish}}
	_, err := documentLanguages(docs, []language.Tag{language.Spanish, language.English})
	assert.ErrorContains(t, err,
		"a.txt is not in Spanish, but in English; give --langs the languages in the order of the files")
	_, err = documentLanguages(docs, []language.Tag{language.English, language.Spanish})
	assert.NoError(t, err)
}
