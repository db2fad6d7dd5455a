package segment

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"flag"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/internal/gold"
)

var update = flag.Bool("update", false, "write data/spaces")

// A spaceModel is a table before it is rounded.
type spaceModel map[string]float64

// spaceExample is a space with its features, and whether a sentence ends there.
type spaceExample struct {
	features []string
	ends     bool
}

// examplesOf returns the spaces of a text, which is its sentences with a space between them.
func examplesOf(sentences []string) (examples []spaceExample) {
	text, ends := joined(sentences)
	start := 0
	for pos := range len(text) {
		if text[pos] != ' ' {
			continue
		}
		if isSpaceToLookAt(text, start, pos) {
			x := spaceExample{ends: ends[pos]}
			spaceFeatures(text, start, pos, func(hash uint32, kind byte, value string) {
				x.features = append(x.features, string(kind)+value)
				if hash != hashOf(kind, value) {
					panic("two hashes of " + string(kind) + value)
				}
			})
			examples = append(examples, x)
		}
		if ends[pos] {
			start = pos + 1
		}
	}
	return examples
}

func joined(sentences []string) (text string, ends map[int]bool) {
	ends = map[int]bool{}
	var b strings.Builder
	for i, s := range sentences {
		if i > 0 {
			ends[b.Len()] = true
			b.WriteByte(' ')
		}
		b.WriteString(strings.Join(strings.Fields(s), " "))
	}
	return b.String(), ends
}

// learnSpaces fits weights to examples by AdaGrad. The same examples give the same weights.
func learnSpaces(texts [][]string) spaceModel {
	const (
		rounds = 20
		rate   = .3
		decay  = 1e-3
		least  = 2 // examples that have a feature
	)
	var examples []spaceExample
	count := map[string]int{}
	for _, t := range texts {
		for _, x := range examplesOf(t) {
			for _, f := range x.features {
				count[f]++
			}
			examples = append(examples, x)
		}
	}
	weights, squares := spaceModel{}, map[string]float64{}
	r := rand.New(rand.NewPCG(1, 2))
	for range rounds {
		r.Shuffle(len(examples), func(i, j int) { examples[i], examples[j] = examples[j], examples[i] })
		for _, x := range examples {
			sum := 0.0
			for _, f := range x.features {
				sum += weights[f]
			}
			slope := 1 / (1 + math.Exp(-sum))
			if x.ends {
				slope--
			}
			for _, f := range x.features {
				if count[f] < least {
					continue
				}
				g := slope + decay*weights[f]*float64(len(examples))/float64(count[f])
				squares[f] += g * g
				weights[f] -= rate * g / math.Sqrt(squares[f]+1e-6)
			}
		}
	}
	return weights
}

// file returns a table as it is written: a feature and its weight in 64ths a line.
func (m spaceModel) file() string {
	var b strings.Builder
	for _, f := range slices.Sorted(maps.Keys(m)) {
		if w := int(math.Round(64 * m[f])); w != 0 {
			fmt.Fprintf(&b, "%s %d\n", f, w)
		}
	}
	return b.String()
}

func (m spaceModel) table() spaceTable {
	weights := map[uint32]int32{}
	for f, w := range m {
		weights[hashOf(f[0], f[1:])] = int32(math.Round(64 * w))
	}
	return newSpaceTable(weights)
}

// spacesF1 returns the F1 of the ends that a decision finds, in percent.
func spacesF1(texts [][]string, ends func(text string, start, pos int) bool) float64 {
	hit, found, all := 0, 0, 0
	for _, sentences := range texts {
		text, want := joined(sentences)
		all += len(want)
		start := 0
		for pos := range len(text) {
			if text[pos] == ' ' && isSpaceToLookAt(text, start, pos) && ends(text, start, pos) {
				found++
				if want[pos] {
					hit++
				}
				start = pos + 1
			}
		}
	}
	return 200 * float64(hit) / float64(found+all)
}

// thaiTexts returns the Thai texts of the evaluation data: news and encyclopaedia (PUD), texts of
// many kinds from the web (TUD), and talk and law, which are sentences of Tatoeba and the Universal
// Declaration of Human Rights in an order of chance.
func thaiTexts(t *testing.T) (pud, tud, single [][]string) {
	for _, s := range samplesOf(t, "bench/segment/dev.jsonl") {
		if s.Lang == "th" && s.Kind == "corpus" {
			pud = append(pud, s.Sents)
		}
	}
	for _, s := range samplesOf(t, "bench/segment/wild.jsonl.gz") {
		if s.Lang == "th" {
			tud = append(tud, s.Sents)
		}
	}
	unzipped, err := gzip.NewReader(bytes.NewReader(gold.Data(t, "lexicon-data/parallel/th-en.tsv.gz")))
	require.NoError(t, err)
	var all []string
	for lines := bufio.NewScanner(unzipped); lines.Scan(); {
		if fields := strings.Split(lines.Text(), "\t"); len(fields) == 3 {
			all = append(all, fields[2])
		}
	}
	rand.New(rand.NewPCG(3, 4)).Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return pud, tud, slices.Collect(slices.Chunk(all, 20))
}

// The table is learned from all texts. What it is worth is measured on texts that it is not learned
// from.
func TestSpaceTable(t *testing.T) {
	pud, tud, single := thaiTexts(t)
	others := slices.Concat(pud, single)
	unseen := spacesF1(tud, learnSpaces(others).table().ends)
	t.Logf("F1 of TUD, which is not learned from: %.1f", unseen)
	var news float64
	const folds = 5
	for k := range folds {
		var learned, left [][]string
		for i, text := range pud {
			if i%folds == k {
				left = append(left, text)
			} else {
				learned = append(learned, text)
			}
		}
		news += spacesF1(left, learnSpaces(slices.Concat(learned, tud, single)).table().ends) / folds
	}
	t.Logf("F1 of PUD, learned from other texts of it: %.1f", news)
	assert.Greater(t, unseen, 58.0)
	assert.Greater(t, news, 68.0)
	file := learnSpaces(slices.Concat(others, tud)).file()
	if *update {
		require.NoError(t, os.WriteFile("data/spaces/th.txt", []byte(file), 0o644))
	}
	written, err := os.ReadFile("data/spaces/th.txt")
	require.NoError(t, err)
	assert.True(t, file == string(written), "the table is not what the data give; run with -update")
	assert.Less(t, len(written), 150<<10)
}
