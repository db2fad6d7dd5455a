package layout_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/bitext-go/bitext/internal/gold"
	"github.com/bitext-go/bitext/segment/layout"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// seeds are real documents with the lines of their paragraphs, written down by hand.
var seeds = []struct {
	file string
	from int // paragraphs above this line are not compared
	want [][2]int
}{
	{
		file: "seeds/fr-report-2018-pdf.txt",
		want: [][2]int{
			{1, 8}, {10, 32}, {34, 43}, {45, 52}, {54, 60}, {62, 77}, {79, 88}, // 45 and 54 belong to item 3
			{90, 97}, {99, 102}, {104, 113}, {117, 123}, {125, 131}, {133, 137}, {139, 142}, // 108 is a page number
			{144, 149}, {151, 152},
		},
	},
	{
		// Above line 16 a title has two lines, and nothing shows that they belong together.
		file: "seeds/zh-un-letter-2007-pdf.txt", from: 16,
		want: [][2]int{
			{16, 16}, {20, 28}, {30, 32}, {36, 36}, {38, 38}, {40, 40}, {41, 41}, {45, 45},
			// The preamble of the resolution.
			{49, 53}, {55, 55}, {57, 59}, {61, 63}, {65, 67}, {69, 73}, {75, 75}, {77, 77}, {79, 79}, {81, 83}, {85, 85},
			// Its 23 clauses.
			{87, 87}, {89, 91}, {93, 95}, {97, 101}, {103, 103}, {104, 110}, {112, 116}, {118, 120}, {122, 124}, {126, 128},
			{130, 140}, {142, 148}, {150, 154}, {156, 162}, {164, 166}, {167, 171}, {173, 175}, {177, 177}, {179, 179},
			{181, 183}, {185, 189}, {191, 193}, {195, 197},
			// The report: its title, 12 paragraphs and the headings between them.
			{213, 213}, {217, 219}, {223, 225}, {227, 233}, {235, 237}, {239, 239}, {241, 243}, {245, 255}, {257, 263},
			{265, 269}, {271, 271}, {273, 277}, {288, 288}, {290, 300}, {302, 302}, {304, 312}, {314, 314}, {316, 324},
			{326, 326},
		},
	},
	{
		// A paragraph a line, up to clause 21 in line 63; then come 113 headlines.
		file: "seeds/fr-resolution-web.txt",
		want: func() (odd [][2]int) {
			for n := 1; n <= 63; n += 2 {
				odd = append(odd, [2]int{n, n})
			}
			return odd
		}(),
	},
}

func TestSeedParagraphs(t *testing.T) {
	for _, seed := range seeds {
		t.Run(seed.file, func(t *testing.T) {
			body := string(gold.Data(t, seed.file))
			for _, end := range []string{"\n", "\r\n", "\r"} {
				d := layout.Repair.Read(strings.ReplaceAll(body, "\n", end))
				var found [][2]int
				for _, p := range d.Paragraphs {
					if lines := linesOf(d, p); lines[0] >= seed.from {
						found = append(found, lines)
					}
				}
				assert.Equal(t, seed.want, found, "line ends %q", end)
			}
		})
	}
}

// A wrapped text of twenty sentences, with or without an empty line after every line, is one
// paragraph as a rule, and no paragraph ends inside a sentence.
func TestWrappedTexts(t *testing.T) {
	texts, paragraphs := 0, 0
	for line := range strings.Lines(string(gold.Data(t, "bench/segment/dev-wrapped.jsonl"))) {
		var d struct {
			Set, Text string
			Sents     []string
		}
		require.NoError(t, json.Unmarshal([]byte(line), &d))
		texts++
		ends, at := map[int]bool{}, 0
		for _, s := range d.Sents {
			at += visible(s)
			ends[at] = true
		}
		at = 0
		for p := range layout.Paragraphs(d.Text) {
			paragraphs++
			at += visible(d.Text[p.Start:p.End])
			assert.True(t, ends[at], "%s: a paragraph ends in %q", d.Set, d.Text[max(p.Start, p.End-60):p.End])
		}
	}
	assert.Less(t, paragraphs, texts+texts/20)
}

// visible returns the bytes of s that are not white space.
func visible(s string) int { return len(strings.Join(strings.Fields(s), "")) }
