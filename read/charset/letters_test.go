package charset

import (
	"bufio"
	"compress/gzip"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/unicode/norm"

	"github.com/bitext-go/bitext/internal/gold"
)

var update = flag.Bool("update", false, "write counted.txt anew")

const countedHead = `# How often the letters of a language are used: a number n, and the letters that are one in 2^n,
# the most common first. Counted over sentences of everyday language; rarer letters are left out.
`

// counted.txt is what the sentences that lexicons are trained from say.
func TestCountedLetters(t *testing.T) {
	var b strings.Builder
	b.WriteString(countedHead)
	dir := filepath.Join(gold.Dir(t), "lexicon-data", "parallel")
	names, err := filepath.Glob(filepath.Join(dir, "*-en.tsv.gz"))
	require.NoError(t, err)
	require.NotEmpty(t, names)
	counts := map[string]map[rune]int{}
	add := func(tag, s string) {
		if counts[tag] == nil {
			counts[tag] = map[rune]int{}
		}
		for _, r := range norm.NFC.String(s) {
			if unicode.IsLetter(r) || unicode.IsMark(r) {
				counts[tag][unicode.ToLower(r)]++
			}
		}
	}
	for _, name := range names {
		tag, _, _ := strings.Cut(filepath.Base(name), "-")
		f, err := os.Open(name)
		require.NoError(t, err)
		z, err := gzip.NewReader(f)
		require.NoError(t, err)
		lines := bufio.NewScanner(z)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			cells := strings.Split(lines.Text(), "\t")
			to := tag
			if tag == "zh" {
				to = "zh-Hans"
				add("zh-Hant", traditional(cells[2]))
			}
			add(to, cells[2])
			if tag == "fr" {
				add("en", cells[1])
			}
		}
		require.NoError(t, f.Close())
	}
	tags := []string{}
	for tag := range counts {
		tags = append(tags, tag)
	}
	slices.Sort(tags)
	for _, tag := range tags {
		b.WriteString(tag + grouped(counts[tag]) + "\n")
	}
	if *update {
		require.NoError(t, os.WriteFile("counted.txt", []byte(b.String()), 0o644))
		return
	}
	assert.True(t, b.String() == countedFile,
		"counted.txt is not what the data say; go test ./read/charset -run Counted -update")
}

// traditionalForms are the characters of Big5 that a simplified one stands for.
var traditionalForms = sync.OnceValue(func() map[rune]string {
	raw, err := os.ReadFile("../../internal/words/simplified.txt")
	if err != nil {
		panic(err)
	}
	forms := map[rune]string{}
	for line := range strings.Lines(string(raw)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		pairs := []rune(strings.TrimSpace(line))
		for i := 0; i+1 < len(pairs); i += 2 {
			if _, err := traditionalchinese.Big5.NewEncoder().String(string(pairs[i])); err == nil {
				forms[pairs[i+1]] += string(pairs[i])
			}
		}
	}
	return forms
})

// traditional returns a text with every simplified character followed by those that it stands for.
func traditional(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteRune(r)
		b.WriteString(traditionalForms()[r])
	}
	return b.String()
}

// grouped returns the letters by how rare they are.
func grouped(counts map[rune]int) string {
	total := 0
	letters := []rune{}
	for r, n := range counts {
		total += n
		letters = append(letters, r)
	}
	slices.SortFunc(letters, func(a, b rune) int {
		if counts[a] != counts[b] {
			return counts[b] - counts[a]
		}
		return int(a - b)
	})
	var b strings.Builder
	last := 0
	for i, r := range letters {
		bits := int(math.Round(math.Log2(float64(total) / float64(counts[r]))))
		if bits > 13 || i == 400 || unicode.Is(unicode.Latin, r) != unicode.Is(unicode.Latin, letters[0]) {
			continue
		}
		if bits != last {
			fmt.Fprintf(&b, " %d ", bits)
			last = bits
		}
		b.WriteRune(r)
	}
	return b.String()
}
