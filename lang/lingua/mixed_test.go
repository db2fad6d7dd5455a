package lingua_test

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"github.com/bitext-go/bitext/internal/gold"
	"github.com/bitext-go/bitext/lang"
	"github.com/bitext-go/bitext/lang/lingua"
	"github.com/bitext-go/bitext/lang/ngram"
	pemistahl "github.com/pemistahl/lingua-go"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
)

// mixed makes a document of blocks of 1 to 40 lines, each in one of the languages and never in that
// of the block before.
func mixed(rnd *rand.Rand, sentences map[language.Tag][]string, langs []language.Tag) (body string, runs []lang.Run) {
	var b strings.Builder
	last := -1
	for range 40 {
		k := rnd.IntN(len(langs))
		if k == last {
			k = (k + 1) % len(langs)
		}
		last = k
		start := b.Len()
		for range 1 + rnd.IntN(40) {
			all := sentences[langs[k]]
			b.WriteString(all[rnd.IntN(len(all))] + "\n")
		}
		r := lang.Run{Lang: langs[k]}
		r.Start, r.End = start, b.Len()
		runs = append(runs, r)
	}
	return b.String(), runs
}

// right returns the share of bytes of the document to which both give the same language.
func right(want, found []lang.Run) float64 {
	same, total := 0, 0
	for len(want) > 0 && len(found) > 0 {
		end := min(want[0].End, found[0].End)
		n := end - max(want[0].Start, found[0].Start)
		total += n
		if want[0].Lang == found[0].Lang {
			same += n
		}
		if want[0].End == end {
			want = want[1:]
		}
		if found[0].End == end {
			found = found[1:]
		}
	}
	return float64(same) / float64(total)
}

func TestMixedDocuments(t *testing.T) {
	sentences := map[language.Tag][]string{}
	for _, pair := range []string{"ar-fr", "zh-en"} {
		for k, ext := range []string{"src", "tgt"} {
			files, err := filepath.Glob(filepath.Join(gold.Dir(t), "bench/align/made/clean", pair, "*."+ext))
			require.NoError(t, err)
			require.NotEmpty(t, files)
			tag := language.Make(strings.Split(pair, "-")[k])
			for _, f := range files {
				lines, err := gold.Lines(f)
				require.NoError(t, err)
				sentences[tag] = append(sentences[tag], lines...)
			}
		}
	}
	models := map[language.Tag]pemistahl.Language{
		language.Arabic: pemistahl.Arabic, language.English: pemistahl.English,
		language.French: pemistahl.French, language.Chinese: pemistahl.Chinese,
	}
	t.Log("languages; share of bytes in the right language, number of runs")
	for _, row := range []string{"ar en", "fr en", "zh en", "ar fr", "ar en fr zh"} {
		var langs []language.Tag
		var theirs []pemistahl.Language
		for _, l := range strings.Fields(row) {
			langs = append(langs, language.Make(l))
			theirs = append(theirs, models[language.Make(l)])
		}
		body, want := mixed(rand.New(rand.NewPCG(1, 2)), sentences, langs)
		withModels, err := lingua.New(langs...)
		require.NoError(t, err)
		withTables, err := ngram.New(langs...)
		require.NoError(t, err)
		var shares [4]float64
		line := row
		for i, d := range []struct {
			name string
			lang.Detector
		}{{"all languages by script", lang.ByLetters()}, {"these by script", lang.ByLetters(langs...)},
			{"with models", withModels}, {"with tables", withTables}} {
			found := lang.Runs(body, d.Detector)
			for k := range found { // Chinese is Simplified or Traditional Chinese to a detector of all languages
				base, _ := found[k].Lang.Base()
				found[k].Lang = language.Make(base.String())
			}
			share := right(want, found)
			shares[i] = share
			assert.GreaterOrEqual(t, share, .995, "%s, %s", row, d.name)
			assert.LessOrEqual(t, len(found), len(want), "%s, %s", row, d.name)
			line += "; " + d.name + " " + formatShare(share, len(found))
		}
		assert.GreaterOrEqual(t, shares[3], shares[2]-.001, "%s: tables are as good as models", row)

		own := "not measured in short mode"
		if !testing.Short() {
			var runs []lang.Run
			multi := pemistahl.NewLanguageDetectorBuilder().FromLanguages(theirs...).Build()
			for _, r := range multi.DetectMultipleLanguagesOf(body) {
				for tag, model := range models {
					if model == r.Language() {
						run := lang.Run{Lang: tag}
						run.Start, run.End = r.StartIndex(), r.EndIndex()
						runs = append(runs, run)
					}
				}
			}
			own = formatShare(right(want, runs), len(runs))
		}
		t.Logf("%s; lingua's own mixed mode %s; of %d runs", line, own, len(want))
	}
}

func formatShare(share float64, runs int) string { return fmt.Sprintf("%.2f %%, %d", 100*share, runs) }
