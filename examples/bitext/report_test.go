package main

import (
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/internal/gold"
)

// A reportGold is how a person reads a bilingual report. Paragraph beads hold blocks: the lines
// between two empty ones, by their first line.
type reportGold struct {
	sentences      map[string][]string // by language
	sentenceBeads  []gold.Bead
	paragraphBeads []gold.Bead
}

// Both reports hold Arabic first and then English.
func TestOwnReport(t *testing.T) {
	var g struct {
		Sentences map[string][]struct{ Text string }
		Sentence  []struct{ Ar, En []int } `json:"sentence_beads"`
		Paragraph []struct{ Ar, En []int } `json:"paragraph_beads"`
	}
	readJSON(t, filepath.Join(fixture, "report.gold.json"), &g)
	want := reportGold{sentences: map[string][]string{}}
	for l, sentences := range g.Sentences {
		for _, s := range sentences {
			want.sentences[l] = append(want.sentences[l], s.Text)
		}
	}
	for _, b := range g.Sentence {
		want.sentenceBeads = append(want.sentenceBeads, gold.Bead{Src: b.Ar, Tgt: b.En})
	}
	for _, b := range g.Paragraph {
		want.paragraphBeads = append(want.paragraphBeads, gold.Bead{Src: b.Ar, Tgt: b.En})
	}
	checkReport(t, filepath.Join(fixture, "report.ar-en.txt"), want)
}

// A block is the lines of the document between two empty ones.
type block struct {
	ID    string
	Lines [2]int // the first and the last
}

func TestRealReport(t *testing.T) {
	var g struct {
		Sentences map[string][]struct{ Text string }
		Blocks    struct{ Ar, En []block }
		Sentence  []struct{ Ar, En []int }    `json:"sentence_beads"`
		Paragraph []struct{ Ar, En []string } `json:"paragraph_beads"`
	}
	readJSON(t, shared(t, "gold/report.json"), &g)
	want := reportGold{sentences: map[string][]string{}}
	for l, sentences := range g.Sentences {
		for _, s := range sentences {
			want.sentences[l] = append(want.sentences[l], s.Text)
		}
	}
	for _, b := range g.Sentence {
		want.sentenceBeads = append(want.sentenceBeads, gold.Bead{Src: b.Ar, Tgt: b.En})
	}
	first := map[string]int{}
	for _, b := range slices.Concat(g.Blocks.Ar, g.Blocks.En) {
		first[b.ID] = b.Lines[0]
	}
	lines := func(ids []string) (out []int) {
		for _, id := range ids {
			out = append(out, first[id])
		}
		return out
	}
	for _, b := range g.Paragraph {
		want.paragraphBeads = append(want.paragraphBeads, gold.Bead{Src: lines(b.Ar), Tgt: lines(b.En)})
	}
	checkReport(t, shared(t, "seeds/ar-en-report-2016.txt"), want)
}

func checkReport(t *testing.T, path string, want reportGold) {
	t.Run("sentences", func(t *testing.T) {
		found := strings.Split(strings.TrimSuffix(bitext(t, "segment", path), "\n"), "\n")
		assert.Equal(t, slices.Concat(want.sentences["ar"], want.sentences["en"]), found)
	})
	t.Run("sentence beads", func(t *testing.T) {
		found := parseBeads(t, bitext(t, "align", "--format", "beads", path))
		missing := without(want.sentenceBeads, found)
		assert.LessOrEqualf(t, len(missing), 1, "gold beads that were not found: %v\nfound instead: %v", missing,
			without(found, want.sentenceBeads))
		for _, b := range missing {
			assert.Falsef(t, b.Null(), "%v has a counterpart by mistake", b)
		}
		_, _, lax := gold.Compare(want.sentenceBeads, found).Lax()
		assert.InDelta(t, 1, lax, 1e-9, "lax F1")
	})
	t.Run("paragraph beads", func(t *testing.T) {
		o := alignOptions{format: "tmx", unit: "paragraph", out: "-", lexicon: []string{"wide"}}
		r, err := o.align(t.Context(), []string{path}, io.Discard)
		require.NoError(t, err)
		found := blockBeads(t, path, r)
		assert.Emptyf(t, without(want.paragraphBeads, found), "gold beads that were not found")
		assert.Emptyf(t, without(found, want.paragraphBeads), "found, but not in the gold")
	})
}

func readJSON(t *testing.T, path string, to any) {
	t.Helper()
	body, err := os.ReadFile(path)
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(body, to))
}

func parseBeads(t *testing.T, out string) []gold.Bead {
	t.Helper()
	var beads []gold.Bead
	for line := range strings.Lines(out) {
		b, err := gold.Parse(line)
		require.NoError(t, err)
		beads = append(beads, b)
	}
	return beads
}

// without returns the beads of a that are not in b.
func without(a, b []gold.Bead) []gold.Bead {
	return slices.DeleteFunc(slices.Clone(a), func(x gold.Bead) bool {
		return slices.ContainsFunc(b,
			func(y gold.Bead) bool { return slices.Equal(x.Src, y.Src) && slices.Equal(x.Tgt, y.Tgt) })
	})
}

// blockBeads turns beads of paragraphs into beads of blocks of the document. Each paragraph is
// replaced by the blocks that it is in, and beads that share a block are merged.
func blockBeads(t *testing.T, path string, r *result) []gold.Bead {
	t.Helper()
	body, err := os.ReadFile(path)
	require.NoError(t, err)
	blockOf := map[int]int{} // the first line of the block, by line
	first := 0
	for i, line := range strings.Split(string(body), "\n") {
		switch {
		case strings.TrimSpace(line) == "":
			first = 0
		case first == 0:
			first = i + 1
		}
		blockOf[i+1] = first
	}
	blocks := func(b align.Bead, k int) (out []int) {
		first, last := r.texts[k].LinesOf(b.Ranges[k])
		for n := first; n <= last; n++ {
			if block := blockOf[n]; block > 0 && !slices.Contains(out, block) {
				out = append(out, block)
			}
		}
		return out
	}
	var beads []gold.Bead
	for _, b := range r.beads {
		x := gold.Bead{Src: blocks(b, 0), Tgt: blocks(b, 1)}
		if n := len(beads); n > 0 && (share(beads[n-1].Src, x.Src) || share(beads[n-1].Tgt, x.Tgt)) {
			x.Src, x.Tgt = union(beads[n-1].Src, x.Src), union(beads[n-1].Tgt, x.Tgt)
			beads = beads[:n-1]
		}
		beads = append(beads, x)
	}
	return beads
}

func share(a, b []int) bool {
	return slices.ContainsFunc(a, func(x int) bool { return slices.Contains(b, x) })
}

func union(a, b []int) []int {
	out := slices.Concat(a, b)
	slices.Sort(out)
	return slices.Compact(out)
}

// The same report in other languages, each wrapped and broken over pages in its own way.
func TestOwnReportInOtherLanguages(t *testing.T) {
	var g struct {
		Sources   map[string]string
		Sentences map[string][]struct{ Text string }
	}
	readJSON(t, filepath.Join(fixture, "report.rows.json"), &g)
	require.NotEmpty(t, g.Sentences)
	for l, sentences := range g.Sentences {
		t.Run(l, func(t *testing.T) {
			var want []string
			for _, s := range sentences {
				want = append(want, s.Text)
			}
			found := strings.Split(
				strings.TrimSuffix(bitext(t, "segment", filepath.Join(fixture, g.Sources[l])), "\n"), "\n")
			assert.Equal(t, want, found)
		})
	}
}
