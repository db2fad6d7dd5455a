package evidence_test

import (
	"context"
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/segment"
)

// markers is a scorer of its own: lines that begin with the same number belong together.
type markers struct{}

// Fit reads the texts once. The costs are negative log-odds: 6 nats for a pair with equal numbers,
// 6 against any other bead.
func (markers) Fit(_ context.Context, src, tgt *segment.Text) (evidence.Model, error) {
	number := func(t *segment.Text, i int) string {
		first, _, _ := strings.Cut(t.Sentence(i), " ")
		return first
	}
	return evidence.CostFunc(func(s, t segment.Range) float64 {
		if s.Len() == 1 && t.Len() == 1 && number(src, s.Lo) == number(tgt, t.Lo) {
			return -6
		}
		return 6
	}), nil
}

// A scorer of your own goes into the sum of all others.
func ExampleScorer() {
	german := segment.FromSentences([]string{"1. Tor", "2. Saal", "4. Hof"}, language.German)
	english := segment.FromSentences([]string{"1. gate", "2. hall", "3. stairs", "4. yard"}, language.English)
	a := align.Aligner{Scorer: append(evidence.Standard(), markers{})}
	beads, err := a.Align(context.Background(), german, english)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range beads {
		fmt.Printf("%q = %q\n", german.Wording(b.Ranges[0]), english.Wording(b.Ranges[1]))
	}
	// Output:
	// "1. Tor" = "1. gate"
	// "2. Saal" = "2. hall"
	// "" = "3. stairs"
	// "4. Hof" = "4. yard"
}

// Sentence embeddings that you have, one vector for each sentence of each text.
func ExampleSentenceVectors() {
	french := segment.FromSentences([]string{"Il pleut.", "Il vente.", "Il neige."}, language.French)
	english := segment.FromSentences([]string{"It rains.", "The wind blows.", "It snows."}, language.English)
	vectors := evidence.SentenceVectors(map[*segment.Text][][]float32{
		french:  {{1, 0, .1}, {.1, 0, 1}, {0, 1, 0}},
		english: {{1, .1, 0}, {0, .1, 1}, {.1, 1, 0}},
	})
	a := align.Aligner{Scorer: evidence.Sum{evidence.Length{}, vectors}}
	beads, err := a.Align(context.Background(), french, english)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range beads {
		fmt.Printf("%q = %q\n", french.Wording(b.Ranges[0]), english.Wording(b.Ranges[1]))
	}
	// Output:
	// "Il pleut." = "It rains."
	// "Il vente." = "The wind blows."
	// "Il neige." = "It snows."
}

// A similarity that you compute, here the share of the letters of the longer side, on any scale.
func ExampleSimilarities() {
	similar := evidence.Similarities{Prepare: func(
		_ context.Context, src, tgt *segment.Text,
	) (func([]evidence.Pair) []float64, error) {
		// A service would be asked for the vectors of all sentences here.
		return func(pairs []evidence.Pair) []float64 {
			out := make([]float64, len(pairs))
			for i, p := range pairs {
				a, b := src.Wording(p.Source), tgt.Wording(p.Target)
				for _, letter := range a {
					if strings.ContainsRune(b, letter) {
						out[i] += 1 / float64(max(len(a), len(b)))
					}
				}
			}
			return out
		}, nil
	}}
	spanish := segment.FromSentences([]string{"El museo abre.", "Entrada libre.", "Cierra a las 8."}, language.Spanish)
	english := segment.FromSentences(
		[]string{"The museum opens.", "Free entrance.", "It closes at 8."},
		language.English,
	)
	a := align.Aligner{Scorer: append(evidence.Standard(), similar)}
	beads, err := a.Align(context.Background(), spanish, english)
	fmt.Println(len(beads), err)
	// Output: 3 <nil>
}
