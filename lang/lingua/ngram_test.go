package lingua_test

import (
	"bufio"
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/gold"
	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/lang"
	"github.com/bitext-go/bitext/lang/lingua"
	"github.com/bitext-go/bitext/lang/ngram"
)

// a sentence and the language that it is in.
type sentence struct {
	text string
	lang language.Tag
}

// spread returns n of the sentences, from all over them.
func spread(all []sentence, n int) (some []sentence) {
	for i := range min(n, len(all)) {
		some = append(some, all[i*len(all)/min(n, len(all))])
	}
	return some
}

// parallel returns sentences of a language, and what they are in English, that are not in the
// Universal Declaration of Human Rights, from the data for lexicons.
func parallel(t *testing.T, code string) (foreign, english []sentence) {
	f, err := os.Open(filepath.Join(gold.Dir(t), "lexicon-data/parallel", code+"-en.tsv.gz"))
	require.NoError(t, err)
	defer f.Close()
	z, err := gzip.NewReader(f)
	require.NoError(t, err)
	for s := bufio.NewScanner(z); s.Scan(); {
		fields := strings.Split(s.Text(), "\t")
		require.Len(t, fields, 3)
		if fields[0] != "udhr" {
			foreign = append(foreign, sentence{fields[2], language.Make(code)})
			english = append(english, sentence{fields[1], language.English})
		}
	}
	require.NotEmpty(t, foreign)
	return foreign, english
}

// share returns the share of sentences whose language a detector finds.
func share(d lang.Detector, sentences []sentence) float64 {
	right := 0
	for _, s := range sentences {
		if tag, _ := d.Detect(s.text); langtag.SameBase(tag, s.lang) {
			right++
		}
	}
	return float64(right) / float64(len(sentences))
}

// The tables of package ngram are right as often as the models that they were made from: for whole
// sentences among two languages, which is what a document holds, and among all.
func TestTablesAreAsGoodAsModels(t *testing.T) {
	const pairs, each = "de-en es-en es-pt fr-en fr-it nl-de pl-cs sv-nl", 100
	theirs, ours, n := 0.0, 0.0, 0.0
	for _, pair := range strings.Fields(pairs) {
		a, b, _ := strings.Cut(pair, "-")
		first, english := parallel(t, a)
		second := english
		if b != "en" {
			second, _ = parallel(t, b)
		}
		sentences := append(spread(first, each), spread(second, each)...)
		models, err := lingua.New(language.Make(a), language.Make(b))
		require.NoError(t, err)
		tables, err := ngram.New(language.Make(a), language.Make(b))
		require.NoError(t, err)
		withModels, withTables := share(models, sentences), share(tables, sentences)
		t.Logf("%s: models %.2f %%, tables %.2f %%", pair, 100*withModels, 100*withTables)
		assert.GreaterOrEqual(t, withTables, withModels-.011, "%s", pair)
		theirs, ours, n = theirs+withModels, ours+withTables, n+1
	}
	t.Logf("two languages: models %.2f %%, tables %.2f %%", 100*theirs/n, 100*ours/n)
	assert.GreaterOrEqual(t, ours, theirs-.001*n)

	var sentences []sentence
	for _, code := range strings.Fields("az cs de es fr hu id it nl pl pt ro sv sw tr vi hi") {
		foreign, english := parallel(t, code)
		for _, s := range append(spread(foreign, 15), spread(english, 1)...) {
			for letters := len(s.text); letters < 200; letters += len(s.text) { // see enough in examples/bitext
				s.text += " " + s.text
			}
			sentences = append(sentences, s)
		}
	}
	models, err := lingua.New()
	require.NoError(t, err)
	tables, err := ngram.New()
	require.NoError(t, err)
	withModels, withTables := share(models, sentences), share(tables, sentences)
	t.Logf("75 languages: models %.2f %%, tables %.2f %%, of %d", 100*withModels, 100*withTables, len(sentences))
	assert.GreaterOrEqual(t, withTables, withModels-.001)
}

// Marathi is not Hindi.
func TestMarathi(t *testing.T) {
	hindi, _ := parallel(t, "hi")
	tables, err := ngram.New(language.Hindi, language.Marathi)
	require.NoError(t, err)
	models, err := lingua.New(language.Hindi, language.Marathi)
	require.NoError(t, err)
	some := spread(hindi, 500)
	withModels, withTables := share(models, some), share(tables, some)
	t.Logf("Hindi: models %.2f %%, tables %.2f %%", 100*withModels, 100*withTables)
	assert.GreaterOrEqual(t, withTables, withModels)
	marathi := []sentence{
		{"सर्व सभासदांना उत्तर पाठवले गेले.", language.Marathi},
		{"मंत्री उद्या ग्रंथालयाला भेट देणार आहेत.", language.Marathi},
		{"नवीन इमारतीचे काम पुढच्या वर्षी सुरू होईल, असे त्यांनी सांगितले.", language.Marathi},
		{"आम्ही पत्र वाचले आणि ठराव मंजूर केला.", language.Marathi},
	}
	assert.Equal(t, 1.0, share(tables, marathi))
}
