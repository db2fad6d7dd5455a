package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/lang"
	"github.com/bitext-go/bitext/lang/detect"
	"github.com/bitext-go/bitext/lang/ngram"
	"github.com/bitext-go/bitext/read"
)

// Where scripts tell the languages of a document, no language model is loaded.
func TestScriptsNeedNoModels(t *testing.T) {
	loaded := models
	t.Cleanup(func() { models = loaded })
	models = func() lang.Detector {
		require.Fail(t, "language models are loaded")
		return nil
	}
	d, err := reading{}.read(t.Context(), filepath.Join(fixture, "report.ar-en.txt"))
	require.NoError(t, err)
	assert.Equal(t, []language.Tag{language.English, language.Arabic}, finder.Languages(d.Body),
		"the one with more letters first")
	found, err := finder.Detector(d.Body, nil)
	require.NoError(t, err)
	_, modelled := found.(*ngram.Detector)
	assert.False(t, modelled)
	split, err := texts([]*read.Document{d}, nil)
	require.NoError(t, err)
	assert.Len(t, split, 2)
	for _, l := range []string{"fr", "es"} {
		d, err := reading{}.read(t.Context(), filepath.Join(fixture, "report."+l+".txt"))
		require.NoError(t, err)
		assert.Equal(t, l, finder.Language(d.Body).String(), "small words tell it")
	}
}

// Where small words are believed they are right, and they are believed of nearly all paragraphs.
func TestToldByWords(t *testing.T) {
	texts := map[string]string{}
	for name, l := range map[string]string{
		"1984-hu-en/1984.hu.src": "hu", "1984-hu-en/1984.hu.tgt": "en", "dtm-hu-en/dtm.src": "hu",
		"textberg-dev/dev.src": "de", "textberg-dev/dev.tgt": "fr",
	} {
		raw, err := os.ReadFile(shared(t, "bench/align/gold/"+name))
		require.NoError(t, err)
		texts[l] += string(raw)
	}
	for l, text := range texts {
		believed, all := 0, 0
		for ; len(text) >= 400; text = text[400:] {
			s := strings.ToValidUTF8(text[:400], "")
			tag, sure := byLetters.Detect(s)
			all++
			if detect.ToldByWords(tag, sure, s) {
				believed++
				assert.Equal(t, l, tag.String(), s)
			}
		}
		t.Logf("%s: %d of %d pieces are believed", l, believed, all)
		assert.Greater(t, believed*10, all*9, l)
	}
}

func TestLanguageOf(t *testing.T) {
	for text, want := range map[string]string{
		"The answer was published in the review of the library.":              "en",
		"La réponse a été publiée dans la revue de la bibliothèque.":          "fr",
		"Die Antwort wurde in der Zeitschrift der Bibliothek veröffentlicht.": "de",
		"A választ a könyvtár folyóiratában tették közzé.":                    "hu",
		"Ответ был опубликован в журнале библиотеки.":                         "ru",
		"答复刊登在图书馆的刊物上。":                                                       "zh-Hans",
		"उत्तर पुस्तकालय की पत्रिका में प्रकाशित हुआ और सभी सदस्यों को भेजा गया।":       "hi",
		"उत्तर ग्रंथालयाच्या नियतकालिकात प्रसिद्ध झाले आणि सर्व सभासदांना पाठवले गेले.": "mr",
		"340 (12.5)": "und",
	} {
		assert.Equal(t, want, finder.Language(text).String(), text)
	}
}
