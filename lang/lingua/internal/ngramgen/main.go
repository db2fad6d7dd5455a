// Command ngramgen makes the tables of package ngram from the models of lingua-go:
//
//	go run ./internal/ngramgen -out ../ngram/models
//
// Of the n-grams of four and five letters that lingua-go has, and of the rarer ones of three, it
// keeps those that say something that shorter ones do not: whose share of the letters, times the
// difference that the n-gram makes to the logarithm of the probability, is at least -least. This is
// the criterion of Stolcke, "Entropy-based Pruning of Backoff Language Models" (1998).
package main

import (
	"archive/zip"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"log"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"
	"google.golang.org/protobuf/proto"

	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/lang/internal/ngramtable"
	"github.com/pemistahl/lingua-go"
	"github.com/pemistahl/lingua-go/serialization"
)

// backoff is the factor of package ngramtable for each letter that a sequence is shorter.
const backoff = .4

// scripts are those with languages that letters do not tell apart.
var scripts = []string{"Latn", "Deva"}

// files are the names of the models, by the letters of their n-grams.
var files = []string{"", "unigrams", "bigrams", "trigrams", "quadrigrams", "fivegrams"}

func main() {
	log.SetFlags(0)
	out := flag.String("out", "", "directory for the tables")
	least := flag.Float64("least", 1.2e-6, "what an n-gram must add, in nats for each letter of text")
	flag.Parse()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/pemistahl/lingua-go").Output()
	if err != nil {
		log.Fatalf("ngramgen: finding lingua-go: %v", err)
	}
	models := filepath.Join(strings.TrimSpace(string(dir)), "language-models")
	for _, script := range scripts {
		if err := makeTable(models, script, *least, filepath.Join(*out, script+".bin")); err != nil {
			log.Fatalf("ngramgen: %s: %v", script, err)
		}
	}
}

// makeTable writes the table of a script.
func makeTable(models, script string, least float64, path string) error {
	var langs []string
	all := map[string]map[int]float64{}
	for _, l := range lingua.AllLanguages() {
		code := strings.ToLower(l.IsoCode639_1().String())
		if langtag.Script(language.Make(code)) != script {
			continue
		}
		m, err := read(filepath.Join(models, code))
		if err != nil {
			return err
		}
		m.prune(least)
		for _, ngrams := range m {
			for letters, g := range ngrams {
				if all[letters] == nil {
					all[letters] = map[int]float64{}
				}
				all[letters][len(langs)] = g.probability
			}
		}
		langs = append(langs, code)
	}
	var ngrams []ngramtable.Ngram
	costs := 0
	for letters, probabilities := range all {
		ngrams = append(ngrams, ngramtable.Ngram{Letters: letters, Probabilities: probabilities})
		costs += len(probabilities)
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	err = errors.Join(ngramtable.Write(f, langs, ngrams), f.Close())
	if info, bad := os.Stat(path); err == nil && bad == nil {
		fmt.Printf("%s: %d languages, %d n-grams, %d costs, %d bytes\n",
			path, len(langs), len(ngrams), costs, info.Size())
	}
	return err
}

// A gram is what lingua-go knows of an n-gram.
type gram struct {
	probability float64 // of the last letter after the others
	share       float64 // of all sequences of letters, this one
}

// A model holds the n-grams of a language, by their number of letters.
type model [6]map[string]gram

// read reads the model of a language. Lingua-go has no file for some numbers of letters of some
// languages.
func read(dir string) (*model, error) {
	m := &model{}
	for n := 1; n < len(files); n++ {
		m[n] = map[string]gram{}
		raw, err := unzip(filepath.Join(dir, files[n]+".pb.bin.zip"))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		var sets serialization.SerializableLanguageModel
		if err := proto.Unmarshal(raw, &sets); err != nil {
			return nil, fmt.Errorf("%s: %w", dir, err)
		}
		for _, set := range sets.NgramSets {
			for _, letters := range set.Ngrams {
				g := gram{probability: set.Probability, share: set.Probability}
				if n > 1 {
					_, last := utf8.DecodeLastRuneInString(letters)
					g.share *= m[n-1][letters[:len(letters)-last]].share
				}
				m[n][letters] = g
			}
		}
	}
	return m, nil
}

func unzip(path string) ([]byte, error) {
	archive, err := zip.OpenReader(path)
	if err != nil {
		return nil, err
	}
	defer archive.Close()
	if len(archive.File) != 1 {
		return nil, fmt.Errorf("%s: %d files in the archive, want one", path, len(archive.File))
	}
	f, err := archive.File[0].Open()
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}

// prune removes n-grams of three letters and more that add less than least to shorter ones. The
// shorter ones are those of the whole model, so the order does not matter.
func (m *model) prune(least float64) {
	var kept model = *m
	for n := 3; n < len(m); n++ {
		kept[n] = map[string]gram{}
		for letters, g := range m[n] {
			_, first := utf8.DecodeRuneInString(letters)
			without := m.probability(letters[first:]) * backoff
			if g.share*math.Abs(math.Log(g.probability/without)) >= least {
				kept[n][letters] = g
			}
		}
	}
	*m = kept
}

// probability returns that of the last letter after the others, by the longest n-gram of the model.
func (m *model) probability(letters string) float64 {
	factor := 1.0
	for letters != "" {
		if g, ok := m[utf8.RuneCountInString(letters)][letters]; ok {
			return factor * g.probability
		}
		_, first := utf8.DecodeRuneInString(letters)
		letters = letters[first:]
		factor *= backoff
	}
	return factor * 1e-6
}
