package align

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/lexicon"
	"github.com/bitext-go/bitext/align/lexicon/core"
	"github.com/bitext-go/bitext/align/lexicon/wide"
	"github.com/bitext-go/bitext/internal/gold"
	"github.com/bitext-go/bitext/segment"
)

// A sample is a bead of the development data.
type sample struct {
	list     string // the lexicon
	set      string // such as "mixed/ar-en"
	partly   bool   // it is of a text that is a translation in part
	short    bool   // it is of a slice of a text
	null     bool
	fit      bool // the weights may be fitted to it
	features []float64
	right    bool // strictly
}

// shortLines is how many lines of source text a slice has.
const shortLines = 14

// BenchmarkCalibration fits the weights of Boundary to the development data and prints them, with
// the calibration error of those that the package has, and of the new ones:
//
//	go test ./align -run '^$' -bench Calibration -benchtime 1x
//
// They are fitted to the texts in Arabic, Russian or Chinese and English, whole and in slices, and
// to 1984. All others check them. Texts of which parts have moved, where no bead in order can be
// right, are not used for beads with one side. Slices of texts that are translations in part are
// used for no others: they have nearly all sentences of short texts that rightly have no
// counterpart.
func BenchmarkCalibration(b *testing.B) {
	for b.Loop() {
		var all []sample
		for _, list := range []string{"none", "core", "wide"} {
			all = append(all, samplesWith(b, list)...)
		}
		for _, null := range []bool{false, true} {
			old, name := pairWeights[:], "pairWeights"
			if null {
				old, name = nullWeights[:], "nullWeights"
			}
			of := slices.DeleteFunc(slices.Clone(all), func(x sample) bool {
				return x.null != null || null && strings.HasPrefix(x.set, "moved/") || !null && x.short && x.partly
			})
			weights := fitWeights(of)
			fmt.Printf("%s: %.2f\n", name, weights)
			printErrors(of, old, weights)
		}
	}
}

// samplesWith aligns the development data with a lexicon.
func samplesWith(b *testing.B, list string) (out []sample) {
	scorer := evidence.Standard()
	if open := map[string]evidence.Dictionary{"core": core.Lexicon, "wide": wide.Lexicon}[list]; open != nil {
		scorer = append(scorer, once(open))
	}
	root := filepath.Join(gold.Dir(b), "bench", "align")
	for _, pattern := range []string{"gold/*", "made/mixed/*", "partly/*/*"} {
		dirs, err := filepath.Glob(filepath.Join(root, pattern))
		require.NoError(b, err)
		require.NotEmpty(b, dirs)
		for _, dir := range dirs {
			cases, err := gold.Cases(dir)
			require.NoError(b, err)
			x := sample{list: list, set: filepath.Base(filepath.Dir(dir)) + "/" + filepath.Base(dir)}
			x.partly = strings.HasPrefix(pattern, "partly/")
			for _, c := range cases {
				out = append(out, x.of(b, scorer, c)...)
			}
			if x.short = true; x.set == "gold/1984-hu-en" {
				continue
			}
			for _, c := range cases {
				for _, slice := range c.Slices(shortLines) {
					out = append(out, x.of(b, scorer, slice)...)
				}
			}
		}
	}
	return out
}

// once opens each lexicon once, and none if there is none.
func once(open evidence.Dictionary) evidence.Dictionary {
	known := map[[2]language.Tag]*lexicon.Lexicon{}
	return func(src, tgt language.Tag) (*lexicon.Lexicon, error) {
		pair := [2]language.Tag{src, tgt}
		l, ok := known[pair]
		if ok {
			return l, nil
		}
		l, err := open(src, tgt)
		if errors.Is(err, fs.ErrNotExist) {
			l, err = nil, nil
		}
		known[pair] = l
		return l, err
	}
}

// of returns the beads of a case as samples like x.
func (x sample) of(b *testing.B, scorer evidence.Scorer, c gold.Case) (out []sample) {
	if len(c.Src) == 0 || len(c.Tgt) == 0 {
		return nil
	}
	names, ok := map[string]string{"gold/mac-dev": "zh-en", "gold/textberg-dev": "de-fr"}[x.set]
	if !ok {
		names = x.set[strings.IndexByte(x.set, '/')+1:]
		names = names[max(0, len(names)-len("xx-xx")):]
	}
	fitted := []string{"ar-en", "ru-en", "zh-en"}
	x.fit = slices.Contains(fitted, names) || x.set == "gold/1984-hu-en"
	from, to, _ := strings.Cut(names, "-")
	texts := []*segment.Text{
		segment.FromSentences(c.Src, language.MustParse(from)), segment.FromSentences(c.Tgt, language.MustParse(to)),
	}
	a := &Aligner{Scorer: scorer}
	require.NoError(b, a.run(b.Context(), func(ctx context.Context, call *call) error {
		s, err := a.pair(ctx, call, texts, 0, 1)
		if err != nil {
			return err
		}
		beads, err := s.beads(ctx)
		if err != nil {
			return err
		}
		found := make([]gold.Bead, len(beads))
		for k, b := range beads {
			for side, list := range []*[]int{&found[k].Src, &found[k].Tgt} {
				for i := b.Ranges[side].Lo; i < b.Ranges[side].Hi; i++ {
					*list = append(*list, i)
				}
			}
		}
		right, _ := gold.Judge(c.Beads, found)
		of, n := s.confidences(), 0
		for k, step := range s.path {
			one, times := x, 1
			if one.null = step.M == 0 || step.N == 0; one.null {
				null := of.null()
				one.features, times = null[:], step.M+step.N
			} else {
				pair := of.pair(k)
				one.features = pair[:]
			}
			for range times {
				one.right = right[n]
				out = append(out, one)
				n++
			}
		}
		return nil
	}))
	return out
}
